// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/geometry/Geometry.h"

namespace layers {

/// A line as its vertices, in a projected CRS; metres in what follows. Pure functions, any thread.
using LinePath = std::vector<gis::Coordinate>;

/// Where a position comes to lie on a line.
struct PathPlace {
    double measure = 0;   ///< length along the line up to the nearest point
    double distance = 0;  ///< from the position to that point
    gis::Coordinate point;
};

double distanceBetween(gis::Coordinate a, gis::Coordinate b);
double pathLength(const LinePath& path);
/// The nearest point of a line with at least one vertex; the first of several equally near.
PathPlace nearestOnPath(const LinePath& path, gis::Coordinate position);
/// The stretch between two measures, with the vertices between them untouched. `from` < `to`.
LinePath pathBetween(const LinePath& path, double from, double to);

/// Strings the parts of a line geometry together where ends lie within `greatestGap`, longest first, and returns
/// the longest chain; stray stubs fall away.
LinePath longestChain(const std::vector<LinePath>& parts, double greatestGap);

/// Centripetal Catmull-Rom curve through all points, sampled about every `step`; no loops or cusps within a span
/// (Yuksel, Schaefer, Keyser 2011). The given points are vertices of the result.
LinePath smoothPath(const LinePath& points, double step);

/// The parts of a line geometry.
std::vector<LinePath> pathsOf(const gis::Geometry& lines);
/// One line or several as a geometry; paths of less than two vertices are left out.
gis::Geometry geometryOf(const std::vector<LinePath>& paths);

}  // namespace layers
