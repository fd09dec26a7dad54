// SPDX-License-Identifier: Apache-2.0
#include "layers/render/PaperShape.h"

#include <cmath>

namespace layers {

QRectF PaperShape::box() const {
    gis::Extent extent;
    for (const auto& part : parts)
        for (const QPolygonF& sequence : part)
            for (const QPointF& position : sequence) extent.include(gis::Coordinate{position.x(), position.y()});
    return extent.isEmpty() ? QRectF() : QRectF(extent.minX, extent.minY, extent.width(), extent.height());
}

PaperShape onPaper(const gis::Geometry& geometry, const PaperFrame& frame) {
    PaperShape shape;
    shape.dimension = geometry.dimension();
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        auto& sequences = shape.parts.emplace_back();
        for (std::size_t index = geometry.partBegin(part); index < geometry.partEnd(part); ++index) {
            QPolygonF line;
            line.reserve(static_cast<qsizetype>(geometry.sequence(index).size()));
            for (const gis::Coordinate position : geometry.sequence(index)) {
                const QPointF placed = frame.toPaper(position);
                if (std::isfinite(placed.x()) && std::isfinite(placed.y())) line.append(placed);
            }
            if (!line.isEmpty()) sequences.push_back(std::move(line));
        }
        if (sequences.empty()) shape.parts.pop_back();
    }
    return shape;
}

gis::Geometry asGeometry(const PaperShape& shape) {
    gis::GeometryBuilder builder(std::max(0, shape.dimension));
    for (const auto& part : shape.parts) {
        for (const QPolygonF& sequence : part) {
            for (const QPointF& position : sequence) builder.add({position.x(), position.y()});
            builder.endSequence();
        }
        builder.endPart();
    }
    return builder.build();
}

PaperShape asShape(const gis::Geometry& millimetres) {
    PaperShape shape;
    shape.dimension = millimetres.dimension();
    for (std::size_t part = 0; part < millimetres.partCount(); ++part) {
        auto& sequences = shape.parts.emplace_back();
        for (std::size_t index = millimetres.partBegin(part); index < millimetres.partEnd(part); ++index) {
            QPolygonF line;
            for (const gis::Coordinate position : millimetres.sequence(index)) line.append({position.x, position.y});
            sequences.push_back(std::move(line));
        }
    }
    return shape;
}

QPolygonF smoothed(const QPolygonF& line, double stepMm) {
    if (line.size() < 3) return line;
    const auto at = [&line](qsizetype index) { return line[std::clamp<qsizetype>(index, 0, line.size() - 1)]; };
    const auto knot = [](QPointF a, QPointF b) {
        return std::max(1e-6, std::sqrt(std::hypot(b.x() - a.x(), b.y() - a.y())));
    };
    QPolygonF curve;
    for (qsizetype index = 0; index + 1 < line.size(); ++index) {
        QPointF before = at(index - 1);
        const QPointF from = at(index);
        const QPointF to = at(index + 1);
        QPointF after = at(index + 2);
        if (index == 0) before = from * 2 - to;  // mirrored, so that the curve starts straight
        if (index + 2 >= line.size()) after = to * 2 - from;
        const double t1 = knot(before, from);
        const double t2 = t1 + knot(from, to);
        const double t3 = t2 + knot(to, after);
        const int steps = std::clamp(static_cast<int>(QLineF(from, to).length() / stepMm), 1, 400);
        for (int step = 0; step < steps; ++step) {
            // Barry and Goldman's pyramid for the segment between the knots t1 and t2.
            const double t = t1 + (t2 - t1) * step / steps;
            const QPointF a1 = before * ((t1 - t) / t1) + from * (t / t1);
            const QPointF a2 = from * ((t2 - t) / (t2 - t1)) + to * ((t - t1) / (t2 - t1));
            const QPointF a3 = to * ((t3 - t) / (t3 - t2)) + after * ((t - t2) / (t3 - t2));
            const QPointF b1 = a1 * ((t2 - t) / t2) + a2 * (t / t2);
            const QPointF b2 = a2 * ((t3 - t) / (t3 - t1)) + a3 * ((t - t1) / (t3 - t1));
            curve.append(b1 * ((t2 - t) / (t2 - t1)) + b2 * ((t - t1) / (t2 - t1)));
        }
    }
    curve.append(line.last());
    return curve;
}

QPainterPath fillPath(const PaperShape& shape) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const auto& part : shape.parts)
        for (const QPolygonF& ring : part) {
            path.addPolygon(ring);
            path.closeSubpath();
        }
    return path;
}

double twiceAreaOf(const QPolygonF& ring) {
    if (ring.isEmpty()) return 0;
    const QPointF origin = ring.first();  // about it, so that far places do not cancel
    double sum = 0;
    for (qsizetype index = 0; index + 1 < ring.size(); ++index) {
        const QPointF a = ring[index] - origin, b = ring[index + 1] - origin;
        sum += a.x() * b.y() - b.x() * a.y();
    }
    return sum;
}

double lengthOf(const QPolygonF& line) {
    double length = 0;
    for (qsizetype index = 1; index < line.size(); ++index) length += QLineF(line[index - 1], line[index]).length();
    return length;
}

}  // namespace layers
