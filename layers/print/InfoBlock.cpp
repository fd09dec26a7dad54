// SPDX-License-Identifier: Apache-2.0
#include "layers/print/InfoBlock.h"

#include <cmath>

#include "gis/feature/Value.h"
#include "layers/print/SheetText.h"

namespace layers {

namespace {

constexpr double padding = 3;
constexpr double factPoints = 7.8;
constexpr double notePoints = 6.6;
constexpr double factLeading = 4.1;
constexpr double noteLeading = 3.4;
constexpr double widestText = 92;

QString joined(const QStringList& parts) { return parts.join(QStringLiteral("    ")); }

/// A labelled value, or nothing.
void append(QStringList& parts, const gis::Message& labelled, const std::string& value) {
    if (!value.empty()) parts.append(sheetWords(labelled));
}

QStringList factsOf(const PrintLayout& layout, const gis::CoordinateReferenceSystem& crs, double denominator) {
    QStringList facts{joined({scaleText(denominator), sheetWords(crsWords(crs))})};
    if (!layout.basis.empty()) facts.append(sheetWords(gis::message("layers", "Basis: %1", {layout.basis})));
    QStringList made;
    append(made, gis::message("layers", "Compiled by: %1", {layout.author}), layout.author);
    append(made, gis::message("layers", "Date: %1", {layout.date}), layout.date);
    if (!made.isEmpty()) facts.append(joined(made));
    return facts;
}

}  // namespace

gis::Message crsWords(const gis::CoordinateReferenceSystem& crs) {
    const double meridian = crs.centralMeridian();
    if (crs.datumFamily() != gis::DatumFamily::Cgcs2000 || !crs.isProjected() || std::isnan(meridian))
        return gis::message("layers", "%1", {crs.name()});
    const std::string degrees = gis::toPlainDecimal(std::round(meridian * 1e6) / 1e6);
    // EPSG names the 3° zones "CGCS2000 / 3-degree Gauss-Kruger …", the 6° ones "CGCS2000 / Gauss-Kruger …".
    if (crs.name().find("3-degree") != std::string::npos)
        return gis::message("layers", "CGCS2000 Gauss-Krüger, 3° zone, central meridian %1°E", {degrees});
    return gis::message("layers", "CGCS2000 Gauss-Krüger, 6° zone, central meridian %1°E", {degrees});
}

InfoBlock measuredInfoBlock(const PrintLayout& layout, const gis::CoordinateReferenceSystem& crs, double denominator,
                            double unit) {
    InfoBlock block;
    block.unit = unit;
    if (layout.showsScaleBar) block.bar = scaleBarFor(denominator, 64 * unit);
    const TextStyle facts = sheetText(factPoints * unit);
    const TextStyle notes = sheetText(notePoints * unit);
    for (const QString& fact : factsOf(layout, crs, denominator))
        block.facts.append(brokenLines(fact, facts, widestText * unit));
    for (const std::string& note : layout.notes)
        block.notes.append(brokenLines(QString::fromStdString(note), notes, widestText * unit));
    double width = block.bar ? block.bar->lengthMm + 12 * unit : 0;
    for (const QString& line : block.facts) width = std::max(width, textWidth(line, facts));
    for (const QString& line : block.notes) width = std::max(width, textWidth(line, notes));
    const double height = (block.bar ? scaleBarHeight + 1.2 : 0) +
                          factLeading * static_cast<double>(block.facts.size()) +
                          noteLeading * static_cast<double>(block.notes.size());
    block.size = QSizeF(width + 2 * padding * unit, (height + 2 * padding) * unit);
    return block;
}

void paintInfoBlock(QPainter& painter, const InfoBlock& block, QPointF corner) {
    const double unit = block.unit;
    paintBox(painter, QRectF(corner, block.size));
    const double left = corner.x() + padding * unit;
    double y = corner.y() + padding * unit;
    if (block.bar) {
        paintScaleBar(painter, *block.bar, {left + 2 * unit, y - 0.6 * unit}, unit);
        y += (scaleBarHeight + 1.2) * unit;
    }
    const auto paintLines = [&](const QStringList& lines, TextStyle style, double leading) {
        for (const QString& line : lines) {
            paintText(painter, line, style, {left, y + 0.8 * leading * unit});
            y += leading * unit;
        }
    };
    paintLines(block.facts, sheetText(factPoints * unit), factLeading);
    TextStyle small = sheetText(notePoints * unit);
    small.colour = {85, 85, 85, 255};
    paintLines(block.notes, small, noteLeading);
}

}  // namespace layers
