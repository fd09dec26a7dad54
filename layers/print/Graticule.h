// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>
#include <vector>

#include "layers/render/MapSettings.h"
#include "layers/render/PaperShape.h"

namespace layers {

/// Where a meridian or parallel meets the edge of the map.
struct GraticuleTick {
    enum class Side { Top, Bottom, Left, Right };
    Side side = Side::Top;
    double atMm = 0;  ///< along the side, from the left or the top
    double degrees = 0;
};

/// Ticks at round degrees, about `wantedMm` apart. Empty where the CRS cannot be taken to degrees.
std::vector<GraticuleTick> graticuleTicks(const gis::CoordinateReferenceSystem& crs, const PaperFrame& frame,
                                          double wantedMm = 55);
/// "107°30′": degrees with minutes where they are not zero.
QString degreesText(double degrees);
/// Ticks and numbers in the band of `bandMm` outside the map; the painter's origin is the map's corner.
void paintGraticule(QPainter& painter, const std::vector<GraticuleTick>& ticks, const QRectF& map, double bandMm,
                    double unit);

}  // namespace layers
