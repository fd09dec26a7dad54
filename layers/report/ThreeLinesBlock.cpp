// SPDX-License-Identifier: Apache-2.0
#include "gis/base/Units.h"
#include "layers/report/PlanTotals.h"
#include "layers/report/ReportBlocks.h"

namespace layers {

namespace {

using gis::message;
using gis::translated;

ReportCell hectares(const PlanTotals::Share& share, double squareMetres) {
    if (!share.checked) return ReportCell::words("—");
    return ReportCell::value(gis::hectares(squareMetres), 4);
}

std::string conclusion(const PlanTotals& totals) {
    if (totals.skipped) return translated(message("layers", "not checked completely"));
    if (!totals.conflict && totals.inform) return translated(message("layers", "overlap for information only"));
    if (!totals.conflict) return translated(message("layers", "no overlap found"));
    return translated(totals.hasOutside ? message("layers", "found: see the pieces, parts outside included")
                                        : message("layers", "overlap found: see the pieces"));
}

struct Sums {
    double area = 0, length = 0;
    PlanTotals::Share eco, farmland, boundary;
    double outside = 0;

    static void add(PlanTotals::Share& sum, const PlanTotals::Share& one) {
        sum.checked |= one.checked;
        sum.areaSquareMetres += one.areaSquareMetres;
        sum.grossSquareMetres += one.grossSquareMetres;
    }
    void add(const PlanTotals& one) {
        area += one.areaSquareMetres.value_or(0);
        length += one.lengthMetres.value_or(0);
        add(eco, one.ecoRedline);
        add(farmland, one.basicFarmland);
        add(boundary, one.devBoundary);
        if (one.areaSquareMetres) outside += *one.areaSquareMetres - one.devBoundary.areaSquareMetres;
    }
};

std::vector<ReportCell> rowOf(std::size_t number, const PlanTotals& one) {
    const std::string name = one.name.empty() ? one.id : one.name;
    const double area = one.areaSquareMetres.value_or(0);
    const double taken = one.ecoRedline.areaSquareMetres + one.basicFarmland.areaSquareMetres;
    const auto forArea = [&](ReportCell cell) { return one.areaSquareMetres ? cell : ReportCell::words("—"); };
    return {
        ReportCell::count(number),
        ReportCell::words(one.layer),
        ReportCell::words(name),
        forArea(ReportCell::value(gis::hectares(area), 4)),
        one.lengthMetres ? ReportCell::value(*one.lengthMetres / 1000, 3) : ReportCell::words("—"),
        forArea(hectares(one.devBoundary, one.devBoundary.areaSquareMetres)),
        forArea(hectares(one.devBoundary, area - one.devBoundary.areaSquareMetres)),
        forArea(hectares(one.basicFarmland, one.basicFarmland.grossSquareMetres)),
        forArea(hectares(one.basicFarmland, one.basicFarmland.areaSquareMetres)),
        forArea(hectares(one.ecoRedline, one.ecoRedline.areaSquareMetres)),
        forArea(area > 0 ? ReportCell::value(one.ecoRedline.areaSquareMetres / area * 100, 2) : ReportCell::words("—")),
        forArea(ReportCell::value(gis::mu(taken), 2)),
        ReportCell::words(conclusion(one), one.conflict)};
}

std::vector<ReportCell> totalRow(const Sums& sums) {
    const auto cell = [](const PlanTotals::Share& share, double squareMetres) {
        ReportCell made = hectares(share, squareMetres);
        made.strong = true;
        return made;
    };
    return {ReportCell::words({}),
            ReportCell::words(translated(message("layers", "Sum of the rows")), true),
            ReportCell::words({}),
            ReportCell::value(gis::hectares(sums.area), 4, true),
            ReportCell::value(sums.length / 1000, 3, true),
            cell(sums.boundary, sums.boundary.areaSquareMetres),
            cell(sums.boundary, sums.outside),
            cell(sums.farmland, sums.farmland.grossSquareMetres),
            cell(sums.farmland, sums.farmland.areaSquareMetres),
            cell(sums.eco, sums.eco.areaSquareMetres),
            sums.area > 0 ? ReportCell::value(sums.eco.areaSquareMetres / sums.area * 100, 2, true)
                          : ReportCell::words("—"),
            ReportCell::value(gis::mu(sums.eco.areaSquareMetres + sums.farmland.areaSquareMetres), 2, true),
            ReportCell::words({})};
}

}  // namespace

ReportSection threeLinesBlock(const ReportSource& source) {
    ReportSection section;
    section.title = translated(message("layers", "Summary of what the plan takes of the three lines"));
    section.sheet = translated(message("layers", "Three lines"));
    ReportTable table;
    table.headings =
        words({message("layers", "No."), message("layers", "Layer"), message("layers", "Feature"),
               message("layers", "Area (ha)"), message("layers", "Length (km)"),
               message("layers", "Inside the development boundary (ha)"), message("layers", "Outside it (ha)"),
               message("layers", "Basic farmland, gross: sum of pieces (ha)"),
               message("layers", "Basic farmland, net of overlaps (ha)"),
               message("layers", "Ecological red line, net of overlaps (ha)"),
               message("layers", "Red line as share of the feature (%)"),
               message("layers", "Red line and farmland (mu)"), message("layers", "Result")});
    Sums sums;
    std::size_t number = 0;
    for (const PlanTotals& one : planTotals(source.check)) {
        table.rows.push_back(rowOf(++number, one));
        sums.add(one);
    }
    table.rows.push_back(totalRow(sums));
    table.notes = {
        translated(message("layers",
                           "— : there is no layer of this kind, or the column does not apply. Lines are in the "
                           "block on linear works.")),
        translated(message("layers",
                           "Net counts ground that control features of one layer share once. The deduction "
                           "factor of farmland patches (KCXS) is not applied.")),
        translated(message("layers", "Features of the plan that lie on each other are each counted in the sum."))};
    section.tables.push_back(std::move(table));
    return section;
}

}  // namespace layers
