// SPDX-License-Identifier: Apache-2.0
#include "app/tools/MoveTool.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/canvas/MapDecorations.h"
#include "app/theme/Theme.h"
#include "app/tools/DrawTool.h"
#include "app/tools/FeatureEdits.h"

namespace app {

QString MoveTool::hint() const {
    return QCoreApplication::translate(
        "MoveTool", "Drag the selected features; hold Ctrl at the end to leave a copy; Delete removes them");
}

void MoveTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton) return;
    const auto hits = m_context.featuresAt(pointer.pixel, 6);
    const bool onSelection = std::any_of(hits.begin(), hits.end(), [this](const FeatureHit& hit) {
        return m_context.selection().contains(hit.layer, hit.feature);
    });
    if (hits.empty()) return m_context.select({m_context.currentLayer(), {}});
    if (!onSelection) m_context.select({hits.front().layer, {hits.front().feature}});
    const FeatureSet& selected = m_context.selection();
    const auto layer = drawableLayer(m_context.snapshot(), selected.layer);
    if (!layer) return m_context.say(MessageLevel::Warning, QString::fromStdString(gis::describe(layer.error())));
    Drag drag;
    drag.layer = *layer;
    for (const gis::FeatureId id : selected.features)
        if (const gis::Feature* feature = (*layer)->table.find(id)) drag.features.push_back(*feature);
    const auto from = m_context.transforms().fromMap(pointer.position, (*layer)->table.crs());
    if (!from || drag.features.empty()) return;
    drag.from = *from;
    drag.pixel = pointer.pixel;
    m_drag = std::move(drag);
}

void MoveTool::move(const MapPointer& pointer) {
    if (!m_drag) return;
    constexpr double dragTolerance = 4;
    const QPointF way = pointer.pixel - m_drag->pixel;
    if (!m_drag->moved && std::hypot(way.x(), way.y()) < dragTolerance) return;
    const auto to = m_context.transforms().fromMap(pointer.position, m_drag->layer->table.crs());
    if (!to) return;
    const bool checks = m_drag->features.size() == 1 && m_drag->layer->kind == layers::LayerKind::Layout;
    const gis::Feature& first = m_drag->features.front();
    if (!m_drag->moved && checks) m_context.beginLiveCheck(m_drag->layer->id, first);
    m_drag->moved = true;
    m_drag->dx = to->x - m_drag->from.x;
    m_drag->dy = to->y - m_drag->from.y;
    if (checks)
        m_context.liveCheck(m_drag->layer->id,
                            first.withGeometry(layers::translated(first.geometry(), m_drag->dx, m_drag->dy)));
    m_context.repaint();
}

void MoveTool::release(const MapPointer& pointer) {
    if (!m_drag || pointer.button != Qt::LeftButton) return;
    const Drag done = std::move(*m_drag);
    m_drag.reset();
    if (!done.moved) return m_context.repaint();
    FeatureSet moved{done.layer->id, {}};
    for (const gis::Feature& feature : done.features) moved.features.push_back(feature.id());
    if (pointer.modifiers.testFlag(Qt::ControlModifier)) {
        FeatureSet copies{done.layer->id, {}};
        std::int64_t next = gis::number(done.layer->table.nextId());
        for (std::size_t i = 0; i < moved.features.size(); ++i) copies.features.push_back(gis::FeatureId{next++});
        if (m_context.perform(duplication(m_context.snapshot(), moved, done.dx, done.dy)))
            m_context.select(std::move(copies));
    } else {
        m_context.perform(shifting(m_context.snapshot(), moved, done.dx, done.dy));
    }
    m_context.endLiveCheck();
    m_context.repaint();
}

bool MoveTool::key(int key, Qt::KeyboardModifiers) {
    if (key == Qt::Key_Escape && m_drag) {
        cancel();
        return true;
    }
    if (key != Qt::Key_Delete || m_drag || m_context.selection().isEmpty()) return false;
    m_context.perform(removal(m_context.snapshot(), m_context.selection()));
    return true;
}

void MoveTool::cancel() {
    if (!m_drag) return;
    const bool moved = m_drag->moved;
    m_drag.reset();
    if (moved) m_context.endLiveCheck();
    m_context.repaint();
}

void MoveTool::paint(QPainter& painter, const MapView& view) const {
    if (!m_drag || !m_drag->moved) return;
    MapShapes shapes;
    for (const gis::Feature& feature : m_drag->features)
        shapes.push_back(m_context.transforms().toMap(layers::translated(feature.geometry(), m_drag->dx, m_drag->dy),
                                                      m_drag->layer->table.crs()));
    paintSelection(painter, view, shapes, Theme::current().mapAccent);
}

}  // namespace app
