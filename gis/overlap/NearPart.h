// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/overlap/PairOverlap.h"

namespace gis {

/// A polygon with the same interior as the shape within `window`, made of about as many vertices as lie there: a stretch
/// of boundary that stays on one side of the window is drawn straight. Outside the window it may cross itself, so it is
/// only for an overlay that looks at the window alone. Costs about what lies in the window.
Geometry nearPart(const OverlapLayer& layer, std::size_t shape, const Extent& window);

}  // namespace gis
