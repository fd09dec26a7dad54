// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "app/canvas/MapDecorations.h"
#include "layers/render/PaperShape.h"

namespace app {

namespace {

/// Edges along the cut lie this far outside, where their strokes are not seen.
constexpr double outside = 32;

/// In pixels, without vertices nearer than half a pixel to the one before.
QPolygonF thinned(std::span<const gis::Coordinate> line, const MapView& view) {
    constexpr double thinning = 0.5;
    QPolygonF pixels;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const QPointF pixel = view.toScreen(line[i]);
        if (!std::isfinite(pixel.x()) || !std::isfinite(pixel.y())) continue;
        if (!pixels.isEmpty() && i + 1 < line.size() && (pixel - pixels.last()).manhattanLength() < thinning) continue;
        pixels.append(pixel);
    }
    return pixels;
}

}  // namespace

QPainterPath screenPath(const gis::Geometry& geometry, const MapView& view) {
    constexpr double pointRadius = 6;
    // Qt strokes and fills what lies far outside at full cost, each time anew.
    const QRectF box = QRectF(QPointF(0, 0), view.size).adjusted(-outside, -outside, outside, outside);
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (std::size_t i = 0; i < geometry.sequenceCount(); ++i) {
        const QPolygonF line = thinned(geometry.sequence(i), view);
        if (line.isEmpty()) continue;
        if (geometry.dimension() == 0) {
            if (box.contains(line.first())) path.addEllipse(line.first(), pointRadius, pointRadius);
        } else if (geometry.dimension() == 1) {
            for (const QPolygonF& piece : layers::clippedLine(line, box)) path.addPolygon(piece);
        } else {
            const QPolygonF ring = layers::clippedRing(line, box);
            if (ring.isEmpty()) continue;
            path.addPolygon(ring);
            path.closeSubpath();
        }
    }
    return path;
}

}  // namespace app
