// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/SharedInterior.h"

#include <algorithm>

#include "gis/overlap/Expansion.h"

namespace gis {

namespace {

/// A change of the winding number of the other shape along a ring.
struct Change {
    std::uint32_t sequence = 0, edge = 0;
    int by = 0;
    Coordinate place;
};

// Twice the area of the triangle of the origin and the edge, `times` times.
void addEdge(Expansion& sum, int times, Coordinate from, Coordinate to) {
    if (times == 0 || from == to) return;
    sum.addProduct(times, from.x, to.y);
    sum.addProduct(-times, from.y, to.x);
}

// One ring: each edge as often as the other shape winds around it.
void addRing(Expansion& sum, std::span<const Coordinate> ring, int winding, std::span<const Change> changes) {
    auto next = changes.begin();
    const auto edges = static_cast<std::uint32_t>(ring.size() - 1);
    for (std::uint32_t edge = 0; edge < edges; ++edge) {
        if (winding == 0) {
            if (next == changes.end()) return;
            edge = next->edge;
        }
        addEdge(sum, winding, ring[edge], ring[edge + 1]);
        for (; next != changes.end() && next->edge == edge; ++next) {
            addEdge(sum, next->by, next->place, ring[edge + 1]);
            winding += next->by;
        }
    }
}

void addShape(Expansion& sum, const PackedShapes& shapes, const std::vector<RingStart>& starts,
              std::vector<Change>& changes) {
    std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
        return a.sequence != b.sequence ? a.sequence < b.sequence : a.edge < b.edge;
    });
    const auto windingAt = [&](std::uint32_t sequence) {
        const auto start =
            std::find_if(starts.begin(), starts.end(), [=](const RingStart& s) { return s.sequence == sequence; });
        return start == starts.end() ? 0 : start->winding;
    };
    for (const RingStart& start : starts) {
        const bool changed =
            std::binary_search(changes.begin(), changes.end(), Change{start.sequence, 0, 0, {}},
                               [](const Change& a, const Change& b) { return a.sequence < b.sequence; });
        if (!changed && start.winding != 0) addRing(sum, shapes.sequence(start.sequence), start.winding, {});
    }
    for (auto first = changes.begin(); first != changes.end();) {
        const auto last =
            std::find_if(first, changes.end(), [&](const Change& c) { return c.sequence != first->sequence; });
        addRing(sum, shapes.sequence(first->sequence), windingAt(first->sequence), {first, last});
        first = last;
    }
}

}  // namespace

bool sharesInterior(const ShapeCursor& plan, const ShapeCursor& control, const BoundaryCrossings& crossings) {
    std::vector<Change> ofPlan, ofControl;
    for (const BoundaryCrossing& c : crossings.crossings()) {
        ofPlan.push_back({c.planSequence, c.planEdge, c.planEnters, c.place.rounded()});
        ofControl.push_back({c.controlSequence, c.controlEdge, -c.planEnters, c.place.rounded()});
    }
    Expansion sum;
    addShape(sum, plan.layer().shapes, crossings.planStarts(), ofPlan);
    addShape(sum, control.layer().shapes, crossings.controlStarts(), ofControl);
    return sum.sign() > 0;
}

}  // namespace gis
