// SPDX-License-Identifier: Apache-2.0
#include "layers/report/DetailTables.h"

#include <memory>

namespace layers {

namespace {

using gis::FieldType;
using gis::message;

gis::Value count(std::size_t number) { return static_cast<std::int64_t>(number); }

std::vector<gis::Value> joined(std::vector<gis::Value> row, std::vector<gis::Value> more) {
    row.insert(row.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return row;
}

/// The table with further columns behind its own.
CheckTable extended(CheckTable table, std::vector<CheckColumn> columns,
                    std::function<std::vector<gis::Value>(std::size_t)> more) {
    table.columns.insert(table.columns.end(), columns.begin(), columns.end());
    table.row = [row = std::move(table.row), more = std::move(more)](std::size_t i) { return joined(row(i), more(i)); };
    return table;
}

/// A place in the report's lists of lists.
struct Entry {
    std::uint32_t finding = 0, item = 0;
};
using Entries = std::shared_ptr<const std::vector<Entry>>;

template <class Items>
Entries entriesOf(const CheckReport& report, Items LineDetail::*items) {
    auto entries = std::make_shared<std::vector<Entry>>();
    for (std::uint32_t i = 0; i < report.findings.size(); ++i) {
        if (!report.findings[i].line) continue;
        const std::size_t size = (report.findings[i].line.get()->*items).size();
        for (std::uint32_t item = 0; item < size; ++item) entries->push_back({i, item});
    }
    return entries;
}

std::vector<CheckColumn> lineColumns() {
    return {{"plan_layer", FieldType::Text, message("layers", "layer of the plan")},
            {"plan_id", FieldType::Text, message("layers", "id of the plan feature")},
            {"plan_name", FieldType::Text, message("layers", "name of the plan feature")},
            {"control_layer", FieldType::Text, message("layers", "control layer")},
            {"control_id", FieldType::Text, message("layers", "id of the control feature; empty for a whole layer")},
            {"control_name", FieldType::Text, message("layers", "name of the control feature")},
            {"line_of", FieldType::Text, message("layers", "whose line it is: plan or control")},
            {"part", FieldType::Integer, message("layers", "part of the line, from 1")},
            {"number", FieldType::Integer, message("layers", "number along the line, from 1")}};
}

std::vector<gis::Value> lineCells(const Finding& f, std::uint32_t part, std::uint32_t item) {
    return {f.planLayer,
            f.planId,
            f.planName,
            f.controlLayer,
            f.controlId,
            f.controlName,
            std::string(f.line->isOfControl ? "control" : "plan"),
            count(part + 1),
            count(item + 1)};
}

std::string unitText(const AreaField& field) { return field.name.empty() ? std::string() : field.unit; }

}  // namespace

CheckTable pairsWithDetails(const CheckReport& report) {
    const std::vector<CheckColumn> columns{
        {"sliver_by", FieldType::Text, message("layers", "why it is a sliver: small (by area), thin (by mean width)")},
        {"perimeter_m", FieldType::Real, message("layers", "perimeter of the piece in m, holes included")},
        {"mean_width_m", FieldType::Real, message("layers", "mean width of the piece, 2 × area / perimeter, in m")},
        {"compactness", FieldType::Real,
         message("layers", "4π × area / perimeter²: 1 for a circle, near 0 for a strip")},
        {"direction", FieldType::Text, message("layers", "what holds for this pair")},
        {"conflict", FieldType::Integer, message("layers", "1 if it counts as a conflict")},
        {"finding_key", FieldType::Text, message("layers", "by which the finding is known from run to run")}};
    return extended(pairsTable(report), columns, [&report](std::size_t i) -> std::vector<gis::Value> {
        const Finding& f = report.findings[i];
        const std::string cause = sliverCause(f);
        return {cause.empty() ? gis::Value() : gis::Value(cause),
                value(f.perimeterMetres),
                value(f.meanWidthMetres()),
                value(f.compactness()),
                toText(f.rule.direction),
                count(f.isConflict() ? 1 : 0),
                f.key()};
    });
}

CheckTable summaryWithDetails(const CheckReport& report) {
    const std::vector<CheckColumn> columns{
        {"sum_share_pct", FieldType::Real,
         message("layers", "sum of the shared areas as share of the plan feature in %")},
        {"slivers", FieldType::Integer, message("layers", "slivers among the pieces")},
        {"sliver_area_m2", FieldType::Real, message("layers", "area of the slivers in m², part of the sum")},
        {"sum_area_no_slivers_m2", FieldType::Real, message("layers", "sum of the shared areas without slivers in m²")},
        {"net_area_no_slivers_m2", FieldType::Real, message("layers", "net area without slivers in m²")},
        {"direction", FieldType::Text, message("layers", "what holds for this pair")}};
    return extended(summaryTable(report), columns, [&report](std::size_t i) -> std::vector<gis::Value> {
        const FindingSummary& s = report.summaries[i];
        std::optional<double> share;
        if (s.sumAreaSquareMetres && s.planAreaSquareMetres.value_or(0) > 0)
            share = *s.sumAreaSquareMetres / *s.planAreaSquareMetres * 100;
        const bool hasArea = s.sumAreaSquareMetres.has_value();
        const auto whereArea = [hasArea](double number) { return hasArea ? gis::Value(number) : gis::Value(); };
        return {value(share),
                count(s.sliverCount),
                whereArea(s.sliverSquareMetres),
                whereArea(s.sumAreaSquareMetres.value_or(0) - s.sliverSquareMetres),
                value(s.netWithoutSliversSquareMetres),
                toText(s.rule.direction)};
    });
}

CheckTable totalsTable(const CheckReport& report) {
    const auto totals = std::make_shared<const std::vector<LayerTotal>>(layerTotals(report));
    const std::vector<CheckColumn> columns{
        {"control_layer", FieldType::Text, message("layers", "control layer")},
        {"control_type", FieldType::Text, message("layers", "kind of control line")},
        {"pieces", FieldType::Integer, message("layers", "pairs that share something, slivers included")},
        {"conflicts", FieldType::Integer, message("layers", "findings that count as conflicts")},
        {"gross_area_m2", FieldType::Real, message("layers", "sum of the shared areas in m²")},
        {"net_area_m2", FieldType::Real, message("layers", "shared area in m², common ground counted once")},
        {"slivers", FieldType::Integer, message("layers", "slivers among the pieces")},
        {"slivers_small", FieldType::Integer, message("layers", "slivers by area")},
        {"slivers_thin", FieldType::Integer, message("layers", "slivers by mean width")},
        {"sliver_area_m2", FieldType::Real, message("layers", "area of the slivers in m², part of the sum")},
        {"gross_area_no_slivers_m2", FieldType::Real,
         message("layers", "sum of the shared areas without slivers in m²")},
        {"net_area_no_slivers_m2", FieldType::Real, message("layers", "net area without slivers in m²")},
        {"net_length_m", FieldType::Real, message("layers", "shared length in m, common stretches counted once")},
        {"outside", FieldType::Integer, message("layers", "plan features that lie outside, in part or whole")},
        {"outside_area_m2", FieldType::Real, message("layers", "area outside in m²")}};
    const auto row = [totals](std::size_t i) -> std::vector<gis::Value> {
        const LayerTotal& t = (*totals)[i];
        return {t.controlLayer,
                toText(t.type),
                count(t.pieces),
                count(t.conflicts),
                t.grossSquareMetres,
                t.netSquareMetres,
                count(t.slivers),
                count(t.smallOnes),
                count(t.thinOnes),
                t.sliverSquareMetres,
                t.grossSquareMetres - t.sliverSquareMetres,
                t.netWithoutSliversSquareMetres,
                t.netLengthMetres,
                count(t.outsides),
                t.outsideSquareMetres};
    };
    return {"totals", columns, totals->size(), row};
}

CheckTable passagesTable(const CheckReport& report) {
    std::vector<CheckColumn> columns = lineColumns();
    columns.push_back({"kind", FieldType::Text, message("layers", "enter, leave, or meet (of two lines)")});
    columns.push_back({"chainage_m", FieldType::Real, message("layers", "along the line from its beginning, in m")});
    columns.push_back({"x", FieldType::Real, message("layers", "east, or longitude, in the plan's coordinate system")});
    columns.push_back({"y", FieldType::Real, message("layers", "north, or latitude, in the plan's coordinate system")});
    const Entries entries = entriesOf(report, &LineDetail::places);
    const auto row = [&report, entries](std::size_t i) {
        const Finding& f = report.findings[(*entries)[i].finding];
        const LinePlace& place = f.line->places[(*entries)[i].item];
        return joined(lineCells(f, place.part, (*entries)[i].item),
                      {toText(place.kind), place.chainageMetres, place.place.x, place.place.y});
    };
    return {"passages", columns, entries->size(), row};
}

CheckTable stretchesTable(const CheckReport& report) {
    std::vector<CheckColumn> columns = lineColumns();
    columns.push_back({"from_m", FieldType::Real, message("layers", "along the line from its beginning, in m")});
    columns.push_back({"to_m", FieldType::Real, message("layers", "along the line from its beginning, in m")});
    columns.push_back({"length_m", FieldType::Real, message("layers", "length of the stretch in m")});
    for (const char* name : {"from_x", "from_y", "to_x", "to_y"})
        columns.push_back(
            {name, FieldType::Real, message("layers", "ends of the stretch in the plan's coordinate system")});
    const Entries entries = entriesOf(report, &LineDetail::stretches);
    const auto row = [&report, entries](std::size_t i) {
        const Finding& f = report.findings[(*entries)[i].finding];
        const LineStretch& s = f.line->stretches[(*entries)[i].item];
        return joined(lineCells(f, s.part, (*entries)[i].item),
                      {s.fromMetres, s.toMetres, s.lengthMetres, s.begin.x, s.begin.y, s.end.x, s.end.y});
    };
    return {"stretches", columns, entries->size(), row};
}

CheckTable areasTable(const CheckReport& report) {
    const std::vector<CheckColumn> columns{
        {"role", FieldType::Text, message("layers", "plan or control")},
        {"layer", FieldType::Text, message("layers", "layer")},
        {"id", FieldType::Text, message("layers", "id of the feature")},
        {"name", FieldType::Text, message("layers", "name of the feature")},
        {"field", FieldType::Text, message("layers", "field of the data with the area")},
        {"stated_area_m2", FieldType::Real, message("layers", "area by that field, in m²")},
        {"area_m2", FieldType::Real, message("layers", "area of the feature as measured here, in m²")},
        {"difference_m2", FieldType::Real, message("layers", "ours less theirs, in m²")},
        {"difference_pct", FieldType::Real, message("layers", "ours less theirs, in % of theirs")}};
    const auto row = [&report](std::size_t i) -> std::vector<gis::Value> {
        const StatedArea& a = report.statedAreas[i];
        std::optional<double> percent;
        if (a.statedSquareMetres > 0) percent = a.difference() / a.statedSquareMetres * 100;
        return {std::string(a.isControl ? "control" : "plan"),
                a.layer,
                a.id,
                a.name,
                a.field,
                a.statedSquareMetres,
                a.ourSquareMetres,
                a.difference(),
                value(percent)};
    };
    return {"areas", columns, report.statedAreas.size(), row};
}

CheckTable repairsTable(const CheckReport& report) {
    const std::vector<CheckColumn> columns{
        {"role", FieldType::Text, message("layers", "plan or control")},
        {"layer", FieldType::Text, message("layers", "layer")},
        {"id", FieldType::Text, message("layers", "id of the feature")},
        {"what", FieldType::Text, message("layers", "repaired or skipped")},
        {"cause", FieldType::Text, message("layers", "what is wrong with the geometry")},
        {"x", FieldType::Real, message("layers", "place of the flaw: east, or longitude")},
        {"y", FieldType::Real, message("layers", "place of the flaw: north, or latitude")},
        {"crs", FieldType::Text, message("layers", "coordinate system of the place")},
        {"source", FieldType::Text, message("layers", "file it was read from")}};
    const auto row = [&report](std::size_t i) -> std::vector<gis::Value> {
        const MendedFeature& m = report.mended[i];
        return {std::string(m.isControl ? "control" : "plan"),
                m.layer,
                m.id,
                std::string(m.isSkipped ? "skipped" : "repaired"),
                gis::translated(m.cause),
                m.place ? gis::Value(m.place->x) : gis::Value(),
                m.place ? gis::Value(m.place->y) : gis::Value(),
                m.crs,
                m.path};
    };
    return {"repairs", columns, report.mended.size(), row};
}

CheckTable inputsTable(const CheckReport& report) {
    const std::vector<CheckColumn> columns{
        {"role", FieldType::Text, message("layers", "plan or control")},
        {"layer", FieldType::Text, message("layers", "layer")},
        {"source", FieldType::Text, message("layers", "file it was read from")},
        {"control_type", FieldType::Text, message("layers", "kind of control line")},
        {"direction", FieldType::Text, message("layers", "direction of the layer")},
        {"crs", FieldType::Text, message("layers", "coordinate system of the layer")},
        {"features", FieldType::Integer, message("layers", "features checked")},
        {"repaired", FieldType::Integer, message("layers", "features checked on a repaired copy")},
        {"skipped", FieldType::Integer, message("layers", "features not checked")},
        {"content_hash", FieldType::Text, message("layers", "BLAKE2b-256 of the content, over blocks")},
        {"hash_of", FieldType::Text, message("layers", "what was hashed: file, or features as the check reads them")},
        {"file_date", FieldType::Text, message("layers", "when the file was changed last")},
        {"area_field", FieldType::Text, message("layers", "field of the data with the area")},
        {"area_unit", FieldType::Text, message("layers", "unit of that field")},
        {"area_certainty", FieldType::Text, message("layers", "how sure we are of field and unit: high, medium, low")}};
    const auto row = [&report](std::size_t i) -> std::vector<gis::Value> {
        const CheckedLayer& l = report.layers[i];
        return {std::string(l.isControl ? "control" : "plan"),
                l.name,
                l.path,
                l.isControl ? toText(l.rule.type) : std::string(),
                l.isControl ? toText(l.rule.direction) : std::string(),
                l.crs,
                count(l.featureCount),
                count(l.repaired),
                count(l.skipped),
                l.hash,
                l.hash.empty() ? std::string() : std::string(l.isFileHash ? "file" : "features"),
                l.fileTime,
                l.areaField.name,
                unitText(l.areaField),
                l.areaField.name.empty() ? std::string() : l.areaField.certainty};
    };
    return {"inputs", columns, report.layers.size(), row};
}

}  // namespace layers
