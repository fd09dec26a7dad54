// SPDX-License-Identifier: Apache-2.0
#include "gis/geometry/RasterGrid.h"

#include <cmath>

namespace gis {

namespace {

double determinant(const std::array<double, 6>& affine) { return affine[1] * affine[5] - affine[2] * affine[4]; }

}  // namespace

bool RasterGrid::isUsable() const {
    for (const double number : affine)
        if (!std::isfinite(number)) return false;
    const double area = determinant(affine);
    return width > 0 && height > 0 && std::isfinite(area) && area != 0;
}

Coordinate RasterGrid::toMap(double column, double row) const {
    return {affine[0] + column * affine[1] + row * affine[2], affine[3] + column * affine[4] + row * affine[5]};
}

Coordinate RasterGrid::toPixels(Coordinate place) const {
    const double dx = place.x - affine[0];
    const double dy = place.y - affine[3];
    const double area = determinant(affine);
    return {(dx * affine[5] - dy * affine[2]) / area, (dy * affine[1] - dx * affine[4]) / area};
}

Extent RasterGrid::extent() const {
    Extent box;
    if (!isUsable()) return box;
    for (const double column : {0.0, static_cast<double>(width)})
        for (const double row : {0.0, static_cast<double>(height)}) box.include(toMap(column, row));
    return box;
}

RasterGrid RasterGrid::resized(int newWidth, int newHeight) const {
    RasterGrid grid{newWidth, newHeight, affine};
    const double across = static_cast<double>(width) / newWidth;
    const double down = static_cast<double>(height) / newHeight;
    for (const std::size_t i : {1U, 4U}) grid.affine[i] *= across;
    for (const std::size_t i : {2U, 5U}) grid.affine[i] *= down;
    return grid;
}

}  // namespace gis
