// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layers/render/PaperShape.h"

namespace layers {

/// The outlines of polygons as lines in which every edge occurs once, although two neighbours have it: dashes drawn
/// twice with different starts would run together. Edges are the same when both ends are equal bit by bit; lines end
/// where more than two edges meet, so that neighbouring lines simplify alike.
PaperShape edgesOnce(const std::vector<const PaperShape*>& polygons);

}  // namespace layers
