// SPDX-License-Identifier: Apache-2.0
#include "app/tools/ToolBox.h"

#include "app/tools/DrawTool.h"
#include "app/tools/LabelTool.h"
#include "app/tools/MeasureTool.h"
#include "app/tools/MoveTool.h"
#include "app/tools/PanTool.h"
#include "app/tools/SelectTool.h"
#include "app/tools/VertexTool.h"

namespace app {

ToolBox::ToolBox(ToolContext& context, MapCanvas& canvas, QObject* parent) : QObject(parent), m_canvas(canvas) {
    m_tools[ToolId::Select] = std::make_unique<SelectTool>(context);
    m_tools[ToolId::Pan] = std::make_unique<PanTool>(context);
    m_tools[ToolId::MeasureLength] = std::make_unique<MeasureTool>(context, MeasureTool::Kind::Length);
    m_tools[ToolId::MeasureArea] = std::make_unique<MeasureTool>(context, MeasureTool::Kind::Area);
    m_tools[ToolId::DrawPoint] = std::make_unique<DrawTool>(context, 0);
    m_tools[ToolId::DrawLine] = std::make_unique<DrawTool>(context, 1);
    m_tools[ToolId::DrawPolygon] = std::make_unique<DrawTool>(context, 2);
    m_tools[ToolId::Vertex] = std::make_unique<VertexTool>(context);
    m_tools[ToolId::Label] = std::make_unique<LabelTool>(context);
    m_tools[ToolId::Move] = std::make_unique<MoveTool>(context);
    auto pick = std::make_unique<PickTool>(context);
    m_pick = pick.get();
    m_tools[ToolId::Pick] = std::move(pick);
    m_canvas.setTool(m_tools[m_current].get());
}

ToolBox::~ToolBox() { m_canvas.setTool(nullptr); }

MapTool& ToolBox::tool() const { return *m_tools.at(m_current); }

void ToolBox::activate(ToolId id) {
    if (id == m_current) return;
    m_current = id;
    m_canvas.setTool(m_tools.at(id).get());
    Q_EMIT currentChanged(id);
}

void ToolBox::pick(PickTool::Question question) {
    if (m_current != ToolId::Pick) m_beforePick = m_current;
    question.answer = [this, answer = std::move(question.answer)](std::optional<FeatureHit> hit) {
        // Later: the tool is still at work with the click.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_current == ToolId::Pick && !m_pick->isAsking()) activate(m_beforePick);
            },
            Qt::QueuedConnection);
        answer(hit);
    };
    m_pick->ask(std::move(question));
    if (m_current == ToolId::Pick) Q_EMIT currentChanged(ToolId::Pick);  // another hint
    activate(ToolId::Pick);
}

}  // namespace app
