// SPDX-License-Identifier: Apache-2.0
#include "app/cli/ProjectSources.h"

#include <filesystem>

#include "gis/base/Resources.h"
#include "gis/crs/Cgcs2000Zone.h"
#include "layers/edit/LayerEdit.h"
#include "layers/workflow/LayerImport.h"

namespace cli {

namespace {

gis::Result<layers::LayerWish> wishOf(const AddedLayerOptions& options) {
    layers::LayerWish wish;
    TUCE_TRY(kind, layers::layerKindFromText(options.role));
    TUCE_TRY(type, layers::controlTypeFromText(options.controlType));
    wish.kind = kind;
    wish.control = {type, layers::defaultDirection(type)};
    if (!options.direction.empty()) {
        TUCE_TRY(direction, layers::ruleDirectionFromText(options.direction));
        wish.control.direction = direction;
    }
    wish.name = options.name;
    wish.idField = options.idField;
    wish.nameField = options.nameField;
    wish.linked = options.link;
    return wish;
}

gis::Result<layers::Style> chosenStyle(const std::string& wish) {
    if (!wish.ends_with(".json")) return layers::shippedStyle(wish);
    TUCE_TRY(bytes, gis::readFile(wish));
    return layers::styleFromJson(bytes);
}

gis::Result<void> checkFields(const gis::Schema& schema, const AddedLayerOptions& options,
                              const gis::Subject& subject) {
    for (const std::string& field : {options.idField, options.nameField})
        if (!field.empty() && schema.indexOf(field) < 0)
            return gis::fail(gis::ErrorCode::NotFound, subject,
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

gis::Result<std::string> addOne(const Context& context, const AddedLayerOptions& options, const gis::SourceName& source,
                                const gis::VectorLayer& read, GrowingPlan& plan) {
    TUCE_CHECK(checkCrs(read, source.path));
    TUCE_CHECK(checkFields(read.table.schema(), options, {source.path, read.info.name, {}}));
    context.warn(read.warnings);
    TUCE_TRY(wish, wishOf(options));
    TUCE_TRY(layer, layers::importedLayer(*plan.snapshot(), wish, source, read));
    if (!options.style.empty()) {
        TUCE_TRY(style, chosenStyle(options.style));
        layer.style = std::move(style);
    }
    layers::EditSeries series(plan.snapshot());
    TUCE_CHECK(layers::addImported(series, layer));
    TUCE_CHECK(plan.apply(series.change()));
    return layer.name;
}

/// A raster has neither fields nor symbols.
gis::Result<void> checkRasterOptions(const AddedLayerOptions& options, const std::string& source) {
    const char* given = !options.style.empty()       ? "--layer-style"
                        : !options.nameField.empty() ? "--name-field"
                        : !options.idField.empty()   ? "--id-field"
                                                     : nullptr;
    if (given == nullptr) return {};
    return gis::fail(gis::ErrorCode::InvalidArgument, {source, {}, {}},
                     gis::message("cli", "%1 is for layers of features, not for a raster", {given}),
                     gis::message("cli", "add the raster by a call of its own"));
}

gis::Result<std::string> addRaster(const Context& context, const AddedLayerOptions& options, const std::string& path,
                                   const gis::CoordinateReferenceSystem& crs, GrowingPlan& plan) {
    TUCE_CHECK(checkRasterOptions(options, path));
    TUCE_TRY(wish, wishOf(options));
    TUCE_TRY(file, gis::RasterFile::open(path));
    TUCE_TRY(layer, layers::importedRaster(*plan.snapshot(), wish, file, crs, context.control()));
    context.warn(layers::rasterNotes(layer, file.info()));
    layers::EditSeries series(plan.snapshot());
    TUCE_CHECK(layers::addImported(series, layer));
    TUCE_CHECK(plan.apply(series.change()));
    return layer.name;
}

tl::unexpected<gis::Error> nameOfSeveral(const std::string& source) {
    return gis::fail(gis::ErrorCode::InvalidArgument, {source, {}, {}},
                     gis::message("cli", "--name needs a single layer"),
                     gis::message("cli", "name the layer as FILE|LAYER"));
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
        if (gis::isRasterFile(source.path)) {
            if (!options.name.empty() && options.sources.size() > 1) return nameOfSeveral(source.path);
            TUCE_TRY(name, addRaster(context, options, source.path, reading.crs, plan));
            names.push_back(std::move(name));
            continue;
        }
        TUCE_TRY(read, gis::readLayers(source, reading, context.control()));
        if (!options.name.empty() && options.sources.size() + read.size() > 2) return nameOfSeveral(source.path);
        for (const gis::VectorLayer& layer : read) {
            TUCE_TRY(name, addOne(context, options, source, layer, plan));
            names.push_back(std::move(name));
        }
    }
    return names;
}

}  // namespace cli
