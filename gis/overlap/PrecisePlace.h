// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/Extent.h"
#include "gis/overlap/DoubleDouble.h"

namespace gis {

/// A position to twice the precision of a coordinate. A crossing rounded to a coordinate lies off its edges by half an
/// ulp, and sums from the far ends of long edges to there would be off by that much times the length of the edge.
struct PrecisePlace {
    DoubleDouble x, y;

    static PrecisePlace at(Coordinate c) { return {{c.x, 0}, {c.y, 0}}; }
    Coordinate rounded() const { return {x.value(), y.value()}; }
    bool operator==(Coordinate c) const { return x.high == c.x && y.high == c.y && x.low == 0 && y.low == 0; }
};

}  // namespace gis
