// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "gis/base/Units.h"
#include "gis/engine/Overlay.h"
#include "layers/check/FindingApprovals.h"
#include "layers/report/ReportBlocks.h"

namespace layers {

namespace {

using gis::message;
using gis::translated;

std::optional<double> scaled(const std::optional<double>& value, double (*convert)(double)) {
    if (!value) return std::nullopt;
    return convert(*value);
}

std::string ruleText(const Finding& f) {
    const std::string rule = nameOf(f.rule.direction);
    return f.kindRule == 0 ? rule : translated(message("layers", "%1, by its kind", {rule}));
}

std::string approvalText(const FindingApprovals::Verdict& verdict) {
    switch (verdict.state) {
        case FindingApprovals::State::Open:
            return {};
        case FindingApprovals::State::Approved:
            return verdict.approval->reason;
        case FindingApprovals::State::Lapsed:
            break;
    }
    return translated(message("layers", "lapsed: %1", {translated(verdict.change)}));
}

/// A point inside the piece, where it was kept.
std::string placeText(const Finding& f, const gis::CoordinateReferenceSystem& crs) {
    const auto point =
        f.geometry.isEmpty() ? gis::Result<gis::Coordinate>(gis::canceled()) : gis::pointOnSurface(f.geometry);
    if (!point) return {};
    const int decimals = crs.isGeographic() ? 7 : 1;
    return ReportCell::value(point->x, decimals).shown() + ", " + ReportCell::value(point->y, decimals).shown();
}

std::vector<ReportCell> pieceRow(std::size_t number, const Finding& f, const ReportSource& source,
                                 const FindingApprovals& approvals) {
    return {ReportCell::count(number),
            ReportCell::words(f.planId),
            ReportCell::words(f.planName),
            ReportCell::words(nameOf(f.rule.type)),
            ReportCell::words(f.controlLayer),
            ReportCell::words(f.controlId),
            ReportCell::words(f.controlName),
            ReportCell::value(f.areaSquareMetres, 2),
            ReportCell::value(scaled(f.areaSquareMetres, gis::hectares), 4),
            ReportCell::value(scaled(f.areaSquareMetres, gis::mu), 2),
            ReportCell::value(f.shareOfPlanPercent, 2),
            ReportCell::value(f.shareOfControlPercent, 2),
            ReportCell::value(f.meanWidthMetres(), 3),
            ReportCell::words(placeText(f, source.check.geometryCrs)),
            ReportCell::words(nameOf(f.kind), f.isConflict()),
            ReportCell::words(ruleText(f)),
            ReportCell::words(approvalText(approvals.of(f))),
            ReportCell::words(f.note)};
}

std::vector<std::string> pieceHeadings() {
    return words({message("layers", "No."), message("layers", "Feature id"), message("layers", "Feature"),
                  message("layers", "Kind of control line"), message("layers", "Control layer"),
                  message("layers", "Control id"), message("layers", "Control name"), message("layers", "Area (m²)"),
                  message("layers", "Area (ha)"), message("layers", "Area (mu)"),
                  message("layers", "Share of the feature (%)"), message("layers", "Share of the control patch (%)"),
                  message("layers", "Mean width (m)"), message("layers", "Place (east, north)"),
                  message("layers", "Class"), message("layers", "Rule"), message("layers", "Opinion"),
                  message("layers", "Remarks")});
}

template <class Wanted>
ReportTable pieceTable(const ReportSource& source, Wanted wanted) {
    const FindingApprovals approvals(source.snapshot.approvals, source.check.geometryCrs);
    ReportTable table;
    table.headings = pieceHeadings();
    std::size_t number = 0;
    for (const Finding& finding : source.check.findings)
        if (wanted(finding)) table.rows.push_back(pieceRow(++number, finding, source, approvals));
    if (table.rows.empty()) table.notes.push_back(translated(message("layers", "none")));
    const auto& all = source.check.findings;
    if (std::any_of(all.begin(), all.end(), [&](const Finding& f) { return wanted(f) && f.geometry.isEmpty(); }))
        table.notes.push_back(
            translated(message("layers",
                               "Widths and places of the pieces are left out: so many pieces are only "
                               "cut for a GeoPackage.")));
    return table;
}

}  // namespace

ReportSection piecesBlock(const ReportSource& source) {
    ReportSection section;
    section.title = translated(message("layers", "Detail by piece"));
    section.sheet = translated(message("layers", "Pieces"));
    section.tables.push_back(pieceTable(source, [](const Finding& f) {
        return !f.lengthMetres && (f.kind == FindingClass::Overlap || f.kind == FindingClass::Outside);
    }));
    return section;
}

ReportSection linearWorksBlock(const ReportSource& source) {
    ReportSection section;
    section.title = translated(message("layers", "Linear works"));
    section.sheet = translated(message("layers", "Lines"));
    ReportTable table;
    table.headings =
        words({message("layers", "No."), message("layers", "Line id"), message("layers", "Line"),
               message("layers", "Kind of control line"), message("layers", "Control layer"),
               message("layers", "Control feature"), message("layers", "Crossings"), message("layers", "Length (m)"),
               message("layers", "Share of the line (%)"), message("layers", "Class"), message("layers", "Rule"),
               message("layers", "Opinion"), message("layers", "Remarks")});
    const FindingApprovals approvals(source.snapshot.approvals, source.check.geometryCrs);
    std::size_t number = 0;
    for (const Finding& f : source.check.findings) {
        if (!f.lengthMetres) continue;
        table.rows.push_back({ReportCell::count(++number), ReportCell::words(f.planId), ReportCell::words(f.planName),
                              ReportCell::words(nameOf(f.rule.type)), ReportCell::words(f.controlLayer),
                              ReportCell::words(nameOrId(f.controlName, f.controlId)),
                              f.crossings ? ReportCell::value(*f.crossings, 0) : ReportCell::words({}),
                              ReportCell::value(f.lengthMetres, 2), ReportCell::value(f.shareOfPlanPercent, 2),
                              ReportCell::words(nameOf(f.kind), f.isConflict()), ReportCell::words(ruleText(f)),
                              ReportCell::words(approvalText(approvals.of(f))), ReportCell::words(f.note)});
    }
    table.notes.push_back(translated(
        table.rows.empty() ? message("layers", "none")
                           : message("layers",
                                     "A crossing is a passage from outside to inside or back; a touch is none. How a "
                                     "line crosses (bridge, tunnel, …) is not in the data.")));
    section.tables.push_back(std::move(table));
    for (ReportTable detail : {linePlacesTable(source), lineStretchesTable(source)})
        if (!detail.rows.empty()) section.tables.push_back(std::move(detail));
    return section;
}

ReportSection sliversBlock(const ReportSource& source) {
    ReportSection section;
    section.title = translated(message("layers", "Slivers and near features"));
    section.sheet = translated(message("layers", "Slivers"));
    section.tables.push_back(sliverTotals(source));
    ReportTable slivers = pieceTable(source, [](const Finding& f) { return f.kind == FindingClass::Sliver; });
    slivers.title = translated(message("layers", "Slivers"));
    double area = 0;
    std::size_t count = 0;
    for (const Finding& f : source.check.findings) {
        if (f.kind != FindingClass::Sliver) continue;
        area += f.areaSquareMetres.value_or(0);
        ++count;
    }
    if (count > 0)
        slivers.notes.push_back(translated(message("layers", "%1 slivers with %2 m² in all; they count in the totals",
                                                   {std::to_string(count), ReportCell::value(area, 4).shown()})));
    section.tables.push_back(std::move(slivers));
    ReportTable near;
    near.title = translated(message("layers", "Near features"));
    near.headings =
        words({message("layers", "Feature id"), message("layers", "Feature"), message("layers", "Control layer"),
               message("layers", "Control feature"), message("layers", "Distance (m)")});
    for (const Finding& f : source.check.findings) {
        if (f.kind == FindingClass::Near)
            near.rows.push_back(
                {ReportCell::words(f.planId), ReportCell::words(f.planName), ReportCell::words(f.controlLayer),
                 ReportCell::words(nameOrId(f.controlName, f.controlId)), ReportCell::value(f.distanceMetres, 2)});
    }
    if (!near.rows.empty()) section.tables.push_back(std::move(near));
    return section;
}

}  // namespace layers
