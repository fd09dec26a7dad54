// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "gis/geometry/Extent.h"

/// A closed ring about `centre` with corners at random distances from 0.3 to 1 `radius` (in the units of the
/// coordinates, `stretch` times as wide as high). Never crosses itself.
template <class Random>
std::vector<gis::Coordinate> starRing(Random& random, gis::Coordinate centre, double radius, double stretch = 1) {
    const int corners = std::uniform_int_distribution<int>(5, 14)(random);
    std::uniform_real_distribution<double> share(0.3, 1.0);
    std::uniform_real_distribution<double> jitter(-0.3, 0.3);
    std::vector<gis::Coordinate> ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * (i + jitter(random)) / corners;
        const double distance = radius * share(random);
        ring.push_back({centre.x + stretch * distance * std::cos(angle), centre.y + distance * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

/// The ring with vertices put on each edge so that none is longer than `step`, both in units of the coordinates.
inline std::vector<gis::Coordinate> densified(const std::vector<gis::Coordinate>& ring, double step) {
    std::vector<gis::Coordinate> dense;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const auto a = ring[i];
        const auto b = ring[i + 1];
        const int pieces = std::max(1, static_cast<int>(std::ceil(std::hypot(b.x - a.x, b.y - a.y) / step)));
        for (int k = 0; k < pieces; ++k) {
            const double t = static_cast<double>(k) / pieces;
            dense.push_back({std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t)});
        }
    }
    dense.push_back(ring.back());
    return dense;
}
