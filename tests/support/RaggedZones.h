// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

#include "tests/support/GridPolygons.h"

/// Large zones like those from a vectorised raster: blotches of cells with ragged edges, many holes and islands. Zones of
/// one net fit to each other vertex by vertex.
namespace ragged {

/// `size` × `size` cells, each in or out, blotchy.
inline grid::Choice blotches(grid::Random& random, int size, int rounds) {
    std::vector<int> cells(static_cast<std::size_t>(size) * static_cast<std::size_t>(size));
    for (int& cell : cells) cell = grid::chance(random, 0.5) ? 1 : 0;
    const auto at = [&](const std::vector<int>& all, int x, int y) {
        return x < 0 || y < 0 || x >= size || y >= size ? 0 : all[static_cast<std::size_t>(y * size + x)];
    };
    for (int round = 0; round < rounds; ++round) {
        const std::vector<int> before = cells;
        for (int y = 0; y < size; ++y) {
            for (int x = 0; x < size; ++x) {
                int sum = 0;
                for (int dy = -1; dy <= 1; ++dy)
                    for (int dx = -1; dx <= 1; ++dx) sum += at(before, x + dx, y + dy);
                cells[static_cast<std::size_t>(y * size + x)] = sum >= 5 ? 1 : 0;
            }
        }
    }
    grid::Choice chosen;
    for (const int cell : cells) chosen.insert(chosen.end(), 2, cell == 1);
    return chosen;
}

/// Between two neighbouring vertices three more, each off the edge by less than a tenth of its length, so that the edge
/// stays within its own diamond and meets no other. The same from both sides.
inline void addEdge(gis::GeometryBuilder& builder, grid::Node a, grid::Node b, double cell, gis::Coordinate origin,
                    double angle) {
    const bool forward = a.x < b.x || (a.x == b.x && a.y < b.y);
    const grid::Node low = forward ? a : b, high = forward ? b : a;
    grid::Random own(static_cast<std::uint64_t>(low.x) * 1'000'003 + static_cast<std::uint64_t>(low.y) * 7919 +
                     static_cast<std::uint64_t>(high.x));
    std::uniform_real_distribution<double> share(-1, 1);
    const double offsets[] = {0, 0.07 * share(own), 0.09 * share(own), 0.07 * share(own)};
    const double c = std::cos(angle), s = std::sin(angle);
    for (int i = 0; i < 4; ++i) {
        const int step = forward ? i : (4 - i) % 4;  // vertices between are always computed from the lower end
        const grid::Node from = i == 0 ? a : low;
        const double t = i == 0 ? 0 : step / 4.0;
        const double x = from.x + t * (high.x - low.x) - (i == 0 ? 0 : offsets[step]) * (high.y - low.y);
        const double y = from.y + t * (high.y - low.y) + (i == 0 ? 0 : offsets[step]) * (high.x - low.x);
        builder.add({origin.x + cell * (c * x - s * y), origin.y + cell * (s * x + c * y)});
    }
}

inline gis::Geometry zone(const grid::Net& net, const grid::Choice& chosen, double cell, gis::Coordinate origin,
                          double angle) {
    gis::GeometryBuilder builder(2);
    for (const auto& rings : grid::Outline(net, chosen).parts()) {
        for (const auto& ring : rings) {
            for (std::size_t i = 0; i < ring.size(); ++i)
                addEdge(builder, ring[i], ring[(i + 1) % ring.size()], cell, origin, angle);
            builder.endSequence();
        }
        builder.endPart();
    }
    return builder.build();
}

}  // namespace ragged
