// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "gis/engine/Overlay.h"

namespace gis {

namespace {

/// Shoelace formula about the ring's first vertex, so that large coordinates do not eat the digits.
double ringArea(std::span<const Coordinate> ring) {
    if (ring.size() < 4) return 0;
    const Coordinate origin = ring.front();
    double twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const double x1 = ring[i].x - origin.x;
        const double y1 = ring[i].y - origin.y;
        const double x2 = ring[i + 1].x - origin.x;
        const double y2 = ring[i + 1].y - origin.y;
        twice += x1 * y2 - x2 * y1;
    }
    return std::fabs(twice) / 2;
}

}  // namespace

double planeArea(const Geometry& geometry) {
    if (geometry.dimension() != 2) return 0;
    double total = 0;
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        double area = ringArea(geometry.sequence(geometry.partBegin(part)));
        for (std::size_t hole = geometry.partBegin(part) + 1; hole < geometry.partEnd(part); ++hole)
            area -= ringArea(geometry.sequence(hole));
        total += area;
    }
    return total;
}

double planeLength(const Geometry& geometry) {
    if (geometry.dimension() < 1) return 0;
    double total = 0;
    for (std::size_t index = 0; index < geometry.sequenceCount(); ++index) {
        const auto line = geometry.sequence(index);
        for (std::size_t i = 1; i < line.size(); ++i)
            total += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    }
    return total;
}

}  // namespace gis
