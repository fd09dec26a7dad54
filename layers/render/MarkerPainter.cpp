// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numbers>

#include "layers/render/SvgSymbol.h"
#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

/// Corners on a circle, the first at the top; `inner` shortens every other one (a star).
QPolygonF cornersAround(QPointF centre, double radius, int count, double inner = 1) {
    QPolygonF corners;
    for (int index = 0; index < count; ++index) {
        const double angle = 2 * std::numbers::pi * index / count;
        const double reach = index % 2 == 0 ? radius : radius * inner;
        corners.append(centre + QPointF(std::sin(angle), -std::cos(angle)) * reach);
    }
    corners.append(corners.first());
    return corners;
}

QPainterPath shapePath(MarkerShape shape, QPointF centre, double size) {
    const double radius = size / 2;
    QPainterPath path;
    switch (shape) {
        case MarkerShape::Circle:
        case MarkerShape::Ring:
        case MarkerShape::Concentric:
        case MarkerShape::Svg:
            path.addEllipse(centre, radius, radius);
            break;
        case MarkerShape::Square:
            path.addRect(QRectF(centre.x() - radius, centre.y() - radius, size, size));
            break;
        case MarkerShape::Diamond:
            path.addPolygon(cornersAround(centre, radius * 1.15, 4));
            break;
        case MarkerShape::Triangle:
            path.addPolygon(cornersAround(centre, radius * 1.15, 3));
            break;
        case MarkerShape::Star:
            path.addPolygon(cornersAround(centre, radius * 1.1, 10, 0.45));
            break;
        case MarkerShape::Hexagon:
            path.addPolygon(cornersAround(centre, radius, 6));
            break;
    }
    path.closeSubpath();
    return path;
}

QPen outlinePen(const MarkerSymbol& marker, double widthMm) {
    return {toQColor(marker.outline), widthMm, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin};
}

bool hasOutline(const MarkerSymbol& marker) { return marker.outlineMm > 0 && marker.outline.alpha > 0; }

/// A drawing with a halo of the outline's colour; as opaque as the marker's colour.
void paintSvg(QPainter& painter, const SvgSymbol& symbol, QPointF centre, const MarkerSymbol& marker) {
    const QTransform place =
        QTransform::fromScale(marker.sizeMm, marker.sizeMm) * QTransform::fromTranslate(centre.x(), centre.y());
    if (hasOutline(marker))
        for (const SvgShape& shape : symbol.shapes) {
            const double stroke = shape.pen.style() == Qt::NoPen ? 0 : shape.pen.widthF() * marker.sizeMm;
            QPen halo(toQColor(marker.outline), stroke + 2 * marker.outlineMm);
            halo.setJoinStyle(Qt::RoundJoin);
            painter.strokePath(place.map(shape.path), halo);
        }
    const auto faded = [&marker](QColor colour, double opacity) {
        colour.setAlphaF(static_cast<float>(colour.alphaF() * opacity * marker.fill.alpha / 255.0));
        return colour;
    };
    Colour ink = marker.fill;
    ink.alpha = 255;
    for (const SvgShape& shape : symbol.shapes) {
        const QPainterPath path = place.map(shape.path);
        if (shape.brush.style() != Qt::NoBrush)
            painter.fillPath(path, faded(shape.brushIsInk ? toQColor(ink) : shape.brush.color(), shape.opacity));
        if (shape.pen.style() == Qt::NoPen) continue;
        QPen pen = shape.pen;
        pen.setColor(faded(shape.penIsInk ? toQColor(ink) : shape.pen.color(), shape.opacity));
        pen.setWidthF(std::max(0.02, shape.pen.widthF() * marker.sizeMm));
        painter.strokePath(path, pen);
    }
}

/// Circles about one centre at even distances.
void paintRings(QPainter& painter, QPointF centre, const MarkerSymbol& marker) {
    if (!hasOutline(marker)) return;
    QPainterPath rings;
    for (int ring = 1; ring <= marker.rings; ++ring) {
        const double radius = marker.sizeMm / 2 * ring / marker.rings;
        rings.addEllipse(centre, radius, radius);
    }
    painter.strokePath(rings, outlinePen(marker, marker.outlineMm));
}

}  // namespace

void paintMarker(QPainter& painter, QPointF centre, const MarkerSymbol& marker) {
    constexpr double largest = 1e5;  // far more than any style or number makes it
    if (!(marker.sizeMm > 0) || marker.sizeMm > largest) return;
    if (marker.shape == MarkerShape::Svg)
        if (const auto drawing = shippedSvgSymbol(marker.svg)) return paintSvg(painter, *drawing, centre, marker);
    const QPainterPath path = shapePath(marker.shape, centre, marker.sizeMm);
    if (marker.shape != MarkerShape::Ring && marker.fill.alpha > 0) painter.fillPath(path, toQColor(marker.fill));
    if (marker.shape == MarkerShape::Concentric)
        paintRings(painter, centre, marker);
    else if (hasOutline(marker))
        painter.strokePath(path, outlinePen(marker, marker.outlineMm));
    if (marker.centre.alpha > 0) {
        const double radius = marker.sizeMm * (marker.shape == MarkerShape::Concentric ? 0.3 / marker.rings : 0.17);
        QPainterPath dot;
        dot.addEllipse(centre, radius, radius);
        painter.fillPath(dot, toQColor(marker.centre));
    }
}

MarkerSymbol graded(MarkerSymbol marker, double share) {
    marker.sizeMm *= share;
    return marker;
}

double sizeShareOf(const MarkerSymbol& marker, double number) {
    constexpr double most = 20;  // a wrong number must not cover the map
    if (!(number > 0)) return 0;
    return std::min(most, std::sqrt(number / marker.sizeValue));
}

}  // namespace layers
