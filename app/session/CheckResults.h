// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <memory>

#include "layers/check/RedLineCheck.h"
#include "layers/project/ProjectSnapshot.h"

namespace app {

class Session;

/// The last check of the whole plan and whether it still holds. The report is const and shared; it never changes
/// under a panel that shows it. GUI thread.
class CheckResults : public QObject {
    Q_OBJECT
public:
    explicit CheckResults(Session& session);

    /// Starts 核查 over all layout and control layers (layers::checkInput, layers::redLineCheck) as a listed job.
    void run();
    /// The same with other options than the default.
    void run(const layers::CheckOptions& options);
    bool isRunning() const { return m_running; }
    void stop();

    /// Null before the first run.
    std::shared_ptr<const layers::CheckReport> report() const { return m_report; }
    /// The plan that was checked; null before the first run. Finding::planLayerId etc. refer to it.
    layers::SnapshotPtr checkedSnapshot() const { return m_checked; }
    gis::Revision revision() const { return m_checked ? m_checked->revision : gis::Revision{}; }
    /// True if features, schema or rule of a checked layer differ from what was checked, or layers came or went.
    /// An undo back to the checked state makes it false again.
    bool isOutdated() const { return m_outdated; }
    /// Conflicts (Finding::isConflict) that nobody has approved yet.
    int openConflictCount() const;

    /// Forgets everything (another project).
    void clear();
    /// Looks again whether the report still holds; called by the Session after each change.
    void compareWith(const layers::ProjectSnapshot& snapshot);

Q_SIGNALS:
    void started();
    /// Another report, or the outdated mark, or its approvals changed, or a run ended.
    void changed();

private:
    void finish(const layers::SnapshotPtr& snapshot, gis::Result<layers::CheckReport> report);
    Session& m_session;
    std::shared_ptr<const layers::CheckReport> m_report;
    layers::SnapshotPtr m_checked;
    layers::CheckOptions m_options;
    gis::CancelToken m_token;
    bool m_running = false;
    bool m_outdated = false;
};

/// True if a check of both plans would read the same: the same layout and control layers with equal features and rules.
bool sameCheckInput(const layers::ProjectSnapshot& a, const layers::ProjectSnapshot& b);

}  // namespace app
