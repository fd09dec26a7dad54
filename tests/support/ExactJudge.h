// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <optional>
#include <vector>

#include "gis/geometry/Geometry.h"
#include "tests/support/SmallRational.h"

/// What polygons, lines and points have in common, by the slowest way that is plainly right, in exact fractions. It
/// shares nothing with the engine that it judges: insides by counting crossings of a ray, areas by vertical slabs
/// between all abscissae at which anything happens. Polygons must be valid; the orientation of rings does not matter.
///
/// Number is SmallRational for small whole coordinates, Rational for any doubles, and may be Quad (113 bits, not
/// exact) for areas of large shapes.
namespace exact {

using Rational = boost::multiprecision::cpp_rational;
using Quad = __float128;

inline double toDouble(const Rational& value) { return value.convert_to<double>(); }
inline double toDouble(Quad value) { return static_cast<double>(value); }

/// What areas are added up in: exact where that is cheap, 64 bits for the small fractions, whose sum would overflow.
inline long double toTotal(const SmallRational& value) { return value.value(); }
inline Rational toTotal(const Rational& value) { return value; }
inline Quad toTotal(Quad value) { return value; }
inline double toDouble(long double value) { return static_cast<double>(value); }

template <class Number>
int signOf(const Number& value) {
    return value > Number(0) ? 1 : value < Number(0) ? -1 : 0;
}

template <class Number>
struct Point {
    Number x, y;
    Point() = default;
    Point(Number px, Number py) : x(std::move(px)), y(std::move(py)) {}
    explicit Point(gis::Coordinate c) : x(c.x), y(c.y) {}
    bool operator==(const Point& other) const { return x == other.x && y == other.y; }
};

/// Twice the area of the triangle.
template <class Number>
Number cross(const Point<Number>& a, const Point<Number>& b, const Point<Number>& c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

template <class Number>
struct Edge {
    Point<Number> a, b;
    gis::Extent box;
    Edge(gis::Coordinate from, gis::Coordinate to) : a(from), b(to) {
        box.include(from);
        box.include(to);
    }
};

/// All edges of all rings or lines, in order.
template <class Number>
std::vector<Edge<Number>> edgesOf(const gis::Geometry& geometry) {
    std::vector<Edge<Number>> edges;
    for (std::size_t s = 0; s < geometry.sequenceCount(); ++s) {
        const auto sequence = geometry.sequence(s);
        for (std::size_t i = 1; i < sequence.size(); ++i)
            if (!(sequence[i - 1] == sequence[i])) edges.emplace_back(sequence[i - 1], sequence[i]);
    }
    return edges;
}

enum class Place { Exterior, Boundary, Interior };

template <class Number>
Place placeOf(const Point<Number>& point, const std::vector<Edge<Number>>& polygon) {
    bool inside = false;
    for (const Edge<Number>& edge : polygon) {
        const bool aAbove = edge.a.y > point.y;
        const bool bAbove = edge.b.y > point.y;
        if (aAbove == bAbove) {  // no crossing of the ray; on the edge only if that is level or ends here
            if (edge.a == point || edge.b == point) return Place::Boundary;
            const bool level = edge.a.y == point.y && edge.b.y == point.y;
            if (level && (edge.a.x < point.x) != (edge.b.x < point.x)) return Place::Boundary;
            continue;
        }
        const int side = signOf(cross(edge.a, edge.b, point));
        if (side == 0) return Place::Boundary;
        if ((side > 0) == bAbove) inside = !inside;  // the edge lies right of the point
    }
    return inside ? Place::Interior : Place::Exterior;
}

/// No two edges cross, and none lie on each other: what the exact test of validity adds to one in doubles.
template <class Number>
bool edgesKeepApart(const gis::Geometry& polygon) {
    const auto edges = edgesOf<Number>(polygon);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        for (std::size_t k = i + 1; k < edges.size(); ++k) {
            const Edge<Number>&e = edges[i], &f = edges[k];
            if (!e.box.meets(f.box)) continue;
            const int fromA = signOf(cross(e.a, e.b, f.a));
            const int fromB = signOf(cross(e.a, e.b, f.b));
            if (fromA * fromB > 0) continue;
            if (fromA == 0 && fromB == 0) {
                const auto key = [&e](const Point<Number>& p) { return e.a.x == e.b.x ? p.y : p.x; };
                const Number first = std::max(std::min(key(e.a), key(e.b)), std::min(key(f.a), key(f.b)));
                const Number last = std::min(std::max(key(e.a), key(e.b)), std::max(key(f.a), key(f.b)));
                if (first < last) return false;
            } else if (fromA * fromB < 0 && signOf(cross(f.a, f.b, e.a)) * signOf(cross(f.a, f.b, e.b)) < 0) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace exact
