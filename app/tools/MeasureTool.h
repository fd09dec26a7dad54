// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/canvas/MapTool.h"
#include "app/tools/Sketch.h"

namespace app {

/// Measures a length or an area by clicks: geodesic length, area by the national formula (gis::EllipsoidMeasure).
/// Ctrl+C copies the number; Enter, right click or double click ends; Backspace takes back; Esc clears.
class MeasureTool : public MapTool {
public:
    enum class Kind { Length, Area };
    MeasureTool(ToolContext& context, Kind kind) : m_context(context), m_kind(kind) {}
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void doubleClick(const MapPointer& pointer) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    bool isBusy() const override { return !m_sketch.isEmpty() && !m_finished; }
    void paint(QPainter& painter, const MapView& view) const override;
    bool tookRightButton() const override { return m_tookRight; }
    bool wantsCopy() const override { return !m_sketch.isEmpty(); }

    /// m or m² of what is drawn, with the floating vertex; nothing if it cannot be measured.
    std::optional<double> value() const;
    QString valueText() const;

private:
    void finish();
    void show();
    gis::Coordinate snapped(const MapPointer& pointer);
    ToolContext& m_context;
    Kind m_kind;
    Sketch m_sketch;
    std::optional<SnapTarget> m_target;
    bool m_tookRight = false;
    bool m_finished = false;
};

}  // namespace app
