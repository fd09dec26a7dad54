// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "gis/base/Result.h"
#include "gis/geometry/Geometry.h"

namespace gis {

enum class OverlayOperation { Intersection, Union, Difference, SymmetricDifference };

/// How an overlay came to its answer: the fast way, or which of the ever slower named ways.
enum class OverlayRoute { Floating, RepairedInputs, SnapRounded };

struct OverlayAnswer {
    Geometry geometry;  ///< parts of the highest dimension present (see overlay)
    OverlayRoute route = OverlayRoute::Floating;
};

/// Overlays two geometries in the plane of their common CRS (GEOS OverlayNG). Of a mixed answer only the parts of the
/// operation's own dimension stay: min of the two for Intersection, that of `a` for Difference, max otherwise.
/// If the fast way fails it goes on by RepairedInputs, then SnapRounded on a grid of 1e-9 of the extent; the first
/// failure is the one reported. Any thread (a GEOS context per thread).
Result<OverlayAnswer> overlay(OverlayOperation operation, const Geometry& a, const Geometry& b);
/// The same by one stated route and no other.
Result<Geometry> overlayBy(OverlayRoute route, OverlayOperation operation, const Geometry& a, const Geometry& b);
/// "floating", "repaired_inputs", "snap_rounded".
const char* routeName(OverlayRoute route);

/// Union of many; polls `cancel` between cascades. Only the highest dimension among the inputs stays.
Result<Geometry> unionAll(const std::vector<Geometry>& geometries, const CancelToken& cancel = {});

/// Clips to a box by Sutherland-Hodgman-like rectangle clipping (GEOSClipByRect, falling back to overlay).
Result<Geometry> clipped(const Geometry& geometry, const Extent& box);

/// Buffer in the plane; distance in the units of the coordinates; round joins and caps, 16 segments a quadrant.
Result<Geometry> buffered(const Geometry& geometry, double distance, int quadrantSegments = 16);
/// Buffer with flat ends and round joins: a band about a line.
Result<Geometry> band(const Geometry& line, double halfWidth);
Result<Geometry> convexHull(const Geometry& geometry);
/// Concave hull by GEOS, `lengthRatio` 0 (tightest) .. 1 (convex).
Result<Geometry> concaveHull(const Geometry& geometry, double lengthRatio);
/// Douglas-Peucker that keeps polygons valid.
Result<Geometry> simplified(const Geometry& geometry, double tolerance);
/// A point surely inside (on the line, for lines).
Result<Coordinate> pointOnSurface(const Geometry& geometry);
/// Centre of the largest circle inside a polygon, to `tolerance` (at least 1e-4 of its extent): where a label goes.
Result<Coordinate> poleOfInaccessibility(const Geometry& polygon, double tolerance);
/// Merges lines that share end points.
Result<Geometry> mergedLines(const Geometry& lines);

struct NearestPoints {
    double distance = 0;  ///< in the plane
    Coordinate onA;
    Coordinate onB;
};
Result<NearestPoints> nearestPoints(const Geometry& a, const Geometry& b);

/// Plane area and length in squared units / units, about a local origin (a plain sum loses centimetres).
double planeArea(const Geometry& geometry);
double planeLength(const Geometry& geometry);

std::string toWkt(const Geometry& geometry, int decimals = -1);
/// For tests and messages. InvalidData on wrong text.
Result<Geometry> fromWkt(const std::string& wkt);

/// Version of the engine, as "GEOS 3.11.1".
std::string engineVersion();

}  // namespace gis
