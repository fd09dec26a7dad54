// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "gis/base/Control.h"
#include "gis/base/GrowingArray.h"
#include "gis/base/Result.h"
#include "gis/overlap/PackedShapes.h"

namespace gis {

/// What the neighbourhood of a coordinate over the whole layer says of it (bits).
struct VertexMark {
    /// Stays however coarse the layer is drawn: a junction (edges to other than two positions meet there), the end of
    /// a line, a vertex on another edge (T-junction) and the ends of that edge.
    static constexpr std::uint8_t held = 1;
    /// The edge from here to the next coordinate has the same ends as one that comes earlier in the layer.
    static constexpr std::uint8_t repeated = 2;
};

/// Marks of all coordinates of a layer; of a ring's last coordinate, which repeats its first, they mean nothing.
/// Positions are the same if they are equal bit by bit; a vertex lies on an edge if it is no further from it than
/// 1e-9 of the largest coordinate (4 mm on a national grid). Near-linear: vertices and edges are sorted into cells of
/// some thousands, cells into finer ones of about one. Canceled.
Result<GrowingArray<std::uint8_t>> vertexMarks(const PackedShapes& shapes, const JobControl& control = {});

}  // namespace gis
