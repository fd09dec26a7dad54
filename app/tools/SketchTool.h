// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/canvas/MapTool.h"
#include "app/tools/Sketch.h"

namespace app {

/// What drawing and measuring have in common: clicks put vertices down, which snap; Backspace takes the last one back;
/// Enter, F2, right or double click finish; Esc cancels.
class SketchTool : public MapTool {
public:
    explicit SketchTool(ToolContext& context) : m_context(context) {}
    QCursor cursor() const override { return Qt::CrossCursor; }
    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void doubleClick(const MapPointer& pointer) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    bool tookRightButton() const override { return m_tookRight; }

protected:
    /// The mouse and keys count now.
    virtual bool listens() const { return true; }
    /// A vertex is about to be put down; false: not here, not now (said why).
    virtual bool mayAdd() { return true; }
    /// Vertices, or the one that floats, changed.
    virtual void changed() = 0;
    virtual void finish() = 0;
    /// Sketch and snap target, as an area or as a line.
    void paintSketch(QPainter& painter, const MapView& view, bool closed) const;
    /// No vertices, no target.
    void clearSketch();
    /// Nothing floats any more: what was clicked is what counts.
    void settle();

    ToolContext& m_context;
    Sketch m_sketch;

private:
    gis::Coordinate snapped(const MapPointer& pointer);
    std::optional<SnapTarget> m_target;
    bool m_tookRight = false;
};

}  // namespace app
