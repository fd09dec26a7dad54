// SPDX-License-Identifier: Apache-2.0
#include "app/tools/DrawTool.h"

#include <QCoreApplication>

#include "app/theme/Theme.h"
#include "app/tools/FeatureEdits.h"

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

gis::Coordinate DrawTool::snapped(const MapPointer& pointer) {
    m_target = m_context.snap(pointer.pixel, std::nullopt);
    return m_target ? m_target->position : pointer.position;
}

void DrawTool::press(const MapPointer& pointer) {
    if (m_asking) return;
    if (pointer.button == Qt::RightButton) {
        m_tookRight = isBusy();
        return finish();
    }
    if (pointer.button != Qt::LeftButton) return;
    m_tookRight = false;
    if (m_sketch.isEmpty()) {
        const layers::LayerPtr layer = target();
        if (!layer) return;
        m_context.beginLiveCheck(layer->id, std::nullopt);
    }
    m_sketch.add(snapped(pointer));
    if (m_dimension == 0) return finish();
    checkLive();
    m_context.repaint();
}

void DrawTool::move(const MapPointer& pointer) {
    if (m_asking) return;
    m_sketch.follow(snapped(pointer));
    checkLive();
    m_context.repaint();
}

void DrawTool::doubleClick(const MapPointer&) { finish(); }

bool DrawTool::key(int key, Qt::KeyboardModifiers) {
    if (!isBusy() || m_asking) return false;
    switch (key) {
        case Qt::Key_Escape:
            cancel();
            return true;
        case Qt::Key_Backspace:
            m_sketch.removeLast();
            if (m_sketch.isEmpty()) cancel();
            checkLive();
            m_context.repaint();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
            finish();
            return true;
        default:
            return false;
    }
}

void DrawTool::cancel() {
    const bool busy = isBusy();
    m_sketch.clear();
    m_target.reset();
    m_asking = false;
    ++m_question;
    if (busy) m_context.endLiveCheck();
    m_context.repaint();
}

void DrawTool::checkLive() {
    const layers::SnapshotPtr plan = m_context.snapshot();
    const layers::LayerPtr layer = plan ? plan->layer(m_context.currentLayer()) : nullptr;
    if (!isBusy() || !layer || layer->kind != layers::LayerKind::Layout) return;
    const gis::Geometry shape =
        m_context.transforms().fromMap(geometryOf(m_sketch.withFloating(), m_dimension), layer->table.crs());
    if (!shape.isEmpty()) m_context.liveCheck(layer->id, gis::Feature(layer->table.nextId(), shape, {}));
}

void DrawTool::finish() {
    if (!isBusy() || m_asking) return;
    m_sketch.follow(std::nullopt);
    m_target.reset();
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
    const QColor colour = Theme::current().mapAccent;
    m_sketch.paint(painter, view, m_dimension == 2, colour);
    if (m_target) paintSnapTarget(painter, view, *m_target, colour);
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
