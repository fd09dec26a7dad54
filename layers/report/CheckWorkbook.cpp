// SPDX-License-Identifier: Apache-2.0
#include "layers/report/CheckWorkbook.h"

#include "layers/report/CheckTables.h"
#include "layers/report/Workbook.h"

namespace layers {

namespace {

using gis::message;

double widthOf(const CheckColumn& column) {
    if (column.type != gis::FieldType::Text) return 14;
    if (column.name == "note") return 40;
    return column.name.ends_with("_name") || column.name.ends_with("_layer") ? 22 : 14;
}

// Areas and lengths are shown to the millimetre's worth a planner reads, and stored whole.
int decimalsOf(const CheckColumn& column) {
    if (column.name == "balance_error_m2") return 6;
    return column.name.ends_with("_pct") ? 4 : 2;
}

void writeTable(Workbook& book, const CheckTable& table) {
    book.beginSheet(table.name);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        book.setColumnWidth(static_cast<int>(i), widthOf(table.columns[i]));
        book.header(static_cast<int>(i), table.columns[i].name);
    }
    book.nextRow();
    book.freezeHere();
    book.filterAbove(static_cast<int>(table.columns.size()) - 1, table.rows.size());
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const int column = static_cast<int>(i);
            if (const auto* text = std::get_if<std::string>(&row[i])) book.text(column, *text);
            if (const auto* real = std::get_if<double>(&row[i]))
                book.number(column, *real, decimalsOf(table.columns[i]));
            if (const auto* integer = std::get_if<std::int64_t>(&row[i])) book.integer(column, *integer);
        }
        book.nextRow();
    }
}

void line(Workbook& book, const gis::Message& what, const std::string& value) {
    book.text(0, gis::translated(what), true);
    book.text(1, value);
    book.nextRow();
}

void line(Workbook& book, const gis::Message& what, double value) {
    book.text(0, gis::translated(what), true);
    book.number(1, value);
    book.nextRow();
}

void heading(Workbook& book, const std::vector<gis::Message>& titles) {
    book.nextRow();
    for (std::size_t i = 0; i < titles.size(); ++i) book.header(static_cast<int>(i), gis::translated(titles[i]));
    book.nextRow();
}

void writeRun(Workbook& book, const CheckReport& report) {
    const CheckRun& run = report.run;
    book.beginSheet("run");
    book.setColumnWidth(0, 30);
    book.setColumnWidth(1, 60);
    for (int column = 2; column < 8; ++column) book.setColumnWidth(column, 16);
    line(book, message("layers", "Program"), "tuce " + run.programVersion);
    line(book, message("layers", "Geometry engine"), run.engineVersion);
    line(book, message("layers", "Area method"),
         gis::translated(run.areaMethod == "planar"
                             ? message("layers", "in the plane of the coordinate system")
                             : message("layers", "on the CGCS2000 ellipsoid by the national formula")));
    line(book, message("layers", "Coordinate system of the plan"), run.planCrs);
    line(book, message("layers", "Sliver limit (m²)"), run.sliverSquareMetres);
    if (run.nearMetres) line(book, message("layers", "Near means less than (m)"), *run.nearMetres);
    line(book, message("layers", "Started"), run.startedAt);
    line(book, message("layers", "Seconds"), run.seconds);
}

void writeLayers(Workbook& book, const CheckReport& report) {
    heading(book, {message("layers", "Layer"), message("layers", "Source"), message("layers", "Role"),
                   message("layers", "Kind"), message("layers", "Direction"), message("layers", "CRS"),
                   message("layers", "Features"), message("layers", "Repaired"), message("layers", "Skipped")});
    for (const CheckedLayer& layer : report.layers) {
        book.text(0, layer.name);
        book.text(1, layer.path);
        book.text(2, layer.isControl ? "control" : "plan");
        book.text(3, layer.isControl ? toText(layer.rule.type) : std::string());
        book.text(4, layer.isControl ? toText(layer.rule.direction) : std::string());
        book.text(5, layer.crs);
        book.integer(6, static_cast<std::int64_t>(layer.featureCount));
        book.integer(7, static_cast<std::int64_t>(layer.repaired));
        book.integer(8, static_cast<std::int64_t>(layer.skipped));
        book.nextRow();
    }
}

void writeMeanings(Workbook& book, const std::vector<const CheckTable*>& tables) {
    heading(book, {message("layers", "Column"), message("layers", "Meaning"), message("layers", "Sheet")});
    for (const CheckTable* table : tables) {
        for (const CheckColumn& column : table->columns) {
            book.text(0, column.name);
            book.text(1, gis::translated(column.meaning));
            book.text(2, table->name);
            book.nextRow();
        }
    }
}

void writeWarnings(Workbook& book, const CheckReport& report) {
    if (report.warnings.empty()) return;
    heading(book, {message("layers", "Warning"), message("layers", "What")});
    for (const gis::Warning& warning : report.warnings) {
        book.text(0, warning.kind);
        book.text(1, gis::describe(warning));
        book.nextRow();
    }
}

}  // namespace

gis::Result<void> writeCheckWorkbook(const CheckReport& report, const std::string& temporaryPath,
                                     const std::string& shownPath) {
    Workbook book(temporaryPath, gis::translated(message("layers", "Red-line check")));
    const CheckTable pairs = pairsTable(report);
    const CheckTable summary = summaryTable(report);
    writeTable(book, pairs);
    writeTable(book, summary);
    writeRun(book, report);
    writeLayers(book, report);
    writeMeanings(book, {&pairs, &summary});
    writeWarnings(book, report);
    return book.close(shownPath);
}

}  // namespace layers
