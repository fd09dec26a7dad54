// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/MovedEdges.h"

#include <algorithm>

namespace gis {

std::optional<MovedEdges> movedEdges(const OverlapLayer& before, const OverlapLayer& after) {
    const PackedShapes &old = before.shapes, &now = after.shapes;
    if (old.shapeCount() != 1 || now.shapeCount() != 1) return std::nullopt;
    if (old.dimensions[0] != 2 || now.dimensions[0] != 2) return std::nullopt;
    if (!std::ranges::equal(old.sequenceStarts, now.sequenceStarts) ||
        !std::ranges::equal(old.partStarts, now.partStarts))
        return std::nullopt;
    MovedEdges moved;
    for (std::uint32_t s = 0; s < now.sequenceCount(); ++s) {
        const auto from = old.sequence(s), to = now.sequence(s);
        for (std::size_t i = 0; i + 1 < to.size(); ++i) {
            if (from[i] == to[i] && from[i + 1] == to[i + 1]) continue;
            const auto run = after.tree.sequenceRuns[s] + static_cast<std::uint32_t>(i) / RunTree::runLength;
            if (moved.runs.empty() || moved.runs.back() != run) moved.runs.push_back(run);
            for (const Coordinate c : {from[i], from[i + 1], to[i], to[i + 1]}) moved.swept.include(c);
        }
    }
    return moved;
}

}  // namespace gis
