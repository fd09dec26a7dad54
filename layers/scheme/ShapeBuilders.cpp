// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/ShapeBuilders.h"

#include "gis/engine/Overlay.h"
#include "gis/feature/Value.h"
#include "layers/scheme/CarrierPath.h"
#include "layers/scheme/IdleParts.h"

namespace layers {
namespace {

gis::Message noParameter(const char* name) {
    return gis::message("layers", "neither the element nor its kind states %1", {name});
}

std::string kilometres(double metres) { return gis::toPlainDecimal(metres / 1000); }

/// A loaded point of the element's own name: a station, an airport, a port.
gis::Result<std::optional<gis::Coordinate>> ownPoint(BuildContext& context) {
    std::vector<std::string> names{context.element.name, context.element.shortName};
    names.insert(names.end(), context.element.aliases.begin(), context.element.aliases.end());
    for (const std::string& name : names) {
        TUCE_TRY(point, context.plane.pointCalled(name));
        if (point) return point;
    }
    return std::optional<gis::Coordinate>();
}

/// How exactly a node is placed: the coarsest level of the units whose seats it stands on.
std::string precisionOf(const std::vector<SeatedPlace>& places) {
    for (const char* level : {"province", "municipality", "prefecture", "county", "township"})
        for (const SeatedPlace& place : places)
            if (place.place.level == level) return std::string("precision_") + level;
    return "schematic";
}

BuiltShape nodeAt(const std::vector<gis::Coordinate>& seats, const std::string& precision) {
    BuiltShape shape;
    shape.geometry = seats.size() == 1 ? gis::Geometry::point(seats.front()) : gis::Geometry::multiPoint(seats);
    shape.isSchematic = precision != "precision_point";
    shape.noteKey = precision;
    return shape;
}

}  // namespace

gis::Result<BuildAttempt> builtPath(BuildContext& context) {
    TUCE_TRY(path, carriedPath(context));
    if (path.parts.empty()) return notBuilt(path.reason);
    BuiltShape shape;
    shape.geometry = geometryOf(path.parts);
    shape.carriers = path.carriers;
    shape.inferredCarriers = path.inferred;
    shape.idleMembers = path.offPath;
    shape.isSchematic = path.isSchematic;
    if (path.isSchematic) shape.noteKey = "schematic_route";
    for (const char* parameter : {"anchor_km", "join_km", "gap_km", "generalise_km"})
        if (const auto value = context.metres(parameter)) shape.parameters[parameter] = *value / 1000;
    if (path.longestBridge > 0) shape.parameters["bridged_km"] = path.longestBridge / 1000;
    return BuildAttempt{shape, {}};
}

gis::Result<BuildAttempt> builtDisc(BuildContext& context) {
    const auto radius = context.metres("radius_km");
    if (!radius) return notBuilt(noParameter("radius_km"));
    TUCE_TRY(places, seatedPlaces(context, false));
    if (places.empty()) return notBuilt(gis::message("layers", "it names no place with a known seat"));
    std::vector<gis::Geometry> circles;
    for (const SeatedPlace& place : places) {
        TUCE_TRY(circle, groundCircle(context.plane, place.seat, *radius));
        circles.push_back(circle);
    }
    BuiltShape shape;
    if (circles.size() == 1) {
        shape.geometry = circles.front();
    } else {
        TUCE_TRY(joined, gis::unionAll(circles, context.cancel));
        shape.geometry = joined;
    }
    shape.isSchematic = true;
    shape.noteKey = "schematic_disc";
    shape.noteArgument = kilometres(*radius);
    shape.parameters["radius_km"] = *radius / 1000;
    return BuildAttempt{shape, {}};
}

gis::Result<BuildAttempt> builtPoints(BuildContext& context) {
    TUCE_TRY(named, ownPoint(context));
    if (named) return BuildAttempt{nodeAt({*named}, "precision_point"), {}};
    TUCE_TRY(places, seatedPlaces(context, false));
    if (places.empty()) {
        return notBuilt(context.element.members.empty()
                            ? gis::message("layers", "it names no place")
                            : gis::message("layers", "no seat is known for any of its members"));
    }
    std::vector<gis::Coordinate> seats;
    for (const SeatedPlace& place : places) seats.push_back(place.seat);
    return BuildAttempt{nodeAt(seats, precisionOf(places)), {}};
}

gis::Result<BuildAttempt> builtBy(const std::string& builder, BuildContext& context) {
    using Builder = gis::Result<BuildAttempt> (*)(BuildContext&);
    static const std::map<std::string, Builder> builders{
        {"path", builtPath},     {"band", builtBand}, {"disc", builtDisc},         {"union", builtUnion},
        {"points", builtPoints}, {"hull", builtHull}, {"corridor", builtCorridor}, {"barrier", builtBarrier}};
    const auto found = builders.find(builder);
    if (found == builders.end())
        return gis::fail(
            gis::ErrorCode::InvalidData, {"schemes/kinds.json", {}, {}},
            gis::message("layers", "kind %1 names an unknown builder \"%2\"", {context.kind.kind, builder}),
            gis::message("layers", "choose path, band, disc, hull, union, points, corridor or barrier"));
    TUCE_TRY(attempt, found->second(context));
    if (!attempt.shape) return attempt;
    attempt.shape->builder = builder;
    attempt.shape->idleCarriers = idleCarriers(context, *attempt.shape);
    return attempt;
}

}  // namespace layers
