// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/SourceOptions.h"
#include "gis/base/Resources.h"
#include "gis/crs/Cgcs2000Zone.h"
#include "layers/scheme/AsNamed.h"
#include "layers/scheme/JoinedThings.h"
#include "layers/scheme/SchemeDoubts.h"
#include "layers/scheme/SchemeFile.h"
#include "layers/workflow/LayoutRegister.h"

namespace cli {

namespace {

struct LayoutOptions {
    std::string scheme;
    std::vector<std::string> bases;
    std::string crs;
    std::string baseCrs;
    std::string encoding;
    std::vector<std::string> wholes;
    bool withMembers = false;
    bool withoutShipped = false;
};

/// What is written and printed: the layout, and the register of its elements.
using Made = layers::LayoutRegister;

gis::Result<void> checkOutputs(const Context& context, const LayoutOptions& options) {
    if (context.outputs.empty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {}, gis::message("cli", "no output is named"),
                         gis::message("cli", "add --out FILE"));
    std::vector<std::string> inputs{options.scheme};
    for (const std::string& base : options.bases) inputs.push_back(gis::SourceName::parse(base).path);
    for (const std::string& output : context.outputs)
        if (std::any_of(inputs.begin(), inputs.end(),
                        [&](const std::string& input) { return gis::sameFile(output, input); }))
            return gis::fail(gis::ErrorCode::InvalidArgument, {output, {}, {}},
                             gis::message("cli", "the output is also an input, which is never overwritten"),
                             gis::message("cli", "name another file"));
    return {};
}

gis::Result<std::vector<layers::BaseTable>> baseTables(const Context& context, const LayoutOptions& options,
                                                       gis::Warnings& warnings) {
    gis::ReadOptions reading;
    reading.encoding = options.encoding;
    TUCE_TRY(crs, crsOption(options.baseCrs));
    reading.crs = crs;
    std::vector<layers::BaseTable> tables;
    for (const std::string& base : options.bases) {
        const gis::SourceName name = gis::SourceName::parse(base);
        TUCE_TRY(found, gis::readLayers(name, reading, context.control()));
        for (gis::VectorLayer& layer : found) {
            warnings.insert(warnings.end(), layer.warnings.begin(), layer.warnings.end());
            if (!layer.table.crs().isKnown())
                return tl::unexpected(
                    gis::crsMissing({name.path, layer.info.name, {}}, layer.table.extent(), "--base-crs"));
            tables.push_back({name.path + "|" + layer.info.name, std::move(layer.table)});
        }
    }
    return tables;
}

gis::Result<layers::BaseLayers> baseLayers(const Context& context, const LayoutOptions& options,
                                           gis::Warnings& warnings) {
    TUCE_TRY(tables, baseTables(context, options, warnings));
    layers::Geography geography;
    if (!options.withoutShipped) {
        TUCE_TRY(shipped, layers::shippedGeography());
        geography = std::move(shipped);
    }
    TUCE_TRY(fields, layers::shippedBaseFieldNames());
    return layers::BaseLayers::make(tables, std::move(geography), fields);
}

gis::Result<Made> madeLayout(const Context& context, const LayoutOptions& options) {
    TUCE_CHECK(checkOutputs(context, options));
    TUCE_TRY(scheme, layers::readScheme(options.scheme));
    TUCE_TRY(doubts, layers::schemeDoubts(scheme));
    if (!options.wholes.empty()) {
        TUCE_TRY(parts, layers::schemeOfWholes(scheme, options.wholes));
        scheme = std::move(parts);
    }
    // Of a kind that is not known the builder tells itself.
    std::erase_if(doubts, [](const gis::Warning& doubt) { return doubt.kind == "kind_unknown"; });
    gis::Warnings warnings = std::move(doubts);
    TUCE_TRY(base, baseLayers(context, options, warnings));
    TUCE_TRY(build, layers::shippedBuildOptions());
    TUCE_TRY(crs, crsOption(options.crs));
    build.crs = crs;
    build.withMembers = options.withMembers;
    TUCE_TRY(layout, layers::buildLayout(scheme, base, build, context.control()));
    layout.warnings.insert(layout.warnings.begin(), warnings.begin(), warnings.end());
    TUCE_TRY(units, layers::shippedFactUnits());
    TUCE_TRY(statistics, layers::elementStatistics(scheme, layout, units, context.control()));
    return Made{std::move(scheme), std::move(layout), std::move(statistics)};
}

/// The first element and why it has no shape stand for the others.
tl::unexpected<gis::Error> nothingBuilt(const std::string& path, const Made& made) {
    const layers::ElementReport& first = made.layout.reports.front();
    const auto isUnknown = [&first](const gis::Warning& warning) {
        return warning.kind == "kind_unknown" && warning.subject.feature == first.id;
    };
    return gis::fail(
        gis::ErrorCode::InvalidData, {path, {}, first.id},
        gis::message("cli", "none of its %1 elements could be built; element %2 (kind \"%3\"): %4",
                     {std::to_string(made.layout.reports.size()), first.id, first.kind, gis::translated(first.reason)}),
        std::ranges::any_of(made.layout.warnings, isUnknown)
            ? gis::message("cli", "use a kind of resources/schemes/kinds.json")
            : gis::message("cli",
                           "load the boundaries and rivers that it names with --base; an output that ends in .csv "
                           "lists all reasons"));
}

gis::Result<void> write(const Context& context, const Made& made, const std::string& scheme) {
    // Where nothing is built, the register still says why.
    if (made.layout.layers.empty() && !std::ranges::all_of(context.outputs, layers::isRegisterFile))
        return nothingBuilt(scheme, made);
    std::vector<gis::OutputLayer> outputs;
    for (const layers::BuiltLayer& layer : made.layout.layers)
        outputs.push_back({layer.name, layer.table, layer.geometryType});
    for (const std::string& path : context.outputs)
        TUCE_CHECK(layers::isRegisterFile(path)
                       ? layers::writeRegister(made, path, context.overwrite(), context.control())
                       : gis::writeLayers(path, outputs, context.overwrite(), context.control()));
    return {};
}

std::string crsText(const gis::CoordinateReferenceSystem& crs) { return crs.code().empty() ? crs.name() : crs.code(); }

void setNumber(Json& json, const char* member, const std::optional<double>& number) {
    if (number) json[member] = *number;
}

Json toJson(const layers::SchemeFact& fact) {
    Json json{{"indicator", fact.indicator}, {"type", layers::factWord(fact.type)}};
    setNumber(json, "value", fact.value);
    if (!fact.unit.empty()) json["unit"] = fact.unit;
    if (fact.year) json["year"] = *fact.year;
    return json;
}

/// What the paper states of an element and what its drawing measures.
void addStatement(Json& json, const layers::SchemeElement& element, const layers::ElementStatistics& measured) {
    json["document"] = element.documentId;
    json["status"] = element.statusClass;
    if (!element.decidedBy.empty()) json["decided_by"] = element.decidedBy;
    if (const std::string differs = layers::differencesText(element); !differs.empty())
        json["differs_from_document"] = differs;
    if (!element.facts.empty()) {
        json["facts"] = Json::array();
        for (const layers::SchemeFact& fact : element.facts) json["facts"].push_back(toJson(fact));
    }
    setNumber(json, "area_m2", measured.areaSquareMetres);
    setNumber(json, "printed_area_m2", measured.printedSquareMetres);
    setNumber(json, "area_ratio", measured.areaRatio());
    setNumber(json, "length_m", measured.lengthMetres);
    setNumber(json, "printed_length_m", measured.printedMetres);
    setNumber(json, "length_ratio", measured.lengthRatio());
}

Json toJson(const layers::ElementReport& report) {
    Json element{{"id", report.id},
                 {"kind", report.kind},
                 {"name", report.name},
                 {"clause", report.clauseId},
                 {"built", report.isBuilt}};
    if (!report.isBuilt) {
        element["reason"] = gis::translated(report.reason);
        return element;
    }
    element["builder"] = report.builder;
    element["layer"] = report.layer;
    element["fid"] = gis::number(report.feature);
    element["schematic"] = report.isSchematic;
    element["carriers"] = report.carriers;
    element["inferred_carriers"] = report.inferredCarriers;
    element["without_boundary"] = report.withoutBoundary;
    element["idle_carriers"] = report.idleCarriers;
    element["idle_members"] = report.idleMembers;
    return element;
}

Json toJson(const Made& made, const std::vector<std::string>& outputs) {
    const layers::BuiltLayout& layout = made.layout;
    Json layersJson = Json::array();
    for (const layers::BuiltLayer& layer : layout.layers)
        layersJson.push_back({{"layer", layer.name}, {"features", layer.table.size()}});
    Json elements = Json::array();
    for (std::size_t i = 0; i < layout.reports.size(); ++i) {
        Json element = toJson(layout.reports[i]);
        addStatement(element, made.scheme.elements[i], made.statistics[i]);
        elements.push_back(std::move(element));
    }
    Json warnings = Json::array();
    for (const gis::Warning& warning : layout.warnings)
        warnings.push_back(
            {{"kind", warning.kind}, {"element", warning.subject.feature}, {"text", gis::translated(warning.text)}});
    return {{"title", layout.title}, {"crs", crsText(layout.crs)}, {"crs_name", layout.crs.name()},
            {"layers", layersJson},  {"elements", elements},       {"warnings", warnings},
            {"outputs", outputs}};
}

std::string fixed(double number, int decimals) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, number);
    return text;
}

/// Printed figures beside what the drawing measures.
void printFigures(const Context& context, const Made& made) {
    constexpr double squareKilometre = 1e6;
    for (std::size_t i = 0; i < made.statistics.size(); ++i)
        if (const auto ratio = made.statistics[i].areaRatio())
            context.print(gis::translated(
                gis::message("cli", "%1 %2: %3 km² drawn, %4 km² printed, ratio %5",
                             {made.scheme.elements[i].id, made.scheme.elements[i].label(),
                              fixed(*made.statistics[i].areaSquareMetres / squareKilometre, 1),
                              fixed(*made.statistics[i].printedSquareMetres / squareKilometre, 1), fixed(*ratio, 4)})));
}

void printText(const Context& context, const Made& made) {
    const layers::BuiltLayout& layout = made.layout;
    context.print(layout.title + " (" + crsText(layout.crs) + ", " + layout.crs.name() + ")");
    for (const layers::ElementReport& report : layout.reports) {
        const gis::Message text =
            report.isBuilt
                ? gis::message("cli", "%1 %2: %3, feature %4",
                               {report.id, report.name, report.layer, std::to_string(gis::number(report.feature))})
                : gis::message("cli", "%1 %2: not built: %3", {report.id, report.name, gis::translated(report.reason)});
        context.print(gis::translated(text));
    }
    for (const layers::BuiltLayer& layer : layout.layers) {
        context.print(layer.name);
        context.print("features: " + std::to_string(layer.table.size()));
    }
    printFigures(context, made);
}

int runLayoutBuild(const Context& context, const LayoutOptions& options) {
    const auto made = madeLayout(context, options);
    if (!made) return context.fail(made.error());
    context.warn(made->layout.warnings);
    if (const auto written = write(context, *made, options.scheme); !written) return context.fail(written.error());
    if (context.json)
        context.print(toJson(*made, context.outputs));
    else
        printText(context, *made);
    return context.finished(false);
}

}  // namespace

void addLayout(CLI::App& app, Context& context) {
    auto options = std::make_shared<LayoutOptions>();
    CLI::App* layout = app.add_subcommand("layout", tr("layout features from schemes"));
    layout->require_subcommand(1);
    CLI::App* build =
        addCommand(*layout, context, "build", gis::message("cli", "builds the features of a scheme over base layers"));
    build->add_option("SCHEME", options->scheme, tr("JSON file with the elements, their carriers and members"))
        ->required();
    build
        ->add_option("--base", options->bases,
                     tr("boundaries, rivers, roads: files, each with an optional |layer; may be repeated"))
        ->required()
        ->type_name("SOURCE");
    addOutOption(
        *build, context,
        gis::message(
            "cli",
            "file to write: .gpkg (one layer for each kind of geometry), .csv or .xlsx (register of the elements)"))
        ->required();
    build
        ->add_option(
            "--crs", options->crs,
            tr("coordinate reference system of the result (default: the CGCS2000 3-degree zone of its middle)"))
        ->type_name("CODE");
    build
        ->add_option("--base-crs", options->baseCrs,
                     tr("coordinate reference system where a base layer does not say its own"))
        ->type_name("CODE");
    build->add_option("--encoding", options->encoding, tr("text encoding where a base layer does not say its own"))
        ->type_name("NAME");
    build->add_option("--whole", options->wholes, tr("build only this element and its parts; may be repeated"))
        ->type_name("ID");
    build->add_flag("--members", options->withMembers,
                    tr("add a layer of the member units, each with its role in the element"));
    build->add_flag("--no-shipped", options->withoutShipped,
                    tr("do without the places, routes and ridges that ship with the program"));
    build->callback(
        [&context, options] { context.run = [&context, options] { return runLayoutBuild(context, *options); }; });
}

}  // namespace cli
