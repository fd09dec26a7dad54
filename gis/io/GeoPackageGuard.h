// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "gis/io/PrivateFolder.h"
#include "gis/io/SourceFile.h"

namespace gis {

/// A GeoPackage that was found harmless, and how it can be read so that nothing is written beside it.
struct GuardedGeoPackage {
    std::string path;  ///< the file itself, or its private copy
    bool immutable = true;
    std::optional<PrivateFolder> copyFolder;  ///< where the copy lies, if a log beside the file had to be taken in
};

/// Looks at the schema of a GeoPackage before GDAL does. Unreadable if it is cut off or no GeoPackage; Refused if a
/// layer or a table of the standard is a view, has computed columns, or if there are virtual tables other than
/// R-tree and full-text ones: to read them would run SQL or code of the file's author.
Result<GuardedGeoPackage> guardGeoPackage(const SourceFile& source);

}  // namespace gis
