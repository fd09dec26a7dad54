// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/VertexEdit.h"

#include <functional>
#include <vector>

namespace layers {

namespace {

using Line = std::vector<gis::Coordinate>;

bool isRing(const gis::Geometry& geometry) { return geometry.dimension() == 2; }

bool exists(const gis::Geometry& geometry, VertexPlace place) {
    return place.sequence < geometry.sequenceCount() && place.index < vertexCount(geometry, place.sequence);
}

/// The geometry with each sequence (rings without their closing vertex) as `change` gives it back; an empty one is
/// dropped, and a part whose exterior is dropped goes whole.
gis::Geometry rebuilt(const gis::Geometry& geometry, const std::function<void(std::size_t, Line&)>& change) {
    gis::GeometryBuilder builder(geometry.dimension(), gis::isMulti(geometry.type()));
    builder.reserve(geometry.coordinateCount() + 1);
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        for (std::size_t sequence = geometry.partBegin(part); sequence < geometry.partEnd(part); ++sequence) {
            const auto old = geometry.sequence(sequence);
            Line line(old.begin(), old.begin() + static_cast<std::ptrdiff_t>(vertexCount(geometry, sequence)));
            change(sequence, line);
            if (line.empty() && sequence == geometry.partBegin(part)) break;
            for (const gis::Coordinate position : line) builder.add(position);
            builder.endSequence();
        }
        builder.endPart();
    }
    return builder.build();
}

}  // namespace

std::size_t vertexCount(const gis::Geometry& geometry, std::size_t sequence) {
    const std::size_t count = geometry.sequence(sequence).size();
    return isRing(geometry) && count > 0 ? count - 1 : count;
}

gis::Coordinate vertexAt(const gis::Geometry& geometry, VertexPlace place) {
    return geometry.sequence(place.sequence)[place.index];
}

gis::Geometry withVertexMoved(const gis::Geometry& geometry, VertexPlace place, gis::Coordinate to) {
    if (!exists(geometry, place)) return geometry;
    return rebuilt(geometry, [&](std::size_t sequence, Line& line) {
        if (sequence == place.sequence) line[place.index] = to;
    });
}

gis::Geometry withVertexInserted(const gis::Geometry& geometry, VertexPlace behind, gis::Coordinate position) {
    if (!exists(geometry, behind) || geometry.dimension() < 1) return geometry;
    return rebuilt(geometry, [&](std::size_t sequence, Line& line) {
        if (sequence == behind.sequence)
            line.insert(line.begin() + static_cast<std::ptrdiff_t>(behind.index) + 1, position);
    });
}

gis::Result<gis::Geometry> withVertexRemoved(const gis::Geometry& geometry, VertexPlace place) {
    if (!exists(geometry, place)) return geometry;
    const std::size_t least = geometry.dimension() == 2 ? 3 : geometry.dimension() == 1 ? 2 : 1;
    gis::Geometry left = rebuilt(geometry, [&](std::size_t sequence, Line& line) {
        if (sequence != place.sequence) return;
        line.erase(line.begin() + static_cast<std::ptrdiff_t>(place.index));
        if (line.size() < least) line.clear();
    });
    if (left.isEmpty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "without this vertex nothing would be left of the shape"),
                         gis::message("layers", "delete the feature instead"));
    return left;
}

gis::Geometry translated(const gis::Geometry& geometry, double dx, double dy) {
    return rebuilt(geometry, [&](std::size_t, Line& line) {
        for (gis::Coordinate& position : line) position = {position.x + dx, position.y + dy};
    });
}

}  // namespace layers
