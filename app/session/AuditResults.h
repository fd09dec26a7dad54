// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "layers/audit/AuditFix.h"
#include "layers/job/Job.h"

namespace app {

class Session;

/// 图文一致 of the open plan: found anew by a worker after each change, so that it always holds. Reports are const and
/// shared. GUI thread.
class AuditResults : public QObject {
    Q_OBJECT
public:
    explicit AuditResults(Session& session);

    /// Null before the first answer and without a project.
    std::shared_ptr<const layers::AuditReport> report() const { return m_report; }
    /// The plan that it is about; the present one, or the one before while a new answer is on its way.
    layers::SnapshotPtr audited() const { return m_audited; }
    bool isRunning() const { return m_job.isRunning() || m_delay.isActive(); }
    int openCount() const { return m_report ? static_cast<int>(m_report->openCount()) : 0; }
    /// The gazetteer and the rules that it was found with; null before the first answer.
    std::shared_ptr<const layers::AuditKnowledge> knowledge() const { return m_knowledge; }
    /// Lets a worker look for what would put a finding of report() right; fixFound() tells when fix() holds it. What was
    /// asked before is dropped.
    void askForFix(const layers::AuditFinding& finding);
    /// For the finding asked last; nothing as long as it is looked for, if only a person can decide, or if the plan has
    /// changed since.
    const std::optional<layers::AuditFix>& fix() const { return m_fix; }

Q_SIGNALS:
    void changed();
    void fixFound();

private:
    struct Answer {
        std::shared_ptr<const layers::AuditReport> report;
        std::shared_ptr<const layers::AuditKnowledge> knowledge;
    };
    void drop();
    void run();
    void take(const layers::SnapshotPtr& plan, gis::Result<Answer> answer);
    void dropFix();

    Session& m_session;
    QTimer m_delay;  ///< so that a series of edits is looked through once
    layers::LatestJob m_job;
    layers::LatestJob m_fixJob;
    std::optional<layers::AuditFix> m_fix;
    std::string m_fixKey;                                       ///< of the finding asked last
    layers::SnapshotPtr m_fixed;                                ///< the plan that it was asked for
    std::shared_ptr<const layers::AuditKnowledge> m_knowledge;  ///< read by the first worker
    std::shared_ptr<const layers::AuditReport> m_report;
    layers::SnapshotPtr m_audited;
};

}  // namespace app
