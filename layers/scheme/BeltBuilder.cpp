// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "gis/engine/Overlay.h"
#include "layers/scheme/CarrierPath.h"
#include "layers/scheme/ShapeBuilders.h"

namespace layers {
namespace {

/// Circles that stand for a town or a bend of the belt; its outline is smoothed afterwards.
constexpr int quadrantSegments = 12;
/// How far along the path, in multiples of what the town stands off it, the belt begins to widen.
constexpr double taper = 1.5;
/// Bays of the outline narrower than this share of the width are closed.
constexpr double closing = 0.5;

struct BeltMeasures {
    double halfWidth = 0;
    double townRadius = 0;
    double greatestDistance = 0;  ///< of a town from the path
};

gis::Result<gis::Geometry> circle(gis::Coordinate centre, double radius) {
    return gis::buffered(gis::Geometry::point(centre), radius, quadrantSegments);
}

/// The path nearest to a position.
const LinePath& nearestPart(const std::vector<LinePath>& parts, gis::Coordinate position) {
    return *std::min_element(parts.begin(), parts.end(), [&](const LinePath& a, const LinePath& b) {
        return nearestOnPath(a, position).distance < nearestOnPath(b, position).distance;
    });
}

/// The widening that takes in a town: the hull of the town and of the belt before, at and behind it. Nothing if the
/// belt covers the town anyway, or if it lies too far off.
gis::Result<std::optional<gis::Geometry>> widening(const std::vector<LinePath>& parts, gis::Coordinate town,
                                                   const BeltMeasures& measures) {
    const LinePath& path = nearestPart(parts, town);
    const PathPlace at = nearestOnPath(path, town);
    const bool isCovered = at.distance + measures.townRadius <= measures.halfWidth;
    if (isCovered || at.distance > measures.greatestDistance) return std::optional<gis::Geometry>();
    const double length = pathLength(path);
    const double reach = std::max(taper * at.distance, measures.townRadius);
    std::vector<gis::Geometry> pieces;
    TUCE_TRY(core, circle(town, measures.townRadius));
    pieces.push_back(core);
    for (const double measure : {at.measure - reach, at.measure, at.measure + reach}) {
        const double here = std::clamp(measure, 0.0, length);
        const LinePath rest = pathBetween(path, std::max(0.0, here - 1), std::min(length, here + 1));
        if (rest.empty()) continue;
        TUCE_TRY(bend, circle(rest.front(), measures.halfWidth));
        pieces.push_back(bend);
    }
    TUCE_TRY(all, gis::unionAll(pieces));
    TUCE_TRY(hull, gis::convexHull(all));
    return std::optional(hull);
}

gis::Result<gis::Geometry> smoothed(const gis::Geometry& area, double halfWidth) {
    TUCE_TRY(grown, gis::buffered(area, halfWidth * closing, quadrantSegments));
    return gis::buffered(grown, -halfWidth * closing, quadrantSegments);
}

/// The seats of the members alone: where a path begins beyond them is no town of the belt.
gis::Result<std::vector<gis::Coordinate>> townsOf(BuildContext& context) {
    std::vector<gis::Coordinate> towns;
    for (const SchemePlace& member : context.element.members) {
        TUCE_TRY(seat, context.plane.seatOf(member));
        if (seat) towns.push_back(*seat);
    }
    return towns;
}

gis::Result<gis::Geometry> withTowns(BuildContext& context, const gis::Geometry& path, const BeltMeasures& measures) {
    TUCE_TRY(even, gis::band(path, measures.halfWidth));
    if (measures.townRadius <= 0) return even;
    TUCE_TRY(towns, townsOf(context));
    const std::vector<LinePath> parts = pathsOf(path);
    std::vector<gis::Geometry> pieces{even};
    for (const gis::Coordinate& town : towns) {
        TUCE_TRY(wider, widening(parts, town, measures));
        if (wider) pieces.push_back(*wider);
    }
    if (pieces.size() == 1) return even;
    TUCE_TRY(all, gis::unionAll(pieces, context.cancel));
    return smoothed(all, measures.halfWidth);
}

}  // namespace

gis::Result<BuildAttempt> builtBand(BuildContext& context) {
    const auto width = context.metres("width_km");
    if (!width) return notBuilt(gis::message("layers", "neither the element nor its kind states %1", {"width_km"}));
    TUCE_TRY(attempt, builtPath(context));
    if (!attempt.shape) return attempt;
    const BeltMeasures measures{*width / 2, context.metres("town_km").value_or(0),
                                context.metres("anchor_km").value_or(0)};
    TUCE_TRY(area, withTowns(context, attempt.shape->geometry, measures));
    attempt.shape->geometry = area;
    attempt.shape->isSchematic = true;
    attempt.shape->noteKey = "schematic_band";
    attempt.shape->noteArgument = gis::toPlainDecimal(*width / 1000);
    attempt.shape->parameters["width_km"] = *width / 1000;
    if (measures.townRadius > 0) attempt.shape->parameters["town_km"] = measures.townRadius / 1000;
    return attempt;
}

}  // namespace layers
