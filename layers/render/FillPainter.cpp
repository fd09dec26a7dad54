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

void addCrossings(Crossings& crossings, QPointF a, QPointF b, QPointF along, QPointF across, double spacing) {
    double acrossA = QPointF::dotProduct(a, across) / spacing;
    double acrossB = QPointF::dotProduct(b, across) / spacing;
    if (acrossA > acrossB) {
        std::swap(acrossA, acrossB);
        std::swap(a, b);
    }
    // Half-open, so that a vertex on a hatch line counts once.
    const long first = static_cast<long>(std::ceil(acrossA));
    for (long line = first; static_cast<double>(line) < acrossB; ++line) {
        const double share = (static_cast<double>(line) - acrossA) / (acrossB - acrossA);
        crossings[line].push_back(QPointF::dotProduct(a + (b - a) * share, along));
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

/// Places on a lattice of staggered rows, at least `marginMm` from the edges along their row.
std::vector<QPointF> latticeIn(const PaperShape& shape, double spacing, double angleDegrees, double marginMm) {
    const double angle = angleDegrees * std::numbers::pi / 180;
    const QPointF along(std::cos(angle), -std::sin(angle));
    const QPointF across(std::sin(angle), std::cos(angle));
    std::vector<QPointF> places;
    for (const QLineF& row : hatchLines(shape, spacing, angleDegrees)) {
        const double height = QPointF::dotProduct(row.p1(), across);
        const double shift = std::lround(height / spacing) % 2 == 0 ? 0 : spacing / 2;
        const double one = QPointF::dotProduct(row.p1(), along);
        const double other = QPointF::dotProduct(row.p2(), along);
        const double to = std::max(one, other) - marginMm;
        for (double x = std::ceil((std::min(one, other) + marginMm - shift) / spacing) * spacing + shift; x <= to;
             x += spacing)
            places.push_back(along * x + across * height);
    }
    return places;
}

/// The shortest strokes with round caps, which take a tenth of the bytes of circles.
std::vector<QLineF> dotsIn(const PaperShape& shape, const FillSymbol& fill) {
    std::vector<QLineF> dots;
    for (const QPointF& place : latticeIn(shape, fill.spacingMm, 0, fill.patternWidthMm))
        dots.emplace_back(place, place + QPointF(0.002, 0));
    return dots;
}

void paintMarkerPattern(QPainter& painter, const PaperShape& shape, const FillSymbol& fill) {
    const double spacing = std::max(0.8, fill.spacingMm);
    for (const QPointF& place : latticeIn(shape, spacing, fill.angleDegrees, fill.patternMarker.sizeMm / 2))
        paintMarker(painter, place, fill.patternMarker);
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

std::vector<QLineF> hatchLines(const PaperShape& polygon, double spacingMm, double angleDegrees) {
    std::vector<QLineF> lines;
    if (spacingMm <= 0) return lines;
    const double angle = angleDegrees * std::numbers::pi / 180;
    const QPointF along(std::cos(angle), -std::sin(angle));
    const QPointF across(std::sin(angle), std::cos(angle));
    Crossings crossings;
    for (const auto& part : polygon.parts)
        for (const QPolygonF& ring : part)
            for (qsizetype index = 0; index + 1 < ring.size(); ++index)
                addCrossings(crossings, ring[index], ring[index + 1], along, across, spacingMm);
    for (auto& [number, places] : crossings) {
        std::sort(places.begin(), places.end());
        const QPointF foot = across * (static_cast<double>(number) * spacingMm);
        for (std::size_t index = 0; index + 1 < places.size(); index += 2)
            if (places[index + 1] - places[index] > 0.02)
                lines.emplace_back(foot + along * places[index], foot + along * places[index + 1]);
    }
    return lines;
}

void paintFill(QPainter& painter, const PaperShape& shape, const FillSymbol& fill, const QRectF& map) {
    if (shape.dimension != 2 || fill.pattern == FillPattern::None) return;
    const PaperShape inside = clipped(shape, map);
    if (inside.isEmpty()) return;
    if (fill.colour.alpha > 0) painter.fillPath(fillPath(inside), toQColor(fill.colour));
    if (fill.pattern == FillPattern::Markers) return paintMarkerPattern(painter, inside, fill);
    if (fill.patternColour.alpha == 0) return;
    if (fill.pattern == FillPattern::Hatch || fill.pattern == FillPattern::CrossHatch) {
        auto lines = hatchLines(inside, fill.spacingMm, fill.angleDegrees);
        if (fill.pattern == FillPattern::CrossHatch) {
            const auto crossing = hatchLines(inside, fill.spacingMm, fill.angleDegrees + 90);
            lines.insert(lines.end(), crossing.begin(), crossing.end());
        }
        strokeLines(painter, lines, fill.patternColour, fill.patternWidthMm, Qt::FlatCap);
    }
    if (fill.pattern == FillPattern::Dots)
        strokeLines(painter, dotsIn(inside, fill), fill.patternColour, fill.patternWidthMm, Qt::RoundCap);
}

void paintInnerBand(QPainter& painter, const PaperShape& shape, const LineSymbol& line, const QRectF& map) {
    if (shape.dimension != 2 || line.innerBandMm <= 0 || line.innerBandColour.alpha == 0) return;
    const auto inner = gis::buffered(asGeometry(shape), -line.innerBandMm, 4);
    if (!inner) return;  // a soft band is not worth a failure
    PaperShape band = shape;
    for (auto& part : asShape(*inner).parts) band.parts.push_back(std::move(part));
    painter.fillPath(fillPath(clipped(band, map)), toQColor(line.innerBandColour));
}

}  // namespace layers
