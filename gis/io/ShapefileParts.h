// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/AtomicFile.h"

namespace gis {

/// Puts the parts of a finished Shapefile, which lie in a private folder, in the place of `path`: all of them or none.
/// The .shp comes last, and one that stood there goes first, so that a program that is killed meanwhile never leaves
/// parts of two Shapefiles that look like one. Whatever fails, the parts that stood there before stand there again.
/// Errors: those of AtomicFile; AlreadyExists for any part with Overwrite::No.
Result<void> placeShapefile(const std::string& made, const std::string& path, Overwrite overwrite);

/// Moves a file that is whole to where an AtomicFile waits for it; errors name `path`.
Result<void> moveToTemporary(const std::string& made, const AtomicFile& file, const std::string& path);

}  // namespace gis
