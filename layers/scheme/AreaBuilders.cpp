// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "gis/engine/Overlay.h"
#include "gis/engine/PreparedGeometry.h"
#include "layers/scheme/CarrierPath.h"
#include "layers/scheme/ShapeBuilders.h"

namespace layers {
namespace {

/// Sides of a quarter circle of buffers about rivers and ridges.
constexpr int quadrantSegments = 8;

/// The members' units joined, and who had none.
struct MemberArea {
    std::vector<gis::Geometry> areas;
    std::vector<std::string> names;  ///< of those with an area
    std::vector<std::string> withoutBoundary;
    std::vector<gis::Coordinate> seats;
};

/// A place without a code that lies in another member's unit has its share already.
bool isInsideAnother(const SchemePlace& place, const std::vector<SchemePlace>& members) {
    return place.adcode.empty() && !place.withinAdcode.empty() &&
           std::any_of(members.begin(), members.end(),
                       [&](const SchemePlace& other) { return other.adcode == place.withinAdcode; });
}

std::string namesOf(const std::vector<UnitName>& units) {
    std::string names;
    for (const UnitName& unit : units)
        names += (names.empty() ? "" : " + ") + unit.name + (unit.adcode.empty() ? "" : " " + unit.adcode);
    return names;
}

void warnOfChange(const BuildContext& context, const SchemePlace& member, const ResolvedUnit& resolved) {
    const UnitChange& change = *resolved.change;
    const gis::Message found = gis::message("layers", "%1: found through the change %2 to %3 of %4",
                                            {member.name, namesOf(change.from), namesOf(change.to), change.date});
    const std::string told = gis::translated(found);
    if (change.isPartial)
        context.warn("unit_changed_partly",
                     gis::message("layers", "%1; its boundary moved too, so the area is about right only", {told}));
    else if (resolved.isLarger)
        context.warn(
            change.to.size() > 1 ? "unit_split" : "unit_merged",
            gis::message("layers", "%1; only a part of that ground is meant, so the area is too large", {told}));
    else
        context.warn(change.to.size() > 1 ? "unit_split" : "unit_changed", found);
}

void warnOfUnits(const BuildContext& context, const SchemePlace& member) {
    const ResolvedUnit resolved = context.plane.unitsOf(member);
    if (resolved.change != nullptr) return warnOfChange(context, member, resolved);
    if (const UnitChange* change = movedBoundary(context.plane.base(), member, context.documentDate))
        context.warn(
            "unit_changed_partly",
            gis::message("layers",
                         "%1: its boundary moved with the change %2 to %3 of %4, and the loaded boundaries are "
                         "not of the time of the paper, so the area is about right only",
                         {member.name, namesOf(change->from), namesOf(change->to), change->date}));
}

gis::Result<MemberArea> memberArea(BuildContext& context) {
    MemberArea found;
    for (const SchemePlace& member : context.element.members) {
        if (isInsideAnother(member, context.element.members)) continue;
        TUCE_TRY(area, context.plane.areaOf(member));
        if (area) {
            warnOfUnits(context, member);
            found.areas.push_back(*area);
            found.names.push_back(member.name);
            continue;
        }
        found.withoutBoundary.push_back(member.name);
        TUCE_TRY(seat, context.plane.seatOf(member));
        if (seat) found.seats.push_back(*seat);
    }
    return found;
}

/// The units of one name, each with its code and what it lies in: "511002 内江市".
std::string namesakes(const BaseLayers& base, const std::string& name) {
    std::string list;
    for (const BaseUnit& unit : base.units()) {
        if (unit.name != name) continue;
        const std::string above = !unit.parent.empty()      ? unit.parent
                                  : unit.adcode.size() == 6 ? unit.adcode.substr(0, 4) + "00"
                                                            : "";
        const BaseUnit* parent = base.unitByCode(above);
        const KnownPlace* known = base.geography().placeByCode(above);
        const std::string inside = parent != nullptr ? parent->name : known != nullptr ? known->name : "";
        list += (list.empty() ? "" : ", ") + unit.adcode + (inside.empty() ? "" : " " + inside);
    }
    return list;
}

void warnOfMissing(const BuildContext& context, const MemberArea& members) {
    for (const SchemePlace& member : context.element.members) {
        if (std::find(members.withoutBoundary.begin(), members.withoutBoundary.end(), member.name) ==
            members.withoutBoundary.end())
            continue;
        const std::size_t sameName = context.plane.base().countOfName(member.name);
        if (member.adcode.empty() && member.withinAdcode.empty() && sameName > 1)
            context.warn(
                "ambiguous_name",
                gis::message("layers", "%1 loaded units are called %2 (%3), so none of them is taken; state its adcode",
                             {std::to_string(sameName), member.name, namesakes(context.plane.base(), member.name)}));
        else
            context.warn("no_boundary_loaded",
                         gis::message("layers", "no boundary loaded for %1 (%2)",
                                      {member.name, member.adcode.empty() ? "-" : member.adcode}));
    }
}

/// Members whose unit the shape does not reach.
gis::Result<void> tellUntouched(const BuildContext& context, const MemberArea& members, BuiltShape& shape) {
    TUCE_TRY(prepared, gis::PreparedGeometry::make(shape.geometry));
    for (std::size_t i = 0; i < members.areas.size(); ++i) {
        TUCE_TRY(reaches, prepared.intersects(members.areas[i]));
        if (reaches) continue;
        shape.idleMembers.push_back(members.names[i]);
        context.warn("member_off_path",
                     gis::message("layers", "its carriers do not come within reach of %1, so it takes no part",
                                  {members.names[i]}));
    }
    return {};
}

/// A shape cut to the members where any of them has a boundary.
gis::Result<BuildAttempt> withinMembers(BuildContext& context, BuiltShape shape) {
    TUCE_TRY(members, memberArea(context));
    warnOfMissing(context, members);
    shape.withoutBoundary = members.withoutBoundary;
    if (members.areas.empty()) return BuildAttempt{shape, {}};
    TUCE_TRY(area, gis::unionAll(members.areas, context.cancel));
    TUCE_TRY(cut, gis::overlay(gis::OverlayOperation::Intersection, shape.geometry, area));
    if (cut.geometry.isEmpty())
        return notBuilt(gis::message("layers", "its carriers do not come within reach of its members' units"));
    shape.geometry = cut.geometry;
    TUCE_CHECK(tellUntouched(context, members, shape));
    return BuildAttempt{shape, {}};
}

/// Within half the width of lines, and of the banks of water.
gis::Result<gis::Geometry> near(const BuildContext& context, const std::vector<LinePath>& lines,
                                const std::vector<gis::Geometry>& waters, double reach) {
    std::vector<gis::Geometry> pieces;
    if (!lines.empty()) {
        TUCE_TRY(area, gis::buffered(geometryOf(lines), reach, quadrantSegments));
        pieces.push_back(area);
    }
    for (const gis::Geometry& water : waters) {
        TUCE_TRY(area, gis::buffered(water, reach, quadrantSegments));
        pieces.push_back(area);
    }
    if (pieces.size() == 1) return pieces.front();
    return gis::unionAll(pieces, context.cancel);
}

gis::Result<BuildAttempt> about(BuildContext& context, const std::vector<LinePath>& lines, BuiltShape shape,
                                const std::vector<gis::Geometry>& waters = {}) {
    const auto width = context.metres("width_km");
    if (!width) return notBuilt(gis::message("layers", "neither the element nor its kind states %1", {"width_km"}));
    TUCE_TRY(area, near(context, lines, waters, *width / 2));
    shape.geometry = area;
    shape.isSchematic = true;
    shape.noteKey = waters.empty() ? "schematic_band" : "schematic_bank";
    shape.noteArgument = gis::toPlainDecimal(*width / (waters.empty() ? 1000 : 2000));
    shape.parameters["width_km"] = *width / 1000;
    return withinMembers(context, shape);
}

}  // namespace

gis::Result<BuildAttempt> builtUnion(BuildContext& context) {
    TUCE_TRY(members, memberArea(context));
    if (context.element.members.empty()) return notBuilt(gis::message("layers", "it names no place"));
    warnOfMissing(context, members);
    if (members.areas.empty()) return notBuilt(gis::message("layers", "no boundary loaded for any of its members"));
    BuiltShape shape;
    if (members.areas.size() == 1) {
        shape.geometry = members.areas.front();
    } else {
        TUCE_TRY(joined, gis::unionAll(members.areas, context.cancel));
        shape.geometry = joined;
    }
    shape.withoutBoundary = members.withoutBoundary;
    shape.seats = members.seats;
    return BuildAttempt{shape, {}};
}

gis::Result<BuildAttempt> builtCorridor(BuildContext& context) {
    std::vector<LinePath> rivers;
    std::vector<gis::Geometry> waters;
    BuiltShape shape;
    for (const SchemeCarrier& carrier : context.element.carriers) {
        if (carrier.kind == "mountain" || carrier.isSupporting()) continue;
        TUCE_TRY(lines, context.plane.linesOf(carrier.name, carrier.layer));
        TUCE_TRY(polygons, context.plane.watersOf(carrier.name));
        waters.insert(waters.end(), polygons.begin(), polygons.end());
        if (lines.empty() && polygons.empty()) {
            context.warn(
                "carrier_unknown",
                gis::message("layers", "no line is loaded and no route is known for the carrier %1", {carrier.name}));
            continue;
        }
        rivers.insert(rivers.end(), lines.begin(), lines.end());
        shape.carriers.push_back(carrier.name);
    }
    if (rivers.empty() && waters.empty())
        return notBuilt(gis::message("layers", "no line is loaded for any of its carriers"));
    return about(context, rivers, shape, waters);
}

gis::Result<BuildAttempt> builtBarrier(BuildContext& context) {
    std::vector<LinePath> ridges;
    BuiltShape shape;
    for (const SchemeCarrier& carrier : context.element.carriers) {
        if (carrier.kind != "mountain") continue;
        TUCE_TRY(ridge, context.plane.ridgeOf(carrier.name));
        if (ridge.size() < 2) {
            context.warn("carrier_unknown",
                         gis::message("layers", "the course of the ridge %1 is not known", {carrier.name}));
            continue;
        }
        ridges.push_back(smoothPath(ridge, 2000));
        shape.carriers.push_back(carrier.name);
    }
    if (ridges.empty()) return notBuilt(gis::message("layers", "the course of none of its ridges is known"));
    return about(context, ridges, shape);
}

}  // namespace layers
