// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/Extent.h"

namespace gis {

/// Where the edges p → q and a → b meet, told by which side of the one each end of the other lies on. Not for parallel
/// edges. A vertex that lies on the other edge is the very place; else it is reckoned once, from the nearer end.
inline Coordinate crossingPlace(Coordinate p, Coordinate q, double sideP, double sideQ, Coordinate a, Coordinate b,
                                double sideA, double sideB) {
    if (sideP == 0) return p;
    if (sideQ == 0) return q;
    if (sideA == 0) return a;
    if (sideB == 0) return b;
    const double whole = sideP - sideQ;
    const bool nearP = (sideP < 0 ? -sideP : sideP) <= (sideQ < 0 ? -sideQ : sideQ);
    const double share = nearP ? sideP / whole : -sideQ / whole;
    return nearP ? Coordinate{p.x + share * (q.x - p.x), p.y + share * (q.y - p.y)}
                 : Coordinate{q.x + share * (p.x - q.x), q.y + share * (p.y - q.y)};
}

inline bool boxesMeet(Coordinate p, Coordinate q, Coordinate a, Coordinate b) {
    return std::min(p.x, q.x) <= std::max(a.x, b.x) && std::min(a.x, b.x) <= std::max(p.x, q.x) &&
           std::min(p.y, q.y) <= std::max(a.y, b.y) && std::min(a.y, b.y) <= std::max(p.y, q.y);
}

inline bool edgeMeets(Coordinate p, Coordinate q, const Extent& box) {
    return std::min(p.x, q.x) <= box.maxX && box.minX <= std::max(p.x, q.x) && std::min(p.y, q.y) <= box.maxY &&
           box.minY <= std::max(p.y, q.y);
}

}  // namespace gis
