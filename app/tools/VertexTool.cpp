// SPDX-License-Identifier: Apache-2.0
#include "app/tools/VertexTool.h"

#include <QCoreApplication>
#include <QPainterPath>
#include <cmath>

#include "app/canvas/MapDecorations.h"
#include "app/theme/Theme.h"
#include "app/tools/DrawTool.h"
#include "app/tools/FeatureEdits.h"
#include "app/tools/Sketch.h"
#include "layers/edit/SelfCrossing.h"

namespace app {

namespace {

constexpr double handleTolerance = 8;
constexpr double dragTolerance = 3;
constexpr double handleSpacing = 9;            ///< pixels; closer ones are not drawn, but can be grabbed all the same
constexpr double shortestEdgeWithMiddle = 30;  ///< pixels

}  // namespace

QString VertexTool::hint() const {
    if (!target())
        return QCoreApplication::translate("VertexTool", "Click the feature whose vertices you want to edit");
    return QCoreApplication::translate(
        "VertexTool", "Drag a vertex; double-click an edge to add one; click a vertex and press Delete to remove it");
}

std::optional<VertexTool::Target> VertexTool::target() const {
    const layers::SnapshotPtr plan = m_context.snapshot();
    const FeatureSet& selected = m_context.selection();
    if (!plan || selected.features.size() != 1 || !drawableLayer(plan, selected.layer)) return std::nullopt;
    const layers::LayerPtr layer = plan->layer(selected.layer);
    const gis::Feature* feature = layer->table.find(selected.features.front());
    if (feature == nullptr) return std::nullopt;
    return Target{layer, *feature};
}

std::optional<VertexHit> VertexTool::vertexAt(const Target& target, QPointF pixel) const {
    const auto frame = LocalFrame::make(m_context.view(), m_context.transforms(), target.layer->table.crs(), pixel);
    return frame ? nearestVertex(*frame, target.feature.geometry(), handleTolerance) : std::nullopt;
}

std::optional<VertexHit> VertexTool::midpointAt(const Target& target, QPointF pixel) const {
    const auto frame = LocalFrame::make(m_context.view(), m_context.transforms(), target.layer->table.crs(), pixel);
    if (!frame || target.feature.geometry().dimension() < 1) return std::nullopt;
    auto edge = nearestOnEdge(*frame, target.feature.geometry(), handleTolerance);
    if (!edge) return std::nullopt;
    const auto line = target.feature.geometry().sequence(edge->place.sequence);
    const gis::Coordinate from = line[edge->place.index];
    const gis::Coordinate to = line[edge->place.index + 1];
    const QPointF middle = frame->offset({(from.x + to.x) / 2, (from.y + to.y) / 2});
    const QPointF span = frame->offset(to) - frame->offset(from);
    if (std::hypot(span.x(), span.y()) < shortestEdgeWithMiddle) return std::nullopt;
    if (std::hypot(middle.x(), middle.y()) > handleTolerance) return std::nullopt;
    edge->position = {(from.x + to.x) / 2, (from.y + to.y) / 2};
    return edge;
}

void VertexTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton) return;
    const auto edited = target();
    if (edited) {
        const auto vertex = vertexAt(*edited, pointer.pixel);
        const auto middle = vertex ? std::nullopt : midpointAt(*edited, pointer.pixel);
        if (vertex || middle) {
            const VertexHit& hit = vertex ? *vertex : *middle;
            m_active = vertex ? std::optional(hit.place) : std::nullopt;
            m_drag = Drag{*edited, hit.place, !vertex, pointer.pixel, false, edited->feature.geometry()};
            return m_context.repaint();
        }
    }
    m_active.reset();
    const auto hits = m_context.featuresAt(pointer.pixel, 6);
    if (hits.empty())
        m_context.select({m_context.currentLayer(), {}});
    else
        m_context.select({hits.front().layer, {hits.front().feature}});
    if (!hits.empty())
        if (const auto drawable = drawableLayer(m_context.snapshot(), hits.front().layer); !drawable)
            m_context.say(MessageLevel::Warning, QString::fromStdString(gis::describe(drawable.error())));
    m_context.repaint();
}

void VertexTool::move(const MapPointer& pointer) {
    if (m_drag) return dragTo(pointer);
    const auto edited = target();
    const auto before = m_hover;
    m_hover = edited ? vertexAt(*edited, pointer.pixel) : std::nullopt;
    if (edited && !m_hover) m_hover = midpointAt(*edited, pointer.pixel);
    if (before.has_value() != m_hover.has_value()) m_context.repaint();
}

void VertexTool::dragTo(const MapPointer& pointer) {
    const QPointF way = pointer.pixel - m_drag->start;
    if (!m_drag->moved && std::hypot(way.x(), way.y()) < dragTolerance) return;
    const Target& edited = m_drag->target;
    if (!m_drag->moved) {
        m_drag->moved = true;
        m_context.beginLiveCheck(edited.layer->id, edited.feature);
    }
    m_snap = m_context.snap(pointer.pixel, FeatureHit{edited.layer->id, edited.feature.id(), 0});
    const gis::Coordinate onMap = m_snap ? m_snap->position : pointer.position;
    const auto position = m_context.transforms().fromMap(onMap, edited.layer->table.crs());
    if (!position) return;
    const gis::Geometry& shape = edited.feature.geometry();
    m_drag->preview = m_drag->inserts ? layers::withVertexInserted(shape, m_drag->place, *position)
                                      : layers::withVertexMoved(shape, m_drag->place, *position);
    m_drag->crossing = layers::crossingAtVertex(
        m_drag->preview, {m_drag->place.sequence, m_drag->place.index + (m_drag->inserts ? 1 : 0)});
    if (m_drag->crossing)
        m_context.liveProblem(crossingText());
    else if (edited.layer->kind == layers::LayerKind::Layout)
        m_context.liveCheck(edited.layer->id, edited.feature.withGeometry(m_drag->preview));
    else
        m_context.liveProblem({});
    m_context.repaint();
}

void VertexTool::release(const MapPointer& pointer) {
    if (!m_drag || pointer.button != Qt::LeftButton) return;
    const Drag done = std::move(*m_drag);
    m_drag.reset();
    m_snap.reset();
    if (done.moved) {
        m_active = layers::VertexPlace{done.place.sequence, done.place.index + (done.inserts ? 1 : 0)};
        commit(done.target, done.preview,
               done.inserts ? gis::message("layers", "Add vertex") : gis::message("layers", "Move vertex"));
        m_context.endLiveCheck();
        if (done.crossing) m_context.say(MessageLevel::Warning, crossedText());
    }
    m_context.repaint();
}

void VertexTool::doubleClick(const MapPointer& pointer) {
    const auto edited = target();
    if (!edited || vertexAt(*edited, pointer.pixel)) return;
    const auto frame =
        LocalFrame::make(m_context.view(), m_context.transforms(), edited->layer->table.crs(), pointer.pixel);
    const auto edge = frame ? nearestOnEdge(*frame, edited->feature.geometry(), handleTolerance) : std::nullopt;
    if (!edge) return;
    m_active = layers::VertexPlace{edge->place.sequence, edge->place.index + 1};
    commit(*edited, layers::withVertexInserted(edited->feature.geometry(), edge->place, edge->position),
           gis::message("layers", "Add vertex"));
}

bool VertexTool::key(int key, Qt::KeyboardModifiers) {
    if (key == Qt::Key_Escape && m_drag) {
        cancel();
        return true;
    }
    const auto edited = target();
    if ((key != Qt::Key_Delete && key != Qt::Key_Backspace) || !edited || !m_active || m_drag) return false;
    const auto shape = layers::withVertexRemoved(edited->feature.geometry(), *m_active);
    m_active.reset();
    if (shape)
        commit(*edited, *shape, gis::message("layers", "Delete vertex"));
    else
        m_context.say(MessageLevel::Warning, QString::fromStdString(gis::describe(shape.error())));
    m_context.repaint();
    return true;
}

void VertexTool::commit(const Target& edited, const gis::Geometry& geometry, const gis::Message& text) {
    m_context.perform(reshaping(m_context.snapshot(), edited.layer->id, edited.feature.id(), geometry, text));
}

void VertexTool::cancel() {
    m_snap.reset();
    m_hover.reset();
    if (!m_drag) return;
    const bool moved = m_drag->moved;
    m_drag.reset();
    if (moved) m_context.endLiveCheck();
    m_context.repaint();
}

void VertexTool::planChanged() {
    cancel();
    const auto edited = target();
    if (m_active && (!edited || m_active->sequence >= edited->feature.geometry().sequenceCount() ||
                     m_active->index >= layers::vertexCount(edited->feature.geometry(), m_active->sequence)))
        m_active.reset();
}

void VertexTool::paint(QPainter& painter, const MapView& view) const {
    const auto edited = m_drag ? std::optional(m_drag->target) : target();
    if (!edited) return;
    const gis::Geometry& shape = m_drag ? m_drag->preview : edited->feature.geometry();
    const gis::Geometry onMap = m_context.transforms().toMap(shape, edited->layer->table.crs());
    if (m_drag && m_drag->moved) paintSelection(painter, view, {onMap}, Theme::current().mapAccent, false);
    paintHandles(painter, view, onMap);
    if (m_drag && m_drag->crossing)
        if (const auto place = m_context.transforms().toMap(*m_drag->crossing, edited->layer->table.crs()))
            paintCrossing(painter, view, *place);
    if (m_snap) paintSnapTarget(painter, view, *m_snap, Theme::current().mapAccent);
}

void VertexTool::paintHandles(QPainter& painter, const MapView& view, const gis::Geometry& shape) const {
    const QColor accent = Theme::current().mapAccent;
    const QRectF visible = QRectF(QPointF(0, 0), view.size).adjusted(-8, -8, 8, 8);
    QPainterPath vertices;
    QPainterPath middles;
    for (std::size_t sequence = 0; sequence < shape.sequenceCount(); ++sequence) {
        const auto line = shape.sequence(sequence);
        std::optional<QPointF> last;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const QPointF pixel = view.toScreen(line[i]);
            if (i + 1 < line.size()) {
                const QPointF next = view.toScreen(line[i + 1]);
                const QPointF middle = (pixel + next) / 2;
                if (visible.contains(middle) &&
                    std::hypot(next.x() - pixel.x(), next.y() - pixel.y()) >= shortestEdgeWithMiddle)
                    middles.addEllipse(middle, 2.5, 2.5);
            }
            if (i >= layers::vertexCount(shape, sequence) || !visible.contains(pixel)) continue;
            if (last && (pixel - *last).manhattanLength() < handleSpacing) continue;
            last = pixel;
            vertices.addRect(QRectF(pixel - QPointF(3.5, 3.5), QSizeF(7, 7)));
        }
    }
    painter.setPen(QPen(accent, 1));
    painter.setBrush(Qt::white);
    painter.drawPath(middles);
    painter.setPen(QPen(accent, 1.5));
    painter.drawPath(vertices);
    const auto mark =
        m_drag ? std::optional(layers::VertexPlace{m_drag->place.sequence,
                                                   m_drag->place.index + (m_drag->inserts && m_drag->moved ? 1 : 0)})
               : m_active;
    if (!mark || mark->sequence >= shape.sequenceCount() || mark->index >= layers::vertexCount(shape, mark->sequence))
        return;
    painter.setBrush(accent);
    painter.drawRect(QRectF(view.toScreen(layers::vertexAt(shape, *mark)) - QPointF(4.5, 4.5), QSizeF(9, 9)));
}

}  // namespace app
