// SPDX-License-Identifier: Apache-2.0
#include "layers/report/CheckJson.h"

#include <nlohmann/json.hpp>

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

Json rowsOf(const CheckTable& table) {
    Json rows = Json::array();
    for (std::size_t number = 0; number < table.rowCount; ++number) {
        const std::vector<gis::Value> values = table.row(number);
        Json row = Json::object();
        for (std::size_t i = 0; i < values.size(); ++i) row[table.columns[i].name] = jsonOf(values[i]);
        rows.push_back(std::move(row));
    }
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

Json findingsOf(const CheckReport& report) {
    Json rows = rowsOf(pairsWithDetails(report));
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        const Finding& finding = report.findings[i];
        rows[i]["conflict"] = finding.isConflict();
        rows[i]["key"] = finding.key();
        rows[i].erase("finding_key");
        if (finding.kindRule > 0) rows[i]["direction_by_kind"] = true;
        if (finding.line) addLine(*finding.line, rows[i]);
        if (!finding.geometry.isEmpty()) rows[i]["geometry"] = gis::toWkt(finding.geometry);
    }
    return rows;
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

}  // namespace

nlohmann::ordered_json checkJson(const CheckReport& report) {
    Json warnings = Json::array();
    for (const gis::Warning& warning : report.warnings) {
        warnings.push_back({{"kind", warning.kind},
                            {"path", warning.subject.path},
                            {"layer", warning.subject.layer},
                            {"feature", warning.subject.feature},
                            {"text", gis::translated(warning.text)}});
    }
    Json document{{"run", runOf(report)}, {"layers", layersOf(report)}};
    if (report.geometryCrs.isKnown())
        document["geometry_crs"] =
            report.geometryCrs.code().empty() ? report.geometryCrs.wkt() : report.geometryCrs.code();
    document["findings"] = findingsOf(report);
    document["summary"] = rowsOf(summaryWithDetails(report));
    document["totals"] = checkTotalsJson(report);
    document["areas"] = rowsOf(areasTable(report));
    document["repairs"] = rowsOf(repairsTable(report));
    document["warnings"] = std::move(warnings);
    return document;
}

nlohmann::ordered_json checkTotalsJson(const CheckReport& report) { return rowsOf(totalsTable(report)); }

std::string jsonText(const nlohmann::ordered_json& document) {
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string checkJsonText(const CheckReport& report) { return jsonText(checkJson(report)); }

}  // namespace layers
