// SPDX-License-Identifier: Apache-2.0
#include "layers/report/ReportWorkbook.h"

#include <algorithm>

#include "gis/base/Units.h"
#include "layers/report/Workbook.h"

namespace layers {

namespace {

void writeCell(Workbook& book, int column, const ReportCell& cell) {
    if (cell.number)
        book.number(column, gis::roundedHalfUp(*cell.number, cell.decimals), cell.decimals, cell.strong);
    else
        book.text(column, cell.text, cell.strong);
}

void writeTable(Workbook& book, const ReportTable& table, bool isFirst) {
    if (!table.title.empty()) {
        book.text(0, table.title, true);
        book.nextRow();
    }
    if (!table.headings.empty()) {
        for (std::size_t i = 0; i < table.headings.size(); ++i) book.header(static_cast<int>(i), table.headings[i]);
        book.nextRow();
        if (isFirst) book.freezeHere();
    }
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) writeCell(book, static_cast<int>(i), row[i]);
        book.nextRow();
    }
    for (const std::string& note : table.notes) {
        book.text(0, note);
        book.nextRow();
    }
    book.nextRow();
}

// Room for the longest of the first rows, within what fits on a screen. A Chinese character is about two wide.
double widthOf(const ReportTable& table, std::size_t column) {
    const auto wide = [](const std::string& text) {
        double width = 0;
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte < 0x80) width += 1;
            if (byte >= 0xC0) width += 2;  // the first byte of a longer sequence
        }
        return width;
    };
    double width = column < table.headings.size() ? std::min(wide(table.headings[column]), 18.0) : 0;
    const std::size_t looked = std::min<std::size_t>(table.rows.size(), 200);
    for (std::size_t i = 0; i < looked; ++i)
        if (column < table.rows[i].size()) width = std::max(width, wide(table.rows[i][column].shown()));
    return std::clamp(width + 2, 8.0, 48.0);
}

void setWidths(Workbook& book, const ReportSection& section) {
    std::size_t columns = 0;
    for (const ReportTable& table : section.tables)
        for (const auto& row : table.rows) columns = std::max(columns, row.size());
    for (std::size_t column = 0; column < columns; ++column) {
        double width = 8;
        for (const ReportTable& table : section.tables) width = std::max(width, widthOf(table, column));
        book.setColumnWidth(static_cast<int>(column), width);
    }
}

}  // namespace

gis::Result<void> writeReportWorkbook(const ReportDocument& document, const std::string& temporaryPath,
                                      const std::string& shownPath) {
    Workbook book(temporaryPath, document.title);
    for (std::size_t i = 0; i < document.sections.size(); ++i) {
        const ReportSection& section = document.sections[i];
        book.beginSheet(section.sheet);
        setWidths(book, section);
        book.text(0, section.title, true);
        book.nextRow();
        if (i == 0) {
            for (const std::string& line : {document.title, document.notice, document.made}) {
                book.text(0, line);
                book.nextRow();
            }
        }
        for (const std::string& paragraph : section.paragraphs) {
            book.text(0, paragraph);
            book.nextRow();
        }
        for (std::size_t k = 0; k < section.tables.size(); ++k) writeTable(book, section.tables[k], k == 0);
    }
    return book.close(shownPath);
}

}  // namespace layers
