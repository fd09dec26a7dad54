// SPDX-License-Identifier: Apache-2.0
#include "layers/render/LineCourse.h"

#include <algorithm>
#include <cmath>

namespace layers {

namespace {

/// Sharper corners are cut off instead of running out into a spike.
constexpr double longestMitre = 2;

QPointF unitOf(QPointF vector) {
    const double size = std::hypot(vector.x(), vector.y());
    return size > 0 ? vector / size : QPointF();
}

QPointF rightOf(QPointF direction) { return {-direction.y(), direction.x()}; }

QPolygonF withoutRepeats(const QPolygonF& line) {
    QPolygonF clean;
    for (const QPointF& vertex : line)
        if (clean.isEmpty() || QLineF(clean.last(), vertex).length() > 1e-9) clean.append(vertex);
    return clean;
}

/// Parallels of the segments, joined at their corners.
QPolygonF joined(const QPolygonF& line, double distance, bool isRing) {
    QPolygonF offset;
    const qsizetype segments = line.size() - 1;
    const auto normalOf = [&](qsizetype segment) { return rightOf(unitOf(line[segment + 1] - line[segment])); };
    for (qsizetype vertex = 0; vertex <= segments; ++vertex) {
        const bool atEnd = vertex == 0 || vertex == segments;
        const QPointF after = normalOf(vertex == segments ? (isRing ? 0 : segments - 1) : vertex);
        const QPointF before = atEnd && !isRing ? after : normalOf(vertex == 0 ? segments - 1 : vertex - 1);
        const QPointF middle = unitOf(before + after);
        const double cosine = QPointF::dotProduct(middle, after);
        if (cosine > 1 / longestMitre) {
            offset.append(line[vertex] + middle * (distance / cosine));
        } else {
            offset.append(line[vertex] + before * distance);
            offset.append(line[vertex] + after * distance);
        }
    }
    return offset;
}

/// Takes out vertices where the parallel runs back against the line, which it does in bends narrower than itself.
QPolygonF withoutLoops(QPolygonF offset, const QPolygonF& line, double distance) {
    const double least = std::abs(distance) * 0.98;
    const auto isTooNear = [&](QPointF vertex) {
        for (qsizetype index = 0; index + 1 < line.size(); ++index) {
            const QPointF a = line[index];
            const QPointF along = line[index + 1] - a;
            const double square = QPointF::dotProduct(along, along);
            const double share = square > 0 ? std::clamp(QPointF::dotProduct(vertex - a, along) / square, 0.0, 1.0) : 0;
            if (QLineF(vertex, a + along * share).length() < least) return true;
        }
        return false;
    };
    // Looking at each vertex of a very long line against all others is not worth it: its loops are tiny on paper.
    if (offset.size() * line.size() > 250'000) return offset;
    offset.removeIf(isTooNear);
    return offset;
}

}  // namespace

QPolygonF courseOf(const QPolygonF& line, const LineSymbol& symbol) {
    if (!symbol.smooth) return line;
    // A broad body cannot follow wiggles narrower than itself: those are taken out before it is made smooth. The hook
    // at the end of a road or railway would turn an arrow's head back onto its body.
    const double finest = symbol.arrow ? 1.8 : 0.1;
    return smoothed(simplified(line, std::max(finest, symbol.widthMm * 0.35)), 0.6);
}

QPolygonF offsetLine(const QPolygonF& line, double distanceMm) {
    if (distanceMm == 0) return line;
    const bool isRing = line.size() > 3 && line.first() == line.last();
    const QPolygonF clean = withoutRepeats(simplified(line, std::min(0.3, std::abs(distanceMm) * 0.1)));
    if (clean.size() < (isRing ? 4 : 2)) return {};
    QPolygonF offset = withoutLoops(joined(clean, distanceMm, isRing), clean, distanceMm);
    if (offset.size() < (isRing ? 3 : 2)) return {};
    if (isRing && offset.first() != offset.last()) offset.append(offset.first());
    return offset;
}

LinePlace placeAlong(const QPolygonF& line, double distanceMm) {
    double left = std::max(0.0, distanceMm);
    LinePlace place{line.first(), {1, 0}};
    for (qsizetype index = 0; index + 1 < line.size(); ++index) {
        const QLineF segment(line[index], line[index + 1]);
        const double length = segment.length();
        if (length <= 0) continue;
        place = {segment.pointAt(std::min(1.0, left / length)), (segment.p2() - segment.p1()) / length};
        if (left <= length) return place;
        left -= length;
    }
    return place;
}

QPolygonF shortened(const QPolygonF& line, double startMm, double endMm) {
    const double length = lengthOf(line);
    const double end = length - std::max(0.0, endMm);
    const double start = std::max(0.0, startMm);
    if (start >= end) return {};
    QPolygonF kept{placeAlong(line, start).at};
    double done = 0;
    for (qsizetype index = 0; index + 1 < line.size(); ++index) {
        done += QLineF(line[index], line[index + 1]).length();
        if (done > start && done < end) kept.append(line[index + 1]);
    }
    kept.append(placeAlong(line, end).at);
    return kept;
}

std::vector<LinePlace> placesAlong(const QPolygonF& line, double spacingMm, const QRectF& box) {
    std::vector<LinePlace> places;
    if (!(spacingMm > 0)) return places;
    double done = 0;
    for (qsizetype index = 0; index + 1 < line.size(); ++index) {
        const QLineF segment(line[index], line[index + 1]);
        const double length = segment.length();
        if (length <= 0) continue;
        const auto pieces = clippedLine(QPolygonF{segment.p1(), segment.p2()}, box);
        if (!pieces.empty()) {
            const double from = done + QLineF(segment.p1(), pieces.front().first()).length();
            const double to = done + QLineF(segment.p1(), pieces.back().last()).length();
            const QPointF direction = (segment.p2() - segment.p1()) / length;
            const double first = std::ceil(from / spacingMm - 0.5);
            for (double number = std::max(0.0, first); (number + 0.5) * spacingMm < to; ++number)
                places.push_back({segment.pointAt(((number + 0.5) * spacingMm - done) / length), direction});
        }
        done += length;
    }
    return places;
}

}  // namespace layers
