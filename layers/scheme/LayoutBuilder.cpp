// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/LayoutBuilder.h"

#include <cmath>

#include "gis/crs/Cgcs2000Zone.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/LayoutRecipe.h"
#include "layers/scheme/ShapeBuilders.h"

namespace layers {
namespace {

constexpr const char* layerNames[] = {"layout_node", "layout_axis", "layout_area"};  // by dimension

/// The features of one layer while they are made.
struct LayerDraft {
    std::vector<gis::Feature> features;
    bool hasMulti = false;
};

/// Everything that one run carries along.
struct Run {
    const LayoutKinds& kinds;
    BaseInPlane& plane;
    const gis::CoordinateTransform& toResult;
    const gis::JobControl& control;
    LayerDraft drafts[3];
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

/// Values in the order of layoutSchema().
std::vector<gis::Value> attributesOf(const Run& run, const SchemeElement& element, const LayoutKind& kind,
                                     const BuiltShape& shape, const gis::Geometry& geometry, const std::string& note) {
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
            gis::Value(recipeText(element, shape, geometry)),
            text(note)};
}

gis::Result<gis::FeatureId> add(Run& run, const SchemeElement& element, const LayoutKind& kind, const BuiltShape& shape,
                                const gis::Geometry& geometry, const std::string& note) {
    TUCE_TRY(moved, run.toResult.apply(geometry));
    LayerDraft& draft = run.drafts[moved.dimension()];
    const auto id = static_cast<gis::FeatureId>(draft.features.size() + 1);
    draft.hasMulti = draft.hasMulti || gis::isMulti(moved.type());
    draft.features.emplace_back(id, moved, attributesOf(run, element, kind, shape, moved, note));
    return id;
}

gis::Result<void> addShape(Run& run, const SchemeElement& element, const LayoutKind& kind, const BuiltShape& shape,
                           ElementReport& report) {
    std::string note = run.kinds.note(shape.noteKey, shape.noteArgument);
    const std::string missing = run.kinds.note("seat_only", run.kinds.joined(shape.withoutBoundary));
    if (!shape.withoutBoundary.empty()) note += (note.empty() ? "" : run.kinds.separator) + missing;
    TUCE_TRY(id, add(run, element, kind, shape, shape.geometry, note));
    report.isBuilt = true;
    report.builder = shape.builder;
    report.layer = layerNames[shape.geometry.dimension()];
    report.feature = id;
    report.isSchematic = element.schematic || shape.isSchematic;
    report.carriers = shape.carriers;
    report.withoutBoundary = shape.withoutBoundary;
    if (shape.seats.empty()) return {};
    const gis::Geometry seats =
        shape.seats.size() == 1 ? gis::Geometry::point(shape.seats.front()) : gis::Geometry::multiPoint(shape.seats);
    TUCE_CHECK(add(run, element, kind, shape, seats, missing));
    return {};
}

gis::Result<void> buildElement(Run& run, const SchemeElement& element) {
    ElementReport report{element.id, element.kind, element.label(), element.clauseId};
    const LayoutKind* kind = run.kinds.find(element.kind);
    if (kind == nullptr) {
        report.reason = gis::message("layers", "the kind \"%1\" is not known", {element.kind});
    } else if (kind->builders.empty()) {
        report.reason = gis::message("layers", "elements of the kind %1 have no shape of their own", {element.kind});
    } else {
        BuildContext context{run.plane, element, *kind, run.layout.warnings, run.control.cancel};
        for (const std::string& builder : kind->builders) {
            TUCE_TRY(attempt, builtBy(builder, context));
            if (attempt.shape && !attempt.shape->geometry.isEmpty()) {
                TUCE_CHECK(addShape(run, element, *kind, *attempt.shape, report));
                break;
            }
            report.reason = attempt.reason;
        }
    }
    if (report.isBuilt) report.reason = {};
    run.layout.reports.push_back(report);
    return {};
}

void finishLayers(Run& run) {
    using gis::GeometryType;
    constexpr GeometryType types[3][2] = {{GeometryType::Point, GeometryType::MultiPoint},
                                          {GeometryType::LineString, GeometryType::MultiLineString},
                                          {GeometryType::Polygon, GeometryType::MultiPolygon}};
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
    if (longitude == 0)
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "no place of the scheme is known, so there is nothing to build"),
                         gis::message("layers", "load boundaries or use the places that ship"));
    return gis::cgcs2000Zone(longitude);
}

}  // namespace

gis::Result<BuildOptions> shippedBuildOptions() {
    TUCE_TRY(kinds, shippedLayoutKinds());
    return BuildOptions{{}, kinds};
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
    Run run{options.kinds, plane, toResult, control, {}, {}};
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
