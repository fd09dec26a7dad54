// SPDX-License-Identifier: Apache-2.0
#include "app/tools/SketchTool.h"

#include "app/theme/Theme.h"

namespace app {

gis::Coordinate SketchTool::snapped(const MapPointer& pointer) {
    m_target = m_context.snap(pointer.pixel, std::nullopt);
    return m_target ? m_target->position : pointer.position;
}

void SketchTool::press(const MapPointer& pointer) {
    if (!listens()) return;
    if (pointer.button == Qt::RightButton) {
        m_tookRight = isBusy();
        return finish();
    }
    if (pointer.button != Qt::LeftButton) return;
    m_tookRight = false;
    if (!mayAdd()) return;
    m_sketch.add(snapped(pointer));
    changed();
    m_context.repaint();
}

void SketchTool::move(const MapPointer& pointer) {
    if (!listens()) return;
    m_sketch.follow(snapped(pointer));
    changed();
    m_context.repaint();
}

void SketchTool::doubleClick(const MapPointer&) { finish(); }

bool SketchTool::key(int key, Qt::KeyboardModifiers) {
    if (m_sketch.isEmpty() || !listens()) return false;
    switch (key) {
        case Qt::Key_Escape:
            cancel();
            return true;
        case Qt::Key_Backspace:
            m_sketch.removeLast();
            m_sketch.isEmpty() ? cancel() : changed();
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

void SketchTool::clearSketch() {
    m_sketch.clear();
    m_target.reset();
}

void SketchTool::settle() {
    m_sketch.follow(std::nullopt);
    m_target.reset();
}

void SketchTool::paintSketch(QPainter& painter, const MapView& view, bool closed) const {
    const QColor colour = Theme::current().mapAccent;
    m_sketch.paint(painter, view, closed, colour);
    if (m_target) paintSnapTarget(painter, view, *m_target, colour);
}

}  // namespace app
