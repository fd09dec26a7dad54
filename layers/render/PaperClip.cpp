// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "layers/render/PaperShape.h"

namespace layers {

namespace {

/// One side of the box: keeps what has sign * coordinate <= limit.
struct Side {
    bool vertical;  ///< compares x
    double sign;
    double limit;
    double overshoot(QPointF position) const { return sign * (vertical ? position.x() : position.y()) - limit; }
};

QPointF crossing(QPointF a, QPointF b, const Side& side) {
    const double overA = side.overshoot(a);
    const double share = overA / (overA - side.overshoot(b));
    QPointF at = a + (b - a) * share;
    // Exactly on the side, so that no rounding leaves the box.
    if (side.vertical)
        at.setX(side.sign * side.limit);
    else
        at.setY(side.sign * side.limit);
    return at;
}

QPolygonF cutBy(const QPolygonF& ring, const Side& side) {
    QPolygonF kept;
    kept.reserve(ring.size() + 4);
    for (qsizetype index = 0; index < ring.size(); ++index) {
        const QPointF here = ring[index];
        const QPointF next = ring[(index + 1) % ring.size()];
        const bool hereIn = side.overshoot(here) <= 0;
        const bool nextIn = side.overshoot(next) <= 0;
        if (hereIn) kept.append(here);
        if (hereIn != nextIn) kept.append(crossing(here, next, side));
    }
    return kept;
}

/// The piece of a segment inside the box, as shares of its length; false if there is none.
bool pieceInside(QPointF a, QPointF b, const QRectF& box, double& from, double& to) {
    from = 0;
    to = 1;
    const double dx = b.x() - a.x();
    const double dy = b.y() - a.y();
    const double steps[4] = {-dx, dx, -dy, dy};
    const double rooms[4] = {a.x() - box.left(), box.right() - a.x(), a.y() - box.top(), box.bottom() - a.y()};
    for (int side = 0; side < 4; ++side) {
        if (steps[side] == 0) {
            if (rooms[side] < 0) return false;
            continue;
        }
        const double share = rooms[side] / steps[side];
        if (steps[side] < 0)
            from = std::max(from, share);
        else
            to = std::min(to, share);
    }
    return from < to;
}

QPointF held(QPointF position, const QRectF& box) {
    return {std::clamp(position.x(), box.left(), box.right()), std::clamp(position.y(), box.top(), box.bottom())};
}

/// Calls use(a, b, share of the segment at a, whether it goes on from the last one, index) for what of each segment
/// lies in the box.
template <class Use>
void eachSegmentInside(const QPolygonF& line, const QRectF& box, Use use) {
    bool isOpen = false;  // the last segment ends inside, so the next one goes on from it
    for (qsizetype index = 0; index + 1 < line.size(); ++index) {
        const QPointF a = line[index];
        const QPointF b = line[index + 1];
        double from = 0;
        double to = 1;
        if (!pieceInside(a, b, box, from, to)) {
            isOpen = false;
            continue;
        }
        use(isOpen ? a : held(a + (b - a) * from, box), to == 1 ? b : held(a + (b - a) * to, box), from, isOpen, index);
        isOpen = to == 1;
    }
}

}  // namespace

QPolygonF clippedRing(const QPolygonF& ring, const QRectF& box) {
    if (ring.size() < 4) return {};
    if (box.contains(ring.boundingRect())) return ring;
    QPolygonF open = ring;
    if (open.first() == open.last()) open.removeLast();
    for (const Side& side : {Side{true, -1, -box.left()}, Side{true, 1, box.right()}, Side{false, -1, -box.top()},
                             Side{false, 1, box.bottom()}}) {
        open = cutBy(open, side);
        if (open.size() < 3) return {};
    }
    open.append(open.first());
    return open;
}

std::vector<QPolygonF> clippedLine(const QPolygonF& line, const QRectF& box) {
    std::vector<QPolygonF> pieces;
    eachSegmentInside(line, box, [&](QPointF a, QPointF b, double, bool goesOn, qsizetype) {
        if (!goesOn) pieces.push_back({a});
        pieces.back().append(b);
    });
    return pieces;
}

std::vector<LinePiece> clippedPieces(const QPolygonF& line, const QRectF& box) {
    std::vector<LinePiece> pieces;
    double way = 0;  // to the vertex `reached`
    qsizetype reached = 0;
    eachSegmentInside(line, box, [&](QPointF a, QPointF b, double from, bool goesOn, qsizetype segment) {
        if (!goesOn) {
            for (; reached < segment; ++reached) way += QLineF(line[reached], line[reached + 1]).length();
            pieces.push_back({{a}, way + from * QLineF(line[segment], line[segment + 1]).length()});
        }
        pieces.back().line.append(b);
    });
    return pieces;
}

PaperShape clipped(const PaperShape& shape, const QRectF& box) {
    PaperShape kept;
    kept.dimension = shape.dimension;
    for (const auto& part : shape.parts) {
        if (shape.dimension == 0) {
            if (box.contains(part.front().front())) kept.parts.push_back(part);
        } else if (shape.dimension == 1) {
            for (const QPolygonF& line : part)
                for (QPolygonF& piece : clippedLine(line, box)) kept.parts.push_back({std::move(piece)});
        } else {
            std::vector<QPolygonF> rings;
            for (std::size_t ring = 0; ring < part.size(); ++ring) {
                QPolygonF cut = clippedRing(part[ring], box);
                if (ring == 0 && cut.isEmpty()) break;
                if (!cut.isEmpty()) rings.push_back(std::move(cut));
            }
            if (!rings.empty()) kept.parts.push_back(std::move(rings));
        }
    }
    return kept;
}

}  // namespace layers
