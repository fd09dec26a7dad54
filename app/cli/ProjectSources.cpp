// SPDX-License-Identifier: Apache-2.0
#include "app/cli/ProjectSources.h"

#include <filesystem>

#include "gis/crs/Cgcs2000Zone.h"
#include "gis/crs/CoordinateTransform.h"
#include "layers/edit/InfoEdit.h"
#include "layers/edit/LayerEdit.h"
#include "layers/project/ProjectReader.h"

namespace cli {

namespace {

/// A zone of 3° serves a map that reaches less than half a zone beyond it on either side.
constexpr double widestZonedMapDegrees = 6.0;

gis::Result<layers::Layer> headOf(const AddedLayerOptions& options) {
    layers::Layer layer;
    auto kind = layers::layerKindFromText(options.role);
    auto type = layers::controlTypeFromText(options.controlType);
    if (!kind) return tl::unexpected<gis::Error>(std::move(kind).error());
    if (!type) return tl::unexpected<gis::Error>(std::move(type).error());
    layer.kind = *kind;
    layer.control = {*type, layers::defaultDirection(*type)};
    if (!options.direction.empty()) {
        TUCE_TRY(direction, layers::ruleDirectionFromText(options.direction));
        layer.control.direction = direction;
    }
    return layer;
}

std::string styleName(const layers::Layer& layer) {
    static const char* const plain[] = {"default_point", "default_line", "default_polygon"};
    int dimension = 0;
    for (const gis::Feature& feature : layer.table) dimension = std::max(dimension, feature.geometry().dimension());
    const std::string plainName = plain[std::max(0, dimension)];
    switch (layer.kind) {
        case layers::LayerKind::Boundary:
            return dimension == 2 ? "boundary_county" : plainName;
        case layers::LayerKind::Layout:
            return "layout";
        case layers::LayerKind::Basemap:
            return plainName;
        case layers::LayerKind::ControlLine:
            break;
    }
    if (dimension != 2) return plainName;
    return layer.control.type == layers::ControlType::Other ? "control_other" : toText(layer.control.type);
}

void giveStyle(const Context& context, layers::Layer& layer) {
    auto style = layers::shippedStyle(styleName(layer));
    if (!style) {
        context.warn(gis::Warning{"style", {{}, layer.name, {}}, style.error().problem});
        return;
    }
    layer.style = std::move(*style);
    const gis::Schema& schema = layer.table.schema();
    if (!layer.style.label.field.empty() && schema.indexOf(layer.style.label.field) < 0)
        layer.style.label.field = layer.nameField;
}

gis::Result<void> checkFields(const layers::Layer& layer, const std::string& source) {
    for (const std::string& field : {layer.idField, layer.nameField})
        if (!field.empty() && layer.table.schema().indexOf(field) < 0)
            return gis::fail(gis::ErrorCode::NotFound, {source, layer.name, {}},
                             gis::message("cli", "the layer has no field \"%1\"", {field}),
                             gis::message("cli", "`tuce-cli info` shows the fields"));
    return {};
}

gis::Result<void> checkCrs(const gis::VectorLayer& read, const std::string& source) {
    if (read.table.crs().isKnown()) return {};
    const gis::CrsGuess guess = gis::guessCrs(read.table.extent());
    const std::string proposal = guess.candidate.isKnown() ? guess.candidate.code() : "CODE";
    return gis::fail(gis::ErrorCode::CrsMissing, {source, read.info.name, {}},
                     gis::message("cli", "the layer does not say its coordinate reference system"),
                     gis::message("cli", "say it with --crs %1", {proposal}));
}

layers::LayerSource sourceOf(const AddedLayerOptions& options, const gis::SourceName& source,
                             const gis::LayerInfo& info, const std::string& projectPath) {
    if (!options.link) return {};
    // What the format itself fixes is read the same again in any case.
    const std::string encoding = info.encodingReason == "format" ? "" : info.encoding;
    return {layers::relativeSourcePath(projectPath, source.path), info.name, encoding};
}

/// The map of a plan without a CRS of its own takes the Gauss-Krüger zone of its first boundary, if one holds it.
gis::Result<void> chooseMapCrs(const layers::Layer& boundary, GrowingPlan& plan) {
    layers::ProjectInfo info = plan.snapshot()->info;
    if (info.values.count("crs_origin") == 0 || info.values.at("crs_origin") != "default") return {};
    auto transform = gis::CoordinateTransform::make(boundary.table.crs(), gis::CoordinateReferenceSystem::cgcs2000());
    if (!transform) return {};  // an unclear datum chooses nothing
    const auto extent = transform->apply(boundary.table.extent());
    if (!extent || extent->isEmpty() || extent->width() > widestZonedMapDegrees) return {};
    const auto zone = gis::cgcs2000Zone(extent->centre().x);
    if (!zone) return {};
    info.crsCode = zone->code();
    info.values.erase("crs_origin");
    return plan.apply(layers::setInfo(*plan.snapshot(), info));
}

gis::Result<std::string> addOne(const Context& context, const AddedLayerOptions& options, const gis::SourceName& source,
                                gis::VectorLayer read, const std::string& projectPath, GrowingPlan& plan) {
    TUCE_CHECK(checkCrs(read, source.path));
    context.warn(read.warnings);
    TUCE_TRY(layer, headOf(options));
    layer.name = options.name.empty() ? layers::freeLayerName(*plan.snapshot(), read.info.name) : options.name;
    layer.source = sourceOf(options, source, read.info, projectPath);
    layer.table = std::move(read.table);
    layer.idField = options.idField;
    layer.nameField = options.nameField;
    TUCE_CHECK(checkFields(layer, source.path));
    const int usual = layer.table.schema().indexOf("name");
    if (layer.nameField.empty() && usual >= 0)
        layer.nameField = layer.table.schema().fields()[static_cast<std::size_t>(usual)].name;
    giveStyle(context, layer);
    TUCE_CHECK(plan.apply(layers::addLayer(*plan.snapshot(), layer)));
    if (layer.kind == layers::LayerKind::Boundary) TUCE_CHECK(chooseMapCrs(layer, plan));
    return layer.name;
}

bool sameFile(const std::string& a, const std::string& b) {
    std::error_code ec;
    return std::filesystem::equivalent(a, b, ec) && !ec;
}

}  // namespace

gis::Result<void> GrowingPlan::apply(const gis::Result<layers::ChangeSet>& change) {
    if (!change) return tl::unexpected<gis::Error>(change.error());
    if (change->isEmpty()) return {};
    TUCE_TRY(next, layers::applied(m_snapshot, *change));
    m_snapshot = std::move(next);
    return {};
}

gis::Result<std::vector<std::string>> addSources(const Context& context, const AddedLayerOptions& options,
                                                 const std::string& projectPath, GrowingPlan& plan) {
    TUCE_TRY(reading, options.reading.readOptions());
    std::vector<std::string> names;
    for (const std::string& text : options.sources) {
        const gis::SourceName source = gis::SourceName::parse(text);
        if (sameFile(source.path, projectPath))
            return gis::fail(gis::ErrorCode::InvalidArgument, {source.path, {}, {}},
                             gis::message("cli", "the project cannot be a source of itself"));
        TUCE_TRY(read, gis::readLayers(source, reading, context.control()));
        if (!options.name.empty() && options.sources.size() + read.size() > 2)
            return gis::fail(gis::ErrorCode::InvalidArgument, {source.path, {}, {}},
                             gis::message("cli", "--name needs a single layer"),
                             gis::message("cli", "name the layer as FILE|LAYER"));
        for (gis::VectorLayer& layer : read) {
            TUCE_TRY(name, addOne(context, options, source, std::move(layer), projectPath, plan));
            names.push_back(std::move(name));
        }
    }
    return names;
}

}  // namespace cli
