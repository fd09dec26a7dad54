// SPDX-License-Identifier: Apache-2.0
#include "gis/engine/Overlay.h"
#include "layers/scheme/ShapeBuilders.h"

namespace layers {
namespace {

/// Tightness of the hull about built-up land (GEOS: 0 tightest, 1 convex).
constexpr double hullRatio = 0.4;

/// The built-up land of a member about its seat, not that of all its villages.
gis::Result<std::vector<gis::Geometry>> landAbout(BuildContext& context, const SchemePlace& member, double reach) {
    std::vector<gis::Geometry> land;
    TUCE_TRY(seat, context.plane.seatOf(member));
    if (!seat) return land;
    TUCE_TRY(circle, groundCircle(context.plane, *seat, reach));
    TUCE_TRY(found, context.plane.builtUpIn(circle.extent()));
    TUCE_TRY(unit, context.plane.areaOf(member));
    for (const gis::Geometry& piece : found) {
        TUCE_TRY(near, gis::overlay(gis::OverlayOperation::Intersection, piece, circle));
        gis::Geometry part = near.geometry;
        if (unit && !part.isEmpty()) {
            TUCE_TRY(own, gis::overlay(gis::OverlayOperation::Intersection, part, *unit));
            part = own.geometry;
        }
        if (!part.isEmpty()) land.push_back(part);
    }
    return land;
}

}  // namespace

gis::Result<BuildAttempt> builtHull(BuildContext& context) {
    const auto reach = context.metres("radius_km");
    if (!reach) return notBuilt(gis::message("layers", "neither the element nor its kind states %1", {"radius_km"}));
    std::vector<gis::Geometry> hulls;
    std::vector<std::string> without;
    for (const SchemePlace& member : context.element.members) {
        TUCE_TRY(land, landAbout(context, member, *reach));
        if (land.empty()) {
            without.push_back(member.name);
            continue;
        }
        TUCE_TRY(all, gis::unionAll(land, context.cancel));
        TUCE_TRY(hull, gis::concaveHull(all, hullRatio));
        hulls.push_back(hull);
    }
    if (hulls.empty()) return notBuilt(gis::message("layers", "no built-up land is loaded about its places"));
    for (const std::string& name : without)
        context.warn("member_not_used",
                     gis::message("layers", "no built-up land is loaded about %1, so it takes no part", {name}));
    BuiltShape shape;
    shape.idleMembers = without;
    shape.geometry = hulls.front();
    if (hulls.size() > 1) {
        TUCE_TRY(joined, gis::unionAll(hulls, context.cancel));
        shape.geometry = joined;
    }
    shape.isSchematic = true;
    shape.noteKey = "schematic_hull";
    shape.parameters["radius_km"] = *reach / 1000;
    return BuildAttempt{shape, {}};
}

}  // namespace layers
