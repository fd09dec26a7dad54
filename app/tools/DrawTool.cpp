// SPDX-License-Identifier: Apache-2.0
#include "app/tools/DrawTool.h"

#include <QCoreApplication>

#include "app/tools/FeatureEdits.h"
#include "layers/edit/SelfCrossing.h"

namespace app {

namespace {

QString translate(const char* source) { return QCoreApplication::translate("DrawTool", source); }

}  // namespace

QString DrawTool::hint() const {
    if (m_dimension == 0) return translate(QT_TRANSLATE_NOOP("DrawTool", "Click where the point goes"));
    return translate(QT_TRANSLATE_NOOP(
        "DrawTool",
        "Click vertices; Backspace takes the last one back; Enter, right or double click ends; Esc cancels"));
}

void DrawTool::activate() { target(); }

layers::LayerPtr DrawTool::target() {
    auto layer = drawableLayer(m_context.snapshot(), m_context.currentLayer());
    if (layer) return *layer;
    m_context.say(MessageLevel::Warning, QString::fromStdString(gis::describe(layer.error())));
    return nullptr;
}

bool DrawTool::mayAdd() {
    if (!m_sketch.isEmpty()) return true;
    const layers::LayerPtr layer = target();
    if (layer) m_context.beginLiveCheck(layer->id, std::nullopt);
    return layer != nullptr;
}

void DrawTool::changed() {
    if (!isBusy()) return;
    if (m_dimension == 0) return finish();
    const gis::Geometry shape = geometryOf(m_sketch.withFloating(), m_dimension);
    m_crossing = layers::crossingOf(shape);
    if (m_crossing)
        m_context.liveProblem(crossingText());
    else
        checkLive();
}

void DrawTool::cancel() {
    const bool busy = isBusy();
    clearSketch();
    m_crossing.reset();
    m_asking = false;
    ++m_question;
    if (busy) m_context.endLiveCheck();
    m_context.repaint();
}

void DrawTool::checkLive() {
    const layers::SnapshotPtr plan = m_context.snapshot();
    const layers::LayerPtr layer = plan ? plan->layer(m_context.currentLayer()) : nullptr;
    if (!layer || layer->kind != layers::LayerKind::Layout) return m_context.liveProblem({});
    const gis::Geometry shape =
        m_context.transforms().fromMap(geometryOf(m_sketch.withFloating(), m_dimension), layer->table.crs());
    if (!shape.isEmpty()) m_context.liveCheck(layer->id, gis::Feature(layer->table.nextId(), shape, {}));
}

void DrawTool::finish() {
    if (!isBusy() || m_asking) return;
    settle();
    const layers::LayerPtr layer = target();
    if (!layer) return cancel();
    const gis::Geometry shape =
        m_context.transforms().fromMap(geometryOf(m_sketch.vertices(), m_dimension), layer->table.crs());
    if (shape.isEmpty()) {
        m_context.say(MessageLevel::Warning,
                      m_dimension == 1
                          ? translate(QT_TRANSLATE_NOOP("DrawTool", "A line needs at least two vertices."))
                          : translate(QT_TRANSLATE_NOOP("DrawTool", "An area needs at least three vertices.")));
        return;
    }
    m_crossing = layers::crossingOf(geometryOf(m_sketch.vertices(), m_dimension));
    if (m_crossing) m_context.say(MessageLevel::Warning, crossedText());
    // The sketch stays on the map while kind and name are asked for.
    m_asking = true;
    m_context.repaint();
    m_context.askForElement(
        *layer, shape, [this, layer = layer->id, shape, question = ++m_question](std::optional<NewElement> element) {
            if (question != m_question) return;  // canceled meanwhile
            if (element) place(layer, shape, *element);
            cancel();
        });
}

void DrawTool::place(gis::LayerId layer, const gis::Geometry& geometry, const NewElement& element) {
    const layers::SnapshotPtr plan = m_context.snapshot();
    const layers::LayerPtr present = plan ? plan->layer(layer) : nullptr;
    if (!present) return;
    const gis::FeatureId id = present->table.nextId();
    if (m_context.perform(addition(plan, layer, geometry, element.kind, element.name))) m_context.select({layer, {id}});
}

void DrawTool::paint(QPainter& painter, const MapView& view) const {
    paintSketch(painter, view, m_dimension == 2);
    if (m_crossing) paintCrossing(painter, view, *m_crossing);
}

gis::Result<layers::LayerPtr> drawableLayer(const layers::SnapshotPtr& snapshot, gis::LayerId id) {
    const layers::LayerPtr layer = snapshot ? snapshot->layer(id) : nullptr;
    if (!layer)
        return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "no layer is chosen to draw into"),
                         gis::message("layers", "choose a layout layer in the layer list"));
    const gis::Subject subject{{}, layer->name, {}};
    if (layer->source.isLinked())
        return gis::fail(gis::ErrorCode::Refused, subject,
                         gis::message("layers", "the layer is linked to a file and cannot be edited here"),
                         gis::message("layers", "add it again as a copy, or draw into another layer"));
    if (layer->kind == layers::LayerKind::Basemap)
        return gis::fail(gis::ErrorCode::Refused, subject, gis::message("layers", "a basemap is not drawn into"),
                         gis::message("layers", "choose a layout layer in the layer list"));
    return layer;
}

}  // namespace app
