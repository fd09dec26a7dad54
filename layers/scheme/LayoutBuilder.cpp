// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/LayoutBuilder.h"

#include <algorithm>
#include <cmath>

#include "gis/crs/Cgcs2000Zone.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/ElementToBuild.h"
#include "layers/scheme/IdleParts.h"
#include "layers/scheme/LayoutRecipe.h"
#include "layers/scheme/ShapeBuilders.h"

namespace layers {
namespace {

constexpr const char* layerNames[] = {"layout_node", "layout_axis", "layout_area"};  // by dimension
constexpr double middleOfChina = 105;  ///< degrees east; any zone would do
constexpr const char* memberLayer = "layout_member";

/// The features of one layer while they are made.
struct LayerDraft {
    std::vector<gis::Feature> features;
    bool hasMulti = false;
};

/// Everything that one run carries along.
struct Run {
    const Scheme& scheme;
    const LayoutKinds& kinds;
    BaseInPlane& plane;
    const gis::CoordinateTransform& toResult;
    const gis::JobControl& control;
    const BuildOptions& options;
    LayerDraft drafts[3];
    std::vector<gis::Feature> members;
    BuiltLayout layout;
};

std::vector<std::string> memberNames(const SchemeElement& element) {
    std::vector<std::string> names;
    for (const SchemePlace& member : element.members) names.push_back(member.name);
    return names;
}

std::vector<std::string> carrierNames(const SchemeElement& element) {
    std::vector<std::string> names;
    for (const SchemeCarrier& carrier : element.carriers) names.push_back(carrier.name);
    return names;
}

/// An element as the scheme tells it, and as it is built: a whole that names no place has those of its parts then.
struct Making {
    const SchemeElement& element;
    const SchemeElement& toBuild;
    const LayoutKind& kind;
};

/// Values in the order of layoutSchema().
std::vector<gis::Value> attributesOf(const Run& run, const Making& making, const BuiltShape& shape,
                                     const gis::Geometry& geometry, const std::string& note) {
    const auto& [element, toBuild, kind] = making;
    const auto text = [](const std::string& value) { return value.empty() ? gis::Value() : gis::Value(value); };
    return {gis::Value(element.id),
            gis::Value(element.kind),
            gis::Value(element.label()),
            text(kind.code),
            element.rank > 0 ? gis::Value(std::int64_t{element.rank}) : gis::Value(),
            text(run.kinds.joined(memberNames(element))),
            text(run.kinds.joined(carrierNames(element))),
            text(element.documentId),
            text(element.clauseId),
            text(element.statusClass),
            gis::Value(std::int64_t{element.schematic || shape.isSchematic ? 1 : 0}),
            gis::Value(recipeText(toBuild, shape, geometry)),
            text(note)};
}

gis::Result<gis::FeatureId> add(Run& run, const Making& making, const BuiltShape& shape, const gis::Geometry& geometry,
                                const std::string& note) {
    TUCE_TRY(moved, run.toResult.apply(geometry));
    LayerDraft& draft = run.drafts[moved.dimension()];
    const auto id = static_cast<gis::FeatureId>(draft.features.size() + 1);
    draft.hasMulti = draft.hasMulti || gis::isMulti(moved.type());
    draft.features.emplace_back(id, moved, attributesOf(run, making, shape, moved, note));
    return id;
}

gis::Result<void> addShape(Run& run, const Making& making, const BuiltShape& shape, ElementReport& report) {
    std::string note = run.kinds.note(shape.noteKey, shape.noteArgument);
    const std::string missing = run.kinds.note("seat_only", run.kinds.joined(shape.withoutBoundary));
    const auto append = [&](const std::string& more) { note += (note.empty() ? "" : run.kinds.separator) + more; };
    if (!shape.inferredCarriers.empty())
        append(run.kinds.note("inferred_route", run.kinds.joined(shape.inferredCarriers)));
    if (!shape.withoutBoundary.empty()) append(missing);
    TUCE_TRY(id, add(run, making, shape, shape.geometry, note));
    report.isBuilt = true;
    report.builder = shape.builder;
    report.layer = layerNames[shape.geometry.dimension()];
    report.feature = id;
    report.isSchematic = making.element.schematic || shape.isSchematic;
    report.carriers = shape.carriers;
    report.inferredCarriers = shape.inferredCarriers;
    report.withoutBoundary = shape.withoutBoundary;
    report.idleCarriers = shape.idleCarriers;
    report.idleMembers = shape.idleMembers;
    if (shape.seats.empty()) return {};
    const gis::Geometry seats =
        shape.seats.size() == 1 ? gis::Geometry::point(shape.seats.front()) : gis::Geometry::multiPoint(shape.seats);
    TUCE_CHECK(add(run, making, shape, seats, missing));
    return {};
}

/// The member units of an element, each with its role.
gis::Result<void> addMembers(Run& run, const SchemeElement& element) {
    const auto text = [](const std::string& value) { return value.empty() ? gis::Value() : gis::Value(value); };
    for (const SchemePlace& member : element.members) {
        TUCE_TRY(area, run.plane.areaOf(member));
        if (!area) continue;
        TUCE_TRY(moved, run.toResult.apply(*area));
        const auto id = static_cast<gis::FeatureId>(run.members.size() + 1);
        run.members.emplace_back(
            id, moved,
            std::vector<gis::Value>{gis::Value(element.id), gis::Value(element.label()), gis::Value(member.name),
                                    text(member.adcode), text(member.level), text(member.role),
                                    gis::Value(std::int64_t{member.inferred ? 1 : 0}), gis::Value(element.kind),
                                    text(element.documentId), text(element.clauseId)});
    }
    return {};
}

/// An axis or area that came out as a node.
void warnOfNode(BuildContext& context, const LayoutKind& kind, const BuiltShape& shape) {
    if (kind.geometry == "node" || shape.builder != "points") return;
    if (context.element.members.size() == 1)
        context.warn("one_member", gis::message("layers", "it names one place only (%1), so it is shown as a node",
                                                {context.element.members.front().name}));
    else
        context.warn("shown_as_node", gis::message("layers", "its shape could not be built, so its places are shown"));
}

std::string documentDate(const Scheme& scheme, const SchemeElement& element) {
    const SchemeDocument* document = scheme.document(element.documentId);
    return document != nullptr ? document->date : std::string();
}

/// The first builder of the kind that makes a shape; else the reason of the last.
gis::Result<void> tryBuilders(Run& run, const SchemeElement& element, const LayoutKind& kind, ElementReport& report) {
    const SchemeElement once = elementToBuild(run.scheme, element, kind, run.layout.warnings);
    BuildContext context{
        run.plane, once, kind, run.layout.warnings, run.control.cancel, documentDate(run.scheme, element)};
    warnOfMismatches(context);
    for (const std::string& builder : kind.builders) {
        TUCE_TRY(attempt, builtBy(builder, context));
        if (!attempt.shape || attempt.shape->geometry.isEmpty()) {
            // The first reason says what the element lacks; those after it are of makeshifts.
            if (report.reason.empty()) report.reason = attempt.reason;
            continue;
        }
        warnOfNode(context, kind, *attempt.shape);
        TUCE_CHECK(addShape(run, {element, once, kind}, *attempt.shape, report));
        if (run.options.withMembers && builder == "union") TUCE_CHECK(addMembers(run, once));
        return {};
    }
    if (once.members.empty() && once.carriers.empty())
        report.reason = gis::message("layers", "it names no place and no carrier");
    return {};
}

gis::Result<void> buildElement(Run& run, const SchemeElement& element) {
    ElementReport report{element.id, element.kind, element.label(), element.clauseId};
    const LayoutKind* kind = run.kinds.find(element.kind);
    if (kind == nullptr) {
        report.reason = gis::message("layers", "the kind \"%1\" is not known", {element.kind});
        run.layout.warnings.push_back({"kind_unknown", {{}, {}, element.id}, report.reason});
    } else if (kind->builders.empty())
        report.reason = gis::message("layers", "elements of the kind %1 have no shape of their own", {element.kind});
    else
        TUCE_CHECK(tryBuilders(run, element, *kind, report));
    if (report.isBuilt) report.reason = {};
    run.layout.reports.push_back(report);
    return {};
}

void finishLayers(Run& run) {
    using gis::GeometryType;
    constexpr GeometryType types[3][2] = {{GeometryType::Point, GeometryType::MultiPoint},
                                          {GeometryType::LineString, GeometryType::MultiLineString},
                                          {GeometryType::Polygon, GeometryType::MultiPolygon}};
    if (!run.members.empty())
        run.layout.layers.push_back({memberLayer, run.kinds.layerTitle(memberLayer, run.layout.title),
                                     GeometryType::MultiPolygon,
                                     gis::FeatureTable(memberSchema(), run.layout.crs, std::move(run.members))});
    for (const int dimension : {2, 1, 0}) {
        LayerDraft& draft = run.drafts[dimension];
        if (draft.features.empty()) continue;
        run.layout.layers.push_back({layerNames[dimension],
                                     run.kinds.layerTitle(layerNames[dimension], run.layout.title),
                                     types[dimension][draft.hasMulti ? 1 : 0],
                                     gis::FeatureTable(layoutSchema(), run.layout.crs, std::move(draft.features))});
    }
}

/// The middle longitude of the places that the scheme names.
double middleLongitude(const Scheme& scheme, BaseInPlane& degrees) {
    gis::Extent extent;
    for (const SchemeElement& element : scheme.elements) {
        for (const SchemePlace& member : element.members)
            if (const auto seat = degrees.seatOf(member); seat && *seat) extent.include(**seat);
        for (const auto& end : {element.start, element.finish})
            if (end)
                if (const auto seat = degrees.seatOf(*end); seat && *seat) extent.include(**seat);
    }
    if (extent.isEmpty())
        for (const BaseUnit& unit : degrees.base().units())
            if (unit.crs.isGeographic()) extent.include(unit.area.extent());
    return extent.isEmpty() ? 0 : extent.centre().x;
}

gis::Result<gis::CoordinateReferenceSystem> workingCrs(const Scheme& scheme, const BaseLayers& base,
                                                       const BuildOptions& options) {
    if (options.crs.isProjected() && std::abs(options.crs.metresPerUnit() - 1) < 1e-12 &&
        options.crs.datumFamily() == gis::DatumFamily::Cgcs2000)
        return options.crs;
    TUCE_TRY(degrees, BaseInPlane::make(base, gis::CoordinateReferenceSystem::cgcs2000()));
    const double longitude = middleLongitude(scheme, degrees);
    // Where no place is known nothing is built either; each element then says so itself.
    return gis::cgcs2000Zone(longitude == 0 ? middleOfChina : longitude);
}

}  // namespace

gis::Result<BuildOptions> shippedBuildOptions() {
    TUCE_TRY(kinds, shippedLayoutKinds());
    BuildOptions options;
    options.kinds = kinds;
    return options;
}

gis::Schema memberSchema() {
    using gis::FieldType;
    return gis::Schema({{"element_id", FieldType::Text},
                        {"element", FieldType::Text},
                        {"name", FieldType::Text},
                        {"adcode", FieldType::Text},
                        {"level", FieldType::Text},
                        {"role", FieldType::Text},
                        {"inferred", FieldType::Integer},
                        {"kind", FieldType::Text},
                        {"document", FieldType::Text},
                        {"clause", FieldType::Text}});
}

const BuiltLayer* BuiltLayout::layer(const std::string& name) const {
    for (const BuiltLayer& found : layers)
        if (found.name == name) return &found;
    return nullptr;
}

gis::Result<BuiltLayout> buildLayout(const Scheme& scheme, const BaseLayers& base, const BuildOptions& options,
                                     const gis::JobControl& control) {
    if (options.kinds.kinds.empty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {}, gis::message("layers", "no kinds of elements are given"),
                         gis::message("layers", "pass those of resources/schemes/kinds.json"));
    TUCE_TRY(working, workingCrs(scheme, base, options));
    const gis::CoordinateReferenceSystem result = options.crs.isKnown() ? options.crs : working;
    TUCE_TRY(plane, BaseInPlane::make(base, working));
    TUCE_TRY(toResult, gis::CoordinateTransform::make(working, result));
    Run run{scheme, options.kinds, plane, toResult, control, options, {}, {}, {}};
    run.layout.title = scheme.title;
    run.layout.note = options.kinds.note("schematic");
    run.layout.crs = result;
    for (std::size_t i = 0; i < scheme.elements.size(); ++i) {
        if (control.cancel.isCanceled()) return gis::canceled();
        TUCE_CHECK(buildElement(run, scheme.elements[i]));
        control.report(static_cast<double>(i + 1) / static_cast<double>(scheme.elements.size()));
    }
    if (plane.treatedDatumsAsEqual() || toResult.treatsDatumsAsEqual())
        run.layout.warnings.push_back(gis::datumsTakenAsEqual());
    finishLayers(run);
    return std::move(run.layout);
}

}  // namespace layers
