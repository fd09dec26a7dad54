// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QThreadPool>
#include <memory>
#include <optional>

#include "layers/check/LiveCheck.h"
#include "layers/job/Job.h"

namespace app {

class Session;

/// The numbers of one feature against the control layers: while it is drawn or dragged, and of the one selected
/// feature otherwise. Numbers come first and all the time; what is drawn of the overlaps follows as there is time for it.
/// Latest wins. GUI thread.
class LiveConflicts : public QObject {
    Q_OBJECT
public:
    explicit LiveConflicts(Session& session);
    ~LiveConflicts() override;

    /// A gesture begins: `feature` as it was is what later answers are compared with.
    void begin(gis::LayerId layer, const std::optional<gis::Feature>& before);
    /// The feature as it is just now.
    void request(gis::LayerId layer, const gis::Feature& feature);
    /// The gesture is over; the panel goes back to the selected feature.
    void end();
    bool isGesture() const { return m_gesture; }
    /// A gesture that draws a new feature: what is selected is not what the numbers are about.
    bool isDrawing() const { return m_gesture && m_drawing; }
    /// The layer that is drawn into; of a gesture only.
    gis::LayerId gestureLayer() const { return m_gestureLayer; }
    /// There is no number for the feature as it is just now, and why (translated; empty: it is not checked).
    void refuse(const QString& why);
    const QString& problem() const { return m_problem; }

    /// Null if there is nothing to show.
    std::shared_ptr<const layers::LiveAnswer> answer() const { return m_answer; }
    /// The latest answer that has its geometries: that of answer(), or of the feature as it was a moment before.
    std::shared_ptr<const layers::LiveAnswer> shapes() const { return m_shapes; }
    /// The answer for the feature before the gesture; null outside a gesture or for a new feature.
    std::shared_ptr<const layers::LiveAnswer> before() const { return m_before; }
    /// Forgets the answer (nothing selected, another project).
    void clear();
    /// Another project: lets go of what was kept of its layers.
    void useControls(const std::shared_ptr<layers::PreparedControls>& ready) { m_check = layers::LiveCheck(ready); }

Q_SIGNALS:
    void changed();
    /// Other geometries; the numbers are those that were told before.
    void shapesChanged();

private:
    void start(layers::LatestJob& job, gis::LayerId layer, const gis::Feature& feature,
               std::shared_ptr<const layers::LiveAnswer>& target);
    void startShapes();
    void dropShapes();
    Session& m_session;
    layers::LiveCheck m_check;
    QThreadPool m_pool;
    layers::LatestJob m_job;
    layers::LatestJob m_beforeJob;
    layers::LatestJob m_shapesJob;
    std::shared_ptr<const layers::LiveAnswer> m_answer;
    std::shared_ptr<const layers::LiveAnswer> m_shapes;
    std::shared_ptr<const layers::LiveAnswer> m_before;
    std::optional<std::pair<gis::LayerId, gis::Feature>> m_waiting;
    bool m_gesture = false;
    bool m_drawing = false;
    gis::LayerId m_gestureLayer{};
    QString m_problem;
};

}  // namespace app
