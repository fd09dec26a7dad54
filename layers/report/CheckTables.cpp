// SPDX-License-Identifier: Apache-2.0
#include "layers/report/CheckTables.h"

#include <cmath>

namespace layers {

namespace {

using gis::FieldType;
using gis::message;

gis::Value value(const std::optional<int>& number) {
    if (!number) return {};
    return static_cast<std::int64_t>(*number);
}

std::vector<CheckColumn> pairColumns() {
    return {
        {"plan_layer", FieldType::Text, message("layers", "layer of the plan")},
        {"plan_id", FieldType::Text, message("layers", "id of the plan feature")},
        {"plan_name", FieldType::Text, message("layers", "name of the plan feature")},
        {"control_layer", FieldType::Text, message("layers", "control layer")},
        {"control_id", FieldType::Text, message("layers", "id of the control feature; empty for a whole layer")},
        {"control_name", FieldType::Text, message("layers", "name of the control feature")},
        {"control_type", FieldType::Text, message("layers", "kind of control line")},
        {"area_m2", FieldType::Real, message("layers", "shared area in m²; for outside: area that is not covered")},
        {"length_m", FieldType::Real, message("layers", "shared length in m")},
        {"crossings", FieldType::Integer, message("layers", "passages of a line from outside to inside or back")},
        {"share_of_plan_pct", FieldType::Real, message("layers", "share of the plan feature in %")},
        {"share_of_control_pct", FieldType::Real, message("layers", "share of the control feature in %")},
        {"distance_m", FieldType::Real, message("layers", "distance in m, for near")},
        {"class", FieldType::Text, message("layers", "overlap, sliver, near or outside")},
        {"note", FieldType::Text, message("layers", "remarks: repairs, number of points …")},
    };
}

std::vector<CheckColumn> summaryColumns() {
    return {
        {"plan_layer", FieldType::Text, message("layers", "layer of the plan")},
        {"plan_id", FieldType::Text, message("layers", "id of the plan feature")},
        {"plan_name", FieldType::Text, message("layers", "name of the plan feature")},
        {"plan_area_m2", FieldType::Real, message("layers", "area of the plan feature in m²")},
        {"plan_length_m", FieldType::Real, message("layers", "length of the plan feature in m")},
        {"control_layer", FieldType::Text, message("layers", "control layer")},
        {"control_type", FieldType::Text, message("layers", "kind of control line")},
        {"sum_area_m2", FieldType::Real, message("layers", "sum of the shared areas in m²")},
        {"net_area_m2", FieldType::Real, message("layers", "shared area in m², common ground counted once")},
        {"net_share_pct", FieldType::Real, message("layers", "net area or length as share of the plan feature in %")},
        {"sum_length_m", FieldType::Real, message("layers", "sum of the shared lengths in m")},
        {"net_length_m", FieldType::Real, message("layers", "shared length in m, common stretches counted once")},
        {"crossings", FieldType::Integer, message("layers", "passages of a line from outside to inside or back")},
        {"balance_error_m2", FieldType::Real,
         message("layers", "plan area less net area less the rest by a second route, in m²")},
        {"status", FieldType::Text, message("layers", "ok, repaired or skipped")},
        {"note", FieldType::Text, message("layers", "why repaired or skipped")},
    };
}

}  // namespace

gis::Value value(const std::optional<double>& number) {
    if (!number || !std::isfinite(*number)) return {};
    return *number;
}

CheckTable pairsTable(const CheckReport& report) {
    const auto row = [&report](std::size_t i) -> std::vector<gis::Value> {
        const Finding& f = report.findings[i];
        return {f.planLayer,
                f.planId,
                f.planName,
                f.controlLayer,
                f.controlId,
                f.controlName,
                toText(f.rule.type),
                value(f.areaSquareMetres),
                value(f.lengthMetres),
                value(f.crossings),
                value(f.shareOfPlanPercent),
                value(f.shareOfControlPercent),
                value(f.distanceMetres),
                toText(f.kind),
                f.note};
    };
    return {"pairs", pairColumns(), report.findings.size(), row};
}

CheckTable csvPairsTable(const CheckReport& report) {
    CheckTable table = pairsTable(report);
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < report.findings.size(); ++i)
        if (!report.findings[i].isPointsOfLines()) kept.push_back(i);
    if (kept.size() == table.rowCount) return table;
    table.rowCount = kept.size();
    table.row = [all = std::move(table.row), kept = std::move(kept)](std::size_t i) { return all(kept[i]); };
    return table;
}

CheckTable summaryTable(const CheckReport& report) {
    const auto row = [&report](std::size_t i) -> std::vector<gis::Value> {
        const FindingSummary& s = report.summaries[i];
        return {s.planLayer,
                s.planId,
                s.planName,
                value(s.planAreaSquareMetres),
                value(s.planLengthMetres),
                s.controlLayer,
                toText(s.rule.type),
                value(s.sumAreaSquareMetres),
                value(s.netAreaSquareMetres),
                value(s.netSharePercent),
                value(s.sumLengthMetres),
                value(s.netLengthMetres),
                value(s.crossings),
                value(s.balanceErrorSquareMetres),
                s.status,
                s.note};
    };
    return {"summary", summaryColumns(), report.summaries.size(), row};
}

}  // namespace layers
