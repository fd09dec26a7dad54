// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <tuple>

#include "layers/check/FindingApprovals.h"
#include "layers/report/DetailTables.h"
#include "layers/report/ReportBlocks.h"

namespace layers {

namespace {

using gis::message;
using gis::translated;

/// Decimals with which coordinates are shown: millimetres, or a tenth of that in degrees.
int placeDecimals(const gis::CoordinateReferenceSystem& crs) { return crs.isGeographic() ? 9 : 3; }

std::string placeName(LinePlace::Kind kind) {
    switch (kind) {
        case LinePlace::Kind::Enters:
            return translated(message("layers", "enters"));
        case LinePlace::Kind::Leaves:
            return translated(message("layers", "leaves"));
        case LinePlace::Kind::Meets:
            break;
    }
    return translated(message("layers", "meets"));
}

void none(ReportTable& table) {
    if (table.rows.empty()) table.notes.push_back(translated(message("layers", "none")));
}

}  // namespace

namespace {

/// A row with what it is sorted by: the number of the line, then the chainage.
struct ChainedRow {
    std::size_t line = 0;
    double chainage = 0;
    std::vector<ReportCell> cells;
};

/// Rows along each line, whichever feature it meets; the lines in the order in which they are found.
class ChainedRows {
public:
    void add(const Finding& f, double chainage, std::vector<ReportCell> cells) {
        const auto& layer = f.line->isOfControl ? f.controlLayer : f.planLayer;
        const auto& id = f.line->isOfControl ? f.controlId : f.planId;
        const std::size_t line = m_lines.try_emplace({layer, id}, m_lines.size()).first->second;
        const std::string plan = nameOrId(f.planName, f.planId);
        const std::string control = nameOrId(f.controlName, f.controlId);
        std::vector<ReportCell> row{ReportCell::words(f.line->isOfControl ? control : plan),
                                    ReportCell::words(f.controlLayer),
                                    ReportCell::words(f.line->isOfControl ? plan : control)};
        row.insert(row.end(), cells.begin(), cells.end());
        m_rows.push_back({line, chainage, std::move(row)});
    }
    std::vector<std::vector<ReportCell>> taken() {
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const ChainedRow& a, const ChainedRow& b) {
            return std::tie(a.line, a.chainage) < std::tie(b.line, b.chainage);
        });
        std::vector<std::vector<ReportCell>> rows;
        for (ChainedRow& row : m_rows) rows.push_back(std::move(row.cells));
        return rows;
    }

private:
    std::map<std::pair<std::string, std::string>, std::size_t> m_lines;
    std::vector<ChainedRow> m_rows;
};

std::string crsOf(const CheckReport& check) {
    return check.geometryCrs.code().empty() ? check.geometryCrs.name() : check.geometryCrs.code();
}

}  // namespace

ReportTable linePlacesTable(const ReportSource& source) {
    const int decimals = placeDecimals(source.check.geometryCrs);
    ReportTable table;
    table.title = translated(message("layers", "Entry and exit points"));
    table.headings = words({message("layers", "Line"), message("layers", "Control layer"),
                            message("layers", "Control feature"), message("layers", "Passage"),
                            message("layers", "Chainage (m)"), message("layers", "East"), message("layers", "North")});
    ChainedRows rows;
    for (const Finding& f : source.check.findings) {
        if (!f.line) continue;
        for (const LinePlace& place : f.line->places)
            rows.add(f, place.chainageMetres,
                     {ReportCell::words(placeName(place.kind)), ReportCell::value(place.chainageMetres, 2),
                      ReportCell::value(place.place.x, decimals), ReportCell::value(place.place.y, decimals)});
    }
    table.rows = rows.taken();
    table.notes.push_back(translated(
        message("layers", "Chainage counts from the first vertex of the line, part after part; places in %1.",
                {crsOf(source.check)})));
    return table;
}

ReportTable lineStretchesTable(const ReportSource& source) {
    ReportTable table;
    table.title = translated(message("layers", "Length of each stretch inside"));
    table.headings =
        words({message("layers", "Line"), message("layers", "Control layer"), message("layers", "Control feature"),
               message("layers", "From (m)"), message("layers", "To (m)"), message("layers", "Length (m)")});
    ChainedRows rows;
    for (const Finding& f : source.check.findings) {
        if (!f.line) continue;
        for (const LineStretch& stretch : f.line->stretches)
            rows.add(f, stretch.fromMetres,
                     {ReportCell::value(stretch.fromMetres, 2), ReportCell::value(stretch.toMetres, 2),
                      ReportCell::value(stretch.lengthMetres, 2)});
    }
    table.rows = rows.taken();
    return table;
}

ReportTable sliverTotals(const ReportSource& source) {
    ReportTable table;
    table.title = translated(message("layers", "Totals with and without slivers"));
    table.headings =
        words({message("layers", "Control layer"), message("layers", "Number of pieces"),
               message("layers", "Gross (m²)"), message("layers", "Net (m²)"), message("layers", "Slivers"),
               message("layers", "by area"), message("layers", "by mean width"), message("layers", "Slivers (m²)"),
               message("layers", "Gross without slivers (m²)"), message("layers", "Net without slivers (m²)")});
    for (const LayerTotal& t : layerTotals(source.check))
        table.rows.push_back({ReportCell::words(t.controlLayer), ReportCell::count(t.pieces),
                              ReportCell::value(t.grossSquareMetres, 2), ReportCell::value(t.netSquareMetres, 2),
                              ReportCell::count(t.slivers), ReportCell::count(t.smallOnes),
                              ReportCell::count(t.thinOnes), ReportCell::value(t.sliverSquareMetres, 4),
                              ReportCell::value(t.grossSquareMetres - t.sliverSquareMetres, 2),
                              ReportCell::value(t.netWithoutSliversSquareMetres, 2)});
    const CheckRun& run = source.check.run;
    table.notes.push_back(
        run.thinMetres
            ? translated(message("layers", "A sliver is a piece below %1 m² or of a mean width (2A/P) below %2 m.",
                                 {gis::toPlainDecimal(run.sliverSquareMetres), gis::toPlainDecimal(*run.thinMetres)}))
            : translated(message("layers", "A sliver is a piece below %1 m²; no limit of the mean width was set.",
                                 {gis::toPlainDecimal(run.sliverSquareMetres)})));
    return table;
}

ReportSection areasBlock(const ReportSource& source) {
    ReportSection section;
    section.title = translated(message("layers", "Areas that the data state, beside ours"));
    section.sheet = translated(message("layers", "Stated areas"));
    for (const CheckedLayer& layer : source.check.layers)
        if (!layer.areaField.name.empty())
            section.paragraphs.push_back(translated(
                message("layers", "%1: field %2 in %3, certainty of field and unit: %4",
                        {layer.name, layer.areaField.name, layer.areaField.unit, layer.areaField.certainty})));
    ReportTable table;
    table.headings = words({message("layers", "Layer"), message("layers", "Feature"), message("layers", "Field"),
                            message("layers", "Stated (m²)"), message("layers", "Ours (m²)"),
                            message("layers", "Difference (m²)"), message("layers", "Difference (%)")});
    for (const StatedArea& a : source.check.statedAreas)
        table.rows.push_back({ReportCell::words(a.layer), ReportCell::words(nameOrId(a.name, a.id)),
                              ReportCell::words(a.field), ReportCell::value(a.statedSquareMetres, 2),
                              ReportCell::value(a.ourSquareMetres, 2), ReportCell::value(a.difference(), 2),
                              a.statedSquareMetres > 0
                                  ? ReportCell::value(a.difference() / a.statedSquareMetres * 100, 4)
                                  : ReportCell::words({})});
    if (table.rows.empty())
        table.notes.push_back(translated(message("layers", "No layer has a field with areas that we know.")));
    else
        table.notes.push_back(translated(message("layers", "Neither number replaces the other.")));
    section.tables.push_back(std::move(table));
    return section;
}

ReportSection approvalsBlock(const ReportSource& source) {
    ReportSection section;
    section.title = translated(message("layers", "Approvals"));
    section.sheet = translated(message("layers", "Approvals"));
    section.paragraphs.push_back(translated(
        message("layers",
                "An approval lasts as long as its overlap stays the same: class and crossings equal, area and length "
                "within the greater of 0.01 m² or m and a millionth, place within 0.01 m (1e-7°).")));
    const FindingApprovals approvals(source.snapshot.approvals, source.check.geometryCrs);
    ReportTable table;
    table.headings =
        words({message("layers", "Feature"), message("layers", "Control layer"), message("layers", "Control feature"),
               message("layers", "State"), message("layers", "Reason"), message("layers", "Reviewer"),
               message("layers", "When"), message("layers", "Run")});
    const auto add = [&table](std::vector<ReportCell> row, const Approval& approval) {
        for (const std::string* text : {&approval.reason, &approval.who, &approval.when, &approval.run})
            row.push_back(ReportCell::words(*text));
        table.rows.push_back(std::move(row));
    };
    for (const Finding& f : source.check.findings) {
        const auto verdict = approvals.of(f);
        if (verdict.approval == nullptr) continue;
        const bool lapsed = verdict.state == FindingApprovals::State::Lapsed;
        const std::string state = lapsed ? translated(message("layers", "lapsed: %1", {translated(verdict.change)}))
                                         : translated(message("layers", "approved"));
        add({ReportCell::words(nameOrId(f.planName, f.planId)), ReportCell::words(f.controlLayer),
             ReportCell::words(nameOrId(f.controlName, f.controlId)), ReportCell::words(state, lapsed)},
            *verdict.approval);
    }
    for (const Approval* approval : approvals.withoutFinding(source.check))
        add({ReportCell::words(approval->findingKey), ReportCell::words({}), ReportCell::words({}),
             ReportCell::words(translated(message("layers", "lapsed: there is no such finding any more")), true)},
            *approval);
    none(table);
    section.tables.push_back(std::move(table));
    return section;
}

ReportTable mendedTable(const ReportSource& source) {
    ReportTable table;
    table.title = translated(message("layers", "Repaired and skipped features"));
    table.headings = words({message("layers", "Layer"), message("layers", "Feature"), message("layers", "Treatment"),
                            message("layers", "Cause"), message("layers", "East"), message("layers", "North"),
                            message("layers", "CRS")});
    for (const MendedFeature& m : source.check.mended) {
        const auto crs = gis::CoordinateReferenceSystem::fromCode(m.crs);
        const int decimals = crs ? placeDecimals(*crs) : 3;
        table.rows.push_back(
            {ReportCell::words(m.layer), ReportCell::words(m.id),
             ReportCell::words(translated(m.isSkipped ? message("layers", "skipped") : message("layers", "repaired")),
                               m.isSkipped),
             ReportCell::words(translated(m.cause)),
             m.place ? ReportCell::value(m.place->x, decimals) : ReportCell::words("—"),
             m.place ? ReportCell::value(m.place->y, decimals) : ReportCell::words("—"), ReportCell::words(m.crs)});
    }
    none(table);
    return table;
}

}  // namespace layers
