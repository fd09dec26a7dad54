// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "gis/base/Result.h"
#include "gis/geometry/Geometry.h"

namespace layers {

/// A vertex of a geometry: the sequence (line, ring or point) and the position within it. The closing vertex of a
/// ring is the same corner as the first and is named by index 0.
struct VertexPlace {
    std::size_t sequence = 0;
    std::size_t index = 0;
    bool operator==(const VertexPlace&) const = default;
};

// Pure functions; positions in the units of the geometry's own CRS; an unknown place leaves the geometry as it was.

/// The geometry with one vertex elsewhere. Rings stay closed.
gis::Geometry withVertexMoved(const gis::Geometry& geometry, VertexPlace place, gis::Coordinate to);
/// The geometry with a new vertex behind `place`: on the edge from there to the next one (or, behind the last vertex
/// of a line, a longer line). Points are not changed.
gis::Geometry withVertexInserted(const gis::Geometry& geometry, VertexPlace behind, gis::Coordinate position);
/// The geometry without one vertex. A hole or part that would have too few vertices goes as a whole; InvalidArgument
/// if nothing would be left.
gis::Result<gis::Geometry> withVertexRemoved(const gis::Geometry& geometry, VertexPlace place);
/// Every vertex moved by the same step.
gis::Geometry translated(const gis::Geometry& geometry, double dx, double dy);

/// Number of distinct vertices of a sequence: rings without their closing one.
std::size_t vertexCount(const gis::Geometry& geometry, std::size_t sequence);
/// Where the vertex lies; the place must exist.
gis::Coordinate vertexAt(const gis::Geometry& geometry, VertexPlace place);

}  // namespace layers
