// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/overlap/EdgeEvents.h"
#include "gis/overlap/ShapeCursor.h"

namespace gis {

/// Follows a line through a zone from place to place. Reused for its memory; internal to the engine.
class LineWalk {
public:
    LineOverlap along(const ShapeCursor& line, const ShapeCursor& zone);

private:
    enum class Side { Unknown, Inside, Outside };
    void findEvents(const ShapeCursor& line, const ShapeCursor& zone);
    void walkSequence(const ShapeCursor& line, std::uint32_t sequence, const EdgeEvent*& next, LineOverlap& answer);
    /// `sequence` counts in the layer, that of `start` in the shape.
    void walkEdge(Coordinate p, Coordinate q, std::uint32_t sequence, LinePassage start, const EdgeEvent*& next,
                  LineOverlap& answer);
    void stretch(const LinePassage& from, const LinePassage& to, LineOverlap& answer);

    std::vector<EdgeEvent> m_events;
    int m_winding = 0, m_boundary = 0;
    Side m_side = Side::Unknown;
    LinePassage m_left;  ///< where the last stretch off the boundary ended
};

}  // namespace gis
