// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/canvas/FeatureLocator.h"
#include "app/tools/ToolContext.h"

namespace app {

/// What lies under the mouse, for picking and snapping. Pure questions over a snapshot. GUI thread.
struct MapSurroundings {
    const layers::ProjectSnapshot& snapshot;
    const FeatureLocator& locator;
    const MapView& view;
    const MapTransforms& transforms;
};

/// The nearest vertex of the visible layers within `tolerance` pixels, else the nearest point on an edge.
std::optional<SnapTarget> findSnapTarget(const MapSurroundings& around, QPointF pixel, double tolerance,
                                         const std::optional<FeatureHit>& except);
/// Visible features at a pixel, lines as far as their ink reaches: points before lines before polygons, then the
/// uppermost layer, then the nearer, then the smaller one.
std::vector<FeatureHit> findFeaturesAt(const MapSurroundings& around, QPointF pixel, double tolerance);
/// Features of one layer whose boxes lie wholly inside a box of pixels.
std::vector<gis::FeatureId> findFeaturesIn(const MapSurroundings& around, gis::LayerId layer, const QRectF& pixels);

}  // namespace app
