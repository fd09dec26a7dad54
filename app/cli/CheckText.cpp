// SPDX-License-Identifier: Apache-2.0
#include "app/cli/CheckText.h"

#include <fmt/format.h>

#include <map>

#include "gis/base/Units.h"
#include "layers/report/DetailTables.h"

namespace cli {

namespace {

using gis::message;
using gis::translated;

constexpr std::size_t shownConflicts = 20;

std::string rounded(double value, int decimals) {
    return fmt::format("{:.{}f}", gis::roundedHalfUp(value, decimals), decimals);
}

void addLayers(const layers::CheckReport& report, std::vector<std::string>& lines) {
    for (const layers::CheckedLayer& layer : report.layers) {
        const std::string count = std::to_string(layer.featureCount);
        lines.push_back(
            layer.isControl
                ? translated(message("cli", "control layer %1: %2 features, %3, %4",
                                     {layer.name, count, toText(layer.rule.type), toText(layer.rule.direction)}))
                : translated(message("cli", "plan layer %1: %2 features", {layer.name, count})));
    }
}

void addCounts(const layers::CheckReport& report, std::vector<std::string>& lines) {
    std::map<std::string, std::size_t> counts;
    std::size_t conflicts = 0;
    for (const layers::Finding& finding : report.findings) {
        ++counts[toText(finding.kind)];
        conflicts += finding.isConflict() ? 1 : 0;
    }
    lines.push_back(translated(message("cli", "rows: %1", {std::to_string(report.findings.size())})));
    for (const auto& [kind, count] : counts) lines.push_back("  " + kind + ": " + std::to_string(count));
    lines.push_back(translated(message("cli", "conflicts: %1", {std::to_string(conflicts)})));
}

struct LayerTotal {
    double area = 0, length = 0;
    bool hasArea = false, hasLength = false;
};

void addTotals(const layers::CheckReport& report, std::vector<std::string>& lines) {
    std::map<std::string, LayerTotal> totals;
    for (const layers::FindingSummary& summary : report.summaries) {
        LayerTotal& total = totals[summary.controlLayer];
        total.hasArea |= summary.netAreaSquareMetres.has_value();
        total.hasLength |= summary.netLengthMetres.has_value();
        total.area += summary.netAreaSquareMetres.value_or(0);
        total.length += summary.netLengthMetres.value_or(0);
    }
    for (const auto& [layer, total] : totals) {
        std::string line = translated(message("cli", "inside %1, net:", {layer}));
        if (total.hasArea)
            line += translated(message("cli", " %1 ha (%2 mu)",
                                       {rounded(gis::hectares(total.area), 4), rounded(gis::mu(total.area), 2)}));
        if (total.hasLength) line += translated(message("cli", " %1 m of lines", {rounded(total.length, 2)}));
        lines.push_back(line);
    }
}

// Slivers count in all totals; here is what they make of them.
void addSlivers(const layers::CheckReport& report, std::vector<std::string>& lines) {
    for (const layers::LayerTotal& total : layers::layerTotals(report)) {
        if (total.slivers == 0) continue;
        lines.push_back(
            translated(message("cli", "slivers in %1: %2 with %3 m²; net without them: %4 ha",
                               {total.controlLayer, std::to_string(total.slivers), rounded(total.sliverSquareMetres, 2),
                                rounded(gis::hectares(total.netWithoutSliversSquareMetres), 4)})));
    }
}

std::string named(const std::string& id, const std::string& name) { return name.empty() ? id : id + " " + name; }

std::string conflictLine(const layers::Finding& f) {
    std::string line =
        "  " + toText(f.kind) + ": " + f.planLayer + " " + named(f.planId, f.planName) + " / " + f.controlLayer;
    if (!f.againstLayer) line += " " + named(f.controlId, f.controlName);
    if (f.areaSquareMetres) line += ", " + rounded(*f.areaSquareMetres, 2) + " m²";
    if (f.lengthMetres) line += ", " + rounded(*f.lengthMetres, 2) + " m";
    if (f.shareOfPlanPercent) line += ", " + rounded(*f.shareOfPlanPercent, 2) + " %";
    return line;
}

void addConflicts(const layers::CheckReport& report, std::vector<std::string>& lines) {
    std::size_t shown = 0;
    std::size_t left = 0;
    for (const layers::Finding& finding : report.findings) {
        if (!finding.isConflict()) continue;
        if (shown < shownConflicts) {
            lines.push_back(conflictLine(finding));
            ++shown;
        } else {
            ++left;
        }
    }
    if (left > 0) lines.push_back("  " + translated(message("cli", "… and %1 more", {std::to_string(left)})));
}

}  // namespace

std::vector<std::string> checkText(const layers::CheckReport& report, const std::vector<std::string>& files) {
    std::vector<std::string> lines;
    addLayers(report, lines);
    addCounts(report, lines);
    addConflicts(report, lines);
    addTotals(report, lines);
    addSlivers(report, lines);
    if (report.stats.fallbacks > 0)
        lines.push_back(
            translated(message("cli", "pairs that needed GEOS: %1 of %2",
                               {std::to_string(report.stats.fallbacks), std::to_string(report.stats.candidatePairs)})));
    lines.push_back(translated(message("cli", "run: %1", {report.run.id})));
    for (const std::string& file : files) lines.push_back(translated(message("cli", "wrote %1", {file})));
    return lines;
}

}  // namespace cli
