// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/canvas/MapTool.h"
#include "app/tools/Sketch.h"

namespace app {

/// Draws a point, line or polygon into the current layer, which must be an editable layout (or boundary, control) layer.
/// A click adds a vertex, Backspace takes the last one back; Enter, F2, right or double click finish, then kind and
/// name are asked for and one ChangeSet adds the feature and it is selected; Esc cancels.
class DrawTool : public MapTool {
public:
    /// `dimension` 0 point, 1 line, 2 polygon.
    DrawTool(ToolContext& context, int dimension) : m_context(context), m_dimension(dimension) {}
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    void activate() override;
    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void doubleClick(const MapPointer& pointer) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    bool isBusy() const override { return !m_sketch.isEmpty(); }
    void paint(QPainter& painter, const MapView& view) const override;
    bool tookRightButton() const override { return m_tookRight; }
    int dimension() const { return m_dimension; }

private:
    gis::Coordinate snapped(const MapPointer& pointer);
    /// The layer if one can draw into it, else null after saying why.
    layers::LayerPtr target();
    void finish();
    void place(gis::LayerId layer, const gis::Geometry& geometry, const NewElement& element);
    void checkLive();
    ToolContext& m_context;
    int m_dimension;
    Sketch m_sketch;
    std::optional<SnapTarget> m_target;
    bool m_tookRight = false;
    bool m_asking = false;
    int m_question = 0;  ///< counts, so that a late answer is known
};

/// The layer if features can be drawn into it; else the reason.
gis::Result<layers::LayerPtr> drawableLayer(const layers::SnapshotPtr& snapshot, gis::LayerId layer);

}  // namespace app
