// SPDX-License-Identifier: Apache-2.0
#include "app/tools/SelectTool.h"

#include <QCoreApplication>
#include <QLineF>
#include <algorithm>

#include "app/theme/Theme.h"
#include "app/tools/FeatureEdits.h"

namespace app {

namespace {

constexpr double pickTolerance = 6;
constexpr double dragTolerance = 5;

}  // namespace

QString SelectTool::hint() const {
    return QCoreApplication::translate(
        "SelectTool", "Click a feature; drag a box over features of the current layer; Shift adds or takes away");
}

void SelectTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton) return;
    m_start = m_at = pointer.pixel;
}

void SelectTool::move(const MapPointer& pointer) {
    if (!m_start) return;
    m_at = pointer.pixel;
    m_context.repaint();
}

void SelectTool::release(const MapPointer& pointer) {
    if (!m_start || pointer.button != Qt::LeftButton) return;
    const QRectF box = QRectF(*m_start, pointer.pixel).normalized();
    m_start.reset();
    if (std::max(box.width(), box.height()) < dragTolerance)
        pick(pointer);
    else
        pickBox(box, pointer.modifiers.testFlag(Qt::ShiftModifier));
    m_context.repaint();
}

void SelectTool::pick(const MapPointer& pointer) {
    const auto hits = m_context.featuresAt(pointer.pixel, pickTolerance);
    const FeatureSet& selected = m_context.selection();
    const bool add = pointer.modifiers.testFlag(Qt::ShiftModifier);
    const bool isAgain =
        m_lastPick && QLineF(m_context.view().toScreen(*m_lastPick), pointer.pixel).length() < dragTolerance;
    m_lastPick = pointer.position;
    if (hits.empty()) {
        if (!add) m_context.select({m_context.currentLayer(), {}});
        return;
    }
    if (add) {
        FeatureSet changed = selected;
        const FeatureHit& hit = hits.front();
        if (changed.layer != hit.layer) changed = {hit.layer, {}};
        if (std::erase(changed.features, hit.feature) == 0) changed.features.push_back(hit.feature);
        return m_context.select(std::move(changed));
    }
    // A second click at the same place picks what lies below; elsewhere the uppermost counts.
    auto next = hits.begin();
    if (isAgain && selected.features.size() == 1) {
        const auto present = std::find_if(hits.begin(), hits.end(), [&selected](const FeatureHit& hit) {
            return selected.contains(hit.layer, hit.feature);
        });
        if (present != hits.end() && present + 1 != hits.end()) next = present + 1;
    }
    m_context.select({next->layer, {next->feature}});
}

void SelectTool::pickBox(const QRectF& box, bool add) {
    const gis::LayerId layer = m_context.currentLayer();
    FeatureSet picked{layer, m_context.featuresIn(layer, box)};
    if (add && m_context.selection().layer == layer) {
        const auto& old = m_context.selection().features;
        picked.features.insert(picked.features.end(), old.begin(), old.end());
    }
    m_context.select(std::move(picked));
}

bool SelectTool::key(int key, Qt::KeyboardModifiers) {
    if (key == Qt::Key_Escape && !m_start && !m_context.selection().isEmpty()) {
        m_context.select({m_context.currentLayer(), {}});
        return true;
    }
    if (key == Qt::Key_Escape && m_start) {
        cancel();
        return true;
    }
    if (key != Qt::Key_Delete || m_context.selection().isEmpty()) return false;
    m_context.perform(removal(m_context.snapshot(), m_context.selection()));
    return true;
}

void SelectTool::cancel() {
    if (!m_start) return;
    m_start.reset();
    m_context.repaint();
}

void SelectTool::paint(QPainter& painter, const MapView&) const {
    if (!m_start) return;
    const QRectF box = QRectF(*m_start, m_at).normalized();
    if (std::max(box.width(), box.height()) < dragTolerance) return;
    QColor fill = Theme::current().mapAccent;
    painter.setPen(QPen(fill, 1));
    fill.setAlphaF(0.12F);
    painter.setBrush(fill);
    painter.drawRect(box);
}

}  // namespace app
