// SPDX-License-Identifier: Apache-2.0
#include "layers/render/InkMap.h"

#include <QImage>
#include <QPainter>
#include <cmath>

#include "layers/render/FormShapes.h"
#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

Colour grey(int weight) {
    const auto level = static_cast<std::uint8_t>(weight);
    return {level, level, level, 255};
}

int weightOf(const Layer& layer, const LineSymbol& line) {
    if (line.arrow) return 255;
    return (layer.kind == LayerKind::Layout ? 120 : 50) + static_cast<int>(std::min(60.0, line.widthMm * 60));
}

/// Areas of the plan weigh a little: furniture rather stands beside the planning range than on it.
void paintAreas(QPainter& painter, const DrawnLayer& drawn, const QRectF& map) {
    if (drawn.layer->kind != LayerKind::Layout) return;
    for (const DrawItem& item : drawn.items) {
        const Symbol& symbol = drawn.symbols[static_cast<std::size_t>(item.symbol)].symbol;
        if (!symbol.fill || item.shape.dimension != 2) continue;
        FillSymbol fill;
        fill.colour = grey(symbol.fill->ground ? 18 : 40);
        paintFill(painter, item.shape, fill, map);
    }
}

void paintWeights(QPainter& painter, const DrawnLayer& drawn, const QRectF& map) {
    for (const DrawItem& item : drawn.items) {
        if (item.drawnByForm) continue;
        const Symbol& symbol = drawn.symbols[static_cast<std::size_t>(item.symbol)].symbol;
        if (symbol.line && item.shape.dimension > 0) {
            LineSymbol line = *symbol.line;
            line.colour = line.casingColour = grey(weightOf(*drawn.layer, line));
            line.endColour = {0, 0, 0, 0};
            line.dashMm.clear();
            line.doubleGapMm = 0;
            line.widthMm = std::max(0.5, line.widthMm);
            if (line.arrow) paintCasing(painter, item.shape, line, map);
            paintLine(painter, item.shape, line, map);
        }
        if (symbol.marker && item.shape.dimension == 0) {
            // A square as large as the disc: so few pixels tell no more, and there may be thousands.
            const double side = 0.886 * graded(*symbol.marker, item.markerShare).sizeMm;
            for (const auto& part : item.shape.parts) {
                const QPointF corner = part.front().front() - QPointF(side / 2, side / 2);
                painter.fillRect(QRectF(corner, QSizeF(side, side)), Qt::white);
            }
        }
    }
}

/// The lines of a layer that is drawn from its form, weighed like others.
void inkForm(QImage& image, uchar* bits, const DrawnLayer& drawn, const PaperFrame& frame, double pixelsPerMm) {
    for (std::size_t symbol = 0; symbol < drawn.symbols.size(); ++symbol) {
        const auto& line = drawn.symbols[symbol].symbol.line;
        if (!line) continue;
        const Colour colour = grey(weightOf(*drawn.layer, *line));
        gis::ShapeInk ink;
        ink.line = gis::premultiplied(colour.red, colour.green, colour.blue, 255);
        ink.lineWidth = std::max(0.5, line->widthMm) * pixelsPerMm;
        paintForm(image, bits, drawn, symbol, ink, frame, pixelsPerMm, {});
    }
}

}  // namespace

InkMap::InkMap(const DrawList& list) {
    const QRectF map = list.frame.box();
    m_width = static_cast<int>(std::ceil(map.width() * pixelsPerMm));
    m_height = static_cast<int>(std::ceil(map.height() * pixelsPerMm));
    const bool hasForms = std::any_of(list.layers.begin(), list.layers.end(),
                                      [](const DrawnLayer& drawn) { return drawn.form != nullptr; });
    QImage image(std::max(1, m_width), std::max(1, m_height),
                 hasForms ? QImage::Format_ARGB32_Premultiplied : QImage::Format_Grayscale8);
    image.fill(Qt::black);
    uchar* bits = image.bits();
    QPainter painter(&image);
    painter.scale(pixelsPerMm, pixelsPerMm);
    for (const DrawnLayer& drawn : list.layers) paintAreas(painter, drawn, map);
    for (const DrawnLayer& drawn : list.layers) {
        if (drawn.form) inkForm(image, bits, drawn, list.frame, pixelsPerMm);
        paintWeights(painter, drawn, map);
    }
    painter.end();
    if (hasForms) image = image.convertToFormat(QImage::Format_Grayscale8);
    m_sums.assign(static_cast<std::size_t>(m_width + 1) * static_cast<std::size_t>(m_height + 1), 0);
    for (int y = 0; y < m_height; ++y) {
        const uchar* line = image.constScanLine(y);
        std::uint32_t row = 0;
        for (int x = 0; x < m_width; ++x) {
            row += line[x];
            m_sums[static_cast<std::size_t>((y + 1) * (m_width + 1) + x + 1)] =
                m_sums[static_cast<std::size_t>(y * (m_width + 1) + x + 1)] + row;
        }
    }
}

std::uint32_t InkMap::sumTo(int x, int y) const { return m_sums[static_cast<std::size_t>(y * (m_width + 1) + x)]; }

double InkMap::mean(const QRectF& box) const {
    const auto column = [this](double x) { return std::clamp(static_cast<int>(x * pixelsPerMm), 0, m_width); };
    const auto row = [this](double y) { return std::clamp(static_cast<int>(y * pixelsPerMm), 0, m_height); };
    const int left = column(box.left());
    const int right = std::min(m_width, column(box.right()) + 1);
    const int top = row(box.top());
    const int bottom = std::min(m_height, row(box.bottom()) + 1);
    if (left >= right || top >= bottom) return 0;
    // Unsigned wrap-around is harmless: the true sum fits.
    const std::uint32_t sum = sumTo(right, bottom) - sumTo(left, bottom) - sumTo(right, top) + sumTo(left, top);
    return static_cast<double>(sum) / 255 / (static_cast<double>(right - left) * (bottom - top));
}

}  // namespace layers
