// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/tools/SketchTool.h"

namespace app {

/// Draws a point, line or polygon into the current layer, which must be an editable layout (or boundary, control) layer.
/// At the end kind and name are asked for, then one ChangeSet adds the feature and it is selected. Says so while an
/// area crosses itself.
class DrawTool : public SketchTool {
public:
    /// `dimension` 0 point, 1 line, 2 polygon.
    DrawTool(ToolContext& context, int dimension) : SketchTool(context), m_dimension(dimension) {}
    QString hint() const override;
    void activate() override;
    void cancel() override;
    bool isBusy() const override { return !m_sketch.isEmpty(); }
    void paint(QPainter& painter, const MapView& view) const override;
    int dimension() const { return m_dimension; }

protected:
    bool listens() const override { return !m_asking; }
    bool mayAdd() override;
    void changed() override;
    void finish() override;

private:
    /// The layer if one can draw into it, else null after saying why.
    layers::LayerPtr target();
    void place(gis::LayerId layer, const gis::Geometry& geometry, const NewElement& element);
    void checkLive();
    int m_dimension;
    std::optional<gis::Coordinate> m_crossing;  ///< in the map's CRS
    bool m_asking = false;
    int m_question = 0;  ///< counts, so that a late answer is known
};

/// The layer if features can be drawn into it; else the reason.
gis::Result<layers::LayerPtr> drawableLayer(const layers::SnapshotPtr& snapshot, gis::LayerId layer);

}  // namespace app
