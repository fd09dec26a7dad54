// SPDX-License-Identifier: Apache-2.0
#include "app/tools/LabelTool.h"

#include <QCoreApplication>
#include <QLineF>
#include <QPainterPath>
#include <cmath>
#include <numbers>

#include "app/canvas/MapBackdrop.h"
#include "app/theme/Theme.h"
#include "layers/edit/LabelEdit.h"

namespace app {

namespace {

constexpr double dragTolerance = 4;  ///< pixels
constexpr double handlePixels = 5;   ///< half the size of the handle
constexpr double handleAway = 16;    ///< pixels from the words to the handle
constexpr double turnByKey = 5;      ///< degrees

double turned(double degrees) {
    const double within = std::remainder(degrees, 360);
    return within <= -180 ? within + 360 : within;
}

QRectF boxOf(const layers::PlacedLabel& label) {
    QRectF box;
    for (const QRectF& one : label.boxes) box = box.united(one);
    return box;
}

/// Half the length of the words along their line, in mm.
double halfLength(const layers::PlacedLabel& label) {
    if (label.lines.empty()) return boxOf(label).width() / 2;
    double most = 0;
    for (const auto& [line, baseline] : label.lines) most = std::max(most, std::abs(baseline.x() - label.centre.x()));
    return most;
}

/// Where the handle that turns a name is held, in pixels.
QPointF handleOf(const layers::PlacedLabel& label) {
    const double radians = label.angle * std::numbers::pi / 180;
    const double away = halfLength(label) * logicalPixelsPerMm + handleAway;
    return label.centre * logicalPixelsPerMm + QPointF(std::cos(radians), std::sin(radians)) * away;
}

double angleAt(const layers::PlacedLabel& label, QPointF pixel, Qt::KeyboardModifiers modifiers) {
    const QPointF way = pixel - label.centre * logicalPixelsPerMm;
    const double degrees = std::atan2(way.y(), way.x()) * 180 / std::numbers::pi;
    const double step = modifiers.testFlag(Qt::ShiftModifier) ? 15 : 1;
    return turned(std::round(degrees / step) * step);
}

bool isSame(const layers::PlacedLabel& a, const layers::PlacedLabel& b) {
    return a.layer == b.layer && a.feature == b.feature && a.piece == b.piece;
}

void paintFrame(QPainter& painter, const layers::PlacedLabel& label, bool chosen) {
    const QColor accent = Theme::current().mapAccent;
    constexpr double k = logicalPixelsPerMm, room = 2;
    QPainterPath outline;
    outline.setFillRule(Qt::WindingFill);
    if (label.lines.empty()) {
        for (const QRectF& box : label.boxes)
            outline.addRect(box.left() * k - room, box.top() * k - room, box.width() * k + 2 * room,
                            box.height() * k + 2 * room);
    } else {  // straight words, maybe turned
        const double lines = static_cast<double>(label.lines.size());
        const double halfWidth = halfLength(label) * k + room;
        const double halfHeight = label.style.sizeMm * (1 + 1.15 * (lines - 1)) / 2 * k + room;
        outline.addRect(-halfWidth, -halfHeight, 2 * halfWidth, 2 * halfHeight);
        outline =
            QTransform::fromTranslate(label.centre.x() * k, label.centre.y() * k).rotate(label.angle).map(outline);
    }
    QColor fill = accent;
    fill.setAlphaF(chosen ? 0.16F : 0.08F);
    painter.setPen(QPen(accent, chosen ? 1.4 : 1));
    painter.setBrush(fill);
    painter.drawPath(outline.simplified());
}

/// Bent words become straight ones when they are turned.
layers::PlacedLabel straightened(layers::PlacedLabel label) {
    const double length = layers::textWidth(label.text, label.style);
    const double down = (layers::textAscent - layers::textDescent) / 2 * label.style.sizeMm;
    label.letters.clear();
    label.lines = {{label.text, label.centre + QPointF(-length / 2, down)}};
    return label;
}

}  // namespace

QCursor LabelTool::cursor() const {
    if (m_drag) return m_drag->turns ? Qt::CrossCursor : Qt::ClosedHandCursor;
    return m_hovered ? Qt::OpenHandCursor : Qt::ArrowCursor;
}

QString LabelTool::hint() const {
    return QCoreApplication::translate("LabelTool",
                                       "Drag a name to where it shall stay; turn it by its handle or [ and ]; Delete "
                                       "hides it; Backspace lets it find its own place again");
}

void LabelTool::deactivate() {
    m_hovered.reset();
    m_chosen.reset();
    cancel();
}

/// The chosen name as it stands now; a name that follows a line may have come to stand otherwise.
std::optional<layers::PlacedLabel> LabelTool::present() const {
    if (!m_chosen) return std::nullopt;
    std::optional<layers::PlacedLabel> found;
    for (layers::PlacedLabel& label : m_context.labels()) {
        if (label.layer != m_chosen->layer || label.feature != m_chosen->feature) continue;
        if (!found || isSame(label, *m_chosen)) found = std::move(label);
    }
    return found;
}

layers::PlacedLabel LabelTool::standing(layers::PlacedLabel label) const {
    const layers::SnapshotPtr plan = m_context.snapshot();
    const layers::LabelPin* pin = plan ? plan->labelPin(label.layer, label.feature) : nullptr;
    const layers::LayerPtr layer = plan ? plan->layer(label.layer) : nullptr;
    if (pin == nullptr || pin->hidden || !layer) return label;
    const auto& crs = layer->table.crs().isKnown() ? layer->table.crs() : m_context.transforms().mapCrs();
    const auto onMap = m_context.transforms().toMap(pin->centre, crs);
    if (!onMap) return label;
    label = layers::moved(label, 1, m_context.view().toScreen(*onMap) / logicalPixelsPerMm - label.centre);
    label.angle = pin->angle;
    return label;
}

void LabelTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton) return;
    const auto chosen = present();
    const bool onHandle = chosen && QLineF(handleOf(*chosen), pointer.pixel).length() <= handlePixels + 3;
    m_chosen = onHandle ? chosen : m_context.labelAt(pointer.pixel);
    if (m_chosen) {
        m_drag = Drag{onHandle, pointer.pixel, pointer.pixel, false, pointer.modifiers};
        m_context.select({m_chosen->layer, {m_chosen->feature}});
    }
    m_context.repaint();
}

void LabelTool::move(const MapPointer& pointer) {
    if (!m_drag) {
        m_hovered = m_context.labelAt(pointer.pixel);
        return m_context.repaint();
    }
    m_drag->at = pointer.pixel;
    m_drag->modifiers = pointer.modifiers;
    if (QLineF(m_drag->from, m_drag->at).length() >= dragTolerance) m_drag->moved = true;
    m_context.repaint();
}

layers::PlacedLabel LabelTool::dragged(const layers::PlacedLabel& label) const {
    if (!m_drag || !m_drag->moved) return label;
    if (!m_drag->turns) return layers::moved(label, 1, (m_drag->at - m_drag->from) / logicalPixelsPerMm);
    layers::PlacedLabel shown = label.letters.empty() ? label : straightened(label);
    shown.angle = angleAt(label, m_drag->at, m_drag->modifiers);
    return shown;
}

void LabelTool::place(const layers::PlacedLabel& label, QPointF centre, double angle) {
    const layers::SnapshotPtr plan = m_context.snapshot();
    const layers::LayerPtr layer = plan ? plan->layer(label.layer) : nullptr;
    if (!layer) return;
    const gis::Coordinate onMap = m_context.view().toMap(centre * logicalPixelsPerMm);
    const auto& crs = layer->table.crs().isKnown() ? layer->table.crs() : m_context.transforms().mapCrs();
    const auto position = m_context.transforms().fromMap(onMap, crs);
    if (!position) return;
    m_context.perform(layers::pinLabel(*plan, {label.layer, label.feature, *position, angle, false}));
}

void LabelTool::release(const MapPointer& pointer) {
    if (!m_drag || pointer.button != Qt::LeftButton) return;
    move(pointer);
    if (m_drag->moved && m_chosen) {
        const layers::PlacedLabel there = dragged(*m_chosen);
        m_drag.reset();  // the plan changes now, and that ends gestures
        m_chosen = there;
        place(there, there.centre, there.angle);
    }
    m_drag.reset();
    m_context.repaint();
}

bool LabelTool::wantsKey(int key, Qt::KeyboardModifiers) const {
    switch (key) {
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
        case Qt::Key_BracketLeft:
        case Qt::Key_BracketRight:
        case Qt::Key_Escape:
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
            return m_chosen.has_value();
        default:
            return false;
    }
}

bool LabelTool::key(int key, Qt::KeyboardModifiers modifiers) {
    if (key == Qt::Key_Escape && (m_drag || m_chosen)) {
        if (!m_drag) m_chosen.reset();
        cancel();
        return true;
    }
    const auto label = present();
    const layers::SnapshotPtr plan = m_context.snapshot();
    if (!label || !plan || m_drag) return wantsKey(key, modifiers);  // the picture is on its way: no key goes elsewhere
    const double step = (modifiers.testFlag(Qt::ShiftModifier) ? 10 : 1) / logicalPixelsPerMm;
    const auto put = [&](QPointF by, double turn) {
        const layers::PlacedLabel now = standing(*label);
        place(now, now.centre + by, turned(now.angle + turn));
        return true;
    };
    switch (key) {
        case Qt::Key_Delete:
            m_context.perform(layers::hideLabel(*plan, label->layer, label->feature));
            m_chosen.reset();
            return true;
        case Qt::Key_Backspace:
            if (label->byHand) m_context.perform(layers::freeLabels(*plan, label->layer, {label->feature}));
            return true;
        case Qt::Key_BracketLeft:
            return put({}, -turnByKey);
        case Qt::Key_BracketRight:
            return put({}, turnByKey);
        case Qt::Key_Left:
            return put({-step, 0}, 0);
        case Qt::Key_Right:
            return put({step, 0}, 0);
        case Qt::Key_Up:
            return put({0, -step}, 0);
        case Qt::Key_Down:
            return put({0, step}, 0);
        default:
            return false;
    }
}

void LabelTool::cancel() {
    m_drag.reset();
    m_context.repaint();
}

void LabelTool::planChanged() {
    m_drag.reset();
    m_hovered.reset();
}

void LabelTool::paintChosen(QPainter& painter, const layers::PlacedLabel& label) const {
    const QColor accent = Theme::current().mapAccent;
    const layers::PlacedLabel shown = dragged(label);
    if (m_drag && m_drag->moved) {
        painter.save();
        painter.scale(logicalPixelsPerMm, logicalPixelsPerMm);
        layers::paintLabels(painter, {shown});
        painter.restore();
    }
    if (!m_drag || !m_drag->turns) paintFrame(painter, shown, true);
    const QPointF handle = handleOf(shown);
    QLineF stem(shown.centre * logicalPixelsPerMm, handle);
    stem.setP1(stem.pointAt(1 - (handleAway - 4) / std::max(handleAway, stem.length())));
    painter.setPen(QPen(accent, 1.4));
    painter.drawLine(stem);
    painter.setBrush(Qt::white);
    painter.drawEllipse(handle, handlePixels, handlePixels);
}

void LabelTool::paint(QPainter& painter, const MapView&) const {
    painter.save();
    for (const layers::PlacedLabel& label : m_context.labels()) {  // which ones stand where a hand put them
        if (!label.byHand) continue;
        painter.setPen(QPen(Qt::white, 1));
        painter.setBrush(Theme::current().mapAccent);
        painter.drawEllipse(boxOf(label).topLeft() * logicalPixelsPerMm, 3, 3);
    }
    if (m_hovered && !m_drag && !(m_chosen && isSame(*m_hovered, *m_chosen))) paintFrame(painter, *m_hovered, false);
    if (const auto label = m_drag ? m_chosen : present()) paintChosen(painter, *label);
    painter.restore();
}

}  // namespace app
