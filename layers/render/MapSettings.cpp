// SPDX-License-Identifier: Apache-2.0
#include "layers/render/MapSettings.h"

#include <cmath>
#include <numbers>

namespace layers {

double metresPerUnit(const gis::CoordinateReferenceSystem& crs, double latitudeDegrees) {
    if (!crs.isGeographic()) return crs.metresPerUnit() > 0 ? crs.metresPerUnit() : 1.0;
    constexpr double equatorDegree = 2 * std::numbers::pi * 6378137.0 / 360;
    return equatorDegree * std::max(0.01, std::cos(latitudeDegrees * std::numbers::pi / 180));
}

int MapSettings::pixelWidth() const { return std::max(1, static_cast<int>(std::lround(widthMm * pixelsPerMm))); }
int MapSettings::pixelHeight() const { return std::max(1, static_cast<int>(std::lround(heightMm * pixelsPerMm))); }

double MapSettings::millimetresPerUnit() const {
    // A single point has no size: then a unit is drawn as a millimetre of 1:1 000 000.
    const double byWidth = extent.width() > 0 ? widthMm / extent.width() : 0;
    const double byHeight = extent.height() > 0 ? heightMm / extent.height() : 0;
    if (byWidth > 0 && byHeight > 0) return std::min(byWidth, byHeight);
    if (byWidth > 0 || byHeight > 0) return std::max(byWidth, byHeight);
    return metresPerUnit(crs, extent.isEmpty() ? 0 : extent.centre().y) / 1000.0;
}

gis::Extent MapSettings::shownExtent() const {
    const double perUnit = millimetresPerUnit();
    const gis::Coordinate centre = extent.isEmpty() ? gis::Coordinate{} : extent.centre();
    const double halfWidth = widthMm / perUnit / 2;
    const double halfHeight = heightMm / perUnit / 2;
    return {centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth, centre.y + halfHeight};
}

double MapSettings::scaleDenominator() const {
    const double latitude = extent.isEmpty() ? 0 : extent.centre().y;
    return metresPerUnit(crs, latitude) * 1000.0 / millimetresPerUnit();
}

}  // namespace layers
