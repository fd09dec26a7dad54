// SPDX-License-Identifier: Apache-2.0
#include <QPaintEngine>
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "gis/engine/Overlay.h"
#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

/// Crossings of one hatch line with the rings, as positions along it.
using Crossings = std::map<long, std::vector<double>>;

/// Rows of a pattern on the paper. The origin may be so far away that only the rest behind the last row counts.
struct Rows {
    QPointF along, across;
    double spacing;
    double shift = 0;    ///< of row 0 from the paper's corner, 0..spacing
    bool isOdd = false;  ///< row 0 is an odd one, counted from the origin
    double alongShift;   ///< of the origin, seen along the rows

    Rows(double spacingMm, double angleDegrees, QPointF origin) : spacing(spacingMm) {
        const double angle = std::isfinite(angleDegrees) ? angleDegrees * std::numbers::pi / 180 : 0;
        along = {std::cos(angle), -std::sin(angle)};
        across = {std::sin(angle), std::cos(angle)};
        const double rows = std::floor(QPointF::dotProduct(origin, across) / spacing);
        shift = QPointF::dotProduct(origin, across) - rows * spacing;
        isOdd = std::fmod(rows, 2) != 0;
        alongShift = std::fmod(QPointF::dotProduct(origin, along), spacing);
    }
    double rowOf(QPointF at) const { return (QPointF::dotProduct(at, across) - shift) / spacing; }
    QPointF place(double row, double way) const { return across * (row * spacing + shift) + along * way; }
};

void addCrossings(Crossings& crossings, QPointF a, QPointF b, const Rows& rows) {
    double acrossA = rows.rowOf(a);
    double acrossB = rows.rowOf(b);
    if (acrossA > acrossB) {
        std::swap(acrossA, acrossB);
        std::swap(a, b);
    }
    // Half-open, so that a vertex on a hatch line counts once.
    const long first = static_cast<long>(std::ceil(acrossA));
    for (long line = first; static_cast<double>(line) < acrossB; ++line) {
        const double share = (static_cast<double>(line) - acrossA) / (acrossB - acrossA);
        crossings[line].push_back(QPointF::dotProduct(a + (b - a) * share, rows.along));
    }
}

void strokeLines(QPainter& painter, const std::vector<QLineF>& lines, Colour colour, double widthMm,
                 Qt::PenCapStyle cap) {
    if (lines.empty()) return;
    QPainterPath path;
    for (const QLineF& line : lines) {
        path.moveTo(line.p1());
        path.lineTo(line.p2());
    }
    painter.strokePath(path, QPen(toQColor(strokeColourOn(painter, colour)), widthMm, Qt::SolidLine, cap));
}

/// Stretches of the rows inside a polygon, by the number of the row.
template <class Use>
void eachStretch(const PaperShape& polygon, const Rows& rows, Use use) {
    Crossings crossings;
    for (const auto& part : polygon.parts)
        for (const QPolygonF& ring : part)
            for (qsizetype index = 0; index + 1 < ring.size(); ++index)
                addCrossings(crossings, ring[index], ring[index + 1], rows);
    for (auto& [number, places] : crossings) {
        std::sort(places.begin(), places.end());
        for (std::size_t index = 0; index + 1 < places.size(); index += 2)
            if (places[index + 1] - places[index] > 0.02) use(number, places[index], places[index + 1]);
    }
}

/// Places on a lattice of staggered rows, at least `marginMm` from the edges along their row.
std::vector<QPointF> latticeIn(const PaperShape& shape, double spacing, double angleDegrees, double marginMm,
                               QPointF origin) {
    const Rows rows(spacing, angleDegrees, origin);
    std::vector<QPointF> places;
    if (!(marginMm >= 0)) return places;
    eachStretch(shape, rows, [&](long row, double from, double to) {
        const bool isStaggered = (row % 2 != 0) != rows.isOdd;
        const double shift = rows.alongShift + (isStaggered ? spacing / 2 : 0);
        for (double x = std::ceil((from + marginMm - shift) / spacing) * spacing + shift; x <= to - marginMm;
             x += spacing)
            places.push_back(rows.place(static_cast<double>(row), x));
    });
    return places;
}

/// Rows closer than that would be a grey, and very many.
double spacingOf(const FillSymbol& fill, double least) { return std::min(1e4, std::max(least, fill.spacingMm)); }

/// The shortest strokes with round caps, which take a tenth of the bytes of circles.
std::vector<QLineF> dotsIn(const PaperShape& shape, const FillSymbol& fill, QPointF origin) {
    std::vector<QLineF> dots;
    for (const QPointF& place : latticeIn(shape, spacingOf(fill, 0.2), 0, fill.patternWidthMm, origin))
        dots.emplace_back(place, place + QPointF(0.002, 0));
    return dots;
}

std::vector<QLineF> linesIn(const PaperShape& shape, const FillSymbol& fill, QPointF origin) {
    const double spacing = spacingOf(fill, 0.2);
    auto lines = hatchLines(shape, spacing, fill.angleDegrees, origin);
    if (fill.pattern != FillPattern::CrossHatch) return lines;
    const auto crossing = hatchLines(shape, spacing, fill.angleDegrees + 90, origin);
    lines.insert(lines.end(), crossing.begin(), crossing.end());
    return lines;
}

void addOriented(QPainterPath& path, const PaperShape& shape) {
    for (const auto& part : shape.parts)
        for (std::size_t index = 0; index < part.size(); ++index) {
            QPolygonF ring = part[index];
            if ((twiceAreaOf(ring) > 0) != (index == 0)) std::reverse(ring.begin(), ring.end());
            path.addPolygon(ring);
            path.closeSubpath();
        }
}

}  // namespace

Colour strokeColourOn(const QPainter& painter, Colour colour) {
    const bool isPdf = painter.paintEngine() != nullptr && painter.paintEngine()->type() == QPaintEngine::Pdf;
    if (!isPdf || colour.alpha == 0) return colour;
    const auto mixed = [&colour](std::uint8_t part) {
        return static_cast<std::uint8_t>((part * colour.alpha + 255 * (255 - colour.alpha)) / 255);
    };
    return {mixed(colour.red), mixed(colour.green), mixed(colour.blue), 255};
}

QColor toQColor(Colour colour) { return {colour.red, colour.green, colour.blue, colour.alpha}; }

std::vector<QLineF> hatchLines(const PaperShape& polygon, double spacingMm, double angleDegrees, QPointF origin) {
    std::vector<QLineF> lines;
    if (!(spacingMm > 0) || !std::isfinite(spacingMm)) return lines;
    const Rows rows(spacingMm, angleDegrees, origin);
    eachStretch(polygon, rows, [&](long row, double from, double to) {
        const auto number = static_cast<double>(row);
        lines.emplace_back(rows.place(number, from), rows.place(number, to));
    });
    return lines;
}

void paintFills(QPainter& painter, const std::vector<const PaperShape*>& shapes, const FillSymbol& fill,
                const QRectF& map, QPointF origin) {
    if (fill.pattern == FillPattern::None) return;
    std::vector<PaperShape> inside;
    for (const PaperShape* shape : shapes)
        if (shape->dimension == 2)
            if (PaperShape seen = clipped(*shape, map); !seen.isEmpty()) inside.push_back(std::move(seen));
    if (fill.colour.alpha > 0) {
        QPainterPath all;
        all.setFillRule(Qt::WindingFill);
        for (const PaperShape& shape : inside) addOriented(all, shape);
        if (!all.isEmpty()) painter.fillPath(all, toQColor(fill.colour));
    }
    if (fill.pattern == FillPattern::Markers) {
        for (const PaperShape& shape : inside)
            for (const QPointF& place :
                 latticeIn(shape, spacingOf(fill, 0.8), fill.angleDegrees, fill.patternMarker.sizeMm / 2, origin))
                paintMarker(painter, place, fill.patternMarker);
        return;
    }
    if (fill.patternColour.alpha == 0) return;
    std::vector<QLineF> strokes;
    for (const PaperShape& shape : inside) {
        std::vector<QLineF> more;
        if (fill.pattern == FillPattern::Hatch || fill.pattern == FillPattern::CrossHatch)
            more = linesIn(shape, fill, origin);
        if (fill.pattern == FillPattern::Dots) more = dotsIn(shape, fill, origin);
        strokes.insert(strokes.end(), more.begin(), more.end());
    }
    strokeLines(painter, strokes, fill.patternColour, fill.patternWidthMm,
                fill.pattern == FillPattern::Dots ? Qt::RoundCap : Qt::FlatCap);
}

void paintFill(QPainter& painter, const PaperShape& shape, const FillSymbol& fill, const QRectF& map, QPointF origin) {
    paintFills(painter, {&shape}, fill, map, origin);
}

void paintInnerBand(QPainter& painter, const PaperShape& shape, const LineSymbol& line, const QRectF& map) {
    constexpr double broadest = 1000;
    if (shape.dimension != 2 || line.innerBandColour.alpha == 0) return;
    if (!(line.innerBandMm > 0) || line.innerBandMm > broadest) return;
    const auto inner = gis::buffered(asGeometry(shape), -line.innerBandMm, 4);
    if (!inner) return;  // a soft band is not worth a failure
    PaperShape band = shape;
    for (auto& part : asShape(*inner).parts) band.parts.push_back(std::move(part));
    painter.fillPath(fillPath(clipped(band, map)), toQColor(line.innerBandColour));
}

}  // namespace layers
