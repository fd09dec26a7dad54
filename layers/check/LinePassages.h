// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/Geometry.h"

namespace layers {

/// How often a line passes from the exterior of a valid zone to its interior or back. A touch is none, and neither is
/// a stretch on the boundary that comes back to the side it came from; starting or ending on the boundary is none.
/// The line is followed edge by edge; which side a corner lies on is decided in double-double arithmetic. Any thread.
int linePassages(const gis::Geometry& line, const gis::Geometry& zone);

}  // namespace layers
