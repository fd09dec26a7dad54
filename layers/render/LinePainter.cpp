// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

/// Dots as the shortest strokes that get a round cap.
constexpr double dotMm = 0.01;
/// What no style may go below: marks nearer than that would be a band, and very many.
constexpr double closestMarks = 0.3;

QPen penOf(Colour colour, double widthMm) {
    constexpr double broadest = 2000;  // more than any symbol may have, with its casing
    return {toQColor(colour), std::min(broadest, std::max(0.05, widthMm)), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin};
}

/// A pen with dashes of these lengths; Qt counts them in pen widths.
QPen dashed(QPen pen, const std::vector<double>& dashMm) {
    QList<qreal> pattern;
    for (const double length : dashMm) pattern.append(std::max(dotMm, length) / pen.widthF());
    pen.setDashPattern(pattern);
    return pen;
}

/// The dashes as Qt wants them: on and off in pairs, none too short to see.
std::vector<double> wholeDashes(std::vector<double> dashMm) {
    if (dashMm.size() % 2 != 0) dashMm.pop_back();
    for (double& length : dashMm) length = std::min(1e4, std::max(0.05, length));
    return dashMm;
}

/// A chain's dashes, or its dots alone: where the others are, nothing is painted. `startMm`: where the pattern begins.
struct Chain {
    std::vector<double> dashMm;
    double startMm = 0;
};

Chain partOf(const std::vector<double>& dashes, double widthMm, bool dots) {
    Chain chain;
    double skipped = 0;
    for (std::size_t index = 0; index + 1 < dashes.size(); index += 2) {
        const double on = dashes[index];
        const double step = on + dashes[index + 1];
        const bool isDot = on <= widthMm * 1.01;
        if (isDot != dots) {
            (chain.dashMm.empty() ? skipped : chain.dashMm.back()) += step;
        } else if (dots) {  // in the middle of its place
            (chain.dashMm.empty() ? skipped : chain.dashMm.back()) += on / 2;
            chain.dashMm.insert(chain.dashMm.end(), {dotMm, step - on / 2 - dotMm});
        } else {
            chain.dashMm.insert(chain.dashMm.end(), {on, step - on});
        }
    }
    if (chain.dashMm.empty()) return chain;
    chain.dashMm.back() += skipped;
    chain.startMm = -skipped;
    return chain;
}

/// `startMm`: how far along its line the path begins.
void strokeDashes(QPainter& painter, const QPainterPath& path, double startMm, const LineSymbol& line) {
    if (path.isEmpty()) return;
    const QPen pen = penOf(line.colour, line.widthMm);
    const std::vector<double> dashes = wholeDashes(line.dashMm);
    if (dashes.empty()) return painter.strokePath(path, pen);
    const double period = std::accumulate(dashes.begin(), dashes.end(), 0.0);
    const double rest = std::fmod(startMm, period);
    if (!line.roundDots) {
        QPen part = dashed(pen, dashes);
        part.setDashOffset(rest / pen.widthF());
        return painter.strokePath(path, part);
    }
    for (const bool dots : {false, true}) {
        const Chain chain = partOf(dashes, line.widthMm, dots);
        if (chain.dashMm.empty()) continue;
        QPen part = dashed(pen, chain.dashMm);
        if (dots) part.setCapStyle(Qt::RoundCap);
        // Not negative, which some readers of PDF do not take.
        part.setDashOffset(std::fmod(rest + chain.startMm + period, period) / pen.widthF());
        painter.strokePath(path, part);
    }
}

bool drawsBody(const PaperShape& shape, const LineSymbol& symbol) { return symbol.arrow && shape.dimension == 1; }

/// How far the lines of a symbol run beside its course.
std::vector<double> offsetsOf(const LineSymbol& line) {
    if (line.doubleGapMm <= 0) return {line.offsetMm};
    const double half = (line.doubleGapMm + line.widthMm) / 2;
    return {line.offsetMm - half, line.offsetMm + half};
}

bool headAt(const LineSymbol& line, LineEnds end) { return line.heads == end || line.heads == LineEnds::Both; }

/// Calls `use` for the course of each line and ring, `distance` beside it, and with 1 if a polygon's inside (or a
/// line's own right) is on its right, else -1. Rings go inward with positive distances: a shell whose area is positive
/// (y downward) has its inside on the right.
template <class Use>
void eachCourse(const PaperShape& shape, const LineSymbol& line, double distance, Use use) {
    for (const auto& part : shape.parts)
        for (std::size_t index = 0; index < part.size(); ++index) {
            if (shape.dimension != 2) {
                use(offsetLine(courseOf(part[index], line), distance), 1);
                continue;
            }
            const int inward = (twiceAreaOf(part[index]) > 0) == (index == 0) ? 1 : -1;
            use(offsetLine(part[index], inward * distance), inward);
        }
}

/// Pieces of lines that are stroked alike: those that begin so far along their lines.
struct Stroke {
    QPainterPath path;
    double startMm = 0;
};

/// All sequences as open pieces inside the map, on the course of the symbol. Where dashes do not matter or begin with
/// their line, all are one.
std::vector<Stroke> strokesOf(const PaperShape& shape, const LineSymbol& line, double distance, const QRectF& map,
                              bool isDashed) {
    std::vector<Stroke> strokes(1);
    const bool isRing = shape.dimension == 2;
    eachCourse(shape, line, distance, [&](QPolygonF course, int) {
        if (!isRing && line.heads != LineEnds::None) {  // a flat end would show beside the tip
            const double room = std::min(line.headMm * 0.7, lengthOf(course) * 0.35);
            course =
                shortened(course, headAt(line, LineEnds::Start) ? room : 0, headAt(line, LineEnds::End) ? room : 0);
        }
        for (const LinePiece& piece : clippedPieces(course, map)) {
            if (isDashed && piece.start > 0) strokes.push_back({{}, piece.start});
            QPainterPath& path = isDashed && piece.start > 0 ? strokes.back().path : strokes.front().path;
            path.addPolygon(piece.line);
            const bool isWhole = piece.line.size() == course.size() && piece.line.first() == piece.line.last();
            if (isRing && isWhole) path.closeSubpath();
        }
    });
    return strokes;
}

QBrush bodyBrush(const QPolygonF& course, const LineSymbol& symbol) {
    if (symbol.endColour.alpha == 0) return toQColor(symbol.colour);
    QLinearGradient gradient(course.first(), course.last());
    gradient.setColorAt(0, toQColor(symbol.arrowAtStart ? symbol.endColour : symbol.colour));
    if (symbol.arrowAtStart) gradient.setColorAt(0.5, toQColor(symbol.colour));
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

/// Barb, tip, barb of a head whose body ends between `left` and `right`.
void addHead(QPolygonF& body, QPointF left, QPointF right, QPointF tip, double width) {
    const QPointF root = (left + right) / 2;
    const QPointF unit = (tip - root) / std::max(1e-9, QLineF(root, tip).length());
    QPointF wing = QPointF(-unit.y(), unit.x()) * width * 1.05;
    if (QPointF::dotProduct(wing, left - right) < 0) wing = -wing;
    const QPointF barb = root - unit * width * 0.12;
    body << barb + wing << tip << barb - wing;
}

/// Both sides of a body between two places on its course.
struct Sides {
    QPolygonF left;
    QPolygonF right;
};

/// How wide a body is as a share of its symbol's width: growing towards its head, or from its middle to both heads.
double bodyShare(const LineSymbol& symbol, double along, double tail, double neck) {
    const double taper = symbol.taperStart;
    if (!symbol.arrowAtStart) return taper + (1 - taper) * along / neck;
    const double fromMiddle = 2 * (along - tail) / (neck - tail) - 1;
    return taper + (1 - taper) * fromMiddle * fromMiddle;
}

/// The course with vertices near enough that the waist between two heads is round.
QPolygonF withWaist(const QPolygonF& course, const LineSymbol& symbol, double length) {
    if (!symbol.arrowAtStart || symbol.taperStart == 1) return course;
    constexpr int pieces = 32;
    QPolygonF dense;
    for (qsizetype index = 0; index + 1 < course.size(); ++index) {
        const QLineF segment(course[index], course[index + 1]);
        const int count = std::max(1, static_cast<int>(std::ceil(segment.length() / length * pieces)));
        for (int step = 0; step < count; ++step) dense.append(segment.pointAt(static_cast<double>(step) / count));
    }
    dense.append(course.last());
    return dense;
}

Sides sidesOf(const QPolygonF& course, const LineSymbol& symbol, double tail, double neck) {
    Sides sides;
    const auto add = [&](QPointF at, QPointF direction, double along) {
        const double half = symbol.widthMm / 2 * bodyShare(symbol, along, tail, neck);
        const QPointF normal(-direction.y(), direction.x());
        sides.left.append(at + normal * half);
        sides.right.append(at - normal * half);
    };
    if (tail > 0) {
        const LinePlace place = placeAlong(course, tail);
        add(place.at, place.direction, tail);
    }
    double done = 0;
    for (qsizetype index = 0; index + 1 < course.size() && done < neck; ++index) {
        const QLineF segment(course[index], course[index + 1]);
        const double step = segment.length();
        if (step <= 0) continue;
        // The mean of the directions before and behind a vertex, so that both sides stay smooth.
        QPointF direction = segment.p2() - segment.p1();
        if (index > 0) direction += course[index] - course[index - 1];
        const double size = std::hypot(direction.x(), direction.y());
        if (done >= tail && size > 0) add(course[index], direction / size, done);
        done += step;
    }
    const LinePlace place = placeAlong(course, neck);
    add(place.at, place.direction, neck);
    return sides;
}

void paintHead(QPainter& painter, QPointF tip, QPointF direction, const LineSymbol& line) {
    const QPointF across(-direction.y() * line.headMm * 0.36, direction.x() * line.headMm * 0.36);
    const QPointF root = tip - direction * line.headMm;
    QPainterPath head;
    head.addPolygon(QPolygonF{tip, root + across, root + direction * line.headMm * 0.18, root - across, tip});
    painter.fillPath(head, toQColor(strokeColourOn(painter, line.colour)));
}

void paintHeads(QPainter& painter, const PaperShape& shape, const LineSymbol& line, const QRectF& map) {
    if (shape.dimension != 1 || line.heads == LineEnds::None) return;
    eachCourse(shape, line, line.offsetMm, [&](const QPolygonF& course, int) {
        if (course.size() < 2) return;
        const double length = lengthOf(course);
        const double reach = std::min(line.headMm, length);
        const auto at = [&](QPointF tip, QPointF behind) {
            const QPointF way = tip - behind;
            const double size = std::hypot(way.x(), way.y());
            if (size > 0 && map.contains(tip)) paintHead(painter, tip, way / size, line);
        };
        if (headAt(line, LineEnds::End)) at(course.last(), placeAlong(course, length - reach).at);
        if (headAt(line, LineEnds::Start)) at(course.first(), placeAlong(course, reach).at);
    });
}

}  // namespace

QPolygonF arrowBody(const QPolygonF& course, const LineSymbol& symbol) {
    const double length = lengthOf(course);
    const double headLength = 1.9 * symbol.widthMm;
    if (length < headLength * (symbol.arrowAtStart ? 2.3 : 1.3) || length <= 0) return {};
    const Sides sides =
        sidesOf(withWaist(course, symbol, length), symbol, symbol.arrowAtStart ? headLength : 0, length - headLength);
    QPolygonF body = sides.left;
    addHead(body, sides.left.last(), sides.right.last(), course.last(), symbol.widthMm);
    QPolygonF back = sides.right;
    std::reverse(back.begin(), back.end());
    body += back;
    if (symbol.arrowAtStart) addHead(body, sides.right.first(), sides.left.first(), course.first(), symbol.widthMm);
    body.append(body.first());
    return body;
}

void paintCasing(QPainter& painter, const PaperShape& shape, const LineSymbol& line, const QRectF& map) {
    if (line.casingMm <= 0 || line.casingColour.alpha == 0 || shape.dimension < 1) return;
    if (!drawsBody(shape, line)) {
        const double width = line.doubleGapMm > 0 ? 2 * line.widthMm + line.doubleGapMm : line.widthMm;
        painter.strokePath(strokesOf(shape, line, line.offsetMm, map, false).front().path,
                           penOf(line.casingColour, width + 2 * line.casingMm));
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
        for (const double distance : offsetsOf(line))
            for (const Stroke& stroke : strokesOf(shape, line, distance, map, !line.dashMm.empty()))
                strokeDashes(painter, stroke.path, stroke.startMm, line);
        return;
    }
    eachBody(shape, line, [&](const QPolygonF& course, const QPolygonF& body) {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);  // a tight bend overlaps itself
        path.addPolygon(clippedRing(body, map));
        painter.fillPath(path, bodyBrush(course, line));
    });
}

void paintLineMarks(QPainter& painter, const PaperShape& shape, const LineSymbol& line, const QRectF& map) {
    if (shape.dimension < 1 || drawsBody(shape, line)) return;
    if (line.colour.alpha > 0) paintHeads(painter, shape, line, map);
    if (!line.marks) return;
    const LineMarks& marks = *line.marks;
    QPainterPath ticks;
    const double half = marks.lengthMm / 2;
    eachCourse(shape, line, line.offsetMm, [&](const QPolygonF& course, int inward) {
        for (const LinePlace& place : placesAlong(course, std::max(closestMarks, marks.spacingMm), map)) {
            if (marks.kind == MarkKind::Markers) {
                paintMarker(painter, place.at, marks.marker);
                continue;
            }
            const QPointF across = QPointF(-place.direction.y(), place.direction.x()) * inward;
            ticks.moveTo(marks.oneSided ? place.at : place.at - across * half);
            ticks.lineTo(place.at + across * (marks.oneSided ? marks.lengthMm : half));
        }
    });
    if (!ticks.isEmpty()) painter.strokePath(ticks, penOf(strokeColourOn(painter, line.colour), marks.widthMm));
}

}  // namespace layers
