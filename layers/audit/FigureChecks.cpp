// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <optional>

#include "gis/analysis/EllipsoidMeasure.h"
#include "layers/audit/AuditChecks.h"
#include "layers/audit/PrintedFigures.h"

namespace layers {

namespace {

bool isMeasurable(const TextFigure& figure) { return figure.quantity == "area" || figure.quantity == "length"; }

std::optional<double> drawnSize(const DrawnFeature& drawn, const std::string& quantity) {
    const gis::Geometry& shape = drawn.feature->geometry();
    if (shape.isEmpty() || shape.dimension() != (quantity == "area" ? 2 : 1)) return std::nullopt;
    const auto measure = gis::EllipsoidMeasure::make(drawn.layer->table.crs(), true);
    if (!measure) return std::nullopt;
    const double size = quantity == "area" ? measure->areaSquareMetres(shape) : measure->lengthMetres(shape);
    return std::isfinite(size) ? std::optional(size) : std::nullopt;
}

void compareWithShape(const AuditGround& ground, const DrawnFeature& drawn, const PrintedFigure& printed,
                      AuditFindings& findings) {
    const auto size = drawnSize(drawn, printed.figure.quantity);
    if (!size || agrees(printed.figure, *size, ground.knowledge)) return;
    const std::string has = inUnitOf(printed.figure, *size);
    findings.add(AuditKind::FigureDiffers, AuditSeverity::Warning, &drawn, printed.clauseId, {printed.words},
                 gis::message("layers", "clause %1 prints %2; what is drawn has %3",
                              {ground.cited(printed.clauseId), printed.words, has}),
                 has);
}

/// A field of a layer that holds figures of one kind.
struct FigureColumn {
    int index = -1;
    std::string name;
    const FigureField* known = nullptr;  ///< null: it bears the name of an indicator
    std::optional<int> year;             ///< told in its name
};

/// "人口_2025" is "人口" of 2025.
FigureColumn columnOf(int index, const std::string& name) {
    FigureColumn column{index, name, nullptr, std::nullopt};
    const std::size_t digits = name.find_last_not_of("0123456789") + 1;  // npos + 1 is 0
    if (name.size() - digits != 4) return column;
    const int year = std::stoi(name.substr(digits));
    if (year < 1900 || year > 2099) return column;
    column.year = year;
    column.name = name.substr(0, digits);
    while (!column.name.empty() && (column.name.back() == '_' || column.name.back() == '-')) column.name.pop_back();
    return column;
}

std::vector<FigureColumn> columnsOf(const gis::Schema& schema, const AuditKnowledge& knowledge) {
    std::vector<FigureColumn> columns;
    for (int i = 0; i < static_cast<int>(schema.size()); ++i) {
        FigureColumn column = columnOf(i, schema.fields()[static_cast<std::size_t>(i)].name);
        for (const FigureField& field : knowledge.figureFields)
            if (column.known == nullptr && field.isNamed(column.name)) column.known = &field;
        columns.push_back(std::move(column));
    }
    return columns;
}

/// The value of the column in the base unit of the printed quantity; nothing where the column is about something else.
std::optional<double> valueOf(const DrawnFeature& drawn, const FigureColumn& column, const PrintedFigure& printed) {
    const bool isIndicator = !printed.indicator.empty() && column.name == printed.indicator;
    const bool isQuantity = column.known != nullptr && column.known->quantity == printed.figure.quantity;
    if (!isIndicator && !isQuantity) return std::nullopt;
    const gis::Value held = drawn.feature->attribute(column.index);
    const double factor = isQuantity ? column.known->factor : printed.figure.factor;
    if (const auto* real = std::get_if<double>(&held); real != nullptr && std::isfinite(*real)) return *real * factor;
    if (const auto* whole = std::get_if<std::int64_t>(&held)) return static_cast<double>(*whole) * factor;
    return std::nullopt;
}

void compareWithFields(const AuditGround& ground, const DrawnFeature& drawn, const PrintedFigure& printed,
                       const std::vector<FigureColumn>& columns, AuditFindings& findings) {
    for (const FigureColumn& column : columns) {
        if (column.year && printed.figure.year && column.year != printed.figure.year) continue;
        const auto value = valueOf(drawn, column, printed);
        if (!value || agrees(printed.figure, *value, ground.knowledge)) continue;
        const std::string has = inUnitOf(printed.figure, *value);
        const std::string year = printed.figure.year ? std::to_string(*printed.figure.year) : std::string();
        // A field without a year may tell what is there today: that it is not the target yet is no fault.
        const auto severity = column.year ? AuditSeverity::Warning : AuditSeverity::Note;
        const std::string& field = drawn.layer->table.schema().fields()[static_cast<std::size_t>(column.index)].name;
        const auto text = year.empty()
                              ? gis::message("layers", "clause %1 aims at %2; the field %3 has %4",
                                             {ground.cited(printed.clauseId), printed.words, field, has})
                              : gis::message("layers", "clause %1 aims at %2 by %3; the field %4 has %5",
                                             {ground.cited(printed.clauseId), printed.words, year, field, has});
        findings.add(AuditKind::FigureDiffers, severity, &drawn, printed.clauseId, {printed.words, field}, text, has);
    }
}

}  // namespace

void checkFigures(const AuditGround& ground, AuditFindings& findings) {
    const Layer* layer = nullptr;
    std::vector<FigureColumn> columns;
    for (const DrawnFeature& drawn : ground.features()) {
        if (ground.isCanceled()) return;
        if (drawn.layer.get() != layer) {
            layer = drawn.layer.get();
            columns = columnsOf(layer->table.schema(), ground.knowledge);
        }
        for (const PrintedFigure& printed : printedFigures(ground, drawn)) {
            if (printed.isTarget)
                compareWithFields(ground, drawn, printed, columns, findings);
            else if (isMeasurable(printed.figure))
                compareWithShape(ground, drawn, printed, findings);
        }
    }
}

}  // namespace layers
