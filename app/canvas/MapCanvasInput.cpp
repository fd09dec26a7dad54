// SPDX-License-Identifier: Apache-2.0
// Mouse and keys on the map: panning and zooming take theirs, the rest goes to the tool.
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>

#include "app/canvas/MapCanvas.h"

namespace app {

namespace {

constexpr double panStep = 0.15;       ///< of the width, by an arrow key
constexpr double smallestZoomBox = 6;  ///< pixels

}  // namespace

bool MapCanvas::event(QEvent* event) {
    // Keys that a tool or panning wants while the map has the focus must not be taken as shortcuts of the window.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool panning = key->key() == Qt::Key_Space || (key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down);
        const bool tools = m_tool != nullptr && m_tool->isBusy() &&
                           (key->key() == Qt::Key_Escape || key->key() == Qt::Key_F2 ||
                            key->key() == Qt::Key_Backspace || key->key() == Qt::Key_Delete);
        const bool copy = m_tool != nullptr && m_tool->wantsCopy() && key->matches(QKeySequence::Copy);
        const bool wanted = m_tool != nullptr && m_tool->wantsKey(key->key(), key->modifiers());
        if ((panning && key->modifiers() == Qt::NoModifier) || tools || copy || wanted) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

MapPointer MapCanvas::pointer(const QMouseEvent& event) const {
    return {event.position(), m_view.toMap(event.position()), event.button(), event.buttons(), event.modifiers()};
}

void MapCanvas::updateCursorShape() {
    if (m_gesture == Gesture::Pan)
        setCursor(Qt::ClosedHandCursor);
    else if (m_spaceHeld)
        setCursor(Qt::OpenHandCursor);
    else if (m_gesture == Gesture::ZoomBox)
        setCursor(Qt::CrossCursor);
    else
        setCursor(m_tool != nullptr ? m_tool->cursor() : QCursor(Qt::ArrowCursor));
}

void MapCanvas::startGesture(Gesture gesture, QPointF at) {
    m_gesture = gesture;
    m_gestureStart = m_gestureAt = at;
    updateCursorShape();
}

void MapCanvas::endGesture(QPointF at) {
    const Gesture gesture = m_gesture;
    m_gesture = Gesture::None;
    updateCursorShape();
    if (gesture != Gesture::ZoomBox) return;
    const QRectF box = QRectF(m_gestureStart, at).normalized();
    if (box.width() > smallestZoomBox && box.height() > smallestZoomBox)
        zoomTo(m_view.toMap(box), 0);
    else
        update();
}

void MapCanvas::mousePressEvent(QMouseEvent* event) {
    if (!m_snapshot) return;
    const bool left = event->button() == Qt::LeftButton;
    if (event->button() == Qt::MiddleButton || (left && m_spaceHeld))
        return startGesture(Gesture::Pan, event->position());
    // Shift-drag is the zoom box, Shift-click is the tool's (adding to a selection): decided when the mouse moves.
    if (left && event->modifiers() == Qt::ShiftModifier && (m_tool == nullptr || !m_tool->isBusy())) {
        m_shiftPress = pointer(*event);
        return;
    }
    if (m_tool != nullptr) m_tool->press(pointer(*event));
    updateCursorShape();
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
    m_cursorPixel = event->position();
    m_picture.setFocus(m_cursorPixel);
    m_cursor = m_view.toMap(m_cursorPixel);
    if (m_snapshot) Q_EMIT cursorMoved(*m_cursor);
    if (m_shiftPress &&
        (event->position() - m_shiftPress->pixel).manhattanLength() > QApplication::startDragDistance()) {
        startGesture(Gesture::ZoomBox, m_shiftPress->pixel);
        m_shiftPress.reset();
    }
    if (m_gesture == Gesture::Pan) {
        const QPointF step = event->position() - m_gestureAt;
        m_gestureAt = event->position();
        return applyView(m_view.panned(step));
    }
    if (m_gesture == Gesture::ZoomBox) {
        m_gestureAt = event->position();
        return update();
    }
    if (m_tool != nullptr && m_snapshot && !m_shiftPress) {
        m_tool->move(pointer(*event));
        updateCursorShape();
    }
    if (!m_readout.isEmpty()) update();
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (m_gesture != Gesture::None) return endGesture(event->position());
    if (!m_snapshot || m_tool == nullptr) return;
    if (m_shiftPress) {
        m_tool->press(*m_shiftPress);
        m_shiftPress.reset();
    }
    m_tool->release(pointer(*event));
    updateCursorShape();
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!m_snapshot) return;
    if (m_spaceHeld || event->button() == Qt::MiddleButton) return mousePressEvent(event);
    if (m_tool != nullptr) m_tool->doubleClick(pointer(*event));
    updateCursorShape();
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
    if (!m_snapshot) return;
    // 120 is one notch; touch pads send smaller steps. Ctrl makes it finer.
    const double notches = event->angleDelta().y() / 120.0;
    const double perNotch = event->modifiers() & Qt::ControlModifier ? 1.1 : 1.5;
    applyView(m_view.zoomedAbout(event->position(), std::pow(perNotch, notches)));
    event->accept();
}

bool MapCanvas::panKey(int key) {
    const double dx = m_view.size.width() * panStep;
    const double dy = m_view.size.height() * panStep;
    switch (key) {
        case Qt::Key_Left:
            applyView(m_view.panned({dx, 0}));
            return true;
        case Qt::Key_Right:
            applyView(m_view.panned({-dx, 0}));
            return true;
        case Qt::Key_Up:
            applyView(m_view.panned({0, dy}));
            return true;
        case Qt::Key_Down:
            applyView(m_view.panned({0, -dy}));
            return true;
        default:
            return false;
    }
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = true;
        updateCursorShape();
        return;
    }
    if (m_tool != nullptr && m_snapshot && m_tool->key(event->key(), event->modifiers())) {
        updateCursorShape();
        return;
    }
    if (!panKey(event->key())) QWidget::keyPressEvent(event);
}

void MapCanvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        updateCursorShape();
        return;
    }
    QWidget::keyReleaseEvent(event);
}

void MapCanvas::leaveEvent(QEvent*) {
    m_picture.setFocus({});
    m_cursor.reset();
    Q_EMIT cursorLeft();
    update();
}

void MapCanvas::focusOutEvent(QFocusEvent* event) {
    m_spaceHeld = false;
    updateCursorShape();
    QWidget::focusOutEvent(event);
}

void MapCanvas::contextMenuEvent(QContextMenuEvent* event) {
    // The right button finishes a drawing; only an idle tool leaves it for a menu.
    if (!m_snapshot || (m_tool != nullptr && (m_tool->isBusy() || m_tool->tookRightButton()))) return;
    Q_EMIT contextMenuWanted(event->globalPos(), m_view.toMap(QPointF(event->pos())));
}

}  // namespace app
