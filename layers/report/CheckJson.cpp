// SPDX-License-Identifier: Apache-2.0
#include "layers/report/CheckJson.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <utility>

#include "gis/base/Parallel.h"
#include "gis/engine/Overlay.h"
#include "layers/check/KindRules.h"
#include "layers/report/DetailTables.h"

namespace layers {

namespace {

using Json = nlohmann::ordered_json;

Json jsonOf(const gis::Value& value) {
    return std::visit(
        [](const auto& held) -> Json {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
                return nullptr;
            else
                return held;
        },
        value);
}

using RowMaker = std::function<Json(std::size_t)>;

/// One list of the document: its rows are made when they are asked for.
struct RowList {
    const char* name;
    std::size_t count = 0;
    RowMaker row;
};

RowMaker rowsOf(CheckTable table) {
    return [table = std::move(table)](std::size_t number) {
        const std::vector<gis::Value> values = table.row(number);
        Json row = Json::object();
        for (std::size_t i = 0; i < values.size(); ++i) row[table.columns[i].name] = jsonOf(values[i]);
        return row;
    };
}

RowList listOf(const char* name, const CheckTable& table) { return {name, table.rowCount, rowsOf(table)}; }

Json allRows(const RowList& list) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < list.count; ++i) rows.push_back(list.row(i));
    return rows;
}

Json pairOf(gis::Coordinate place) { return Json::array({place.x, place.y}); }

void addLine(const LineDetail& line, Json& row) {
    row["line_of"] = line.isOfControl ? "control" : "plan";
    row["passages"] = Json::array();
    for (const LinePlace& place : line.places)
        row["passages"].push_back({{"kind", toText(place.kind)},
                                   {"part", place.part + 1},
                                   {"chainage_m", place.chainageMetres},
                                   {"at", pairOf(place.place)}});
    row["stretches"] = Json::array();
    for (const LineStretch& stretch : line.stretches)
        row["stretches"].push_back({{"part", stretch.part + 1},
                                    {"from_m", stretch.fromMetres},
                                    {"to_m", stretch.toMetres},
                                    {"length_m", stretch.lengthMetres},
                                    {"from", pairOf(stretch.begin)},
                                    {"to", pairOf(stretch.end)}});
}

RowList findingsOf(const CheckReport& report) {
    const auto row = [&report, cells = rowsOf(pairsWithDetails(report))](std::size_t i) {
        const Finding& finding = report.findings[i];
        Json made = cells(i);
        made["conflict"] = finding.isConflict();
        made["key"] = finding.key();
        made.erase("finding_key");
        if (finding.kindRule > 0) made["direction_by_kind"] = true;
        if (finding.line) addLine(*finding.line, made);
        if (!finding.geometry.isEmpty()) made["geometry"] = gis::toWkt(finding.geometry);
        return made;
    };
    return {"findings", report.findings.size(), row};
}

RowList warningsOf(const CheckReport& report) {
    const auto row = [&report](std::size_t i) -> Json {
        const gis::Warning& warning = report.warnings[i];
        return {{"kind", warning.kind},
                {"path", warning.subject.path},
                {"layer", warning.subject.layer},
                {"feature", warning.subject.feature},
                {"text", gis::translated(warning.text)}};
    };
    return {"warnings", report.warnings.size(), row};
}

std::vector<RowList> listsOf(const CheckReport& report) {
    return {findingsOf(report),
            listOf("summary", summaryWithDetails(report)),
            listOf("totals", totalsTable(report)),
            listOf("areas", areasTable(report)),
            listOf("repairs", repairsTable(report)),
            warningsOf(report)};
}

std::string formulaOf(const CheckRun& run) {
    return run.areaMethod == "planar"
               ? "shoelace in the plane of the coordinate system"
               : "national formula (CGCS2000 ellipsoid), line integral along native-straight edges";
}

Json countsOf(const CheckStats& stats) {
    return {{"candidate_pairs", stats.candidatePairs},
            {"pairs", stats.pairs},
            {"passages", stats.crossings},
            {"certified", stats.certified},
            {"fallback", stats.fallbacks}};
}

Json kindsOf(const CheckRun& run) {
    if (!run.kindRules) return nullptr;
    Json rules = Json::array();
    for (const KindRules::Rule& rule : run.kindRules->rules()) {
        Json types = Json::array();
        for (const ControlType type : rule.controlTypes) types.push_back(toText(type));
        rules.push_back({{"control_types", types},
                         {"kinds", rule.kinds},
                         {"direction", toText(rule.direction)},
                         {"reason", rule.reason}});
    }
    return {{"origin", run.kindRules->origin()}, {"certainty", run.kindRules->certainty()}, {"rules", rules}};
}

Json runOf(const CheckReport& report) {
    const CheckRun& run = report.run;
    return {{"program", "tuce " + run.programVersion},
            {"engine", run.engineVersion},
            {"area_method", run.areaMethod},
            {"plan_crs", run.planCrs},
            {"sliver_m2", run.sliverSquareMetres},
            {"thin_m", run.thinMetres ? Json(*run.thinMetres) : Json(nullptr)},
            {"near_m", run.nearMetres ? Json(*run.nearMetres) : Json(nullptr)},
            {"area_formula", formulaOf(run)},
            {"direction_by_kind", kindsOf(run)},
            {"counts", countsOf(report.stats)},
            {"run_id", run.id},
            {"started_at", run.startedAt},
            {"seconds", run.seconds}};
}

Json layersOf(const CheckReport& report) {
    Json layers = Json::array();
    for (const CheckedLayer& layer : report.layers) {
        Json entry{{"name", layer.name}, {"path", layer.path}, {"role", layer.isControl ? "control" : "plan"}};
        if (layer.isControl) {
            entry["type"] = toText(layer.rule.type);
            entry["direction"] = toText(layer.rule.direction);
        }
        entry["crs"] = layer.crs;
        entry["features"] = layer.featureCount;
        entry["repaired"] = layer.repaired;
        entry["skipped"] = layer.skipped;
        entry["content_hash"] = layer.hash.empty() ? Json(nullptr) : Json(layer.hash);
        if (!layer.hash.empty()) entry["hash_of"] = layer.isFileHash ? "file" : "features";
        if (!layer.fileTime.empty()) entry["file_date"] = layer.fileTime;
        if (!layer.areaField.name.empty())
            entry["area_field"] = {{"name", layer.areaField.name},
                                   {"unit", layer.areaField.unit},
                                   {"certainty", layer.areaField.certainty}};
        layers.push_back(std::move(entry));
    }
    return layers;
}

Json headOf(const CheckReport& report) {
    Json document{{"run", runOf(report)}, {"layers", layersOf(report)}};
    if (report.geometryCrs.isKnown())
        document["geometry_crs"] =
            report.geometryCrs.code().empty() ? report.geometryCrs.wkt() : report.geometryCrs.code();
    return document;
}

std::string dumped(const Json& document) { return document.dump(2, ' ', false, Json::error_handler_t::replace); }

/// The rows of a list as they stand in an indented document. Lines of texts are escaped, so every line break is one of
/// the layout.
std::string rowsText(const RowList& list, const gis::JobControl& control) {
    constexpr std::size_t grain = 500;
    const std::string margin = "\n    ";
    std::vector<std::string> blocks((list.count + grain - 1) / grain);
    gis::parallelFor(blocks.size(), {control.cancel, {}, control.threads}, [&](std::size_t block, unsigned) {
        for (std::size_t i = block * grain; i < std::min(list.count, (block + 1) * grain); ++i) {
            if (control.cancel.isCanceled()) return;
            blocks[block] += (i > 0 ? "," : "") + margin;
            for (const char c : dumped(list.row(i))) {
                if (c == '\n')
                    blocks[block] += margin;
                else
                    blocks[block] += c;
            }
        }
    });
    std::string text;
    for (std::string& block : blocks) text += std::exchange(block, {});
    return text;
}

}  // namespace

nlohmann::ordered_json checkJson(const CheckReport& report) {
    Json document = headOf(report);
    for (const RowList& list : listsOf(report)) document[list.name] = allRows(list);
    return document;
}

nlohmann::ordered_json checkRecordJson(const CheckReport& report) {
    Json document = headOf(report);
    document["totals"] = allRows(listOf("totals", totalsTable(report)));
    return document;
}

std::string jsonText(const nlohmann::ordered_json& document) { return dumped(document) + "\n"; }

std::string checkJsonText(const CheckReport& report, const gis::JobControl& control) {
    std::string text = dumped(headOf(report));
    text.resize(text.size() - 2);  // its end comes behind the lists
    for (const RowList& list : listsOf(report)) {
        text += ",\n  \"" + std::string(list.name) + "\": [";
        text += rowsText(list, control);
        text += list.count > 0 ? "\n  ]" : "]";
    }
    return text + "\n}\n";
}

}  // namespace layers
