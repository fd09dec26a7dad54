// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/Result.h"

namespace gis {

/// The formats that are read.
enum class FileKind { GeoPackage, Shapefile, GeoJson, FileGeodatabase, FlatGeobuf, Kml, Dxf, Csv };

/// A path that was looked at and found fit to be opened.
struct SourceFile {
    std::string given;     ///< as the user wrote it, for messages
    std::string absolute;  ///< what GDAL is given: it begins with "/", so no prefix of a service can be in it
    FileKind kind = FileKind::GeoPackage;
};

/// Looks at a path and the first bytes of the file before any library does. NotFound; Refused for names of services
/// and virtual files, folders, devices, unknown endings; Unreadable if the content is not what the ending says.
Result<SourceFile> inspectSource(const std::string& path);

/// The same look at the path alone, whatever the ending: NotFound, or Refused for what is no regular file. `kind` means
/// nothing.
Result<SourceFile> inspectFile(const std::string& path);

/// GDAL's short name of the driver.
const char* driverName(FileKind kind);

/// The ending in lower case with its dot, as ".gpkg"; empty if there is none.
std::string endingOf(const std::string& path);

/// The file beside `path` with another ending, whatever the case of its letters; empty if there is none.
std::string sidecar(const std::string& path, const std::string& ending);

}  // namespace gis
