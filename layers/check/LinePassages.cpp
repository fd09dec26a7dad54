// SPDX-License-Identifier: Apache-2.0
#include "layers/check/LinePassages.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "gis/feature/SpatialIndex.h"

namespace layers {

namespace {

using gis::Coordinate;
using gis::Extent;

// Error-free sum and product (Knuth, Dekker): value = high + low exactly.
struct TwoPart {
    double high, low;
};
TwoPart exactSum(double a, double b) {
    const double sum = a + b;
    const double part = sum - a;
    return {sum, (a - (sum - part)) + (b - part)};
}
TwoPart exactProduct(double a, double b) {
    const double product = a * b;
    return {product, std::fma(a, b, -product)};
}
TwoPart product(TwoPart a, TwoPart b) {
    TwoPart p = exactProduct(a.high, b.high);
    p.low += a.high * b.low + a.low * b.high;
    return exactSum(p.high, p.low);
}

// > 0 if c lies to the left of a → b, 0 if on the line. Plain where the sign is sure, else double-double.
double orientation(Coordinate a, Coordinate b, Coordinate c) {
    const double left = (b.x - a.x) * (c.y - a.y);
    const double right = (b.y - a.y) * (c.x - a.x);
    const double plain = left - right;
    if (std::fabs(plain) > 4e-16 * (std::fabs(left) + std::fabs(right)) * 2) return plain;
    const TwoPart l = product(exactSum(b.x, -a.x), exactSum(c.y, -a.y));
    const TwoPart r = product(exactSum(b.y, -a.y), exactSum(c.x, -a.x));
    const TwoPart high = exactSum(l.high, -r.high);
    return high.high + (high.low + (l.low - r.low));
}

int sign(double value) { return value > 0 ? 1 : value < 0 ? -1 : 0; }

struct Edge {
    Coordinate a, b;
};
Extent boxOf(const Edge& edge) {
    Extent box;
    box.include(edge.a);
    box.include(edge.b);
    return box;
}

// Where c, which lies on the line through p and q, stands along it: 0 at p, 1 at q. One formula for all edges that
// meet in a vertex, so that they agree on its place to the last bit.
double placeOf(Coordinate c, Coordinate p, Coordinate q) {
    const bool alongX = std::fabs(q.x - p.x) >= std::fabs(q.y - p.y);
    return alongX ? (c.x - p.x) / (q.x - p.x) : (c.y - p.y) / (q.y - p.y);
}

struct Stretch {
    double from, to;
};

// What one edge of the line meets: places where something happens, and stretches on the boundary.
struct Meetings {
    std::vector<double> places;
    std::vector<Stretch> onBoundary;

    void addPlace(double place) { places.push_back(std::clamp(place, 0.0, 1.0)); }
    void addCollinear(const Edge& zone, Coordinate p, Coordinate q) {
        const double first = placeOf(zone.a, p, q);
        const double second = placeOf(zone.b, p, q);
        const double from = std::max(0.0, std::min(first, second));
        const double to = std::min(1.0, std::max(first, second));
        if (from > to) return;
        addPlace(from);
        addPlace(to);
        if (from < to) onBoundary.push_back({from, to});
    }
    void addCrossing(const Edge& zone, Coordinate p, Coordinate q) {
        const double sideA = orientation(p, q, zone.a);
        const double sideB = orientation(p, q, zone.b);
        if (sideA == 0 && sideB == 0) return addCollinear(zone, p, q);
        if (sign(sideA) * sign(sideB) > 0) return;
        const double sideP = orientation(zone.a, zone.b, p);
        const double sideQ = orientation(zone.a, zone.b, q);
        if (sign(sideP) * sign(sideQ) > 0) return;
        if (sideA == 0) return addPlace(placeOf(zone.a, p, q));
        if (sideB == 0) return addPlace(placeOf(zone.b, p, q));
        addPlace(sideP / (sideP - sideQ));
    }
    bool isOnBoundary(double from, double to) const {
        return std::any_of(onBoundary.begin(), onBoundary.end(),
                           [=](const Stretch& s) { return s.from <= from && to <= s.to; });
    }
};

// The zone's edges that can matter to a line: those that it may meet, and those right of them that a ray may hit.
class ZoneEdges {
public:
    ZoneEdges(const gis::Geometry& zone, const Extent& line) {
        std::vector<Extent> boxes;
        for (std::size_t s = 0; s < zone.sequenceCount(); ++s) {
            const auto ring = zone.sequence(s);
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const Edge edge{ring[i - 1], ring[i]};
                const Extent box = boxOf(edge);
                if (edge.a == edge.b || box.maxX < line.minX || box.maxY < line.minY || box.minY > line.maxY) continue;
                m_edges.push_back(edge);
                boxes.push_back(box);
            }
        }
        m_index = gis::SpatialIndex(boxes);
    }

    Meetings meetings(Coordinate p, Coordinate q) const {
        Meetings met;
        m_index.visit(boxOf({p, q}), [&](std::uint32_t i) {
            met.addCrossing(m_edges[i], p, q);
            return true;
        });
        met.addPlace(0);
        met.addPlace(1);
        std::sort(met.places.begin(), met.places.end());
        return met;
    }

    // For a place that is not on the boundary.
    bool contains(Coordinate place) const {
        bool inside = false;
        const Extent ray{place.x, place.y, std::numeric_limits<double>::max(), place.y};
        m_index.visit(ray, [&](std::uint32_t i) {
            const Edge& edge = m_edges[i];
            const bool upward = edge.b.y > edge.a.y;
            const bool straddles = (edge.a.y > place.y) != (edge.b.y > place.y);
            if (straddles && (orientation(edge.a, edge.b, place) > 0) == upward) inside = !inside;
            return true;
        });
        return inside;
    }

private:
    std::vector<Edge> m_edges;
    gis::SpatialIndex m_index;
};

enum class Side { Unknown, Inside, Outside };

struct Walk {
    const ZoneEdges& zone;
    Side side = Side::Unknown;
    int passages = 0;

    void along(Coordinate p, Coordinate q) {
        const Meetings met = zone.meetings(p, q);
        const double size = std::hypot(q.x - p.x, q.y - p.y);
        const double largest = std::max({std::fabs(p.x), std::fabs(p.y), std::fabs(q.x), std::fabs(q.y)});
        // Shorter than the coordinates can tell: a place, not a stretch.
        const double least = 8 * std::numeric_limits<double>::epsilon() * largest;
        for (std::size_t i = 1; i < met.places.size(); ++i) {
            const double from = met.places[i - 1];
            const double to = met.places[i];
            if ((to - from) * size <= least || met.isOnBoundary(from, to)) continue;
            const double middle = (from + to) / 2;
            const Coordinate place{p.x + (q.x - p.x) * middle, p.y + (q.y - p.y) * middle};
            const Side now = zone.contains(place) ? Side::Inside : Side::Outside;
            if (side != Side::Unknown && side != now) ++passages;
            side = now;
        }
    }
};

}  // namespace

int linePassages(const gis::Geometry& line, const gis::Geometry& zone) {
    if (line.dimension() != 1 || zone.dimension() != 2) return 0;
    const ZoneEdges edges(zone, line.extent());
    Walk walk{edges};
    Coordinate end{std::nan(""), std::nan("")};
    for (std::size_t s = 0; s < line.sequenceCount(); ++s) {
        const auto positions = line.sequence(s);
        // A part that goes on where the last one ended is the same walk.
        if (!(positions.front() == end)) walk.side = Side::Unknown;
        for (std::size_t i = 1; i < positions.size(); ++i)
            if (positions[i - 1] != positions[i]) walk.along(positions[i - 1], positions[i]);
        end = positions.back();
    }
    return walk.passages;
}

}  // namespace layers
