// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/check/CheckMeasure.h"

namespace layers {

/// The box in which everything lies that is nearer than `metres` to something in `extent`; somewhat wider than need be.
gis::Extent reach(const CheckMeasure& measure, const gis::Extent& extent, double metres);

struct NearAnswer {
    double metres = 0;
    gis::Coordinate onPlan;
    gis::Coordinate onControl;
};

/// The distance of two geometries that do not meet: the length of the native-straight line between their nearest
/// points. For a geographic CRS those are found in a plane scaled to metres near the place (twice, the second time
/// about the first answer), for a projected one in its own plane.
gis::Result<NearAnswer> nearDistance(const CheckMeasure& measure, const gis::Geometry& plan,
                                     const gis::Geometry& control);

}  // namespace layers
