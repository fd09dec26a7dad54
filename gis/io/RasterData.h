// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include "gis/io/RasterBands.h"

namespace gis {

/// What RasterFile holds; for its sources alone.
struct RasterFile::Data {
    RasterInfo info;
    gdal::DatasetHandle dataset;
    RasterBands bands;
    std::vector<std::pair<int, int>> levels;  ///< width and height; the whole first
};

}  // namespace gis
