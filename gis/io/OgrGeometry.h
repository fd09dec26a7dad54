// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/Geometry.h"
#include "gis/io/Gdal.h"

namespace gis::gdal {

/// What of an OGR geometry could not be kept as it was.
struct GeometryLosses {
    bool heights = false;     ///< Z or M values
    bool curves = false;      ///< arcs were made of straight pieces
    bool lowerParts = false;  ///< parts of a collection below its highest dimension
    bool notFinite = false;   ///< a coordinate is NaN or infinite (it stays as it is)
    bool unknownType = false;
};

/// An OGR geometry as ours. `scratch` is storage kept between calls.
Geometry fromOgr(OGRGeometryH geometry, GeometryLosses& losses, std::vector<Coordinate>& scratch);

/// Ours as OGR's; null for an empty one. `multi`: as a Multi… type even if there is one part.
GeometryHandle toOgr(const Geometry& geometry, bool multi);

/// Our type for OGR's, Empty for unknown ones and collections.
GeometryType typeFromOgr(OGRwkbGeometryType type);
OGRwkbGeometryType typeToOgr(GeometryType type);
/// "MultiPolygon", "LineString Z", "Unknown", "None".
std::string typeName(OGRwkbGeometryType type);

}  // namespace gis::gdal
