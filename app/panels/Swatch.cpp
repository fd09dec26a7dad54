// SPDX-License-Identifier: Apache-2.0
#include "app/panels/Swatch.h"

#include <QPainter>
#include <QPixmap>

#include "layers/render/SymbolPainter.h"

namespace app {

namespace {

constexpr QSize swatchSize(24, 16);
constexpr double pixelsPerMm = 96 / 25.4;

layers::PaperShape patchOf(const QRectF& box) {
    return {2, {{QPolygonF({box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft(), box.topLeft()})}}};
}

layers::PaperShape strokeOf(const QRectF& box) {
    return {1, {{QPolygonF({QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y())})}}};
}

/// Wide symbols are shown narrower, so that an axis fits into a row of a list.
layers::LineSymbol narrowed(layers::LineSymbol line, double limitMm) {
    if (line.widthMm > limitMm) line.widthMm = limitMm;
    if (line.casingMm > 0.3) line.casingMm = 0.3;
    line.offsetMm = 0;
    line.doubleGapMm = std::min(line.doubleGapMm, 1.0);
    line.headMm = std::min(line.headMm, limitMm);
    if (line.marks) {
        line.marks->spacingMm = std::min(line.marks->spacingMm, 2.5);
        line.marks->lengthMm = std::min(line.marks->lengthMm, limitMm);
        line.marks->marker.sizeMm = std::min(line.marks->marker.sizeMm, limitMm);
    }
    return line;
}

layers::MarkerSymbol fitted(layers::MarkerSymbol marker, const QRectF& box) {
    marker.sizeMm = std::min(marker.sizeMm, box.height() * 0.95);
    return marker;
}

}  // namespace

QIcon swatch(const layers::Symbol& symbol, int dimension) {
    QIcon icon;
    for (const int ratio : {1, 2, 3}) {
        QPixmap picture(swatchSize * ratio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(pixelsPerMm * ratio, pixelsPerMm * ratio);
        const QRectF all(0, 0, swatchSize.width() / pixelsPerMm, swatchSize.height() / pixelsPerMm);
        const QRectF inner = all.adjusted(0.5, 0.6, -0.5, -0.6);
        const bool asMarker = symbol.marker && (dimension == 0 || (dimension < 0 && !symbol.fill && !symbol.line));
        const bool asPatch = !asMarker && symbol.fill && dimension != 1;
        const layers::PaperShape shape = asPatch ? patchOf(inner) : strokeOf(inner);
        if (asPatch) layers::paintFill(painter, shape, *symbol.fill, all);
        if (!asMarker && symbol.line) {
            const layers::LineSymbol line = narrowed(*symbol.line, 1.6);
            layers::paintCasing(painter, shape, line, all);
            layers::paintLine(painter, shape, line, all);
            layers::paintLineMarks(painter, shape, line, all);
        }
        if (asMarker) layers::paintMarker(painter, all.center(), fitted(*symbol.marker, all));
        painter.end();
        picture.setDevicePixelRatio(ratio);
        icon.addPixmap(picture);
    }
    return icon;
}

}  // namespace app
