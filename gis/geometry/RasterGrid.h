// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "gis/geometry/Extent.h"

namespace gis {

/// Where the pixels of a raster lie. Places in it are columns and rows counted from the outer corner of its first pixel:
/// the middle of that is (0.5, 0.5). A value, in the units of some CRS.
struct RasterGrid {
    int width = 0;
    int height = 0;
    /// x = affine[0] + column * affine[1] + row * affine[2]; y the same with 3, 4, 5 (GDAL's order).
    std::array<double, 6> affine{0, 1, 0, 0, 0, -1};

    /// Numbers that are finite, pixels that are not flat.
    bool isUsable() const;
    Coordinate toMap(double column, double row) const;
    /// Column (x) and row (y) of a place; the grid must be usable.
    Coordinate toPixels(Coordinate place) const;
    /// The box of all pixels; empty for a grid that is not usable.
    Extent extent() const;
    /// The grid of the same ground with so many pixels.
    RasterGrid resized(int newWidth, int newHeight) const;
    bool operator==(const RasterGrid&) const = default;
};

}  // namespace gis
