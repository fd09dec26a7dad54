// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <map>
#include <memory>

#include "app/canvas/MapCanvas.h"
#include "app/tools/PickTool.h"
#include "app/tools/ToolContext.h"

namespace app {

enum class ToolId {
    Select,
    Pan,
    MeasureLength,
    MeasureArea,
    DrawPoint,
    DrawLine,
    DrawPolygon,
    Vertex,
    Move,
    Label,
    Pick
};

/// Owns the tools and says which one has the mouse. GUI thread.
class ToolBox : public QObject {
    Q_OBJECT
public:
    ToolBox(ToolContext& context, MapCanvas& canvas, QObject* parent = nullptr);
    ~ToolBox() override;
    ToolId current() const { return m_current; }
    MapTool& tool() const;
    MapTool& tool(ToolId id) const { return *m_tools.at(id); }
    void activate(ToolId id);
    /// Lets the user click one feature; then the tool of before has the mouse again. `answer` is called once, with
    /// nothing if it was given up.
    void pick(PickTool::Question question);

Q_SIGNALS:
    void currentChanged(app::ToolId id);

private:
    MapCanvas& m_canvas;
    std::map<ToolId, std::unique_ptr<MapTool>> m_tools;
    ToolId m_current = ToolId::Select;
    PickTool* m_pick = nullptr;
    ToolId m_beforePick = ToolId::Select;
};

}  // namespace app
