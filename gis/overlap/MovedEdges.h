// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "gis/overlap/PairOverlap.h"

namespace gis {

/// What moved from one polygon to the next one of a drag.
struct MovedEdges {
    std::vector<std::uint32_t> runs;  ///< with an edge that moved, ascending
    Extent swept;                     ///< holds all edges that moved, before and after; outside of it nothing changed
};

/// Of two layers of one shape each. Nothing where it is another shape altogether: no polygon, other rings, other numbers
/// of vertices.
std::optional<MovedEdges> movedEdges(const OverlapLayer& before, const OverlapLayer& after);

}  // namespace gis
