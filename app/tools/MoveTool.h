// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/canvas/MapTool.h"
#include "app/tools/ToolContext.h"

namespace app {

/// Drags the selected features (a press on another feature selects that first); with Ctrl held at the release a
/// copy is made instead; Delete removes them.
class MoveTool : public MapTool {
public:
    explicit MoveTool(ToolContext& context) : m_context(context) {}
    QCursor cursor() const override { return Qt::SizeAllCursor; }
    QString hint() const override;
    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void release(const MapPointer& pointer) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    bool isBusy() const override { return m_drag.has_value(); }
    void planChanged() override { cancel(); }
    void paint(QPainter& painter, const MapView& view) const override;

private:
    struct Drag {
        layers::LayerPtr layer;
        std::vector<gis::Feature> features;
        gis::Coordinate from;  ///< in the layer's CRS
        QPointF pixel;
        double dx = 0, dy = 0;  ///< in the layer's units
        bool moved = false;
    };
    ToolContext& m_context;
    std::optional<Drag> m_drag;
};

}  // namespace app
