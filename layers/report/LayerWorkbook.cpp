// SPDX-License-Identifier: Apache-2.0
#include "layers/report/LayerWorkbook.h"

#include <algorithm>

#include "layers/report/Workbook.h"

namespace layers {

namespace {

constexpr double narrowestColumn = 8;
constexpr double widestColumn = 40;
constexpr std::size_t pollEvery = 1000;
constexpr std::int64_t longestInteger = 1'000'000'000'000'000;

void writeHead(Workbook& book, const gis::Schema& schema) {
    book.header(0, "fid");
    int column = 1;
    for (const gis::Field& field : schema.fields()) {
        book.setColumnWidth(column,
                            std::clamp(static_cast<double>(field.name.size()) + 6, narrowestColumn, widestColumn));
        book.header(column++, field.name);
    }
    book.nextRow();
    book.freezeHere();
}

void writeValue(Workbook& book, int column, const gis::Value& value) {
    // Excel keeps 15 digits of a number: longer ones are codes, and stay whole as texts.
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        const bool isShort = *integer<longestInteger&& * integer> - longestInteger;
        isShort ? book.integer(column, *integer) : book.text(column, std::to_string(*integer));
    }
    if (const auto* real = std::get_if<double>(&value)) book.number(column, *real);
    if (const auto* words = std::get_if<std::string>(&value)) book.text(column, *words);
}

}  // namespace

gis::Result<void> writeLayerWorkbook(const Layer& layer, const std::string& path, gis::Overwrite overwrite,
                                     const gis::JobControl& control) {
    TUCE_TRY(file, gis::AtomicFile::create(path, overwrite));
    Workbook book(file.temporaryPath(), layer.name);
    book.beginSheet(layer.name);
    writeHead(book, layer.table.schema());
    const int columns = static_cast<int>(layer.table.schema().size());
    book.filterAbove(columns, layer.table.size());
    std::size_t row = 0;
    for (const gis::Feature& feature : layer.table) {
        if (row++ % pollEvery == 0) {
            if (control.cancel.isCanceled()) return gis::canceled();
            control.report(static_cast<double>(row) / static_cast<double>(layer.table.size()));
        }
        book.integer(0, gis::number(feature.id()));
        for (int column = 0; column < columns; ++column) writeValue(book, column + 1, feature.attribute(column));
        book.nextRow();
    }
    TUCE_CHECK(book.close(path));
    return file.commit();
}

}  // namespace layers
