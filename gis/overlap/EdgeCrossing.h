// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "gis/overlap/PrecisePlace.h"
#include "gis/overlap/ShapeCursor.h"

namespace gis {

/// Where the line through a and b meets the edge p → q, as a share of the edge. Not for parallel ones. Orientations in
/// double precision would not do: where both are near 0 their quotient is anything.
inline DoubleDouble crossingShare(Coordinate p, Coordinate q, Coordinate a, Coordinate b) {
    const DoubleDouble alongX = DoubleDouble::difference(b.x, a.x), alongY = DoubleDouble::difference(b.y, a.y);
    const DoubleDouble toX = DoubleDouble::difference(a.x, p.x), toY = DoubleDouble::difference(a.y, p.y);
    const DoubleDouble stepX = DoubleDouble::difference(q.x, p.x), stepY = DoubleDouble::difference(q.y, p.y);
    return (toX * alongY - toY * alongX) / (stepX * alongY - stepY * alongX);
}

inline PrecisePlace placeAt(DoubleDouble share, Coordinate p, Coordinate q) {
    return {DoubleDouble::difference(q.x, p.x) * share + DoubleDouble{p.x, 0},
            DoubleDouble::difference(q.y, p.y) * share + DoubleDouble{p.y, 0}};
}

/// Where the edges p → q and a → b meet, told by which side of the one each end of the other lies on. Not for parallel
/// edges. A vertex that lies on the other edge is the very place.
inline PrecisePlace crossingPlace(Coordinate p, Coordinate q, double sideP, double sideQ, Coordinate a, Coordinate b,
                                  double sideA, double sideB) {
    if (sideP == 0) return PrecisePlace::at(p);
    if (sideQ == 0) return PrecisePlace::at(q);
    if (sideA == 0) return PrecisePlace::at(a);
    if (sideB == 0) return PrecisePlace::at(b);
    return placeAt(crossingShare(p, q, a, b), p, q);
}

inline Extent edgeBox(Coordinate p, Coordinate q) {
    return {std::min(p.x, q.x), std::min(p.y, q.y), std::max(p.x, q.x), std::max(p.y, q.y)};
}

inline bool boxesMeet(Coordinate p, Coordinate q, Coordinate a, Coordinate b) {
    return edgeBox(p, q).meets(edgeBox(a, b));
}

inline bool edgeMeets(Coordinate p, Coordinate q, const Extent& box) { return edgeBox(p, q).meets(box); }

/// Edges of a run that meet a box.
struct KeptEdges {
    std::array<std::uint8_t, RunTree::runLength> edges;
    std::uint32_t count = 0;

    KeptEdges(const ShapeCursor::Run& run, const Extent& box) {
        for (std::uint32_t i = 0; i < run.count; ++i) {
            edges[count] = static_cast<std::uint8_t>(i);
            count += static_cast<std::uint32_t>(edgeMeets(run.positions[i], run.positions[i + 1], box));
        }
    }
};

}  // namespace gis
