// SPDX-License-Identifier: Apache-2.0
#include "app/assembly/LayoutLayerActions.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/session/Session.h"
#include "app/tools/ToolBox.h"
#include "app/window/ActionRegistry.h"
#include "app/window/Workbench.h"
#include "layers/workflow/LayoutLayer.h"

namespace app {

using namespace Qt::StringLiterals;

namespace {

QString words(const char* source) { return QCoreApplication::translate("Actions", source); }

bool hasLayoutLayer(const Workbench& bench) {
    const auto& all = bench.session.snapshot()->layers;
    return std::any_of(all.begin(), all.end(), [](const layers::LayerPtr& layer) {
        return layer->kind == layers::LayerKind::Layout && !layer->source.isLinked();
    });
}

void makeLayer(Workbench& bench) {
    Session& session = bench.session;
    const auto before = session.snapshot();
    if (!session.perform(layers::addLayoutLayer(*before, words(QT_TRANSLATE_NOOP("Actions", "Layout")).toStdString())))
        return;
    for (const layers::LayerPtr& layer : session.snapshot()->layers)
        if (!before->layer(layer->id)) session.selection().setCurrentLayer(layer->id);
}

void offerLayer(Workbench& bench, ToolId tool) {
    const bool draws = tool == ToolId::DrawPoint || tool == ToolId::DrawLine || tool == ToolId::DrawPolygon;
    if (!draws || !bench.session.hasProject() || hasLayoutLayer(bench)) return;
    bench.session.messages().post(MessageLevel::Information,
                                  words(QT_TRANSLATE_NOOP("Actions", "The plan has no layout layer to draw into yet.")),
                                  words(QT_TRANSLATE_NOOP("Actions", "New layout layer")),
                                  [&bench] { makeLayer(bench); });
}

}  // namespace

void addLayoutLayerActions(Workbench& workbench) {
    workbench.actions.add({u"layer.newLayout"_s,
                           QT_TRANSLATE_NOOP("Actions", "&New layout layer"),
                           u"layer-add"_s,
                           {},
                           MenuId::Layer,
                           [&workbench] { makeLayer(workbench); },
                           [&workbench] { return workbench.session.hasProject(); },
                           {},
                           "empty draw create"});
    QObject::connect(&workbench.tools, &ToolBox::currentChanged, &workbench.tools,
                     [&workbench](ToolId tool) { offerLayer(workbench, tool); });
}

}  // namespace app
