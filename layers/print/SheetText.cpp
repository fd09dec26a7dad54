// SPDX-License-Identifier: Apache-2.0
#include "layers/print/SheetText.h"

#include <QTextBoundaryFinder>

namespace layers {

TextStyle sheetText(double points, bool bold, double letterSpacing) {
    TextStyle style;
    style.sizeMm = points * millimetresPerPoint;
    style.bold = bold;
    style.colour = {34, 34, 34, 255};
    style.letterSpacing = letterSpacing;
    return style;
}

QString sheetWords(const gis::Message& text) { return QString::fromStdString(gis::translated(text)); }

void paintBox(QPainter& painter, const QRectF& box) {
    painter.fillRect(box, Qt::white);
    QPainterPath edge;
    edge.addRect(box);
    painter.strokePath(edge, QPen(QColor(60, 60, 60), 0.2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
}

QStringList brokenLines(const QString& text, const TextStyle& style, double widthMm) {
    QStringList lines;
    qsizetype from = 0;
    qsizetype last = 0;  // the last place where a line may end
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    while (finder.toNextBoundary() >= 0) {
        const qsizetype here = finder.position();
        if (last > from && textWidth(text.mid(from, here - from).trimmed(), style) > widthMm) {
            lines.append(text.mid(from, last - from).trimmed());
            from = last;
        }
        last = here;
    }
    if (from < text.size()) lines.append(text.mid(from).trimmed());
    return lines;
}

}  // namespace layers
