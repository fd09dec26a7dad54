// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/SelfCrossing.h"

#include <algorithm>

namespace layers {

namespace {

constexpr std::size_t mostVertices = 2000;

struct Edge {
    gis::Coordinate from, to;
};

double cross(gis::Coordinate origin, gis::Coordinate a, gis::Coordinate b) {
    return (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x);
}

bool isWithin(const Edge& edge, gis::Coordinate position) {
    return cross(edge.from, edge.to, position) == 0 && position.x >= std::min(edge.from.x, edge.to.x) &&
           position.x <= std::max(edge.from.x, edge.to.x) && position.y >= std::min(edge.from.y, edge.to.y) &&
           position.y <= std::max(edge.from.y, edge.to.y);
}

/// Where two edges meet. Neighbours share an end, which does not count unless one folds back over the other.
std::optional<gis::Coordinate> meeting(const Edge& a, const Edge& b) {
    if (a.from == b.to && a.to == b.from)  // there and back
        return gis::Coordinate{(a.from.x + a.to.x) / 2, (a.from.y + a.to.y) / 2};
    const double fromSide = cross(b.from, b.to, a.from);
    const double toSide = cross(b.from, b.to, a.to);
    const double otherFrom = cross(a.from, a.to, b.from);
    const double otherTo = cross(a.from, a.to, b.to);
    if (fromSide * toSide < 0 && otherFrom * otherTo < 0) {
        const double part = fromSide / (fromSide - toSide);
        return gis::Coordinate{a.from.x + part * (a.to.x - a.from.x), a.from.y + part * (a.to.y - a.from.y)};
    }
    for (const gis::Coordinate end : {a.from, a.to})
        if (!(end == b.from) && !(end == b.to) && isWithin(b, end)) return end;
    for (const gis::Coordinate end : {b.from, b.to})
        if (!(end == a.from) && !(end == a.to) && isWithin(a, end)) return end;
    return std::nullopt;
}

bool isPoint(const Edge& edge) { return edge.from == edge.to; }

/// The first meeting of `edge` with the edges of a range of sequences; itself and edges without length are passed over.
std::optional<gis::Coordinate> meetingWith(const gis::Geometry& geometry, std::size_t part, const Edge& edge) {
    if (isPoint(edge)) return std::nullopt;
    for (std::size_t s = geometry.partBegin(part); s < geometry.partEnd(part); ++s) {
        const auto ring = geometry.sequence(s);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Edge other{ring[i], ring[i + 1]};
            if (isPoint(other) || (other.from == edge.from && other.to == edge.to)) continue;
            if (const auto place = meeting(edge, other)) return place;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> partOf(const gis::Geometry& geometry, std::size_t sequence) {
    for (std::size_t part = 0; part < geometry.partCount(); ++part)
        if (sequence >= geometry.partBegin(part) && sequence < geometry.partEnd(part)) return part;
    return std::nullopt;
}

}  // namespace

std::optional<gis::Coordinate> crossingAtVertex(const gis::Geometry& geometry, VertexPlace vertex) {
    const auto part = geometry.dimension() == 2 ? partOf(geometry, vertex.sequence) : std::nullopt;
    if (!part) return std::nullopt;
    const auto ring = geometry.sequence(vertex.sequence);
    const std::size_t count = vertexCount(geometry, vertex.sequence);
    if (vertex.index >= count || count < 3) return std::nullopt;
    const Edge before{ring[(vertex.index + count - 1) % count], ring[vertex.index]};
    const Edge after{ring[vertex.index], ring[vertex.index + 1]};
    if (const auto place = meetingWith(geometry, *part, before)) return place;
    return meetingWith(geometry, *part, after);
}

std::optional<gis::Coordinate> crossingOf(const gis::Geometry& geometry) {
    if (geometry.dimension() != 2 || geometry.coordinateCount() > mostVertices) return std::nullopt;
    for (std::size_t part = 0; part < geometry.partCount(); ++part)
        for (std::size_t s = geometry.partBegin(part); s < geometry.partEnd(part); ++s) {
            const auto ring = geometry.sequence(s);
            for (std::size_t i = 0; i + 1 < ring.size(); ++i)
                if (const auto place = meetingWith(geometry, part, {ring[i], ring[i + 1]})) return place;
        }
    return std::nullopt;
}

}  // namespace layers
