// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "gis/geometry/Extent.h"

namespace gis {

/// A place on an edge p → q: an input vertex that lies exactly on it, or where the edge a → b passes through it in the
/// midst of both.
struct EdgePlace {
    bool isVertex = true;
    Coordinate position;  ///< exact for a vertex, else rounded
    Coordinate a, b;      ///< of a passing edge
    double along = 0;     ///< 0..1, rounded
};

/// What happens to a line at a place of one of its edges.
struct EdgeEvent {
    std::uint32_t sequence = 0, edge = 0;  ///< of the line
    EdgePlace place;
    int winding = 0;   ///< change of the zone's winding number about the shifted line
    int boundary = 0;  ///< 1: a stretch on the zone's boundary begins, -1: one ends
};

/// Adds what the edge a → b of a zone means to the edge p → q of a line: nothing, a touch, a passage, a common stretch.
/// The line is shifted as the plan is (see Winding.h).
void addEvents(Coordinate p, Coordinate q, Coordinate a, Coordinate b, const EdgeEvent& where,
               std::vector<EdgeEvent>& events);

/// The exact order of two places along p → q: negative if `first` comes before `second`, 0 for the same place.
int comparePlaces(Coordinate p, Coordinate q, const EdgePlace& first, const EdgePlace& second);

}  // namespace gis
