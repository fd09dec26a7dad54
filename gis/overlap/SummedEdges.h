// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "gis/overlap/PairOverlap.h"

namespace gis {

/// The sums along the boundaries of a layer, with what each edge gives to them, so that a shape that changed little is
/// summed anew with little work. A const value; any thread.
struct SummedEdges {
    BoundarySums sums;
    std::vector<DoubleDouble> terms;  ///< of the edge that begins at each coordinate
    std::vector<DoubleDouble> inRun;  ///< from the beginning of its run to each coordinate that begins an edge
};

/// Sums `layer`, of which shapes and tree are set. Terms of edges that stand in `before` at the same places are taken from
/// `known`, which must be of the same form; both may be null.
std::shared_ptr<const SummedEdges> summedEdges(const OverlapLayer& layer, const AreaForm& form,
                                               const OverlapLayer* before = nullptr,
                                               const SummedEdges* known = nullptr);

}  // namespace gis
