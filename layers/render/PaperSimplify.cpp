// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "layers/render/PaperShape.h"

namespace layers {

namespace {

double squaredDistance(QPointF position, QPointF a, QPointF b) {
    const QPointF along = b - a;
    const double squaredLength = QPointF::dotProduct(along, along);
    double share = squaredLength > 0 ? QPointF::dotProduct(position - a, along) / squaredLength : 0;
    share = std::clamp(share, 0.0, 1.0);
    const QPointF away = position - (a + along * share);
    return QPointF::dotProduct(away, away);
}

/// Marks the vertices of [first, last] that stay. With a stack of its own: a line may have a million vertices.
void markKept(const QPolygonF& line, qsizetype first, qsizetype last, double squaredTolerance,
              std::vector<char>& kept) {
    std::vector<std::pair<qsizetype, qsizetype>> open{{first, last}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        double farthest = squaredTolerance;
        qsizetype split = -1;
        for (qsizetype index = from + 1; index < to; ++index) {
            const double away = squaredDistance(line[index], line[from], line[to]);
            if (away > farthest) {
                farthest = away;
                split = index;
            }
        }
        if (split < 0) continue;
        kept[static_cast<std::size_t>(split)] = 1;
        open.push_back({from, split});
        open.push_back({split, to});
    }
}

/// Drops vertices nearer than the tolerance to the one kept before: cheap, and most of the work on dense data.
QPolygonF thinned(const QPolygonF& line, double tolerance) {
    QPolygonF kept{line.first()};
    for (qsizetype index = 1; index + 1 < line.size(); ++index)
        if ((line[index] - kept.last()).manhattanLength() > tolerance) kept.append(line[index]);
    kept.append(line.last());
    return kept;
}

qsizetype farthestFromFirst(const QPolygonF& ring) {
    qsizetype farthest = 0;
    double most = -1;
    for (qsizetype index = 1; index < ring.size(); ++index) {
        const QPointF away = ring[index] - ring.first();
        if (QPointF::dotProduct(away, away) > most) {
            most = QPointF::dotProduct(away, away);
            farthest = index;
        }
    }
    return farthest;
}

}  // namespace

QPolygonF simplified(const QPolygonF& line, double tolerance) {
    if (line.size() < 3 || tolerance <= 0) return line;
    const QPolygonF thin = thinned(line, tolerance / 2);
    std::vector<char> kept(static_cast<std::size_t>(thin.size()), 0);
    kept.front() = kept.back() = 1;
    const double squared = tolerance * tolerance;
    if (thin.first() == thin.last()) {  // a ring: two halves, or it would fold onto its start
        const qsizetype middle = farthestFromFirst(thin);
        kept[static_cast<std::size_t>(middle)] = 1;
        markKept(thin, 0, middle, squared, kept);
        markKept(thin, middle, thin.size() - 1, squared, kept);
    } else {
        markKept(thin, 0, thin.size() - 1, squared, kept);
    }
    QPolygonF simple;
    for (qsizetype index = 0; index < thin.size(); ++index)
        if (kept[static_cast<std::size_t>(index)]) simple.append(thin[index]);
    return simple;
}

PaperShape simplified(const PaperShape& shape, double tolerance) {
    if (shape.dimension < 1) return shape;
    PaperShape simple;
    simple.dimension = shape.dimension;
    for (const auto& part : shape.parts) {
        std::vector<QPolygonF> sequences;
        for (const QPolygonF& sequence : part) {
            QPolygonF line = simplified(sequence, tolerance);
            const bool vanished = shape.dimension == 2 && line.size() < 4;
            if (vanished && sequences.empty()) break;  // the shell is gone, so are its holes
            if (!vanished) sequences.push_back(std::move(line));
        }
        if (!sequences.empty()) simple.parts.push_back(std::move(sequences));
    }
    return simple;
}

}  // namespace layers
