// SPDX-License-Identifier: Apache-2.0
// Shapes derived from one geometry, and the nearest points of two.
#include <algorithm>
#include <cmath>

#include "gis/engine/Geos.h"
#include "gis/engine/Overlay.h"

namespace gis {

namespace {

tl::unexpected<Error> wrongNumber(double value) {
    return fail(ErrorCode::InvalidArgument, {},
                message("gis", "%1 is not a distance that can be used", {std::to_string(value)}));
}

Result<Coordinate> firstCoordinate(const Result<Geometry>& geometry) {
    if (!geometry) return tl::unexpected<Error>(geometry.error());
    if (geometry->isEmpty())
        return fail(ErrorCode::InvalidGeometry, {}, message("gis", "an empty geometry has no points"));
    return geometry->coordinates().front();
}

}  // namespace

Result<Geometry> buffered(const Geometry& geometry, double distance, int quadrantSegments) {
    if (!std::isfinite(distance)) return wrongNumber(distance);
    TUCE_TRY(handle, geos::toGeos(geometry));
    return geos::answer(GEOSBuffer_r(geos::context(), handle.get(), distance, std::clamp(quadrantSegments, 1, 256)),
                        message("gis", "no buffer can be drawn about the geometry"), 2);
}

Result<Geometry> band(const Geometry& line, double halfWidth) {
    if (!std::isfinite(halfWidth)) return wrongNumber(halfWidth);
    TUCE_TRY(handle, geos::toGeos(line));
    return geos::answer(
        GEOSBufferWithStyle_r(geos::context(), handle.get(), halfWidth, 16, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_ROUND, 5.0),
        message("gis", "no band can be drawn about the line"), 2);
}

Result<Geometry> convexHull(const Geometry& geometry) {
    TUCE_TRY(handle, geos::toGeos(geometry));
    return geos::answer(GEOSConvexHull_r(geos::context(), handle.get()),
                        message("gis", "no hull can be drawn about the geometry"));
}

Result<Geometry> concaveHull(const Geometry& geometry, double lengthRatio) {
    if (!std::isfinite(lengthRatio)) return wrongNumber(lengthRatio);
    TUCE_TRY(handle, geos::toGeos(geometry));
    return geos::answer(GEOSConcaveHull_r(geos::context(), handle.get(), std::clamp(lengthRatio, 0.0, 1.0), 0),
                        message("gis", "no hull can be drawn about the geometry"));
}

Result<Geometry> simplified(const Geometry& geometry, double tolerance) {
    if (!std::isfinite(tolerance) || tolerance < 0) return wrongNumber(tolerance);
    TUCE_TRY(handle, geos::toGeos(geometry));
    return geos::answer(GEOSTopologyPreserveSimplify_r(geos::context(), handle.get(), tolerance),
                        message("gis", "the geometry cannot be simplified"), geometry.dimension());
}

Result<Coordinate> pointOnSurface(const Geometry& geometry) {
    TUCE_TRY(handle, geos::toGeos(geometry));
    return firstCoordinate(geos::answer(GEOSPointOnSurface_r(geos::context(), handle.get()),
                                        message("gis", "no point inside the geometry can be found")));
}

Result<Coordinate> poleOfInaccessibility(const Geometry& polygon, double tolerance) {
    // GEOS looks for the circle without end in a polygon that has no inside, or far too long for a tiny tolerance.
    if (polygon.dimension() != 2 || !(planeArea(polygon) > 0)) return pointOnSurface(polygon);
    const double least = 1e-4 * std::max(polygon.extent().width(), polygon.extent().height());
    TUCE_TRY(handle, geos::toGeos(polygon));
    return firstCoordinate(
        geos::answer(GEOSMaximumInscribedCircle_r(geos::context(), handle.get(), std::fmax(tolerance, least)),
                     message("gis", "no circle inside the polygon can be found")));
}

Result<Geometry> mergedLines(const Geometry& lines) {
    TUCE_TRY(handle, geos::toGeos(lines));
    return geos::answer(GEOSLineMerge_r(geos::context(), handle.get()), message("gis", "the lines cannot be joined"),
                        1);
}

namespace {

/// Boundaries and lines have an index in GEOS's distance search, polygons have none.
geos::GeometryHandle outlineOf(geos::GeometryHandle geometry, int dimension) {
    if (dimension < 2) return geometry;
    return geos::GeometryHandle(GEOSBoundary_r(geos::context(), geometry.get()));
}

Result<NearestPoints> nearestOfOutlines(geos::GeometryHandle a, geos::GeometryHandle b) {
    const Message problem = message("gis", "the nearest points of the two geometries cannot be found");
    const geos::PreparedHandle prepared(a ? GEOSPrepare_r(geos::context(), a.get()) : nullptr);
    if (!prepared || !b) return geos::failure(problem);
    const geos::SequenceHandle pair(GEOSPreparedNearestPoints_r(geos::context(), prepared.get(), b.get()));
    if (!pair) return geos::failure(problem);
    NearestPoints found;
    GEOSCoordSeq_getXY_r(geos::context(), pair.get(), 0, &found.onA.x, &found.onA.y);
    GEOSCoordSeq_getXY_r(geos::context(), pair.get(), 1, &found.onB.x, &found.onB.y);
    found.distance = std::hypot(found.onB.x - found.onA.x, found.onB.y - found.onA.y);
    return found;
}

}  // namespace

Result<NearestPoints> nearestPoints(const Geometry& a, const Geometry& b) {
    if (a.isEmpty() || b.isEmpty())
        return fail(ErrorCode::InvalidGeometry, {}, message("gis", "an empty geometry has no distance"));
    TUCE_TRY(first, geos::toGeos(a));
    TUCE_TRY(second, geos::toGeos(b));
    const bool near = a.extent().meets(b.extent());
    const char meet = near ? GEOSIntersects_r(geos::context(), first.get(), second.get()) : 0;
    if (meet == 1) {
        const geos::GeometryHandle common(GEOSIntersection_r(geos::context(), first.get(), second.get()));
        if (common && GEOSisEmpty_r(geos::context(), common.get()) == 0) {
            const Coordinate place = geos::fromGeos(*common).coordinates().front();
            return NearestPoints{0, place, place};
        }
    }
    return nearestOfOutlines(outlineOf(std::move(first), a.dimension()), outlineOf(std::move(second), b.dimension()));
}

}  // namespace gis
