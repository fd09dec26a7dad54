// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/HitTest.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

double length(QPointF offset) { return std::hypot(offset.x(), offset.y()); }

/// The point of the segment a-b nearest to the origin, as a share of the way from a to b.
double nearestShare(QPointF a, QPointF b) {
    const QPointF step = b - a;
    const double square = QPointF::dotProduct(step, step);
    return square > 0 ? std::clamp(-QPointF::dotProduct(a, step) / square, 0.0, 1.0) : 0;
}

/// Calls `visit(sequence, index, from, to)` for each edge.
template <class Visit>
void eachEdge(const gis::Geometry& geometry, const Visit& visit) {
    for (std::size_t sequence = 0; sequence < geometry.sequenceCount(); ++sequence) {
        const auto line = geometry.sequence(sequence);
        for (std::size_t i = 0; i + 1 < line.size(); ++i) visit(sequence, i, line[i], line[i + 1]);
    }
}

}  // namespace

std::optional<LocalFrame> LocalFrame::make(const MapView& view, const MapTransforms& transforms,
                                           const gis::CoordinateReferenceSystem& layerCrs, QPointF pixel) {
    constexpr double step = 2;
    const auto layerAt = [&](QPointF p) { return transforms.fromMap(view.toMap(p), layerCrs); };
    const auto origin = layerAt(pixel);
    const auto right = layerAt(pixel + QPointF(step, 0));
    const auto below = layerAt(pixel + QPointF(0, step));
    if (!origin || !right || !below) return std::nullopt;
    LocalFrame frame;
    frame.m_origin = *origin;
    frame.m_ixx = (right->x - origin->x) / step;
    frame.m_iyx = (right->y - origin->y) / step;
    frame.m_ixy = (below->x - origin->x) / step;
    frame.m_iyy = (below->y - origin->y) / step;
    const double determinant = frame.m_ixx * frame.m_iyy - frame.m_ixy * frame.m_iyx;
    if (!std::isnormal(determinant)) return std::nullopt;
    frame.m_xx = frame.m_iyy / determinant;
    frame.m_xy = -frame.m_ixy / determinant;
    frame.m_yx = -frame.m_iyx / determinant;
    frame.m_yy = frame.m_ixx / determinant;
    return frame;
}

QPointF LocalFrame::offset(gis::Coordinate position) const {
    const double dx = position.x - m_origin.x;
    const double dy = position.y - m_origin.y;
    return {m_xx * dx + m_xy * dy, m_yx * dx + m_yy * dy};
}

gis::Coordinate LocalFrame::position(QPointF offset) const {
    return {m_origin.x + m_ixx * offset.x() + m_ixy * offset.y(), m_origin.y + m_iyx * offset.x() + m_iyy * offset.y()};
}

gis::Extent LocalFrame::box(double pixels) const {
    gis::Extent box;
    for (const QPointF corner :
         {QPointF(-pixels, -pixels), QPointF(pixels, -pixels), QPointF(-pixels, pixels), QPointF(pixels, pixels)})
        box.include(position(corner));
    return box;
}

bool contains(const gis::Geometry& polygon, gis::Coordinate p) {
    if (polygon.dimension() != 2 || !polygon.extent().contains(p)) return false;
    bool inside = false;
    eachEdge(polygon, [&](std::size_t, std::size_t, gis::Coordinate a, gis::Coordinate b) {
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) inside = !inside;
    });
    return inside;
}

double pixelDistance(const LocalFrame& frame, const gis::Geometry& geometry, double within) {
    if (contains(geometry, frame.origin())) return 0;
    double nearest = std::numeric_limits<double>::infinity();
    if (geometry.dimension() == 0) {
        for (const gis::Coordinate position : geometry.coordinates())
            nearest = std::min(nearest, length(frame.offset(position)));
        return nearest;
    }
    const bool isBounded = std::isfinite(within);
    const gis::Extent box = isBounded ? frame.box(within) : gis::Extent();
    eachEdge(geometry, [&](std::size_t, std::size_t, gis::Coordinate from, gis::Coordinate to) {
        if (isBounded && (std::max(from.x, to.x) < box.minX || std::min(from.x, to.x) > box.maxX ||
                          std::max(from.y, to.y) < box.minY || std::min(from.y, to.y) > box.maxY))
            return;
        const QPointF a = frame.offset(from);
        const QPointF b = frame.offset(to);
        nearest = std::min(nearest, length(a + (b - a) * nearestShare(a, b)));
    });
    return nearest;
}

std::optional<VertexHit> nearestVertex(const LocalFrame& frame, const gis::Geometry& geometry, double tolerance) {
    std::optional<VertexHit> best;
    const gis::Extent box = frame.box(tolerance);
    for (std::size_t sequence = 0; sequence < geometry.sequenceCount(); ++sequence) {
        const auto line = geometry.sequence(sequence);
        const std::size_t count = layers::vertexCount(geometry, sequence);
        for (std::size_t i = 0; i < count; ++i) {
            if (!box.contains(line[i])) continue;
            const double pixels = length(frame.offset(line[i]));
            if (pixels <= (best ? best->pixels : tolerance)) best = VertexHit{{sequence, i}, line[i], pixels};
        }
    }
    return best;
}

std::optional<VertexHit> nearestOnEdge(const LocalFrame& frame, const gis::Geometry& geometry, double tolerance) {
    std::optional<VertexHit> best;
    const gis::Extent box = frame.box(tolerance);
    eachEdge(geometry, [&](std::size_t sequence, std::size_t i, gis::Coordinate from, gis::Coordinate to) {
        gis::Extent edge;
        edge.include(from);
        edge.include(to);
        if (!edge.meets(box)) return;
        const QPointF a = frame.offset(from);
        const QPointF b = frame.offset(to);
        const double share = nearestShare(a, b);
        const double pixels = length(a + (b - a) * share);
        if (pixels > (best ? best->pixels : tolerance)) return;
        // The point is taken on the edge itself, not by way of pixels, so that it lies on it as exactly as can be.
        best = VertexHit{{sequence, i}, {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share}, pixels};
    });
    return best;
}

}  // namespace app
