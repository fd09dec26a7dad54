// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/canvas/MapTool.h"
#include "app/tools/ToolContext.h"

namespace app {

/// The left button drags the map.
class PanTool : public MapTool {
public:
    explicit PanTool(ToolContext& context) : m_context(context) {}
    QCursor cursor() const override { return m_last ? Qt::ClosedHandCursor : Qt::OpenHandCursor; }
    QString hint() const override;
    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void release(const MapPointer& pointer) override;
    void cancel() override { m_last.reset(); }
    bool isBusy() const override { return m_last.has_value(); }

private:
    ToolContext& m_context;
    std::optional<QPointF> m_last;
};

}  // namespace app
