// SPDX-License-Identifier: Apache-2.0
#include "gis/base/Units.h"
#include "layers/check/KindRules.h"
#include "layers/check/PieceShape.h"
#include "layers/report/DetailTables.h"
#include "layers/report/ReportBlocks.h"

namespace layers {

namespace {

using gis::message;
using gis::translated;
using Words = std::vector<std::pair<gis::Message, std::string>>;

std::string methodText(const CheckRun& run) {
    return translated(run.areaMethod == "planar"
                          ? message("layers", "in the plane of the coordinate system")
                          : message("layers", "on the CGCS2000 ellipsoid by the national formula"));
}

void addTolerances(const CheckRun& run, Words& words) {
    words.emplace_back(message("layers", "Sliver limit (m²)"), gis::toPlainDecimal(run.sliverSquareMetres));
    words.emplace_back(
        message("layers", "Sliver limit of the mean width (m)"),
        run.thinMetres ? gis::toPlainDecimal(*run.thinMetres) : translated(message("layers", "not set")));
    for (const std::string& line : pieceShapeWords())
        words.emplace_back(message("layers", "Measure of thinness"), line);
    if (run.nearMetres)
        words.emplace_back(message("layers", "Near means less than (m)"), gis::toPlainDecimal(*run.nearMetres));
    words.emplace_back(message("layers", "Tolerance of the numbers"),
                       translated(message("layers",
                                          "areas agree with GEOS OverlayNG within 1e-9 × area + 4 ulp of the largest "
                                          "coordinate × perimeter; whether two features overlap is decided exactly")));
}

void addKinds(const CheckRun& run, Words& words) {
    if (!run.kindRules) return;
    words.emplace_back(message("layers", "Directions by kind"), run.kindRules->origin());
    for (const KindRules::Rule& rule : run.kindRules->rules()) {
        std::string text;
        for (const ControlType type : rule.controlTypes) text += (text.empty() ? "" : ", ") + nameOf(type);
        text += ": ";
        for (std::size_t i = 0; i < rule.kinds.size(); ++i) text += (i > 0 ? ", " : "") + rule.kinds[i];
        words.emplace_back(message("layers", "Directions by kind"),
                           text + " → " + nameOf(rule.direction) + " (" + rule.reason + ")");
    }
}

}  // namespace

std::vector<std::pair<gis::Message, std::string>> runWords(const CheckReport& report) {
    const CheckRun& run = report.run;
    Words words;
    words.emplace_back(message("layers", "Run"), run.id);
    words.emplace_back(message("layers", "Program"), "tuce " + run.programVersion);
    words.emplace_back(message("layers", "Geometry engine"), run.engineVersion);
    words.emplace_back(message("layers", "Area method"), methodText(run));
    words.emplace_back(message("layers", "Coordinate system of the plan"), run.planCrs);
    addTolerances(run, words);
    addKinds(run, words);
    words.emplace_back(message("layers", "Started"), run.startedAt);
    words.emplace_back(message("layers", "Seconds"), gis::toPlainDecimal(run.seconds));
    const auto number = [](std::size_t count) { return std::to_string(count); };
    words.emplace_back(message("layers", "Pairs whose boxes meet"), number(report.stats.candidatePairs));
    words.emplace_back(message("layers", "Pairs that share something"), number(report.stats.pairs));
    words.emplace_back(message("layers", "Passages of lines"), number(report.stats.crossings));
    words.emplace_back(message("layers", "Pairs decided without GEOS"), number(report.stats.certified));
    words.emplace_back(message("layers", "Pairs that needed GEOS for their numbers"), number(report.stats.fallbacks));
    return words;
}

CheckTable runTable(const CheckReport& report) {
    const auto words = std::make_shared<const Words>(runWords(report));
    const std::vector<CheckColumn> columns{{"property", gis::FieldType::Text, message("layers", "property of the run")},
                                           {"value", gis::FieldType::Text, message("layers", "its value")}};
    const auto row = [words](std::size_t i) -> std::vector<gis::Value> {
        return {translated((*words)[i].first), (*words)[i].second};
    };
    return {"run", columns, words->size(), row};
}

}  // namespace layers
