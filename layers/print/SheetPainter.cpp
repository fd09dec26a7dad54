// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "layers/print/SheetComposition.h"
#include "layers/print/SheetText.h"
#include "layers/render/MapRenderer.h"
#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

const QColor ink(28, 28, 28);

/// White over all outside the map: half widths of strokes at its edge end there, in back ends that ignore clips too.
void paintPaperAround(QPainter& painter, const SheetComposition& sheet) {
    QPainterPath around;
    around.setFillRule(Qt::OddEvenFill);
    around.addRect(QRectF(QPointF(0, 0), sheet.paper));
    around.addRect(sheet.map);
    painter.fillPath(around, Qt::white);
}

void paintRectangle(QPainter& painter, const QRectF& box, double widthMm) {
    QPainterPath edge;
    edge.addRect(box);
    painter.strokePath(edge, QPen(ink, widthMm, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
}

void paintNeatLine(QPainter& painter, const SheetComposition& sheet) {
    const double gap = sheetLineGapMm * sheet.unit;
    paintRectangle(painter, sheet.map, 0.3 * sheet.unit);
    paintRectangle(painter, sheet.map.adjusted(-gap, -gap, gap, gap), 0.9 * sheet.unit);
}

/// Two halves, one dark, and the letter below.
void paintNorthArrow(QPainter& painter, const QRectF& box, double unit) {
    const QPointF tip(box.center().x(), box.top());
    const double height = 15 * unit;
    const double half = 3.6 * unit;
    const QPointF notch(tip.x(), tip.y() + height * 0.78);
    const QPolygonF left{tip, QPointF(tip.x() - half, tip.y() + height), notch, tip};
    const QPolygonF right{tip, QPointF(tip.x() + half, tip.y() + height), notch, tip};
    QPainterPath all;
    all.addPolygon(left);
    all.addPolygon(right);
    painter.strokePath(all, QPen(Qt::white, 1.6 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath light;
    light.addPolygon(left);
    QPainterPath dark;
    dark.addPolygon(right);
    painter.fillPath(light, Qt::white);
    painter.fillPath(dark, ink);
    painter.strokePath(all, QPen(ink, 0.25 * unit, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    TextStyle style = sheetText(12 * unit, true);
    style.haloMm = 0.7 * unit;
    const QString north = sheetWords(gis::message("layers", "N"));
    paintText(painter, north, style, {tip.x() - textWidth(north, style) / 2, box.bottom() - 1.2 * unit});
}

}  // namespace

bool paintSheet(QPainter& painter, const SheetComposition& sheet, const gis::CancelToken& cancel) {
    painter.fillRect(QRectF(QPointF(0, 0), sheet.paper), Qt::white);
    painter.save();
    painter.translate(sheet.map.topLeft());
    const bool finished = paintMap(painter, sheet.list, sheet.labels, cancel);
    painter.restore();
    if (!finished) return false;
    paintPaperAround(painter, sheet);
    paintNeatLine(painter, sheet);
    painter.save();
    painter.translate(sheet.map.topLeft());
    const QRectF map(QPointF(0, 0), sheet.map.size());
    paintGraticule(painter, sheet.graticule, map, sheetLineGapMm * sheet.unit, sheet.unit);
    paintText(painter, sheet.title, sheet.titleStyle, sheet.titleBaseline);
    if (sheet.northArrow) paintNorthArrow(painter, *sheet.northArrow, sheet.unit);
    if (sheet.legend) paintLegend(painter, *sheet.legend, sheet.legendCorner);
    paintInfoBlock(painter, sheet.info, sheet.infoCorner);
    painter.restore();
    return true;
}

}  // namespace layers
