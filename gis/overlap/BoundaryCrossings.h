// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "gis/overlap/ShapeCursor.h"

namespace gis {

/// Where a plan ring passes a control ring once the plan is shifted. Edges count within their sequences; sequences within
/// their layers.
struct BoundaryCrossing {
    std::uint32_t planSequence = 0, planEdge = 0;
    std::uint32_t controlSequence = 0, controlEdge = 0;
    int planEnters = 0;  ///< 1: the plan's edge goes to the control's interior side, -1: it comes from there
    PrecisePlace place;  ///< without the shift; a vertex where it lies on one
};

/// Where a ring begins with respect to the other shape.
struct RingStart {
    std::uint32_t sequence = 0;
    int winding = 0;
};

/// All crossings of the boundaries of two polygons. Reused from pair to pair for its memory; internal to the engine.
class BoundaryCrossings {
public:
    void find(const ShapeCursor& plan, const ShapeCursor& control);
    /// Only the crossings of one run of the plan's edges; no starts.
    void findAlong(const ShapeCursor::Run& run, const ShapeCursor& control);

    const std::vector<BoundaryCrossing>& crossings() const { return m_crossings; }
    /// Rings that begin within the extent of the other shape; all others begin outside it.
    const std::vector<RingStart>& planStarts() const { return m_planStarts; }
    const std::vector<RingStart>& controlStarts() const { return m_controlStarts; }
    /// True if two edges pass through each other, both in their midst.
    bool hasProper() const { return m_proper; }
    /// True if anything is summed at all.
    bool isAny() const;

    /// Integral along the ring from its beginning to the crossing.
    DoubleDouble planSum(const ShapeCursor& plan, const BoundaryCrossing& crossing) const;
    DoubleDouble controlSum(const ShapeCursor& control, const BoundaryCrossing& crossing) const;

private:
    void runs(const ShapeCursor::Run& plan, const ShapeCursor::Run& control);
    void edges(const ShapeCursor::Run& plan, std::uint32_t i, const ShapeCursor::Run& control, std::uint32_t j);

    std::vector<BoundaryCrossing> m_crossings;
    std::vector<RingStart> m_planStarts, m_controlStarts;
    bool m_proper = false;
};

}  // namespace gis
