// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/EdgeEvents.h"

#include <cmath>

#include "gis/overlap/EdgeCrossing.h"
#include "gis/overlap/Orientation.h"
#include "gis/overlap/Winding.h"

namespace gis {

namespace {

int sign(double value) { return value > 0 ? 1 : value < 0 ? -1 : 0; }

double alongOf(Coordinate c, Coordinate p, Coordinate q) {
    const bool byX = std::fabs(q.x - p.x) >= std::fabs(q.y - p.y);
    return std::clamp(byX ? (c.x - p.x) / (q.x - p.x) : (c.y - p.y) / (q.y - p.y), 0.0, 1.0);
}

// Positions on one line: an exact order along p → q.
int compareVertices(Coordinate p, Coordinate q, Coordinate first, Coordinate second) {
    return p.x != q.x ? sign(first.x - second.x) * sign(q.x - p.x) : sign(first.y - second.y) * sign(q.y - p.y);
}

EdgePlace vertexPlace(Coordinate p, Coordinate q, Coordinate vertex) {
    return {true, vertex, {}, {}, alongOf(vertex, p, q)};
}

EdgeEvent event(const EdgeEvent& where, const EdgePlace& place, int winding, int boundary) {
    return {where.sequence, where.edge, place, winding, boundary};
}

void addStretch(Coordinate p, Coordinate q, Coordinate a, Coordinate b, const EdgeEvent& where,
                std::vector<EdgeEvent>& events) {
    if (compareVertices(p, q, a, b) > 0) std::swap(a, b);
    const Coordinate from = compareVertices(p, q, a, p) > 0 ? a : p;
    const Coordinate to = compareVertices(p, q, b, q) < 0 ? b : q;
    const int order = compareVertices(p, q, from, to);
    if (order > 0) return;
    events.push_back(event(where, vertexPlace(p, q, from), 0, order < 0 ? 1 : 0));
    events.push_back(event(where, vertexPlace(p, q, to), 0, order < 0 ? -1 : 0));
}

}  // namespace

void addEvents(Coordinate p, Coordinate q, Coordinate a, Coordinate b, const EdgeEvent& where,
               std::vector<EdgeEvent>& events) {
    if (!boxesMeet(p, q, a, b)) return;
    const double sideP = orientation(a, b, p), sideQ = orientation(a, b, q);
    if (sideP == 0 && sideQ == 0) return addStretch(p, q, a, b, where, events);
    const double sideA = orientation(p, q, a), sideB = orientation(p, q, b);
    if (sign(sideP) * sign(sideQ) > 0 || sign(sideA) * sign(sideB) > 0) return;
    const int leftQ = shiftedSide(sideQ, a, b, Shift::Plus);
    const bool passes = shiftedSide(sideP, a, b, Shift::Plus) != leftQ &&
                        shiftedSide(sideA, p, q, Shift::Minus) != shiftedSide(sideB, p, q, Shift::Minus);
    const bool proper = sideP != 0 && sideQ != 0 && sideA != 0 && sideB != 0;
    const int change = passes ? leftQ : 0;
    if (!proper) {
        const PrecisePlace vertex = crossingPlace(p, q, sideP, sideQ, a, b, sideA, sideB);
        events.push_back(event(where, vertexPlace(p, q, vertex.rounded()), change, 0));
        return;
    }
    const DoubleDouble share = crossingShare(p, q, a, b);
    const EdgePlace found{false, placeAt(share, p, q).rounded(), a, b, std::clamp(share.value(), 0.0, 1.0)};
    events.push_back(event(where, found, change, 0));
}

int comparePlaces(Coordinate p, Coordinate q, const EdgePlace& first, const EdgePlace& second) {
    if (first.isVertex && second.isVertex) return compareVertices(p, q, first.position, second.position);
    if (!first.isVertex && !second.isVertex) return compareAlong(p, q, first.a, first.b, second.a, second.b);
    const EdgePlace& passing = first.isVertex ? second : first;
    const EdgePlace& vertex = first.isVertex ? first : second;
    const int sideOfVertex = sign(orientation(passing.a, passing.b, vertex.position));
    const int sideOfP = sign(orientation(passing.a, passing.b, p));
    const int order = sideOfVertex == 0 ? 0 : sideOfVertex == sideOfP ? -1 : 1;  // of the vertex to the passing edge
    return first.isVertex ? order : -order;
}

}  // namespace gis
