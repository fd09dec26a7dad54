// SPDX-License-Identifier: Apache-2.0
#include "app/session/LiveConflicts.h"

#include "app/session/Session.h"

namespace app {

LiveConflicts::LiveConflicts(Session& session)
    : m_session(session), m_check(session.readyControls()), m_job(&m_pool), m_beforeJob(&m_pool), m_shapesJob(&m_pool) {
    m_pool.setMaxThreadCount(3);
}

LiveConflicts::~LiveConflicts() {
    m_job.cancel();
    m_beforeJob.cancel();
    m_shapesJob.cancel();
}

void LiveConflicts::begin(gis::LayerId layer, const std::optional<gis::Feature>& before) {
    m_gesture = true;
    m_drawing = !before;
    m_gestureLayer = layer;
    m_problem.clear();
    m_before.reset();
    m_waiting.reset();
    if (!before) {
        m_job.cancel();
        m_answer.reset();  // of another feature
        dropShapes();
        Q_EMIT changed();
        return;
    }
    // The answer for the feature as it was is often there already: it was selected.
    if (m_answer && m_answer->layer == layer && m_answer->feature == before->id() && !m_job.isRunning())
        m_before = m_answer;
    else
        start(m_beforeJob, layer, *before, m_before);
}

void LiveConflicts::request(gis::LayerId layer, const gis::Feature& feature) {
    m_problem.clear();
    // A running check is let finish, so that numbers come all the time while the mouse moves.
    if (m_job.isRunning())
        m_waiting = std::make_pair(layer, feature);
    else
        start(m_job, layer, feature, m_answer);
}

void LiveConflicts::start(layers::LatestJob& job, gis::LayerId layer, const gis::Feature& feature,
                          std::shared_ptr<const layers::LiveAnswer>& target) {
    const layers::SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot) return;
    job.start(
        this,
        [check = m_check, snapshot, layer, feature](const gis::JobControl& control) {
            return check.numbers(*snapshot, layer, feature, control);
        },
        [this, &target, isMain = &job == &m_job](gis::Result<layers::LiveAnswer> answer) {
            target = answer ? std::make_shared<const layers::LiveAnswer>(std::move(*answer)) : nullptr;
            if (isMain && !target) dropShapes();
            Q_EMIT changed();
            if (isMain) startShapes();
            if (!isMain || !m_waiting) return;
            const auto next = std::move(*m_waiting);
            m_waiting.reset();
            request(next.first, next.second);
        });
}

// One at a time, let finish: while the mouse moves on, what is drawn follows as fast as it can be made.
void LiveConflicts::startShapes() {
    if (!m_answer || m_answer->hasShapes || m_shapesJob.isRunning()) return;
    m_shapesJob.start(
        this,
        [check = m_check, numbers = m_answer](const gis::JobControl& control) {
            return check.withShapes(*numbers, control);
        },
        [this, numbers = m_answer](gis::Result<layers::LiveAnswer> answer) {
            if (!answer) return;
            m_shapes = std::make_shared<const layers::LiveAnswer>(std::move(*answer));
            const bool isLatest = m_answer == numbers;
            if (isLatest) m_answer = m_shapes;
            Q_EMIT shapesChanged();
            if (isLatest && !m_gesture) Q_EMIT changed();  // what was in doubt is sure now
            startShapes();
        });
}

void LiveConflicts::dropShapes() {
    m_shapesJob.cancel();
    m_shapes.reset();
    Q_EMIT shapesChanged();
}

void LiveConflicts::refuse(const QString& why) {
    m_waiting.reset();
    m_job.cancel();
    if (m_problem == why && !m_answer) return;
    m_problem = why;
    m_answer.reset();
    dropShapes();
    Q_EMIT changed();
}

void LiveConflicts::end() {
    if (!m_gesture) return;
    m_gesture = false;
    m_drawing = false;
    m_problem.clear();
    m_beforeJob.cancel();
    m_before.reset();
    Q_EMIT changed();
}

void LiveConflicts::clear() {
    m_job.cancel();
    m_beforeJob.cancel();
    m_waiting.reset();
    m_gesture = false;
    m_drawing = false;
    m_problem.clear();
    if (!m_answer && !m_before && !m_shapes) return;
    m_answer.reset();
    m_before.reset();
    dropShapes();
    Q_EMIT changed();
}

}  // namespace app
