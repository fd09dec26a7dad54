// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <limits>

namespace gis {

/// A position in the units of some CRS, in the traditional GIS order: x east or longitude, y north or latitude.
struct Coordinate {
    double x = 0;
    double y = 0;
    bool operator==(const Coordinate&) const = default;
};

/// An axis-parallel box; the default one is empty and meets nothing.
struct Extent {
    double minX = std::numeric_limits<double>::infinity();
    double minY = std::numeric_limits<double>::infinity();
    double maxX = -std::numeric_limits<double>::infinity();
    double maxY = -std::numeric_limits<double>::infinity();

    bool isEmpty() const { return !(minX <= maxX && minY <= maxY); }
    double width() const { return isEmpty() ? 0 : maxX - minX; }
    double height() const { return isEmpty() ? 0 : maxY - minY; }
    Coordinate centre() const { return {(minX + maxX) / 2, (minY + maxY) / 2}; }
    bool operator==(const Extent&) const = default;

    void include(Coordinate c) {
        minX = std::min(minX, c.x);
        minY = std::min(minY, c.y);
        maxX = std::max(maxX, c.x);
        maxY = std::max(maxY, c.y);
    }
    void include(const Extent& other) {
        minX = std::min(minX, other.minX);
        minY = std::min(minY, other.minY);
        maxX = std::max(maxX, other.maxX);
        maxY = std::max(maxY, other.maxY);
    }
    /// Closed boxes: touching ones meet. All four are compared: a branch that is guessed wrong costs more.
    bool meets(const Extent& other) const {
        return static_cast<bool>(static_cast<int>(minX <= other.maxX) & static_cast<int>(other.minX <= maxX) &
                                 static_cast<int>(minY <= other.maxY) & static_cast<int>(other.minY <= maxY));
    }
    bool contains(const Extent& other) const {
        return minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY;
    }
    bool contains(Coordinate c) const { return minX <= c.x && c.x <= maxX && minY <= c.y && c.y <= maxY; }
    /// Grown by `margin` on each side, in the units of the coordinates.
    Extent grown(double margin) const {
        return isEmpty() ? *this : Extent{minX - margin, minY - margin, maxX + margin, maxY + margin};
    }
};

}  // namespace gis
