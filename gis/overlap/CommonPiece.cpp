// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/CommonPiece.h"

#include <algorithm>

#include "gis/overlap/BoundaryCrossings.h"
#include "gis/overlap/RingParts.h"

namespace gis {

namespace {

/// A crossing on its way along one of the two shapes.
struct Stop {
    std::uint32_t sequence = 0, edge = 0;
    DoubleDouble along;  ///< grows along the edge
    std::uint32_t crossing = 0;
    bool enters = false;  ///< the other shape
};

bool isBefore(const DoubleDouble& a, const DoubleDouble& b) {
    return a.high != b.high ? a.high < b.high : a.low < b.low;
}

DoubleDouble alongEdge(Coordinate from, Coordinate to, const PrecisePlace& place) {
    const double dx = to.x - from.x, dy = to.y - from.y;
    if (std::fabs(dx) >= std::fabs(dy)) return dx > 0 ? place.x : -place.x;
    return dy > 0 ? place.y : -place.y;
}

/// The stops along one shape, in order, and the next one of each crossing on its ring.
class Way {
public:
    std::vector<Stop> stops;

    // False where entries and exits do not take turns.
    bool arrange(const std::vector<RingStart>& starts, std::size_t crossingCount) {
        std::sort(stops.begin(), stops.end(), [](const Stop& a, const Stop& b) {
            if (a.sequence != b.sequence) return a.sequence < b.sequence;
            return a.edge != b.edge ? a.edge < b.edge : isBefore(a.along, b.along);
        });
        m_next.assign(crossingCount, 0);
        m_rank.assign(crossingCount, 0);
        for (std::size_t first = 0; first < stops.size();) {
            std::size_t last = first;
            while (last < stops.size() && stops[last].sequence == stops[first].sequence) ++last;
            if (!arrangeRing(first, last, starts)) return false;
            first = last;
        }
        return true;
    }
    std::uint32_t next(std::uint32_t crossing) const { return m_next[crossing]; }
    /// True if the way from the one to the other goes past the end of the ring.
    bool wraps(std::uint32_t from, std::uint32_t to) const { return m_rank[to] <= m_rank[from]; }
    bool hasRing(std::uint32_t sequence) const {
        return std::binary_search(stops.begin(), stops.end(), Stop{sequence, 0, {}, 0, false},
                                  [](const Stop& a, const Stop& b) { return a.sequence < b.sequence; });
    }

private:
    bool arrangeRing(std::size_t first, std::size_t last, const std::vector<RingStart>& starts) {
        const auto start = std::find_if(starts.begin(), starts.end(),
                                        [&](const RingStart& s) { return s.sequence == stops[first].sequence; });
        bool isInside = start != starts.end() && start->winding != 0;
        for (std::size_t i = first; i < last; ++i) {
            // At one place on one edge the shift decides the order: that in which they take turns.
            std::size_t j = i;
            while (j < last && stops[j].enters == isInside && isSamePlace(stops[i], stops[j])) ++j;
            if (j == last || !isSamePlace(stops[i], stops[j])) return false;
            std::swap(stops[i], stops[j]);
            isInside = stops[i].enters;
        }
        if ((last - first) % 2 != 0) return false;
        for (std::size_t i = first; i < last; ++i) {
            m_next[stops[i].crossing] = stops[i + 1 < last ? i + 1 : first].crossing;
            m_rank[stops[i].crossing] = i;
        }
        return true;
    }
    static bool isSamePlace(const Stop& a, const Stop& b) {
        return a.edge == b.edge && a.along.high == b.along.high && a.along.low == b.along.low;
    }

    std::vector<std::uint32_t> m_next;
    std::vector<std::size_t> m_rank;
};

}  // namespace

struct CommonPiece::Scratch {
    BoundaryCrossings found;
    Way plan, control;
    std::vector<bool> walked;
    RingParts parts;

    void collect(const OverlapLayer& planLayer, const OverlapLayer& controlLayer) {
        plan.stops.clear();
        control.stops.clear();
        std::uint32_t number = 0;
        for (const BoundaryCrossing& c : found.crossings()) {
            const auto planRing = planLayer.shapes.sequence(c.planSequence);
            const auto controlRing = controlLayer.shapes.sequence(c.controlSequence);
            plan.stops.push_back({c.planSequence, c.planEdge,
                                  alongEdge(planRing[c.planEdge], planRing[c.planEdge + 1], c.place), number,
                                  c.planEnters > 0});
            control.stops.push_back({c.controlSequence, c.controlEdge,
                                     alongEdge(controlRing[c.controlEdge], controlRing[c.controlEdge + 1], c.place),
                                     number, c.planEnters < 0});
            ++number;
        }
    }

    // The vertices of a ring behind one edge up to the beginning of another.
    void follow(std::span<const Coordinate> ring, std::uint32_t from, std::uint32_t to, bool wraps) {
        const auto edges = static_cast<std::uint32_t>(ring.size() - 1);
        if (wraps) {
            for (std::uint32_t i = from + 1; i < edges; ++i) parts.add(ring[i]);
            for (std::uint32_t i = 0; i <= to; ++i) parts.add(ring[i]);
            return;
        }
        for (std::uint32_t i = from + 1; i <= to; ++i) parts.add(ring[i]);
    }

    // Along the plan where it is in the control, then along the control where that is in the plan, and so on.
    bool walkFrom(std::uint32_t start, const OverlapLayer& planLayer, const OverlapLayer& controlLayer) {
        const auto& crossings = found.crossings();
        std::uint32_t here = start;
        do {
            if (walked[here]) return false;
            walked[here] = true;
            const BoundaryCrossing& entry = crossings[here];
            const std::uint32_t exitNumber = plan.next(here);
            const BoundaryCrossing& exit = crossings[exitNumber];
            parts.add(entry.place.rounded());
            follow(planLayer.shapes.sequence(entry.planSequence), entry.planEdge, exit.planEdge,
                   plan.wraps(here, exitNumber));
            parts.add(exit.place.rounded());
            const std::uint32_t next = control.next(exitNumber);
            follow(controlLayer.shapes.sequence(exit.controlSequence), exit.controlEdge, crossings[next].controlEdge,
                   control.wraps(exitNumber, next));
            here = next;
        } while (here != start);
        parts.endRing();
        return true;
    }

    void addWhole(const std::vector<RingStart>& starts, const Way& way, const PackedShapes& shapes) {
        for (const RingStart& start : starts) {
            if (start.winding == 0 || way.hasRing(start.sequence)) continue;
            for (const Coordinate c : shapes.sequence(start.sequence)) parts.add(c);
            parts.endRing();
        }
    }
};

CommonPiece::CommonPiece() : m_scratch(std::make_unique<Scratch>()) {}
CommonPiece::CommonPiece(CommonPiece&&) noexcept = default;
CommonPiece::~CommonPiece() = default;

std::optional<Geometry> CommonPiece::trace(const OverlapLayer& plan, std::size_t planShape, const OverlapLayer& control,
                                           std::size_t controlShape) {
    if (plan.shapes.dimensions[planShape] != 2 || control.shapes.dimensions[controlShape] != 2) return Geometry();
    Scratch& s = *m_scratch;
    s.found.find(ShapeCursor(plan, planShape), ShapeCursor(control, controlShape));
    s.collect(plan, control);
    s.parts.clear();
    const std::size_t count = s.found.crossings().size();
    if (!s.plan.arrange(s.found.planStarts(), count) || !s.control.arrange(s.found.controlStarts(), count))
        return std::nullopt;
    s.walked.assign(count, false);
    for (std::uint32_t i = 0; i < count; ++i)
        if (!s.walked[i] && s.found.crossings()[i].planEnters > 0 && !s.walkFrom(i, plan, control)) return std::nullopt;
    s.addWhole(s.found.planStarts(), s.plan, plan.shapes);
    s.addWhole(s.found.controlStarts(), s.control, control.shapes);
    return s.parts.build();
}

}  // namespace gis
