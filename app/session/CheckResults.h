// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <unordered_map>

#include "app/session/LinkedFiles.h"
#include "layers/check/CheckAgain.h"
#include "layers/check/KeptIndex.h"
#include "layers/project/ProjectSnapshot.h"

namespace app {

class Session;

/// The last check of the whole plan and whether it still holds. The report is const and shared; it never changes
/// under a panel that shows it. GUI thread.
class CheckResults : public QObject {
    Q_OBJECT
public:
    explicit CheckResults(Session& session);

    /// Starts 核查 over all layout and control layers (layers::checkInput, layers::checkAgain) as a listed job. Where the
    /// last report is of this project, only features are looked at that changed or lie where a control line changed.
    void run();
    /// The same with other options than the default.
    void run(const layers::CheckOptions& options);
    bool isRunning() const { return m_running; }
    /// Deletes what is kept of large linked layers beside the project file, and says so.
    void wipeKept();
    /// True if something is kept there.
    bool hasKept() const;
    void stop();

    /// Calls `done` with findings of the report that have their pieces (Finding::geometry, perimeter): at once where they
    /// are known, else as soon as a worker has cut them. Not called once `receiver` is gone, there is another report, or
    /// cutting failed, which is then told. The check itself keeps no pieces but those of approved findings.
    using PiecesDone = std::function<void(const std::vector<layers::Finding>& findings)>;
    void withPieces(QObject* receiver, const std::vector<layers::Finding>& findings, const PiecesDone& done);
    /// The finding with its piece where it was asked for already, else as it is.
    layers::Finding asKnown(const layers::Finding& finding) const;
    /// What the report was made of, for pieces of all findings; null before the first run.
    layers::MadeCheckPtr made() const { return m_made; }

    /// Null before the first run.
    std::shared_ptr<const layers::CheckReport> report() const { return m_made ? m_made->report : nullptr; }
    /// The plan that was checked; null before the first run. Finding::planLayerId etc. refer to it.
    layers::SnapshotPtr checkedSnapshot() const { return m_checked; }
    gis::Revision revision() const { return m_checked ? m_checked->revision : gis::Revision{}; }
    /// True if features, schema or rule of a checked layer differ from what was checked, or layers came or went.
    /// An undo back to the checked state makes it false again. True too if a file that a checked layer is linked to has
    /// changed on disk.
    bool isOutdated() const { return !m_outdatedReason.isEmpty(); }
    /// What changed, in words; empty while the report holds.
    const QString& outdatedReason() const { return m_outdatedReason; }
    /// Of how many features the last run looked at, and how many there were; the rows of the others were taken over.
    std::size_t checkedFeatures() const { return m_made ? m_made->checked : 0; }
    std::size_t allFeatures() const { return m_made ? m_made->features : 0; }
    /// Conflicts (Finding::isConflict) that nobody has approved yet, or whose approval has lapsed.
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
    void judge();
    std::shared_ptr<layers::KeptIndex> kept();
    void settle(const std::shared_ptr<layers::KeptIndex>& kept);
    void finish(const layers::SnapshotPtr& snapshot, gis::Result<layers::MadeCheckPtr> made);
    Session& m_session;
    layers::MadeCheckPtr m_made;
    layers::SnapshotPtr m_checked;
    layers::CheckOptions m_options;
    gis::CancelToken m_token;
    bool m_running = false;
    std::unordered_map<std::string, layers::Finding>
        m_pieces;  ///< by key; of the present report, as they were asked for
    QString m_outdatedReason;
    std::shared_ptr<layers::KeptIndex> m_kept;
    gis::CancelToken m_settling;
    bool m_mistrusted = false;  ///< what was kept and went into the last run was not what its file says
    LinkedFiles m_linked;
};

/// What a check would read otherwise in the second plan than in the first: layout and control layers, features, rules.
/// Empty if nothing.
QString checkInputDifference(const layers::ProjectSnapshot& before, const layers::ProjectSnapshot& now);

}  // namespace app
