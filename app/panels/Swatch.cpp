// SPDX-License-Identifier: Apache-2.0
#include "app/panels/Swatch.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <algorithm>

#include "app/theme/Theme.h"
#include "layers/render/MapSettings.h"
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

/// What of a symbol is seen in a list: of features of one dimension, else what it has.
struct Parts {
    bool marker = false;
    bool patch = false;
    bool stroke = false;
};

Parts partsOf(const layers::Symbol& symbol, int dimension) {
    Parts parts;
    const bool isBare = !symbol.fill && !symbol.line;
    parts.marker = symbol.marker && (dimension == 0 || isBare);
    parts.patch = !parts.marker && symbol.fill && (dimension != 1 || !symbol.line);
    parts.stroke = !parts.marker && symbol.line.has_value();
    return parts;
}

void paintSwatch(QPainter& painter, const layers::Symbol& symbol, int dimension) {
    const QRectF all(0, 0, swatchSize.width() / pixelsPerMm, swatchSize.height() / pixelsPerMm);
    const QRectF inner = all.adjusted(0.5, 0.6, -0.5, -0.6);
    const Parts parts = partsOf(symbol, dimension);
    const layers::PaperShape shape = parts.patch ? patchOf(inner) : strokeOf(inner);
    if (parts.patch) layers::paintFill(painter, shape, *symbol.fill, all);
    if (parts.stroke) {
        const layers::LineSymbol line = narrowed(*symbol.line, 1.6);
        layers::paintCasing(painter, shape, line, all);
        layers::paintLine(painter, shape, line, all);
        layers::paintLineMarks(painter, shape, line, all);
    }
    if (parts.marker) layers::paintMarker(painter, all.center(), fitted(*symbol.marker, all));
    if (parts.patch && dimension == 2 && symbol.marker)
        layers::paintMarker(painter, all.center(), fitted(*symbol.marker, inner.adjusted(0, 0.5, 0, -0.5)));
}

/// Paints in the size and on the ground of the moment: the map is light in a dark window, and so are its symbols.
class SwatchEngine : public QIconEngine {
public:
    SwatchEngine(layers::Symbol symbol, int dimension) : m_symbol(std::move(symbol)), m_dimension(dimension) {}
    QIconEngine* clone() const override { return new SwatchEngine(m_symbol, m_dimension); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (mode == QIcon::Disabled) painter->setOpacity(0.5);
        const double scale =
            std::min(double(rect.width()) / swatchSize.width(), double(rect.height()) / swatchSize.height());
        painter->translate(QRectF(rect).center() - QPointF(swatchSize.width(), swatchSize.height()) * scale / 2);
        painter->scale(scale, scale);
        painter->setClipRect(QRectF(QPointF(), swatchSize), Qt::IntersectClip);
        if (Theme::current().dark) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(layers::toQColor(layers::MapSettings{}.background));
            painter->drawRoundedRect(QRectF(QPointF(), swatchSize), 2, 2);
        }
        painter->scale(pixelsPerMm, pixelsPerMm);
        paintSwatch(*painter, m_symbol, m_dimension);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }

private:
    layers::Symbol m_symbol;
    int m_dimension;
};

}  // namespace

QIcon swatch(const layers::Symbol& symbol, int dimension) { return QIcon(new SwatchEngine(symbol, dimension)); }

}  // namespace app
