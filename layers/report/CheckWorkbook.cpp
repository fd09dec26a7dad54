// SPDX-License-Identifier: Apache-2.0
#include "layers/report/CheckWorkbook.h"

#include "layers/report/DetailTables.h"
#include "layers/report/Workbook.h"

namespace layers {

namespace {

using gis::message;

double widthOf(const CheckColumn& column) {
    if (column.type != gis::FieldType::Text) return 14;
    if (column.name == "note" || column.name == "cause" || column.name == "finding_key") return 40;
    return column.name.ends_with("_name") || column.name.ends_with("_layer") ? 22 : 14;
}

// Areas and lengths are shown to the millimetre's worth a planner reads, and stored whole.
int decimalsOf(const CheckColumn& column) {
    if (column.name == "balance_error_m2" || column.name == "compactness") return 6;
    if (column.name == "mean_width_m" || column.name == "sliver_area_m2") return 4;
    return column.name.ends_with("_pct") ? 4 : 2;
}

void writeTable(Workbook& book, const CheckTable& table, const gis::CancelToken& cancel) {
    book.beginSheet(table.name);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        book.setColumnWidth(static_cast<int>(i), widthOf(table.columns[i]));
        book.header(static_cast<int>(i), table.columns[i].name);
    }
    book.nextRow();
    book.freezeHere();
    book.filterAbove(static_cast<int>(table.columns.size()) - 1, table.rowCount);
    for (std::size_t number = 0; number < table.rowCount && !cancel.isCanceled(); ++number) {
        const std::vector<gis::Value> row = table.row(number);
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

void heading(Workbook& book, const std::vector<gis::Message>& titles) {
    book.nextRow();
    for (std::size_t i = 0; i < titles.size(); ++i) book.header(static_cast<int>(i), gis::translated(titles[i]));
    book.nextRow();
}

void writeRun(Workbook& book, const CheckReport& report) {
    book.beginSheet("run");
    book.setColumnWidth(0, 30);
    book.setColumnWidth(1, 60);
    for (int column = 2; column < 11; ++column) book.setColumnWidth(column, 16);
    book.setColumnWidth(11, 68);
    for (const auto& [what, value] : runWords(report)) line(book, what, value);
}

void writeLayers(Workbook& book, const CheckReport& report) {
    heading(book, {message("layers", "Layer"), message("layers", "Source"), message("layers", "Role"),
                   message("layers", "Kind"), message("layers", "Direction"), message("layers", "CRS"),
                   message("layers", "Features"), message("layers", "Repaired"), message("layers", "Skipped"),
                   message("layers", "File date"), message("layers", "Hash of"), message("layers", "Content hash")});
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
        book.text(9, layer.fileTime);
        book.text(10, layer.hash.empty() ? std::string() : std::string(layer.isFileHash ? "file" : "features"));
        book.text(11, layer.hash);
        book.nextRow();
    }
}

void writeMeanings(Workbook& book, const std::vector<CheckTable>& tables) {
    heading(book, {message("layers", "Column"), message("layers", "Meaning"), message("layers", "Sheet")});
    for (const CheckTable& table : tables) {
        for (const CheckColumn& column : table.columns) {
            book.text(0, column.name);
            book.text(1, gis::translated(column.meaning));
            book.text(2, table.name);
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
                                     const std::string& shownPath, const gis::CancelToken& cancel) {
    Workbook book(temporaryPath, gis::translated(message("layers", "Red-line check")));
    std::vector<CheckTable> tables{pairsWithDetails(report), summaryWithDetails(report), totalsTable(report)};
    for (const auto table : {passagesTable, stretchesTable, areasTable, repairsTable})
        if (CheckTable made = table(report); made.rowCount > 0) tables.push_back(std::move(made));
    for (const CheckTable& table : tables) writeTable(book, table, cancel);
    writeRun(book, report);
    writeLayers(book, report);
    writeMeanings(book, tables);
    writeWarnings(book, report);
    if (cancel.isCanceled()) return gis::canceled();
    return book.close(shownPath);
}

}  // namespace layers
