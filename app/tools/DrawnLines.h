// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <optional>

#include "app/canvas/MapView.h"
#include "app/session/MapTransforms.h"
#include "layers/style/FeatureClassifier.h"

namespace app {

/// Where the lines of a layer are for the eye, which takes the body of an axis for the axis, though it follows its
/// vertices but roughly. GUI thread; lives no longer than the layer.
class DrawnLines {
public:
    DrawnLines(const layers::Layer& layer, const MapView& view);
    /// Logical pixels that ink may lie beyond the vertices.
    double reach() const { return m_reach; }
    /// Pixels from the mouse to the ink of a line whose vertices' line is `distance` away: 0 on it. What is no line is as
    /// far as its geometry.
    double pixelDistance(const MapTransforms& transforms, QPointF pixel, const gis::Feature& feature,
                         double distance) const;

private:
    const layers::LineSymbol* symbolOf(const gis::Feature& feature) const;
    /// On the body of an arrow that is long enough to have one.
    bool isOnBody(const MapTransforms& transforms, QPointF pixel, const gis::Feature& feature,
                  const layers::LineSymbol& line) const;
    const layers::Layer& m_layer;
    const MapView& m_view;
    double m_reach = 0;
    std::optional<layers::FeatureClassifier> m_classes;  ///< if there is a line broad enough to matter
};

}  // namespace app
