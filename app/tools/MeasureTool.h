// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/tools/SketchTool.h"

namespace app {

/// Measures a length or an area by clicks: geodesic length, area by the national formula (gis::EllipsoidMeasure).
/// Ctrl+C copies the number; Enter, right click or double click ends; Backspace takes back; Esc clears.
class MeasureTool : public SketchTool {
public:
    enum class Kind { Length, Area };
    MeasureTool(ToolContext& context, Kind kind) : SketchTool(context), m_kind(kind) {}
    QString hint() const override;
    void move(const MapPointer& pointer) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    bool isBusy() const override { return !m_sketch.isEmpty() && !m_finished; }
    void paint(QPainter& painter, const MapView& view) const override;
    bool wantsCopy() const override { return !m_sketch.isEmpty(); }

    /// m or m² of what is drawn, with the floating vertex; nothing if it cannot be measured.
    std::optional<double> value() const;
    QString valueText() const;

protected:
    bool mayAdd() override;
    void changed() override;
    void finish() override;

private:
    Kind m_kind;
    bool m_finished = false;
};

}  // namespace app
