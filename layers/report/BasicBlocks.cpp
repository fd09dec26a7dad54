// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "gis/base/Units.h"
#include "layers/report/DetailTables.h"
#include "layers/report/PlanTotals.h"
#include "layers/report/ReportBlocks.h"

namespace layers {

namespace {

using gis::message;
using gis::translated;

std::vector<ReportCell> keyed(const gis::Message& what, ReportCell value) {
    return {ReportCell::words(translated(what), true), std::move(value)};
}

// Title and number of each document that a link of a layout feature leads to.
std::string citedDocuments(const ProjectSnapshot& snapshot) {
    std::set<std::string> ids;
    for (const ClauseLink& link : snapshot.links) {
        const Clause* clause = snapshot.corpus.clause(link.clauseId);
        if (clause != nullptr) ids.insert(clause->documentId);
    }
    std::string cited;
    for (const std::string& id : ids) {
        const auto document = snapshot.corpus.document(id);
        if (!document) continue;
        if (!cited.empty()) cited += "; ";
        cited += document->title;
        if (!document->number.empty()) cited += " (" + document->number + ")";
    }
    return cited;
}

std::string noteOf(const ProjectSnapshot& snapshot, const std::string& layerName) {
    const LayerPtr layer = snapshot.layer(layerName);
    return layer ? layer->note : std::string();
}

ReportTable layersTable(const ReportSource& source) {
    ReportTable table;
    table.title = translated(message("layers", "What went in"));
    table.headings =
        words({message("layers", "Layer"), message("layers", "Role"), message("layers", "Rule"),
               message("layers", "Source"), message("layers", "Version, date, remarks"), message("layers", "CRS"),
               message("layers", "Features"), message("layers", "Repaired"), message("layers", "Skipped"),
               message("layers", "File date"), message("layers", "Content hash, first 16 digits")});
    for (const CheckedLayer& layer : source.check.layers) {
        const std::string role = layer.isControl ? nameOf(layer.rule.type) : translated(message("layers", "plan"));
        const std::string origin = layer.path.empty() ? translated(message("layers", "in the project")) : layer.path;
        table.rows.push_back({ReportCell::words(layer.name), ReportCell::words(role),
                              ReportCell::words(layer.isControl ? nameOf(layer.rule.direction) : std::string()),
                              ReportCell::words(origin), ReportCell::words(noteOf(source.snapshot, layer.name)),
                              ReportCell::words(layer.crs), ReportCell::count(layer.featureCount),
                              ReportCell::count(layer.repaired), ReportCell::count(layer.skipped),
                              ReportCell::words(layer.fileTime), ReportCell::words(layer.hash.substr(0, 16))});
    }
    return table;
}

std::string methodText(const CheckRun& run) {
    return translated(run.areaMethod == "planar"
                          ? message("layers", "areas and lengths in the plane of the coordinate system")
                          : message("layers",
                                    "areas by the national formula on the CGCS2000 ellipsoid, integrated along edges "
                                    "that are straight in the layer's own coordinate system; lengths geodesic"));
}

}  // namespace

ReportSection basicBlock(const ReportSource& source) {
    ReportSection section;
    section.title = translated(message("layers", "Basic table"));
    section.sheet = translated(message("layers", "Basics"));
    double area = 0;
    double length = 0;
    const std::vector<PlanTotals> totals = planTotals(source.check);
    for (const PlanTotals& one : totals) {
        area += one.areaSquareMetres.value_or(0);
        length += one.lengthMetres.value_or(0);
    }
    ReportTable table;
    table.isKeyed = true;
    table.rows = {
        keyed(message("layers", "Project"), ReportCell::words(source.snapshot.info.title)),
        keyed(message("layers", "Plan features checked"), ReportCell::count(totals.size())),
        keyed(message("layers", "Area of the plan features (ha), sum"), ReportCell::value(gis::hectares(area), 4)),
        keyed(message("layers", "Area of the plan features (mu), sum"), ReportCell::value(gis::mu(area), 2)),
        keyed(message("layers", "Length of the plan lines (km), sum"), ReportCell::value(length / 1000, 3)),
        keyed(message("layers", "Planning basis"), ReportCell::words(citedDocuments(source.snapshot))),
    };
    table.notes.push_back(translated(message("layers", "Sums count ground that several features share each time.")));
    section.tables.push_back(std::move(table));
    return section;
}

ReportSection methodBlock(const ReportSource& source) {
    const CheckRun& run = source.check.run;
    ReportSection section;
    section.title = translated(message("layers", "Data and method"));
    section.sheet = translated(message("layers", "Method"));
    section.tables.push_back(layersTable(source));
    ReportTable how;
    how.title = translated(message("layers", "How it was computed"));
    how.isKeyed = true;
    how.rows = {
        keyed(message("layers", "Measuring"), ReportCell::words(methodText(run))),
        keyed(message("layers", "Slivers"),
              ReportCell::words(translated(message("layers", "pieces below %1 m², listed apart, never dropped",
                                                   {gis::toPlainDecimal(run.sliverSquareMetres)})))),
        keyed(message("layers", "Rounding"),
              ReportCell::words(translated(message(
                  "layers", "half up, on the final number only; totals add unrounded values; 1 mu = 2000/3 m²")))),
    };
    for (const auto& [what, value] : runWords(source.check)) how.rows.push_back(keyed(what, ReportCell::words(value)));
    section.tables.push_back(std::move(how));
    return section;
}

}  // namespace layers
