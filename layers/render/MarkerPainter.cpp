// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numbers>

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

}  // namespace

void paintMarker(QPainter& painter, QPointF centre, const MarkerSymbol& marker) {
    const QPainterPath path = shapePath(marker.shape, centre, marker.sizeMm);
    if (marker.shape != MarkerShape::Ring && marker.fill.alpha > 0) painter.fillPath(path, toQColor(marker.fill));
    if (marker.outlineMm > 0 && marker.outline.alpha > 0)
        painter.strokePath(path,
                           QPen(toQColor(marker.outline), marker.outlineMm, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    if (marker.centre.alpha > 0) {
        QPainterPath dot;
        dot.addEllipse(centre, marker.sizeMm * 0.17, marker.sizeMm * 0.17);
        painter.fillPath(dot, toQColor(marker.centre));
    }
}

}  // namespace layers
