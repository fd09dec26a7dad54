// SPDX-License-Identifier: Apache-2.0
#include "layers/workflow/SampleProject.h"

#include <algorithm>

#include "gis/base/Resources.h"
#include "gis/crs/CoordinateTransform.h"
#include "gis/io/VectorFile.h"
#include "layers/plan/LayoutElement.h"
#include "layers/project/ChangeSet.h"
#include "layers/project/PresentTime.h"
#include "layers/scheme/LayoutBuilder.h"
#include "layers/scheme/LayoutChange.h"
#include "layers/scheme/PlanGround.h"
#include "layers/style/Style.h"
#include "layers/workflow/SampleRecipe.h"

namespace layers {

namespace {

const char* const maker = "tuce";

/// Each warning once: that two datums are taken as equal is said once per run, not once per scheme.
void append(gis::Warnings& all, const gis::Warnings& more) {
    for (const gis::Warning& warning : more)
        if (std::find(all.begin(), all.end(), warning) == all.end()) all.push_back(warning);
}

/// Seats as points: places.json has no layer of its own.
gis::FeatureTable placeTable(const Geography& geography) {
    std::vector<gis::Feature> features;
    for (const KnownPlace& place : geography.places)
        features.emplace_back(gis::FeatureId(static_cast<std::int64_t>(features.size()) + 1),
                              gis::Geometry::point(place.position),
                              std::vector<gis::Value>{place.adcode, place.name, place.level});
    gis::Schema schema(
        {{"adcode", gis::FieldType::Text, 6}, {"name", gis::FieldType::Text, 0}, {"level", gis::FieldType::Text, 0}});
    return {std::move(schema), gis::CoordinateReferenceSystem::wgs84(), std::move(features)};
}

gis::Result<LayerPtr> readEntry(const SampleRecipe::LayerEntry& entry, gis::LayerId id, const gis::JobControl& control,
                                gis::Warnings& warnings) {
    const gis::SourceName source{gis::resourceFolder() + "/sample/" + entry.file, entry.sourceLayer};
    TUCE_TRY(read, gis::readLayer(source, {}, control));
    append(warnings, read.warnings);
    TUCE_TRY(style, shippedStyle(entry.style));
    Layer layer;
    layer.id = id;
    layer.name = entry.name;
    layer.kind = entry.kind;
    layer.control = entry.control;
    layer.idField = entry.idField;
    layer.nameField = entry.nameField;
    layer.note = entry.note;
    layer.style = std::move(style);
    layer.table = std::move(read.table);
    return std::make_shared<const Layer>(std::move(layer));
}

gis::Result<LayerPtr> placeLayer(const SampleRecipe& recipe, gis::LayerId id, const Geography& geography) {
    TUCE_TRY(style, shippedStyle(recipe.placesStyle));
    Layer layer;
    layer.id = id;
    layer.name = recipe.placesName;
    layer.nameField = "name";
    layer.idField = "adcode";
    layer.note = recipe.placesNote;
    layer.style = std::move(style);
    layer.table = placeTable(geography);
    return std::make_shared<const Layer>(std::move(layer));
}

gis::Result<ProjectSnapshot> groundOf(const SampleRecipe& recipe, const Geography& geography,
                                      const gis::JobControl& control, gis::Warnings& warnings) {
    ProjectSnapshot plan;
    plan.info.title = recipe.title;
    plan.info.crsCode = recipe.crsCode;
    plan.info.createdAt = presentTime();
    TUCE_TRY(corpus, shippedCorpus());
    plan.corpus = std::move(corpus);
    for (const SampleRecipe::LayerEntry& entry : recipe.layers) {
        TUCE_TRY(layer, readEntry(entry, plan.nextLayerId(), control, warnings));
        plan.layers.push_back(std::move(layer));
    }
    TUCE_TRY(places, placeLayer(recipe, plan.nextLayerId(), geography));
    plan.layers.push_back(std::move(places));
    return plan;
}

/// Extent of a built layout in the map's CRS: of the planning range where the scheme has one, else of everything.
gis::Result<gis::Extent> extentOf(const BuiltLayout& layout, const gis::CoordinateReferenceSystem& crs) {
    TUCE_TRY(transform, gis::CoordinateTransform::make(layout.crs, crs));
    gis::Extent range, all;
    for (const BuiltLayer& layer : layout.layers) {
        const int kind = layer.table.schema().indexOf(layout_field::kind);
        for (const gis::Feature& feature : layer.table) {
            if (feature.geometry().isEmpty()) continue;
            TUCE_TRY(box, transform.apply(feature.geometry().extent()));
            all.include(box);
            if (gis::toText(feature.attribute(kind)) == "zone") range.include(box);
        }
    }
    return range.isEmpty() ? all : range;
}

PrintLayout sheetOf(const SampleRecipe& recipe, const SampleRecipe::SchemeEntry& entry, const ProjectSnapshot& plan,
                    std::size_t groundLayers, const gis::Extent& extent) {
    PrintLayout sheet;
    sheet.id = static_cast<std::int64_t>(plan.sheets.size()) + 1;
    sheet.name = entry.sheet;
    sheet.title = entry.title;
    sheet.crsCode = recipe.crsCode;
    sheet.extent = extent;
    sheet.basis = entry.basis;
    sheet.author = recipe.author;
    sheet.date = recipe.date;
    const auto isHidden = [&](const std::string& name) {
        return std::find(recipe.hiddenOnSheets.begin(), recipe.hiddenOnSheets.end(), name) !=
               recipe.hiddenOnSheets.end();
    };
    for (std::size_t i = 0; i < plan.layers.size(); ++i)
        if (i < groundLayers ? !isHidden(plan.layers[i]->name) : plan.layers[i]->kind == LayerKind::Layout)
            sheet.layers.push_back(plan.layers[i]->id);
    return sheet;
}

/// What the drawn layers say of themselves, each once, then what every sheet of the sample says.
std::vector<std::string> notesOf(const SampleRecipe& recipe, const PrintLayout& sheet, const ProjectSnapshot& plan) {
    std::vector<std::string> notes;
    const auto add = [&](const std::string& note) {
        if (!note.empty() && std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
    };
    for (const gis::LayerId id : sheet.layers) add(plan.layer(id)->note);
    for (const std::string& note : recipe.notes) add(note);
    return notes;
}

/// Takes from a sheet the layout layers that belong to other schemes.
void keepOnly(PrintLayout& sheet, const std::vector<gis::LayerId>& foreign) {
    std::erase_if(sheet.layers,
                  [&](gis::LayerId id) { return std::find(foreign.begin(), foreign.end(), id) != foreign.end(); });
}

}  // namespace

gis::Result<SampleProject> sampleProject(const gis::JobControl& control) {
    SampleProject sample;
    TUCE_TRY(recipe, sampleRecipe());
    TUCE_TRY(geography, shippedGeography());
    TUCE_TRY(ground, groundOf(recipe, geography, control, sample.warnings));
    TUCE_TRY(crs, gis::CoordinateReferenceSystem::fromCode(recipe.crsCode));
    TUCE_TRY(fields, shippedBaseFieldNames());
    TUCE_TRY(base, BaseLayers::make(groundTables(ground), geography, fields));
    TUCE_TRY(options, shippedBuildOptions());
    TUCE_TRY(style, shippedStyle("layout"));
    const std::size_t groundLayers = ground.layers.size();
    SnapshotPtr plan = std::make_shared<const ProjectSnapshot>(std::move(ground));
    std::vector<PrintLayout> sheets;
    std::vector<gis::LayerId> foreign;
    for (const SampleRecipe::SchemeEntry& entry : recipe.schemes) {
        TUCE_TRY(bytes, gis::readResource("sample/" + entry.file));
        TUCE_TRY(scheme, schemeFromJson(bytes, entry.file));
        TUCE_TRY(layout, buildLayout(scheme, base, options, control));
        append(sample.warnings, layout.warnings);
        TUCE_TRY(next, applied(plan, layoutChange(*plan, layout, {maker, presentTime(), style}, sample.warnings)));
        plan = std::move(next);
        TUCE_TRY(extent, extentOf(layout, crs));
        PrintLayout sheet = sheetOf(recipe, entry, *plan, groundLayers, extent);
        sheet.id = static_cast<std::int64_t>(sheets.size()) + 1;
        keepOnly(sheet, foreign);
        sheet.notes = notesOf(recipe, sheet, *plan);
        sheets.push_back(std::move(sheet));
        for (std::size_t i = groundLayers; i < plan->layers.size(); ++i) foreign.push_back(plan->layers[i]->id);
    }
    ProjectSnapshot finished = *plan;
    finished.revision = gis::Revision{};
    std::reverse(sheets.begin(), sheets.end());  // the topmost scheme first
    finished.sheets = std::move(sheets);
    sample.snapshot = std::make_shared<const ProjectSnapshot>(std::move(finished));
    return sample;
}

}  // namespace layers
