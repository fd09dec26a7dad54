// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/overlap/RunTree.h"

namespace gis {

/// True if a shape is valid beyond doubt (OGC Simple Features): finite, and for polygons no two edges with a point in
/// common but neighbours at their vertex, each hole in a shell and no ring in another's place. False says nothing: rings
/// that touch in a point may still be valid, which a slower look has to tell. Costs about a pass over the edges.
bool isSurelyValid(const PackedShapes& shapes, const RunTree& tree, std::size_t shape);

}  // namespace gis
