// SPDX-License-Identifier: Apache-2.0
#include "layers/render/MapStrips.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <vector>

#include "gis/base/Parallel.h"

namespace layers {

namespace {

qsizetype vertexCountOf(const PaperShape& shape) {
    qsizetype count = 0;
    for (const auto& part : shape.parts)
        for (const QPolygonF& ring : part) count += ring.size();
    return count;
}

/// Of what QPainter paints of a layer, but points, whose markers come last of all.
qsizetype paintedVerticesOf(const DrawnLayer& drawn) {
    qsizetype vertices = 0;
    for (const DrawnSymbol& symbol : drawn.symbols) vertices += vertexCountOf(symbol.edges);
    for (const DrawItem& item : drawn.items)
        if (!item.drawnByForm && item.shape.dimension > 0)
            vertices += vertexCountOf(item.shape) + vertexCountOf(item.course);
    return vertices;
}

/// Markers of all layers lie above all else, each about as dear as a line of some vertices.
qsizetype markerVerticesOf(const DrawList& list) {
    constexpr qsizetype ofMarker = 12;
    qsizetype vertices = 0;
    for (const DrawnLayer& drawn : list.layers)
        for (const DrawItem& item : drawn.items)
            if (drawn.symbols[static_cast<std::size_t>(item.symbol)].symbol.marker) vertices += ofMarker;
    return vertices;
}

/// Strips of an image, those nearest to a row first.
std::vector<gis::RowRange> stripsOf(QSize size, double focus) {
    constexpr int wanted = 9;
    const int band = gis::bandRows(size.width());
    const int bands = (size.height() + band - 1) / band;
    const int rows = band * std::max(1, (bands + wanted - 1) / wanted);
    std::vector<gis::RowRange> strips;
    for (int begin = 0; begin < size.height(); begin += rows)
        strips.push_back({begin, std::min(size.height(), begin + rows)});
    const double row = focus * size.height();
    const auto distance = [row](const gis::RowRange& strip) { return std::abs((strip.begin + strip.end) / 2.0 - row); };
    std::stable_sort(strips.begin(), strips.end(),
                     [&](const gis::RowRange& a, const gis::RowRange& b) { return distance(a) < distance(b); });
    return strips;
}

}  // namespace

std::pair<std::size_t, std::size_t> formsOf(const DrawList& list) {
    const std::size_t none = list.layers.size();
    std::pair<std::size_t, std::size_t> found{none, none};
    for (std::size_t i = 0; i < none; ++i) {
        if (!list.layers[i].form) continue;
        if (found.first == none) found.first = i;
        found.second = i;
    }
    return found;
}

bool canBeDrawnInStrips(const DrawList& list) {
    constexpr qsizetype mostVertices = 4000;
    const auto [first, last] = formsOf(list);
    if (first == list.layers.size()) return false;
    qsizetype above = markerVerticesOf(list);
    for (std::size_t i = first; i < list.layers.size(); ++i) {
        const qsizetype vertices = paintedVerticesOf(list.layers[i]);
        if (list.layers[i].raster || (i < last && vertices > 0)) return false;
        above += vertices;
        if (above > mostVertices) return false;
    }
    return true;
}

bool paintStrips(QSize size, const MapStrips& strips, const gis::JobControl& control,
                 const std::function<QImage(gis::RowRange rows, const gis::JobControl& control)>& paint) {
    const std::vector<gis::RowRange> order = stripsOf(size, strips.focus);
    std::atomic_bool whole = true;
    std::mutex telling;
    const gis::JobControl all{control.cancel, {}, control.threads};
    const bool done = gis::parallelFor(order.size(), all, [&](std::size_t index, unsigned) {
        const gis::RowRange rows = order[index];
        const QImage strip = whole ? paint(rows, {control.cancel, {}, 1}) : QImage();
        if (strip.isNull()) {
            whole = false;
            return;
        }
        const std::lock_guard lock(telling);
        strips.finished(strip, QRect(0, rows.begin, size.width(), rows.end - rows.begin));
    });
    return done && whole;
}

}  // namespace layers
