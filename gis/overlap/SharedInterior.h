// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/overlap/BoundaryCrossings.h"

namespace gis {

/// Whether the overlap of the shifted plan with the control is more than what the shift made: decided exactly, for a
/// pair without proper crossings. All places are then input vertices, so that the area of the overlap without the shift
/// is a sum of products of input numbers, which is formed without rounding and compared with 0. Internal to the engine.
bool sharesInterior(const ShapeCursor& plan, const ShapeCursor& control, const BoundaryCrossings& crossings);

}  // namespace gis
