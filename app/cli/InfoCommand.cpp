// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/RasterText.h"
#include "app/cli/SourceOptions.h"
#include "gis/crs/Cgcs2000Zone.h"
#include "gis/engine/TableRepair.h"

namespace cli {

namespace {

struct InfoOptions {
    std::vector<std::string> sources;
    bool validate = false;
    SourceOptions reading;
};

/// A layer as it is shown: read whole, or only listed when it has no geometries.
struct ShownLayer {
    std::string path;
    gis::LayerInfo info;
    gis::FeatureTable table;
    gis::Warnings warnings;
    std::optional<gis::TableFlaws> flaws;
};

gis::Result<std::vector<ShownLayer>> layersOf(const std::string& text, const InfoOptions& options,
                                              const gis::ReadOptions& reading, const gis::JobControl& control) {
    const gis::SourceName name = gis::SourceName::parse(text);
    std::vector<ShownLayer> shown;
    if (name.layer.empty()) {
        TUCE_TRY(listed, gis::listLayers(name.path, reading));
        for (gis::LayerInfo& info : listed) shown.push_back({name.path, std::move(info), {}, {}, std::nullopt});
    } else {
        shown.push_back({name.path, {}, {}, {}, std::nullopt});
        shown.front().info.name = name.layer;
    }
    for (ShownLayer& layer : shown) {
        if (layer.info.geometryTypeName == "None") continue;
        TUCE_TRY(read, gis::readLayer({name.path, layer.info.name}, reading, control));
        layer.info = std::move(read.info);
        layer.table = std::move(read.table);
        layer.warnings = std::move(read.warnings);
        if (!options.validate) continue;
        TUCE_TRY(flaws, gis::flawsOf(layer.table, control));
        layer.flaws = std::move(flaws);
    }
    return shown;
}

std::string idAt(const ShownLayer& layer, std::size_t position) {
    return std::to_string(gis::number(layer.table.at(position).id()));
}

std::string crsText(const ShownLayer& layer) {
    const auto& crs = layer.info.crs;
    if (crs.isKnown()) return crs.code().empty() ? crs.name() : crs.code() + " " + crs.name();
    const gis::CrsGuess guess = gis::guessCrs(layer.info.extent);
    std::string text = tr("not stated");
    if (!guess.reason.empty()) text += "; " + gis::translated(guess.reason);
    if (guess.candidate.isKnown())
        text += "; " + gis::translated(gis::message("cli", "proposal: %1", {guess.candidate.code()}));
    return text;
}

std::string extentText(const gis::Extent& extent) {
    if (extent.isEmpty()) return "-";
    return gis::toPlainDecimal(extent.minX) + " " + gis::toPlainDecimal(extent.minY) + " " +
           gis::toPlainDecimal(extent.maxX) + " " + gis::toPlainDecimal(extent.maxY);
}

const char* typeWord(gis::FieldType type) {
    switch (type) {
        case gis::FieldType::Integer:
            return "integer";
        case gis::FieldType::Real:
            return "real";
        case gis::FieldType::Boolean:
            return "boolean";
        case gis::FieldType::Date:
            return "date";
        case gis::FieldType::DateTime:
            return "datetime";
        default:
            return "text";
    }
}

std::string fieldsText(const gis::Schema& schema) {
    std::string text;
    for (const gis::Field& field : schema.fields())
        text += (text.empty() ? "" : ", ") + field.name + " (" + typeWord(field.type) + ")";
    return text.empty() ? "-" : text;
}

void line(const Context& context, const gis::Message& text) { context.print(gis::translated(text)); }

void printFlaws(const Context& context, const ShownLayer& layer) {
    const gis::TableFlaws& flaws = *layer.flaws;
    context.print("invalid: " + std::to_string(flaws.invalid.size()));
    if (!flaws.invalid.empty()) {
        const auto& first = flaws.invalid.front();
        line(context, gis::message("cli", "first invalid: feature %1: %2",
                                   {idAt(layer, first.position), gis::translated(first.flaw.text)}));
    }
    context.print("empty: " + std::to_string(flaws.empty.size()));
    if (!flaws.empty.empty())
        line(context, gis::message("cli", "first empty: feature %1", {idAt(layer, flaws.empty.front())}));
    context.print("duplicate: " + std::to_string(flaws.duplicates.size()));
    if (!flaws.duplicates.empty()) {
        const auto& first = flaws.duplicates.front();
        line(context, gis::message("cli", "first duplicate: feature %1 is the same as feature %2",
                                   {idAt(layer, first.position), idAt(layer, first.first)}));
    }
}

void printLayer(const Context& context, const ShownLayer& layer) {
    line(context, gis::message("cli", "layer: %1", {layer.path + "|" + layer.info.name}));
    line(context, gis::message("cli", "geometry: %1", {layer.info.geometryTypeName}));
    context.print("features: " + std::to_string(layer.info.featureCount));
    line(context, gis::message("cli", "coordinate reference system: %1", {crsText(layer)}));
    line(context, gis::message("cli", "extent: %1", {extentText(layer.info.extent)}));
    line(context, gis::message("cli", "encoding: %1 (%2)", {layer.info.encoding, layer.info.encodingReason}));
    line(context, gis::message("cli", "fields: %1", {fieldsText(layer.info.schema)}));
    if (layer.flaws) printFlaws(context, layer);
    context.print(std::string());
}

Json flawsJson(const ShownLayer& layer) {
    const gis::TableFlaws& flaws = *layer.flaws;
    Json json{{"invalid", flaws.invalid.size()}, {"empty", flaws.empty.size()}, {"duplicate", flaws.duplicates.size()}};
    if (!flaws.invalid.empty()) {
        const auto& first = flaws.invalid.front();
        Json place = nullptr;
        if (std::isfinite(first.flaw.place.x)) place = Json::array({first.flaw.place.x, first.flaw.place.y});
        json["first_invalid"] = {{"feature", gis::number(layer.table.at(first.position).id())},
                                 {"kind", first.flaw.kind},
                                 {"place", place},
                                 {"text", gis::translated(first.flaw.text)}};
    }
    if (!flaws.empty.empty())
        json["first_empty"] = {{"feature", gis::number(layer.table.at(flaws.empty.front()).id())}};
    if (!flaws.duplicates.empty()) {
        const auto& first = flaws.duplicates.front();
        json["first_duplicate"] = {{"feature", gis::number(layer.table.at(first.position).id())},
                                   {"same_as", gis::number(layer.table.at(first.first).id())}};
    }
    return json;
}

Json layerJson(const ShownLayer& layer) {
    const gis::LayerInfo& info = layer.info;
    Json json{{"source", layer.path},
              {"name", info.name},
              {"geometry_type", info.geometryTypeName},
              {"features", info.featureCount},
              {"crs", info.crs.code().empty() ? Json(nullptr) : Json(info.crs.code())},
              {"crs_name", info.crs.isKnown() ? Json(info.crs.name()) : Json(nullptr)},
              {"extent", nullptr},
              {"encoding", info.encoding},
              {"encoding_reason", info.encodingReason},
              {"driver", info.driver},
              {"fields", Json::array()},
              {"warnings", Json::array()}};
    const gis::Extent& extent = info.extent;
    if (!extent.isEmpty()) json["extent"] = Json::array({extent.minX, extent.minY, extent.maxX, extent.maxY});
    for (const gis::Field& field : info.schema.fields())
        json["fields"].push_back({{"name", field.name}, {"type", typeWord(field.type)}, {"width", field.width}});
    for (const gis::Warning& warning : layer.warnings)
        json["warnings"].push_back(
            {{"kind", warning.kind}, {"feature", warning.subject.feature}, {"text", gis::translated(warning.text)}});
    if (layer.flaws) json["validation"] = flawsJson(layer);
    return json;
}

int runInfo(const Context& context, const InfoOptions& options) {
    const auto reading = options.reading.readOptions();
    if (!reading) return context.fail(reading.error());
    Json document{{"layers", Json::array()}};
    bool invalid = false;
    for (const std::string& source : options.sources) {
        if (gis::isRasterFile(source)) {
            const auto file = gis::RasterFile::open(source);
            if (!file) return context.fail(file.error());
            if (context.json)
                document["layers"].push_back(rasterInfoJson(source, file->info()));
            else
                printRasterInfo(context, source, file->info());
            continue;
        }
        const auto layers = layersOf(source, options, *reading, context.control());
        if (!layers) return context.fail(layers.error());
        for (const ShownLayer& layer : *layers) {
            invalid = invalid || (layer.flaws && !layer.flaws->invalid.empty());
            context.warn(layer.warnings);
            if (context.json)
                document["layers"].push_back(layerJson(layer));
            else
                printLayer(context, layer);
        }
    }
    if (context.json) context.print(document);
    return context.finished(invalid);
}

}  // namespace

void addInfo(CLI::App& app, Context& context) {
    CLI::App* command =
        addCommand(app, context, "info",
                   gis::message("cli", "show layers, counts, coordinate reference system, extent and encoding"));
    auto options = std::make_shared<InfoOptions>();
    command->add_option("SOURCE", options->sources, tr("FILE or FILE|LAYER"))->required()->expected(1, -1);
    command->add_flag("--validate", options->validate, tr("count invalid, empty and duplicate geometries"));
    options->reading.addTo(*command);
    command->callback(
        [&context, options] { context.run = [&context, options] { return runInfo(context, *options); }; });
}

}  // namespace cli
