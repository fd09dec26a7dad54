// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/overlap/PairOverlap.h"

namespace gis {

/// A place of a line.
struct LineSpot {
    Coordinate place;
    std::uint32_t sequence = 0, edge = 0;  ///< of the line, counted within its shape and its sequence
    double along = 0;                      ///< 0..1 on that edge
};

/// What two lines have in common as closed sets.
struct CommonLines {
    std::vector<LinePiece> stretches;  ///< of the first line, in its order, each place of an edge once
    std::vector<LineSpot> points;      ///< that lie on no stretch, in the order of the first line, each place once
};

/// Both shapes are lines. Where the first one crosses itself on a stretch, the point may stand beside it. Whether edges meet is decided exactly; a place where they cross in the midst of both is rounded.
CommonLines commonLines(const OverlapLayer& lines, std::size_t line, const OverlapLayer& others, std::size_t other);

}  // namespace gis
