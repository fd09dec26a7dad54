// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/MapView.h"

#include <algorithm>
#include <cmath>

#include "layers/render/MapSettings.h"

namespace app {

namespace {

constexpr double metresPerPixelOnScreen = 0.0254 / 96;
constexpr double finestScale = 10;
constexpr double coarsestScale = 200e6;

}  // namespace

QPointF MapView::toScreen(gis::Coordinate position) const {
    return {size.width() / 2 + (position.x - centre.x) / unitsPerPixel,
            size.height() / 2 - (position.y - centre.y) / unitsPerPixel};
}

gis::Coordinate MapView::toMap(QPointF pixel) const {
    return {centre.x + (pixel.x() - size.width() / 2) * unitsPerPixel,
            centre.y - (pixel.y() - size.height() / 2) * unitsPerPixel};
}

gis::Extent MapView::extent() const { return toMap(QRectF(QPointF(0, 0), size)); }

gis::Extent MapView::toMap(const QRectF& pixels) const {
    gis::Extent extent;
    extent.include(toMap(pixels.topLeft()));
    extent.include(toMap(pixels.bottomRight()));
    return extent;
}

QRectF MapView::toScreen(const gis::Extent& extent) const {
    return {toScreen(gis::Coordinate{extent.minX, extent.maxY}), toScreen(gis::Coordinate{extent.maxX, extent.minY})};
}

MapView MapView::zoomedAbout(QPointF pixel, double factor) const {
    MapView zoomed = withScale(scaleDenominator() / factor);
    const gis::Coordinate fixed = toMap(pixel);
    const gis::Coordinate shifted = zoomed.toMap(pixel);
    zoomed.centre = {zoomed.centre.x + fixed.x - shifted.x, zoomed.centre.y + fixed.y - shifted.y};
    return zoomed;
}

MapView MapView::panned(QPointF pixels) const {
    MapView moved = *this;
    moved.centre = {centre.x - pixels.x() * unitsPerPixel, centre.y + pixels.y() * unitsPerPixel};
    return moved;
}

MapView MapView::showing(const gis::Extent& extent, double margin) const {
    if (extent.isEmpty() || !std::isfinite(extent.width()) || !std::isfinite(extent.height())) return *this;
    MapView shown = *this;
    shown.centre = extent.centre();
    const double share = std::max(0.05, 1 - 2 * margin);
    const double needed = std::max(extent.width() / (size.width() * share), extent.height() / (size.height() * share));
    if (needed > 0) shown.unitsPerPixel = needed;
    return shown.withScale(shown.scaleDenominator());
}

MapView MapView::resized(QSizeF newSize) const {
    MapView other = *this;
    other.size = newSize;
    return other;
}

double MapView::metresPerUnit() const { return layers::metresPerUnit(crs, std::clamp(centre.y, -85.0, 85.0)); }

double MapView::scaleDenominator() const { return metresPerPixel() / metresPerPixelOnScreen; }

MapView MapView::withScale(double denominator) const {
    if (!std::isfinite(denominator) || denominator <= 0) return *this;
    MapView scaled = *this;
    scaled.unitsPerPixel =
        std::clamp(denominator, finestScale, coarsestScale) * metresPerPixelOnScreen / metresPerUnit();
    return scaled;
}

}  // namespace app
