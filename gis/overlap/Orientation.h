// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/Extent.h"

namespace gis {

/// Twice the area of the triangle a, b, c: above 0 if c lies to the left of a → b, exactly 0 if the three lie on one
/// line. The sign is exact and a value that is not sure in double arithmetic is returned to full precision (adaptive
/// arithmetic after Shewchuk 1997: a filter, then an expansion). Coordinates must be finite and below 1e150. Any thread.
double orientation(Coordinate a, Coordinate b, Coordinate c);

/// The exact order of two places along the directed edge p → q: where it meets the line through a1, a2 against where it
/// meets the line through b1, b2. Negative: the first is nearer to p. Neither line may be parallel to the edge.
int compareAlong(Coordinate p, Coordinate q, Coordinate a1, Coordinate a2, Coordinate b1, Coordinate b2);

}  // namespace gis
