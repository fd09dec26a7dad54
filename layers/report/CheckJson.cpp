// SPDX-License-Identifier: Apache-2.0
#include "layers/report/CheckJson.h"

#include <nlohmann/json.hpp>

#include "gis/engine/Overlay.h"
#include "layers/report/CheckTables.h"

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
    for (const auto& values : table.rows) {
        Json row = Json::object();
        for (std::size_t i = 0; i < values.size(); ++i) row[table.columns[i].name] = jsonOf(values[i]);
        rows.push_back(std::move(row));
    }
    return rows;
}

Json findingsOf(const CheckReport& report) {
    Json rows = rowsOf(pairsTable(report));
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        const Finding& finding = report.findings[i];
        rows[i]["direction"] = toText(finding.rule.direction);
        rows[i]["conflict"] = finding.isConflict();
        rows[i]["key"] = finding.key();
        if (!finding.geometry.isEmpty()) rows[i]["geometry"] = gis::toWkt(finding.geometry);
    }
    return rows;
}

Json runOf(const CheckReport& report) {
    const CheckRun& run = report.run;
    return {{"program", "tuce " + run.programVersion},
            {"engine", run.engineVersion},
            {"area_method", run.areaMethod},
            {"plan_crs", run.planCrs},
            {"sliver_m2", run.sliverSquareMetres},
            {"near_m", run.nearMetres ? Json(*run.nearMetres) : Json(nullptr)},
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
    document["summary"] = rowsOf(summaryTable(report));
    document["warnings"] = std::move(warnings);
    return document;
}

std::string jsonText(const nlohmann::ordered_json& document) {
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string checkJsonText(const CheckReport& report) { return jsonText(checkJson(report)); }

}  // namespace layers
