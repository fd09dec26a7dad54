// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/SourceOptions.h"
#include "gis/base/Resources.h"
#include "gis/crs/Cgcs2000Zone.h"
#include "layers/scheme/LayoutBuilder.h"

namespace cli {

namespace {

struct LayoutOptions {
    std::string scheme;
    std::vector<std::string> bases;
    std::string crs;
    std::string baseCrs;
    std::string encoding;
    bool withoutShipped = false;
};

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

gis::Result<layers::BuiltLayout> builtLayout(const Context& context, const LayoutOptions& options) {
    TUCE_CHECK(checkOutputs(context, options));
    TUCE_TRY(bytes, gis::readFile(options.scheme));
    TUCE_TRY(scheme, layers::schemeFromJson(bytes, options.scheme));
    gis::Warnings warnings;
    TUCE_TRY(base, baseLayers(context, options, warnings));
    TUCE_TRY(build, layers::shippedBuildOptions());
    TUCE_TRY(crs, crsOption(options.crs));
    build.crs = crs;
    TUCE_TRY(layout, layers::buildLayout(scheme, base, build, context.control()));
    layout.warnings.insert(layout.warnings.begin(), warnings.begin(), warnings.end());
    if (layout.layers.empty())
        return gis::fail(gis::ErrorCode::InvalidData, {options.scheme, {}, {}},
                         gis::message("cli", "none of its elements could be built"),
                         gis::message("cli", "load the boundaries and rivers that it names with --base"));
    return layout;
}

gis::Result<void> write(const Context& context, const layers::BuiltLayout& layout) {
    std::vector<gis::OutputLayer> outputs;
    for (const layers::BuiltLayer& layer : layout.layers)
        outputs.push_back({layer.name, layer.table, layer.geometryType});
    for (const std::string& path : context.outputs)
        TUCE_CHECK(gis::writeLayers(path, outputs, context.overwrite(), context.control()));
    return {};
}

std::string crsText(const gis::CoordinateReferenceSystem& crs) { return crs.code().empty() ? crs.name() : crs.code(); }

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
    element["without_boundary"] = report.withoutBoundary;
    return element;
}

Json toJson(const layers::BuiltLayout& layout, const std::vector<std::string>& outputs) {
    Json layersJson = Json::array();
    for (const layers::BuiltLayer& layer : layout.layers)
        layersJson.push_back({{"layer", layer.name}, {"features", layer.table.size()}});
    Json elements = Json::array();
    for (const layers::ElementReport& report : layout.reports) elements.push_back(toJson(report));
    Json warnings = Json::array();
    for (const gis::Warning& warning : layout.warnings)
        warnings.push_back(
            {{"kind", warning.kind}, {"element", warning.subject.feature}, {"text", gis::translated(warning.text)}});
    return {{"title", layout.title}, {"crs", crsText(layout.crs)}, {"crs_name", layout.crs.name()},
            {"layers", layersJson},  {"elements", elements},       {"warnings", warnings},
            {"outputs", outputs}};
}

void printText(const Context& context, const layers::BuiltLayout& layout) {
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
}

int runLayoutBuild(const Context& context, const LayoutOptions& options) {
    const auto layout = builtLayout(context, options);
    if (!layout) return context.fail(layout.error());
    context.warn(layout->warnings);
    if (const auto written = write(context, *layout); !written) return context.fail(written.error());
    if (context.json)
        context.print(toJson(*layout, context.outputs));
    else
        printText(context, *layout);
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
    addOutOption(*build, context, gis::message("cli", "file to write, .gpkg (one layer for each kind of geometry)"))
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
    build->add_flag("--no-shipped", options->withoutShipped,
                    tr("do without the places, routes and ridges that ship with the program"));
    build->callback(
        [&context, options] { context.run = [&context, options] { return runLayoutBuild(context, *options); }; });
}

}  // namespace cli
