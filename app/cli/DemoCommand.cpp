// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/cli/Commands.h"
#include "gis/base/Units.h"
#include "gis/feature/Value.h"
#include "layers/workflow/Demo.h"

namespace cli {

namespace {

std::string rounded(double value, int decimals) {
    return fmt::format("{:.{}f}", gis::roundedHalfUp(value, decimals), decimals);
}

/// Numbers of the demo by name, for --json and for the lines of text.
Json keyFigures(const layers::DemoResult& demo) {
    const auto conflicts = std::count_if(demo.check.findings.begin(), demo.check.findings.end(),
                                         [](const layers::Finding& finding) { return finding.isConflict(); });
    std::size_t layout = 0;
    for (const layers::LayerPtr& layer : demo.snapshot->layers)
        if (layer->kind == layers::LayerKind::Layout) layout += layer->table.size();
    return Json{{"layers", demo.snapshot->layers.size()},
                {"layout_features", layout},
                {"documents", demo.snapshot->corpus.documents().size()},
                {"clauses", demo.snapshot->corpus.clauseCount()},
                {"links", demo.snapshot->links.size()},
                {"findings", demo.check.findings.size()},
                {"conflicts", conflicts},
                {"audit_findings", demo.audit.findings.size()},
                {"sheets", demo.snapshot->sheets.size()}};
}

/// What each layout feature takes of the red lines: net area, or length for lines.
Json takings(const layers::DemoResult& demo) {
    Json rows = Json::array();
    for (const layers::FindingSummary& row : demo.check.summaries) {
        if (row.rule.type != layers::ControlType::EcoRedline) continue;
        const double area = row.netAreaSquareMetres.value_or(0);
        const double length = row.netLengthMetres.value_or(0);
        if (area <= 0 && length <= 0) continue;
        Json entry{{"feature", row.planName}, {"control_layer", row.controlLayer}};
        if (area > 0) entry["net_area_m2"] = area;
        if (length > 0) entry["net_length_m"] = length;
        if (row.crossings) entry["crossings"] = *row.crossings;
        rows.push_back(std::move(entry));
    }
    return rows;
}

void printText(const Context& context, const layers::DemoResult& demo) {
    const Json figures = keyFigures(demo);
    const auto number = [&](const char* name) { return std::to_string(figures.at(name).get<std::size_t>()); };
    const auto say = [&](const gis::Message& text) { context.print(gis::translated(text)); };
    say(gis::message(
        "cli", "Built %1 layout features in a plan of %2 layers, linked by %3 links to %4 clauses of %5 documents.",
        {number("layout_features"), number("layers"), number("links"), number("clauses"), number("documents")}));
    say(gis::message("cli",
                     "The check found %1 overlaps with the (fictitious) control lines, %2 of them conflicts; the audit "
                     "of text and map has %3 findings.",
                     {number("findings"), number("conflicts"), number("audit_findings")}));
    say(gis::message("cli", "Taken of the ecological red lines, overlaps among them removed:"));
    for (const Json& row : takings(demo)) {
        std::string line = "  " + row.at("feature").get<std::string>() + ": ";
        if (row.contains("net_area_m2")) {
            const double area = row.at("net_area_m2");
            line += gis::translated(
                gis::message("cli", "%1 ha (%2 mu)", {rounded(gis::hectares(area), 4), rounded(gis::mu(area), 2)}));
        } else {
            line += gis::translated(gis::message(
                "cli", "%1 km, %2 crossings",
                {rounded(row.at("net_length_m").get<double>() / 1000, 3), std::to_string(row.value("crossings", 0))}));
        }
        context.print(line);
    }
    say(gis::message("cli", "Wrote:"));
    for (const std::string& file : demo.files) context.print("  " + file);
}

int runDemoCommand(const Context& context, const std::string& folder) {
    auto demo = layers::runDemo(folder, context.overwrite(), context.control());
    if (!demo) return context.fail(demo.error());
    context.warn(demo->warnings);
    if (context.json) {
        Json document{{"figures", keyFigures(*demo)}, {"eco_redline", takings(*demo)}, {"files", demo->files}};
        context.print(document);
    } else {
        printText(context, *demo);
    }
    return Done;
}

}  // namespace

void addDemo(CLI::App& app, Context& context) {
    CLI::App* command = addCommand(app, context, "demo", gis::message("cli", "do the main job on the bundled sample"));
    auto folder = std::make_shared<std::string>("tuce-demo");
    command->add_option("--out", *folder, tr("folder to write into (default: tuce-demo)"))->type_name("DIR");
    command->callback(
        [&context, folder] { context.run = [&context, folder] { return runDemoCommand(context, *folder); }; });
}

}  // namespace cli
