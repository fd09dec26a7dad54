// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/SourceOptions.h"
#include "gis/engine/TableOverlay.h"

namespace cli {

namespace {

struct OverlayOptions {
    std::string operation;
    std::string sourceA;
    std::string sourceB;
    std::string crsOfB;
    bool acceptBallpark = false;
    SourceOptions reading;
};

const std::map<std::string, gis::OverlayOperation>& operations() {
    static const std::map<std::string, gis::OverlayOperation> words{
        {"intersection", gis::OverlayOperation::Intersection},
        {"union", gis::OverlayOperation::Union},
        {"difference", gis::OverlayOperation::Difference},
        {"symdifference", gis::OverlayOperation::SymmetricDifference}};
    return words;
}

gis::Result<void> checkOutputs(const Context& context, const OverlayOptions& options) {
    if (context.outputs.empty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {}, gis::message("cli", "no output is named"),
                         gis::message("cli", "add --out FILE"));
    for (const std::string& output : context.outputs) {
        TUCE_CHECK(gis::checkOutputFormat(output));
        for (const std::string& source : {options.sourceA, options.sourceB}) {
            if (!gis::sameFile(output, gis::SourceName::parse(source).path)) continue;
            return gis::fail(gis::ErrorCode::InvalidArgument, {output, {}, {}},
                             gis::message("cli", "the output is also an input, which is never overwritten"),
                             gis::message("cli", "name another file"));
        }
    }
    return {};
}

gis::Result<gis::OverlaySide> sideOf(const std::string& text, const gis::ReadOptions& reading, const Context& context) {
    const gis::SourceName name = gis::SourceName::parse(text);
    TUCE_TRY(layer, gis::readLayer(name, reading, context.control()));
    context.warn(layer.warnings);
    return gis::OverlaySide{std::move(layer.table), {name.path, layer.info.name, {}}};
}

gis::Result<gis::TableOverlay> overlaid(const Context& context, const OverlayOptions& options) {
    TUCE_TRY(readingA, options.reading.readOptions());
    gis::ReadOptions readingB = readingA;
    TUCE_TRY(crsOfB, crsOption(options.crsOfB));
    readingB.crs = crsOfB;
    TUCE_TRY(a, sideOf(options.sourceA, readingA, context));
    TUCE_TRY(b, sideOf(options.sourceB, readingB, context));
    const auto policy = options.acceptBallpark ? gis::DatumPolicy::AcceptBallpark : gis::DatumPolicy::Refuse;
    return gis::overlayTables(operations().at(options.operation), a, b, policy, context.control());
}

void tell(const Context& context, const OverlayOptions& options, const gis::TableOverlay& answer) {
    const auto count = [&](const char* kind) {
        return std::count_if(answer.warnings.begin(), answer.warnings.end(),
                             [kind](const gis::Warning& w) { return w.kind == kind; });
    };
    if (!context.json) {
        context.print("features: " + std::to_string(answer.table.size()));
        return;
    }
    Json document{{"operation", options.operation},         {"features", answer.table.size()},
                  {"repaired", count("repaired")},          {"skipped", count("skipped")},
                  {"fallbacks", count("overlay_fallback")}, {"outputs", context.outputs}};
    context.print(document);
}

/// The repaired and skipped features are named as such: the geometry's own words do not say what became of it.
gis::Warning explained(const gis::Warning& warning) {
    gis::Warning told = warning;
    if (warning.kind == "repaired")
        told.text = gis::message("cli", "%1; a repaired copy is used", {gis::translated(warning.text)});
    if (warning.kind == "skipped")
        told.text = gis::message("cli", "%1; the feature is left out", {gis::translated(warning.text)});
    return told;
}

int runOverlay(const Context& context, const OverlayOptions& options) {
    if (auto checked = checkOutputs(context, options); !checked) return context.fail(checked.error());
    const auto answer = overlaid(context, options);
    if (!answer) return context.fail(answer.error());
    for (const gis::Warning& warning : answer->warnings) context.warn(explained(warning));
    for (const std::string& output : context.outputs) {
        const std::string name = std::filesystem::path(output).stem().string();
        const gis::OutputLayer layer{name, answer->table, answer->geometryType};
        const auto written = gis::writeLayers(output, {layer}, context.overwrite(), context.control());
        if (!written) return context.fail(written.error());
    }
    tell(context, options, *answer);
    return context.finished(false);
}

}  // namespace

void addOverlay(CLI::App& app, Context& context) {
    CLI::App* command =
        addCommand(app, context, "overlay",
                   gis::message("cli", "overlay all features of A with all of B in the plane of A's coordinates"));
    auto options = std::make_shared<OverlayOptions>();
    command->add_option("--op", options->operation, tr("intersection, union, difference or symdifference"))
        ->required()
        ->check(CLI::IsMember({"intersection", "union", "difference", "symdifference"}));
    command->add_option("A", options->sourceA, tr("FILE or FILE|LAYER"))->required();
    command->add_option("B", options->sourceB, tr("FILE or FILE|LAYER"))->required();
    options->reading.addTo(*command);
    command
        ->add_option("--b-crs", options->crsOfB, tr("coordinate reference system of B where it does not say its own"))
        ->type_name("CODE");
    command->add_flag("--accept-ballpark", options->acceptBallpark,
                      tr("accept a step between datums that may be off by 100 m"));
    addOutOption(*command, context, gis::message("cli", "file to write: .gpkg, .geojson, .shp or .fgb"));
    command->callback(
        [&context, options] { context.run = [&context, options] { return runOverlay(context, *options); }; });
}

}  // namespace cli
