// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "app/canvas/MapDecorations.h"

namespace app {

namespace {

/// Far outside the widget coordinates are cut off: strokes of huge paths cost time and Qt's rasteriser has limits.
QPointF limited(QPointF pixel) {
    constexpr double limit = 20000;
    return {std::clamp(pixel.x(), -limit, limit), std::clamp(pixel.y(), -limit, limit)};
}

void addLine(QPainterPath& path, std::span<const gis::Coordinate> line, const MapView& view, bool closed) {
    constexpr double thinning = 0.5;
    QPointF last;
    bool first = true;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const QPointF pixel = limited(view.toScreen(line[i]));
        if (first) {
            path.moveTo(pixel);
            first = false;
        } else if (i + 1 < line.size() && std::abs(pixel.x() - last.x()) + std::abs(pixel.y() - last.y()) < thinning) {
            continue;
        } else {
            path.lineTo(pixel);
        }
        last = pixel;
    }
    if (closed) path.closeSubpath();
}

}  // namespace

QPainterPath screenPath(const gis::Geometry& geometry, const MapView& view) {
    constexpr double pointRadius = 6;
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (std::size_t i = 0; i < geometry.sequenceCount(); ++i) {
        const auto line = geometry.sequence(i);
        if (geometry.dimension() == 0 && !line.empty())
            path.addEllipse(limited(view.toScreen(line.front())), pointRadius, pointRadius);
        else
            addLine(path, line, view, geometry.dimension() == 2);
    }
    return path;
}

}  // namespace app
