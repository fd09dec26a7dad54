// SPDX-License-Identifier: Apache-2.0
#include "app/tools/SnapFinder.h"

#include <algorithm>

#include "app/tools/DrawnLines.h"

namespace app {

namespace {

/// Calls `visit(layer, frame, features)` for each visible layer that has something within `pixelsOf(layer)` pixels,
/// uppermost first.
template <class PixelsOf, class Visit>
void eachNear(const MapSurroundings& around, QPointF pixel, const PixelsOf& pixelsOf, const Visit& visit) {
    const auto& all = around.snapshot.layers;
    for (auto layer = all.rbegin(); layer != all.rend(); ++layer) {
        if (!(*layer)->visible) continue;
        const auto frame = LocalFrame::make(around.view, around.transforms, (*layer)->table.crs(), pixel);
        if (!frame) continue;
        const auto features = around.locator.find((*layer)->id, frame->box(pixelsOf(**layer)));
        if (!features.empty()) visit(**layer, *frame, features);
    }
}

SnapTarget targetOf(const MapSurroundings& around, const layers::Layer& layer, const gis::Feature& feature,
                    const VertexHit& hit, SnapTarget::Kind kind) {
    SnapTarget target;
    target.kind = kind;
    target.position = around.transforms.toMap(hit.position, layer.table.crs()).value_or(gis::Coordinate{});
    target.layer = layer.id;
    target.feature = feature.id();
    target.layerName = QString::fromStdString(layer.name);
    return target;
}

}  // namespace

std::optional<SnapTarget> findSnapTarget(const MapSurroundings& around, QPointF pixel, double tolerance,
                                         const std::optional<FeatureHit>& except) {
    std::optional<SnapTarget> vertex;
    std::optional<SnapTarget> edge;
    double nearestVertexPixels = tolerance;
    double nearestEdgePixels = tolerance;
    const auto same = [tolerance](const layers::Layer&) { return tolerance; };
    eachNear(around, pixel, same, [&](const layers::Layer& layer, const LocalFrame& frame, const auto& features) {
        for (const gis::Feature* feature : features) {
            if (except && except->layer == layer.id && except->feature == feature->id()) continue;
            if (const auto hit = nearestVertex(frame, feature->geometry(), nearestVertexPixels);
                hit && (!vertex || hit->pixels < nearestVertexPixels)) {
                nearestVertexPixels = hit->pixels;
                vertex = targetOf(around, layer, *feature, *hit, SnapTarget::Kind::Vertex);
            }
            if (vertex) continue;
            if (const auto hit = nearestOnEdge(frame, feature->geometry(), nearestEdgePixels);
                hit && (!edge || hit->pixels < nearestEdgePixels)) {
                nearestEdgePixels = hit->pixels;
                edge = targetOf(around, layer, *feature, *hit, SnapTarget::Kind::Edge);
            }
        }
    });
    return vertex ? vertex : edge;
}

std::vector<FeatureHit> findFeaturesAt(const MapSurroundings& around, QPointF pixel, double tolerance) {
    struct Ranked {
        FeatureHit hit;
        int dimension;
        int layersAbove;
        double size;
    };
    std::vector<Ranked> found;
    int layersAbove = 0;
    std::optional<DrawnLines> drawn;  // of the layer at hand
    const auto reached = [&](const layers::Layer& layer) {
        drawn.emplace(layer, around.view);
        return tolerance + drawn->reach();
    };
    eachNear(around, pixel, reached, [&](const layers::Layer& layer, const LocalFrame& frame, const auto& features) {
        ++layersAbove;
        for (const gis::Feature* feature : features) {
            const double pixels =
                drawn->pixelDistance(around.transforms, pixel, *feature,
                                     pixelDistance(frame, feature->geometry(), tolerance + drawn->reach()));
            if (pixels > tolerance) continue;
            const gis::Extent& extent = feature->geometry().extent();
            found.push_back({{layer.id, feature->id(), pixels},
                             feature->geometry().dimension(),
                             layersAbove,
                             extent.width() * extent.height()});
        }
    });
    std::stable_sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) {
        if (a.dimension != b.dimension) return a.dimension < b.dimension;
        if (a.layersAbove != b.layersAbove) return a.layersAbove < b.layersAbove;
        return a.hit.pixels != b.hit.pixels ? a.hit.pixels < b.hit.pixels : a.size < b.size;
    });
    std::vector<FeatureHit> hits;
    for (const Ranked& ranked : found) hits.push_back(ranked.hit);
    return hits;
}

std::vector<gis::FeatureId> findFeaturesIn(const MapSurroundings& around, gis::LayerId layerId, const QRectF& pixels) {
    std::vector<gis::FeatureId> ids;
    const layers::LayerPtr layer = around.snapshot.layer(layerId);
    if (!layer) return ids;
    const gis::Extent box = around.transforms.fromMap(around.view.toMap(pixels), layer->table.crs());
    for (const gis::Feature* feature : around.locator.find(layerId, box))
        if (box.contains(feature->geometry().extent())) ids.push_back(feature->id());
    return ids;
}

}  // namespace app
