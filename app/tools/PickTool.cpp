// SPDX-License-Identifier: Apache-2.0
#include "app/tools/PickTool.h"

#include <utility>

#include "app/canvas/MapDecorations.h"
#include "app/theme/Theme.h"

namespace app {

namespace {

constexpr double pickTolerance = 9;  ///< pixels; lines are thin

}  // namespace

void PickTool::ask(Question question) {
    finish(std::nullopt);
    m_question = std::move(question);
}

QString PickTool::hint() const { return m_question ? m_question->hint : QString(); }

std::optional<FeatureHit> PickTool::near(QPointF pixel) const {
    if (m_question)
        for (const FeatureHit& hit : m_context.featuresAt(pixel, pickTolerance))
            if (m_question->isMeant(hit)) return hit;
    return std::nullopt;
}

void PickTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton || !m_question) return;
    if (const auto hit = near(pointer.pixel)) return finish(hit);
    m_context.say(MessageLevel::Information, m_question->nothingHere);
}

void PickTool::move(const MapPointer& pointer) {
    const auto hit = near(pointer.pixel);
    if (hit == m_near) return;
    m_near = hit;
    m_context.repaint();
}

bool PickTool::key(int key, Qt::KeyboardModifiers) {
    if (key != Qt::Key_Escape || !m_question) return false;
    finish(std::nullopt);
    return true;
}

void PickTool::finish(std::optional<FeatureHit> answer) {
    m_near.reset();
    if (!m_question) return;
    const auto answered = std::exchange(m_question, std::nullopt)->answer;
    answered(answer);
}

void PickTool::paint(QPainter& painter, const MapView& view) const {
    const layers::SnapshotPtr plan = m_near ? m_context.snapshot() : nullptr;
    const layers::LayerPtr layer = plan ? plan->layer(m_near->layer) : nullptr;
    const gis::Feature* feature = layer ? layer->table.find(m_near->feature) : nullptr;
    if (feature == nullptr) return;
    paintSelection(painter, view, {m_context.transforms().toMap(feature->geometry(), layer->table.crs())},
                   Theme::current().mapAccent);
}

}  // namespace app
