// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstring>

#include "gis/geometry/Geometry.h"
#include "tests/support/GridNet.h"

/// Polygons spoilt at random, as files that were written wrongly or on purpose hold them.
namespace mutation {

using Rings = std::vector<std::vector<std::vector<gis::Coordinate>>>;

inline Rings ringsOf(const gis::Geometry& g) {
    Rings parts(g.partCount());
    for (std::size_t part = 0; part < parts.size(); ++part)
        for (std::size_t s = g.partBegin(part); s < g.partEnd(part); ++s)
            parts[part].emplace_back(g.sequence(s).begin(), g.sequence(s).end());
    return parts;
}
inline gis::Geometry polygonOf(const Rings& parts) {
    gis::GeometryBuilder builder(2);
    for (const auto& part : parts) {
        for (const auto& ring : part) {
            for (const gis::Coordinate c : ring) builder.add(c);
            builder.endSequence();
        }
        builder.endPart();
    }
    return builder.build();
}

/// Finite and below 1e150, as orientation() demands.
inline double bitFlipped(grid::Random& random, double value) {
    for (;;) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        bits ^= std::uint64_t{1} << grid::pick(random, 0, 63);
        double changed = 0;
        std::memcpy(&changed, &bits, sizeof changed);
        if (std::abs(changed) < 1e149) return changed;
    }
}

/// One thing done to one ring. `gently`: only what moves, adds or drops positions that are there already.
inline void mutate(grid::Random& random, Rings& parts, bool gently = false) {
    const auto index = [&random](std::size_t size) {
        return static_cast<std::size_t>(grid::pick(random, 0, static_cast<int>(size) - 1));
    };
    auto& part = parts[index(parts.size())];
    auto& ring = part[index(part.size())];
    if (ring.empty()) return;
    const std::size_t i = index(ring.size());
    const auto at = ring.begin() + static_cast<std::ptrdiff_t>(i);
    gis::Coordinate& c = ring[i];
    double& value = grid::chance(random, 0.5) ? c.x : c.y;
    const auto& donors = parts[index(parts.size())].front();
    const gis::Coordinate donor = donors.empty() ? gis::Coordinate{} : donors[index(donors.size())];
    const double extremes[] = {0.0, -0.0, 5e-324, 2.3e-308, 1e-160, 1e-20, 0x1p53, 1e16, 1e60, 1e149, -1e149};
    switch (grid::pick(random, gently ? 2 : 0, 10)) {
        case 0:
            value = bitFlipped(random, value);
            break;
        case 1:
            value = extremes[index(std::size(extremes))];
            break;
        case 2:
            c = donor;
            break;
        case 3:
            value = donor.x;
            break;
        case 4:
            ring.insert(at, donor);
            break;
        case 5:
            ring.erase(at);
            break;
        case 6:
            std::swap(c, ring[index(ring.size())]);
            break;
        case 7:
            c = {std::nextafter(c.x, donor.x), std::nextafter(c.y, donor.y)};
            break;
        case 8:
            ring.insert(at, static_cast<std::size_t>(grid::pick(random, 1, 40)), gis::Coordinate(c));
            break;
        case 9:
            part.push_back(std::vector<gis::Coordinate>(ring));
            break;
        default:
            c = {(c.x + donor.x) / 2, (c.y + donor.y) / 2};
    }
}

}  // namespace mutation
