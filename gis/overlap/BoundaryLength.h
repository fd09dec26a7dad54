// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/overlap/PairOverlap.h"

namespace gis {

/// Length of those runs of a shape's boundary whose boxes meet a window, in the units of the coordinates: never less than
/// what of the boundary lies in the window. Costs about what lies there.
double boundaryLengthNear(const OverlapLayer& layer, std::size_t shape, const Extent& window);

}  // namespace gis
