// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/LineWalk.h"

#include "gis/overlap/EdgeCrossing.h"
#include "gis/overlap/Winding.h"

namespace gis {

void LineWalk::findEvents(const ShapeCursor& line, const ShapeCursor& zone) {
    m_events.clear();
    const auto meet = [this](const ShapeCursor::Run& l, const ShapeCursor::Run& z) {
        // The edges of a line are long, those of a zone short: most edges of a run are nowhere near the other run.
        for (std::uint32_t i = 0; i < l.count; ++i) {
            const Coordinate p = l.positions[i], q = l.positions[i + 1];
            const Extent box = edgeBox(p, q);
            if (!box.meets(*z.box)) continue;
            for (std::uint32_t j = 0; j < z.count; ++j)
                if (edgeMeets(z.positions[j], z.positions[j + 1], box))
                    addEvents(p, q, z.positions[j], z.positions[j + 1],
                              EdgeEvent{l.sequence, l.firstEdge + i, {}, 0, 0}, m_events);
        }
    };
    RunPairs(line, zone, meet).all();
    const PackedShapes& shapes = line.layer().shapes;
    std::sort(m_events.begin(), m_events.end(), [&](const EdgeEvent& a, const EdgeEvent& b) {
        if (a.sequence != b.sequence) return a.sequence < b.sequence;
        if (a.edge != b.edge) return a.edge < b.edge;
        const auto positions = shapes.sequence(a.sequence);
        return comparePlaces(positions[a.edge], positions[a.edge + 1], a.place, b.place) < 0;
    });
}

LineOverlap LineWalk::along(const ShapeCursor& line, const ShapeCursor& zone) {
    LineOverlap answer;
    findEvents(line, zone);
    answer.touches = !m_events.empty();
    m_side = Side::Unknown;
    const PackedShapes& shapes = line.layer().shapes;
    const std::uint32_t begin = shapes.sequenceBegin(line.shape());
    m_events.push_back(EdgeEvent{shapes.sequenceEnd(line.shape()), 0, {}, 0, 0});  // a guard
    const EdgeEvent* next = m_events.data();
    for (std::uint32_t s = begin; s < shapes.sequenceEnd(line.shape()); ++s) {
        // A part that goes on where the last one ended is the same walk.
        const auto positions = shapes.sequence(s);
        if (s > begin && positions.front() != shapes.sequence(s - 1).back()) m_side = Side::Unknown;
        m_winding = zone.extent().contains(positions.front()) ? winding(zone, positions.front(), Shift::Plus) : 0;
        m_boundary = 0;
        walkSequence(line, s, next, answer);
    }
    return answer;
}

void LineWalk::walkSequence(const ShapeCursor& line, std::uint32_t sequence, const EdgeEvent*& next,
                            LineOverlap& answer) {
    const PackedShapes& shapes = line.layer().shapes;
    const auto positions = shapes.sequence(sequence);
    const std::uint32_t number = sequence - shapes.sequenceBegin(line.shape());
    const auto edges = static_cast<std::uint32_t>(positions.size() - 1);
    for (std::uint32_t edge = 0; edge < edges; ++edge) {
        const LinePassage start{positions[edge], number, edge, 0, false};
        const std::uint32_t eventful = next->sequence == sequence ? next->edge : edges;
        if (m_winding == 0 && m_boundary == 0 && eventful > edge) {
            // Outside until something happens: one stretch.
            stretch(start, {positions[eventful], number, eventful - 1, 1, false}, answer);
            edge = eventful - 1;
            continue;
        }
        walkEdge(positions[edge], positions[edge + 1], sequence, start, next, answer);
    }
}

void LineWalk::walkEdge(Coordinate p, Coordinate q, std::uint32_t sequence, LinePassage start, const EdgeEvent*& next,
                        LineOverlap& answer) {
    const std::uint32_t edge = start.edge;
    LinePassage here = start;
    const EdgePlace* last = nullptr;
    const EdgePlace startPlace{true, p, {}, {}, 0};
    for (; next->sequence == sequence && next->edge == edge; ++next) {
        const EdgePlace& before = last ? *last : startPlace;
        if (comparePlaces(p, q, before, next->place) < 0) {
            LinePassage there{next->place.position, start.sequence, edge, next->place.along, false};
            there.along = std::max(there.along, here.along);
            stretch(here, there, answer);
            here = there;
        }
        last = &next->place;
        m_winding += next->winding;
        m_boundary += next->boundary;
    }
    const EdgePlace endPlace{true, q, {}, {}, 1};
    if (!last || comparePlaces(p, q, *last, endPlace) < 0) stretch(here, {q, start.sequence, edge, 1, false}, answer);
}

void LineWalk::stretch(const LinePassage& from, const LinePassage& to, LineOverlap& answer) {
    const bool onBoundary = m_boundary > 0;
    const bool inside = m_winding != 0;
    if (onBoundary || inside) {
        answer.touches = true;
        if (to.along > from.along) answer.inside.push_back({from.sequence, from.edge, from.along, to.along});
    }
    if (onBoundary) return;
    const Side side = inside ? Side::Inside : Side::Outside;
    if (m_side != Side::Unknown && m_side != side) {
        LinePassage passage = m_left;
        passage.enters = inside;
        answer.passages.push_back(passage);
    }
    m_side = side;
    m_left = to;
}

}  // namespace gis
