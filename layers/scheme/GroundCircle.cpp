// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numbers>

#include "gis/crs/Cgcs2000Zone.h"
#include "layers/scheme/ShapeBuilders.h"

namespace layers {
namespace {

constexpr int sides = 256;
constexpr double falseEasting = 500'000;
/// Mean radius of curvature of CGCS2000 at 30° north, m; the scale below needs three digits of it.
constexpr double meanRadius = 6'367'000;

/// Scale of a Gauss-Krüger map at an easting: 1 + y²/2R² (+ y⁴/24R⁴, below 1e-8 within a zone of 3°).
double scaleAt(double easting) {
    const double y = (easting - falseEasting) / meanRadius;
    return 1 + y * y / 2;
}

}  // namespace

gis::Result<gis::Geometry> groundCircle(BaseInPlane& plane, gis::Coordinate centre, double radiusMetres) {
    TUCE_TRY(degrees, plane.toDegrees(centre));
    TUCE_TRY(zone, gis::cgcs2000Zone(degrees.x));
    TUCE_TRY(intoZone, gis::CoordinateTransform::make(gis::CoordinateReferenceSystem::cgcs2000(), zone));
    TUCE_TRY(outOfZone, gis::CoordinateTransform::make(zone, plane.crs()));
    TUCE_TRY(middle, intoZone.apply(degrees));
    // A polygon of n sides has the area n/2 sin(2 pi/n) r²; its radius is made larger so that it has the circle's.
    const double turn = 2 * std::numbers::pi / sides;
    const double radius = radiusMetres * scaleAt(middle.x) * std::sqrt(turn / std::sin(turn));
    std::vector<gis::Coordinate> ring;
    for (int i = 0; i < sides; ++i)
        ring.push_back({middle.x + radius * std::cos(i * turn), middle.y + radius * std::sin(i * turn)});
    return outOfZone.apply(gis::Geometry::polygon({ring}));
}

}  // namespace layers
