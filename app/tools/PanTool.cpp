// SPDX-License-Identifier: Apache-2.0
#include "app/tools/PanTool.h"

#include <QCoreApplication>

namespace app {

QString PanTool::hint() const { return QCoreApplication::translate("PanTool", "Drag the map"); }

void PanTool::press(const MapPointer& pointer) {
    if (pointer.button == Qt::LeftButton) m_last = pointer.pixel;
}

void PanTool::move(const MapPointer& pointer) {
    if (!m_last) return;
    const QPointF step = pointer.pixel - *m_last;
    m_last = pointer.pixel;
    m_context.pan(step);
}

void PanTool::release(const MapPointer& pointer) {
    if (pointer.button == Qt::LeftButton) m_last.reset();
}

}  // namespace app
