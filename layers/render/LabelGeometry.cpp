// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numbers>

#include "gis/engine/Overlay.h"
#include "layers/render/LabelCandidate.h"

namespace layers {

namespace {

/// The line at `count` even steps of its length.
QPolygonF resampled(const QPolygonF& line, int count) {
    const double length = lengthOf(line);
    QPolygonF samples;
    double done = 0;
    qsizetype index = 0;
    for (int sample = 0; sample < count; ++sample) {
        const double wanted = length * sample / (count - 1);
        while (index + 2 < line.size()) {
            const double step = QLineF(line[index], line[index + 1]).length();
            if (done + step >= wanted) break;
            done += step;
            ++index;
        }
        const QLineF segment(line[index], line[index + 1]);
        const double step = segment.length();
        samples.append(step > 0 ? segment.pointAt(std::min(1.0, (wanted - done) / step)) : segment.p1());
    }
    return samples;
}

std::pair<qsizetype, qsizetype> farthestPair(const QPolygonF& samples) {
    std::pair<qsizetype, qsizetype> ends{0, 0};
    double most = -1;
    for (qsizetype a = 0; a < samples.size(); ++a)
        for (qsizetype b = a + 1; b < samples.size(); ++b) {
            const QPointF away = samples[b] - samples[a];
            const double squared = QPointF::dotProduct(away, away);
            if (squared > most) {
                most = squared;
                ends = {a, b};
            }
        }
    return ends;
}

}  // namespace

double ringArea(const QPolygonF& ring) {
    double doubled = 0;
    for (qsizetype index = 0; index + 1 < ring.size(); ++index)
        doubled += ring[index].x() * ring[index + 1].y() - ring[index + 1].x() * ring[index].y();
    return std::abs(doubled) / 2;
}

PaperShape largestPart(const PaperShape& shape) {
    const std::vector<QPolygonF>* best = nullptr;
    double most = -1;
    for (const auto& part : shape.parts) {
        const double size = shape.dimension == 2 ? ringArea(part.front()) : lengthOf(part.front());
        if (size > most) {
            most = size;
            best = &part;
        }
    }
    PaperShape largest;
    largest.dimension = shape.dimension;
    if (best != nullptr) largest.parts.push_back(*best);
    return largest;
}

bool liesInside(const PaperShape& polygon, QPointF at) {
    bool inside = false;
    for (const auto& part : polygon.parts)
        for (const QPolygonF& ring : part)
            for (qsizetype index = 0; index + 1 < ring.size(); ++index) {
                const QPointF a = ring[index], b = ring[index + 1];
                if ((a.y() > at.y()) == (b.y() > at.y())) continue;
                if (at.x() < a.x() + (b.x() - a.x()) * (at.y() - a.y()) / (b.y() - a.y())) inside = !inside;
            }
    return inside;
}

QPointF middleOf(const PaperShape& polygon) {
    PaperShape part = largestPart(polygon);
    const QRectF box = part.box();
    const double tolerance = std::max(0.2, std::min(box.width(), box.height()) / 50);
    if (PaperShape plain = simplified(part, tolerance / 2); !plain.isEmpty()) part = std::move(plain);
    const auto pole = gis::poleOfInaccessibility(asGeometry(part), tolerance);
    return pole ? QPointF(pole->x, pole->y) : box.center();
}

QPolygonF centreLine(const PaperShape& polygon) {
    const PaperShape part = largestPart(polygon);
    if (part.isEmpty() || part.dimension != 2) return {};
    QPolygonF ring = resampled(part.parts.front().front(), 241);
    ring.removeLast();
    const auto [from, to] = farthestPair(ring);
    QPolygonF oneSide;
    QPolygonF otherSide;
    for (qsizetype index = from; index <= to; ++index) oneSide.append(ring[index]);
    for (qsizetype index = from + ring.size(); index >= to; --index) otherSide.append(ring[index % ring.size()]);
    if (oneSide.size() < 3 || otherSide.size() < 3) return {};
    constexpr int steps = 41;
    oneSide = resampled(oneSide, steps);
    otherSide = resampled(otherSide, steps);
    QPolygonF middle;
    for (int index = 3; index < steps - 3; ++index) {  // the ends run into a corner
        QPointF sum;
        for (int near = -3; near <= 3; ++near) sum += oneSide[index + near] + otherSide[index + near];
        middle.append(sum / 14);
    }
    return smoothed(middle, 0.6);
}

}  // namespace layers
