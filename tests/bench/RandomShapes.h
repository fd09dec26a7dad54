// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "gis/geometry/Geometry.h"

namespace bench {

/// A ragged star of `corners` corners about a centre, radii between half and the whole of `radius`; fixed by the seed.
inline gis::Geometry star(gis::Coordinate centre, double radius, std::size_t corners, std::mt19937_64& random) {
    std::uniform_real_distribution<double> share(0.5, 1.0);
    std::vector<gis::Coordinate> ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double r = radius * share(random);
        ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    return gis::Geometry::polygon({ring});
}

/// `count` stars spread over a square of `side` metres from E 500000, N 3400000 (EPSG:4545).
inline std::vector<gis::Geometry> stars(std::size_t count, double side, double radius, std::size_t corners,
                                        std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> place(0, side);
    std::vector<gis::Geometry> shapes;
    for (std::size_t i = 0; i < count; ++i) {
        const gis::Coordinate centre{500'000 + place(random), 3'400'000 + place(random)};
        shapes.push_back(star(centre, radius, corners, random));
    }
    return shapes;
}

}  // namespace bench
