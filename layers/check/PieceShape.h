// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "layers/check/CheckMeasure.h"
#include "layers/check/PreparedLayer.h"

namespace layers {

/// No less than the perimeter of what two polygons share, in m: the boundary of the plan feature and what of the control
/// feature's lies near it. A piece of which 2 × area by this is not thin is not thin; the others must be looked at.
double perimeterBound(const CheckFeature& plan, const CheckFeature& control, const CheckMeasure& measure);

/// The words and formulas of resources/rules/piece_shape.json for people, one line for each measure.
std::vector<std::string> pieceShapeWords();

}  // namespace layers
