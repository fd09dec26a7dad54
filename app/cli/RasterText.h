// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Commands.h"
#include "gis/io/RasterFile.h"

namespace cli {

/// What `info` tells of a raster file; the JSON has the keys of a layer's and `raster` beside them.
void printRasterInfo(const Context& context, const std::string& source, const gis::RasterInfo& info);
Json rasterInfoJson(const std::string& source, const gis::RasterInfo& info);

}  // namespace cli
