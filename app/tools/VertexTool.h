// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/canvas/MapTool.h"
#include "app/tools/ToolContext.h"

namespace app {

/// Edits the vertices of the one selected feature (a click on another feature selects that): drag a vertex to move
/// it, drag the handle in the middle of an edge or double-click an edge to add one, click a vertex and press Delete
/// to remove it. The numbers of the live check follow the drag. Only vertices in view are looked at and drawn.
class VertexTool : public MapTool {
public:
    explicit VertexTool(ToolContext& context) : m_context(context) {}
    QCursor cursor() const override { return m_hover || m_drag ? Qt::SizeAllCursor : Qt::ArrowCursor; }
    QString hint() const override;
    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void release(const MapPointer& pointer) override;
    void doubleClick(const MapPointer& pointer) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    bool isBusy() const override { return m_drag.has_value(); }
    void planChanged() override;
    void paint(QPainter& painter, const MapView& view) const override;

private:
    struct Target {
        layers::LayerPtr layer;
        gis::Feature feature;
    };
    struct Drag {
        Target target;
        layers::VertexPlace place;
        bool inserts = false;
        QPointF start;
        bool moved = false;
        gis::Geometry preview;                      ///< in the layer's CRS
        std::optional<gis::Coordinate> crossing{};  ///< of the preview, in the layer's CRS
    };
    /// The one selected feature, if its vertices can be edited.
    std::optional<Target> target() const;
    std::optional<VertexHit> vertexAt(const Target& target, QPointF pixel) const;
    std::optional<VertexHit> midpointAt(const Target& target, QPointF pixel) const;
    void dragTo(const MapPointer& pointer);
    void commit(const Target& target, const gis::Geometry& geometry, const gis::Message& text);
    void paintHandles(QPainter& painter, const MapView& view, const gis::Geometry& shapeOnMap) const;
    ToolContext& m_context;
    std::optional<Drag> m_drag;
    std::optional<layers::VertexPlace> m_active;  ///< the clicked vertex, for Delete
    std::optional<VertexHit> m_hover;
    std::optional<SnapTarget> m_snap;
};

}  // namespace app
