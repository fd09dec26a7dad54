// SPDX-License-Identifier: Apache-2.0
#include "app/tools/DrawnLines.h"

#include <algorithm>

#include "app/canvas/MapBackdrop.h"
#include "layers/render/LineCourse.h"
#include "layers/render/SymbolPainter.h"

namespace app {

namespace {

/// How far ink lies from the vertices: half of a plain line; the head of a body, and what its course leaves out.
double reachMm(const layers::Symbol& symbol) {
    if (!symbol.line) return 0;
    const double width = symbol.line->widthMm;
    return symbol.line->arrow ? 2 * width + 2 : width / 2;
}

}  // namespace

DrawnLines::DrawnLines(const layers::Layer& layer, const MapView& view) : m_layer(layer), m_view(view) {
    constexpr double broadMm = 1;  // finer ones lie within the tolerance of a click
    double reach = reachMm(layer.style.symbol);
    for (const layers::Category& category : layer.style.categories) reach = std::max(reach, reachMm(category.symbol));
    if (2 * reach < broadMm) return;
    m_reach = reach * logicalPixelsPerMm;
    m_classes.emplace(layer.style, layer.table.schema());
}

const layers::LineSymbol* DrawnLines::symbolOf(const gis::Feature& feature) const {
    const int index = m_classes->classOf(feature, m_view.scaleDenominator());
    if (index == layers::FeatureClassifier::hidden) return nullptr;
    const layers::Symbol& symbol = index == layers::FeatureClassifier::others
                                       ? m_layer.style.symbol
                                       : m_layer.style.categories[static_cast<std::size_t>(index)].symbol;
    return symbol.line ? &*symbol.line : nullptr;
}

bool DrawnLines::isOnBody(const MapTransforms& transforms, QPointF pixel, const gis::Feature& feature,
                          const layers::LineSymbol& line) const {
    const layers::PaperFrame frame{m_view.extent(), 1 / (m_view.unitsPerPixel * logicalPixelsPerMm)};
    const QPointF mouse = pixel / logicalPixelsPerMm;
    const layers::PaperShape shape = layers::onPaper(transforms.toMap(feature.geometry(), m_layer.table.crs()), frame);
    for (const auto& part : shape.parts)
        for (const QPolygonF& sequence : part)
            if (layers::arrowBody(layers::courseOf(sequence, line), line).containsPoint(mouse, Qt::WindingFill))
                return true;
    return false;
}

double DrawnLines::pixelDistance(const MapTransforms& transforms, QPointF pixel, const gis::Feature& feature,
                                 double distance) const {
    if (!m_classes || feature.geometry().dimension() != 1) return distance;
    const layers::LineSymbol* line = symbolOf(feature);
    if (line == nullptr) return distance;
    if (line->arrow) return isOnBody(transforms, pixel, feature, *line) ? 0 : distance;
    return std::max(0.0, distance - line->widthMm / 2 * logicalPixelsPerMm);
}

}  // namespace app
