// SPDX-License-Identifier: Apache-2.0
#include "layers/print/Legend.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "layers/print/SheetText.h"
#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

constexpr double padding = 3.2;
constexpr double rowHeight = 5.9;
constexpr double headingHeight = 8.2;
constexpr double sampleWidth = 9;
constexpr double sampleHeight = 3.8;
constexpr double sampleGap = 2.6;
constexpr double columnGap = 5;
constexpr double entryPoints = 8.5;

int rankOf(LayerKind kind) {
    switch (kind) {
        case LayerKind::Layout:
            return 0;
        case LayerKind::ControlLine:
            return 1;
        case LayerKind::Boundary:
            return 2;
        case LayerKind::Basemap:
            break;
    }
    return 3;
}

/// A rectangle with rounded corners as a ring.
PaperShape areaSample(const QRectF& box) {
    constexpr int steps = 5;
    const double radius = box.height() * 0.25;
    QPolygonF ring;
    const auto corner = [&](QPointF centre, double from) {
        for (int step = 0; step <= steps; ++step) {
            const double angle = (from + 90.0 * step / steps) * std::numbers::pi / 180;
            ring.append(centre + QPointF(std::cos(angle), std::sin(angle)) * radius);
        }
    };
    const QRectF inner = box.adjusted(radius, radius, -radius, -radius);
    corner(inner.topLeft(), 180);
    corner(inner.topRight(), 270);
    corner(inner.bottomRight(), 0);
    corner(inner.bottomLeft(), 90);
    ring.append(ring.first());
    PaperShape shape;
    shape.dimension = 2;
    shape.parts.push_back({ring});
    return shape;
}

PaperShape lineSample(const QRectF& box) {
    PaperShape shape;
    shape.dimension = 1;
    shape.parts.push_back({QPolygonF{QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y())}});
    return shape;
}

/// What a line bears, made to fit; its marks so near that the sample shows two of them.
void fitParts(LineSymbol& line, const QRectF& box) {
    line.offsetMm = 0;  // the sample would leave its row
    line.doubleGapMm = std::min(line.doubleGapMm, box.height() * 0.4);
    line.headMm = std::min(line.headMm, box.height() * 0.7);
    if (!line.marks) return;
    line.marks->spacingMm = std::min(line.marks->spacingMm, box.width() / 2);
    line.marks->lengthMm = std::min(line.marks->lengthMm, box.height() * 0.6);
    line.marks->marker.sizeMm = std::min(line.marks->marker.sizeMm, box.height() * 0.7);
}

/// Wide symbols are made to fit; the ratio of their parts stays.
Symbol fitted(Symbol symbol, const QRectF& box) {
    if (symbol.line && symbol.line->widthMm > 2) {
        const double share = std::min(2.0, box.height() * 0.55) / symbol.line->widthMm;
        symbol.line->widthMm *= share;
        symbol.line->casingMm *= share;
    }
    if (symbol.line) symbol.line->innerBandMm = std::min(symbol.line->innerBandMm, box.height() * 0.3);
    if (symbol.line) fitParts(*symbol.line, box);
    if (symbol.fill)
        symbol.fill->patternMarker.sizeMm = std::min(symbol.fill->patternMarker.sizeMm, box.height() * 0.6);
    if (symbol.marker) symbol.marker->sizeMm = std::min(symbol.marker->sizeMm, box.height() * 0.95);
    return symbol;
}

int rowsOf(const Legend& legend) {
    return static_cast<int>((legend.entries.size() + static_cast<std::size_t>(legend.columns) - 1) /
                            static_cast<std::size_t>(legend.columns));
}

LegendEntry entryOf(const DrawnSymbol& drawn) {
    const int dimension = (drawn.dimensionsSeen & 4) != 0 ? 2 : (drawn.dimensionsSeen & 2) != 0 ? 1 : 0;
    // Boundaries are areas without a ground: a line shows them better.
    const Symbol& parts = drawn.symbol;
    const bool isOutline = dimension == 2 && parts.line && parts.line->innerBandMm <= 0 &&
                           (!parts.fill || (parts.fill->colour.alpha == 0 && parts.fill->patternColour.alpha == 0));
    return {drawn.title, parts, isOutline ? 1 : dimension, drawn.title};
}

/// The greatest of 1, 2, 5, 10 … that is not above a number.
double roundBelow(double number) {
    const double decade = std::pow(10, std::floor(std::log10(number)));
    for (const double part : {5.0, 2.0})
        if (part * decade <= number) return part * decade;
    return decade;
}

/// A graded marker tells its numbers by samples of true size, as large as a row takes.
std::vector<LegendEntry> entriesOf(const DrawnSymbol& drawn) {
    const LegendEntry plain = entryOf(drawn);
    const auto& marker = drawn.symbol.marker;
    if (plain.dimension == 1 || !marker || marker->sizeField.empty() || marker->sizeMm <= 0) return {plain};
    const double widest = sampleHeight * 0.9 / marker->sizeMm;
    const double largest = roundBelow(marker->sizeValue * widest * widest);
    std::vector<LegendEntry> entries;
    if (plain.dimension == 2) {  // the area, and then what stands in it
        entries.push_back(plain);
        entries.back().symbol.marker.reset();
    }
    for (const double number : {largest, largest / 5}) {
        LegendEntry entry = plain;
        entry.dimension = 0;
        entry.symbol.marker = graded(*marker, sizeShareOf(*marker, number));
        entry.title += QStringLiteral(" ") + QString::fromStdString(gis::toPlainDecimal(number));
        entry.key = entry.title;
        entries.push_back(entry);
    }
    return entries;
}

}  // namespace

std::vector<LegendEntry> legendOf(const DrawList& list) {
    std::vector<LegendEntry> entries;
    const auto add = [&entries](const DrawnSymbol& symbol) {
        if (symbol.dimensionsSeen == 0 || symbol.title.isEmpty()) return;
        for (const LegendEntry& entry : entriesOf(symbol)) {
            const auto known = std::find_if(entries.begin(), entries.end(),
                                            [&](const LegendEntry& other) { return other.title == entry.title; });
            if (known == entries.end())
                entries.push_back(entry);
            else if (entry.dimension > known->dimension)  // of one class in several layers the area says most
                *known = entry;
        }
    };
    for (int rank = 0; rank <= 3; ++rank)
        for (auto drawn = list.layers.rbegin(); drawn != list.layers.rend(); ++drawn) {
            if (rankOf(drawn->layer->kind) != rank) continue;
            for (auto symbol = drawn->symbols.rbegin(); symbol != drawn->symbols.rend(); ++symbol) add(*symbol);
        }
    return entries;
}

std::vector<LegendEntry> arrangedLegend(const std::vector<LegendEntry>& entries, const std::vector<LegendItem>& items) {
    std::vector<LegendEntry> arranged;
    const auto isNamed = [&items](const LegendEntry& entry) {
        return std::any_of(items.begin(), items.end(),
                           [&](const LegendItem& item) { return QString::fromStdString(item.key) == entry.key; });
    };
    for (const LegendItem& item : items) {
        const QString key = QString::fromStdString(item.key);
        const auto entry =
            std::find_if(entries.begin(), entries.end(), [&](const LegendEntry& known) { return known.key == key; });
        if (entry == entries.end() || !item.isShown) continue;
        arranged.push_back(*entry);
        if (!item.title.empty()) arranged.back().title = QString::fromStdString(item.title);
    }
    for (const LegendEntry& entry : entries)
        if (!isNamed(entry)) arranged.push_back(entry);
    return arranged;
}

Legend measuredLegend(std::vector<LegendEntry> entries, double mapHeightMm, double unit) {
    Legend legend;
    legend.heading = sheetWords(gis::message("layers", "Legend"));
    legend.entries = std::move(entries);
    legend.unit = unit;
    const double room = mapHeightMm * 0.42 - (headingHeight + 2 * padding) * unit;
    const int most = std::max(4, static_cast<int>(room / (rowHeight * unit)));
    legend.columns = std::max(1, static_cast<int>((legend.entries.size() + static_cast<std::size_t>(most) - 1) /
                                                  static_cast<std::size_t>(most)));
    double widest = 0;
    for (const LegendEntry& entry : legend.entries)
        widest = std::max(widest, textWidth(entry.title, sheetText(entryPoints * unit)));
    legend.columnWidth = (sampleWidth + sampleGap) * unit + widest;
    legend.size =
        QSizeF(2 * padding * unit + legend.columns * legend.columnWidth + (legend.columns - 1) * columnGap * unit,
               (2 * padding + headingHeight + rowHeight * rowsOf(legend)) * unit - 1.6 * unit);
    return legend;
}

void paintSample(QPainter& painter, const Symbol& whole, int dimension, const QRectF& box) {
    const Symbol symbol = fitted(whole, box);
    const QRectF all = box.adjusted(-2, -2, 2, 2);
    if (dimension == 0) {
        if (symbol.marker) paintMarker(painter, box.center(), *symbol.marker);
        return;
    }
    const PaperShape shape = dimension == 2 ? areaSample(box) : lineSample(box);
    if (symbol.fill && dimension == 2) paintFill(painter, shape, *symbol.fill, all);
    if (symbol.line) {
        paintInnerBand(painter, shape, *symbol.line, all);
        paintCasing(painter, shape, *symbol.line, all);
        paintLine(painter, shape, *symbol.line, all);
        paintLineMarks(painter, shape, *symbol.line, all);
    }
    if (symbol.marker && dimension == 2) paintMarker(painter, box.center(), *symbol.marker);
}

void paintLegend(QPainter& painter, const Legend& legend, QPointF corner) {
    const double unit = legend.unit;
    paintBox(painter, QRectF(corner, legend.size));
    const TextStyle heading = sheetText(10.5 * unit, true, legend.heading.size() <= 3 ? 0.8 : 0.05);
    const double left = corner.x() + (legend.size.width() - textWidth(legend.heading, heading)) / 2;
    paintText(painter, legend.heading, heading, {left, corner.y() + (padding + 3.6) * unit});
    const int rows = rowsOf(legend);
    for (std::size_t index = 0; index < legend.entries.size(); ++index) {
        const LegendEntry& entry = legend.entries[index];
        const int column = static_cast<int>(index) / rows;
        const int row = static_cast<int>(index) % rows;
        const double x = corner.x() + padding * unit + column * (legend.columnWidth + columnGap * unit);
        const double middle = corner.y() + (padding + headingHeight + rowHeight * row + 1.6) * unit;
        paintSample(painter, entry.symbol, entry.dimension,
                    {x, middle - sampleHeight / 2 * unit, sampleWidth * unit, sampleHeight * unit});
        const TextStyle style = sheetText(entryPoints * unit);
        paintText(painter, entry.title, style, {x + (sampleWidth + sampleGap) * unit, middle + 0.37 * style.sizeMm});
    }
}

}  // namespace layers
