// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/canvas/MapTool.h"
#include "app/tools/ToolContext.h"

namespace app {

/// Click picks the feature under the mouse (again: the one below it), a drag picks all of the current layer inside
/// the box; Shift adds or takes away. A click on nothing clears. The properties panel shows what was picked, so this
/// is the tool for "identify" too.
class SelectTool : public MapTool {
public:
    explicit SelectTool(ToolContext& context) : m_context(context) {}
    QString hint() const override;
    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void release(const MapPointer& pointer) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    bool isBusy() const override { return m_start.has_value(); }
    void paint(QPainter& painter, const MapView& view) const override;

private:
    void pick(const MapPointer& pointer);
    void pickBox(const QRectF& box, bool add);
    ToolContext& m_context;
    std::optional<QPointF> m_start;
    QPointF m_at;
    std::optional<gis::Coordinate> m_lastPick;  ///< where a click picked last
};

}  // namespace app
