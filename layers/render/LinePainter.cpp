// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

QPen penOf(Colour colour, double widthMm, const std::vector<double>& dashMm = {}) {
    const double width = std::max(0.05, widthMm);
    QPen pen(toQColor(colour), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (dashMm.size() >= 2) {
        QList<qreal> pattern;  // Qt counts dashes in pen widths
        for (const double length : dashMm) pattern.append(std::max(0.05, length) / width);
        if (pattern.size() % 2 != 0) pattern.removeLast();
        pen.setDashPattern(pattern);
    }
    return pen;
}

/// All sequences as one path of open pieces inside the map, on the course of the symbol.
QPainterPath strokePathOf(const PaperShape& shape, const LineSymbol& symbol, const QRectF& map) {
    QPainterPath path;
    for (const auto& part : shape.parts)
        for (const QPolygonF& sequence : part) {
            const bool isRing = shape.dimension == 2;
            const QPolygonF course = isRing ? sequence : courseOf(sequence, symbol);
            for (const QPolygonF& piece : clippedLine(course, map)) {
                path.addPolygon(piece);
                if (isRing && piece.size() == course.size() && piece.first() == piece.last()) path.closeSubpath();
            }
        }
    return path;
}

bool drawsBody(const PaperShape& shape, const LineSymbol& symbol) { return symbol.arrow && shape.dimension == 1; }

QBrush bodyBrush(const QPolygonF& course, const LineSymbol& symbol) {
    if (symbol.endColour.alpha == 0) return toQColor(symbol.colour);
    QLinearGradient gradient(course.first(), course.last());
    gradient.setColorAt(0, toQColor(symbol.colour));
    gradient.setColorAt(1, toQColor(symbol.endColour));
    return gradient;
}

template <class Use>
void eachBody(const PaperShape& shape, const LineSymbol& symbol, Use use) {
    for (const auto& part : shape.parts)
        for (const QPolygonF& sequence : part) {
            const QPolygonF course = courseOf(sequence, symbol);
            const QPolygonF body = arrowBody(course, symbol);
            if (!body.isEmpty()) use(course, body);
        }
}

}  // namespace

QPolygonF courseOf(const QPolygonF& line, const LineSymbol& symbol) {
    if (!symbol.smooth) return line;
    // A broad body cannot follow wiggles narrower than itself: those are taken out before it is made smooth.
    return smoothed(simplified(line, std::max(0.1, symbol.widthMm * 0.35)), 0.6);
}

QPolygonF arrowBody(const QPolygonF& course, const LineSymbol& symbol) {
    const double length = lengthOf(course);
    const double headLength = 1.9 * symbol.widthMm;
    if (length < headLength * 1.3) return {};
    const double neck = length - headLength;
    QPolygonF left;
    QPolygonF right;
    double done = 0;
    const auto offset = [&](QPointF at, QPointF direction, double along) {
        const double share = along / neck;
        const double half = symbol.widthMm / 2 * (symbol.taperStart + (1 - symbol.taperStart) * share);
        const QPointF normal(-direction.y(), direction.x());
        left.append(at + normal * half);
        right.append(at - normal * half);
    };
    for (qsizetype index = 0; index + 1 < course.size(); ++index) {
        const QLineF segment(course[index], course[index + 1]);
        const double step = segment.length();
        if (step <= 0) continue;
        // The mean of the directions before and behind a vertex, so that both sides stay smooth.
        QPointF direction = segment.p2() - segment.p1();
        if (index > 0) direction += course[index] - course[index - 1];
        const double size = std::hypot(direction.x(), direction.y());
        if (done < neck && size > 0) offset(course[index], direction / size, done);
        if (done < neck && done + step >= neck) {
            const QPointF unit = (segment.p2() - segment.p1()) / step;
            offset(segment.pointAt((neck - done) / step), unit, neck);
            break;
        }
        done += step;
    }
    if (left.isEmpty()) return {};
    const QPointF root = (left.last() + right.last()) / 2;
    const QPointF tip = course.last();
    const QPointF unit = (tip - root) / std::max(1e-9, QLineF(root, tip).length());
    const QPointF wing = QPointF(-unit.y(), unit.x()) * symbol.widthMm * 1.05;
    const QPointF barb = root - unit * symbol.widthMm * 0.12;
    QPolygonF body = left;
    body << barb + wing << tip << barb - wing;
    std::reverse(right.begin(), right.end());
    body += right;
    body.append(body.first());
    return body;
}

void paintCasing(QPainter& painter, const PaperShape& shape, const LineSymbol& line, const QRectF& map) {
    if (line.casingMm <= 0 || line.casingColour.alpha == 0 || shape.dimension < 1) return;
    if (!drawsBody(shape, line)) {
        painter.strokePath(strokePathOf(shape, line, map), penOf(line.casingColour, line.widthMm + 2 * line.casingMm));
        return;
    }
    eachBody(shape, line, [&](const QPolygonF&, const QPolygonF& body) {
        QPainterPath outline;
        for (const QPolygonF& piece : clippedLine(body, map)) outline.addPolygon(piece);
        painter.strokePath(outline, penOf(line.casingColour, 2 * line.casingMm));
    });
}

void paintLine(QPainter& painter, const PaperShape& shape, const LineSymbol& line, const QRectF& map) {
    if (shape.dimension < 1 || (line.colour.alpha == 0 && line.endColour.alpha == 0)) return;
    if (!drawsBody(shape, line)) {
        painter.strokePath(strokePathOf(shape, line, map), penOf(line.colour, line.widthMm, line.dashMm));
        return;
    }
    eachBody(shape, line, [&](const QPolygonF& course, const QPolygonF& body) {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);  // a tight bend overlaps itself
        path.addPolygon(clippedRing(body, map));
        painter.fillPath(path, bodyBrush(course, line));
    });
}

}  // namespace layers
