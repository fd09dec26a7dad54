// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

#include "app/session/AuditResults.h"
#include "app/session/CheckResults.h"
#include "app/session/Drafts.h"
#include "app/session/LiveConflicts.h"
#include "app/session/Messages.h"
#include "app/session/RecentProjects.h"
#include "app/session/Selection.h"
#include "layers/job/JobList.h"
#include "layers/links/ProposerCache.h"
#include "layers/project/Project.h"
#include "layers/project/ProjectStore.h"
#include "layers/render/KeptForms.h"
#include "layers/workflow/SampleProject.h"

namespace app {

/// The one open project and everything that goes with it: its file, journal, undo, selection, check and messages.
/// Long work runs as jobs; no call here waits. GUI thread.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    // ---- the project
    bool hasProject() const { return m_project != nullptr; }
    /// The present plan; null if no project is open.
    layers::SnapshotPtr snapshot() const;
    /// Null if no project is open. For reading (undo texts); change the plan by perform().
    layers::Project* project() const { return m_project.get(); }
    /// Of the project file; a draft's path lies in Drafts::folder(). Empty if none is open.
    const QString& path() const { return m_path; }
    /// True for a project that has no name yet: save() then needs saveAs().
    bool isDraft() const;
    /// Where what is found out of large linked layers is kept for the next session, beside the project file; empty for
    /// a draft and if none is open.
    std::string keptFolder() const;
    /// For the title bar: file name, or the plan's title for a draft.
    QString title() const;

    /// The one way to change the plan: applies, journals, puts on the undo stack; a failure is told in the message bar
    /// and answers false. An empty change does nothing and answers true.
    bool perform(const layers::ChangeSet& change);
    /// The same for the usual answer of layers/edit.
    bool perform(const gis::Result<layers::ChangeSet>& change);
    /// The same for a change that takes long to find: `find` runs on a worker, on the present plan; where that changes
    /// meanwhile, again on the new one. `done` tells whether it was made; it is not called once another project is open.
    using FindChange = std::function<gis::Result<layers::ChangeSet>(const layers::ProjectSnapshot&)>;
    void performLater(FindChange find, std::function<void(bool)> done = {});
    void undo();
    void redo();

    // ---- opening and saving; each is a job and answers by a signal
    /// Opens a file. If its journal waits, recoveryNeeded() comes instead, to be answered by recover() or
    /// openWithoutRecovery(). The open project, if any, is closed without a question: ask before (isModified).
    void open(const QString& path);
    /// Replays the journal, saves and opens.
    void recover(const QString& path);
    /// Throws the journal away and opens the file as it was last saved.
    void openWithoutRecovery(const QString& path);
    /// A new draft with the given plan (info, layers … as they are).
    void newProject(const layers::ProjectSnapshot& plan);
    /// A new empty draft in EPSG:4490.
    void newProject();
    /// The bundled sample as a draft.
    void openSample();
    /// Saves; `done(true)` when the file is written. A draft answers false at once: use saveAs().
    /// Where another program has changed the file since it was read, nothing is written: `done(false)`, and
    /// isChangedElsewhere() is true until the user has chosen: overwrite(), reload() or saveAs().
    void save(std::function<void(bool)> done = {});
    bool isChangedElsewhere() const { return m_changedElsewhere; }
    /// Saves over what the other program wrote.
    void overwrite(std::function<void(bool)> done = {});
    /// Reads the file again; the changes since the last save are dropped.
    void reload();
    void saveAs(const QString& path, gis::Overwrite overwrite, std::function<void(bool)> done = {});
    /// Closes without a question; changes since the last save are dropped with the journal.
    void close();

    /// The gesture of a tool is over: live() goes back to the selected feature.
    void endGesture();

    bool isBusy() const { return m_opening; }  ///< a project is being opened or made
    bool isModified() const;
    bool isSaving() const { return m_saving; }
    /// "All changes saved", "Auto-saved 10:32", "Saving …": for the title bar.
    QString saveState() const;

    // ---- what goes with it
    Selection& selection() { return m_selection; }
    Messages& messages() { return m_messages; }
    layers::JobList& jobs() { return m_jobs; }
    CheckResults& check() { return m_check; }
    AuditResults& audit() { return m_audit; }
    LiveConflicts& live() { return m_live; }
    /// Control layers made ready once for both.
    const std::shared_ptr<layers::PreparedControls>& readyControls() const { return m_ready; }
    /// Through which map and check hold the coordinates of a large layer once.
    const std::shared_ptr<gis::SharedShapes>& sharedShapes() const { return m_shapes; }
    /// The names that count in the plan, read once for all.
    const std::shared_ptr<layers::GazetteerCache>& names() const { return m_names; }
    /// What proposals of links need, made ready once for all.
    const std::shared_ptr<layers::ProposerCache>& proposers() const { return m_proposers; }
    RecentProjects& recent() { return m_recent; }
    /// Work that waits for recovery: for the welcome page.
    std::vector<RecoveryOffer> recoveryOffers() const;
    /// Drops an offered draft or journal for good.
    void discardOffer(const RecoveryOffer& offer);

Q_SIGNALS:
    /// A project is being opened while none is, and this is what can be drawn of it before its linked layers are read.
    void previewReady(const layers::PlanPreview& preview);
    /// Another project, or none, is open; snapshot() is the new one.
    void projectChanged();
    /// The plan was changed (also by undo and redo); snapshot() is the new one. Not sent with projectChanged.
    void planChanged(const layers::ChangeSet& change);
    /// saveState(), isModified(), undo and redo texts or isBusy() changed.
    void stateChanged();
    /// open() met a journal that holds changes later than the file.
    void recoveryNeeded(const app::RecoveryOffer& offer);
    void openFailed(const QString& path, const gis::Error& error);

private:
    struct Loaded {
        QString path;
        layers::SnapshotPtr snapshot;
        gis::Warnings warnings;
        bool hasJournal = false;
        bool recovered = false;
        std::shared_ptr<QLockFile> lock;
        std::string stamp{};  ///< of the file as it was read
    };
    using Loading = gis::Result<Loaded>;
    using Stamp = gis::Result<std::string>;  ///< of the file that was written
    using PlanMaker = std::function<gis::Result<layers::SampleProject>(const gis::JobControl&)>;
    void load(const QString& title, const QString& path, std::function<Loading(const gis::JobControl&)> work);
    layers::EarlyPlan previewOf(const QString& path);
    void loadDraft(const QString& title, PlanMaker plan);
    void loaded(const QString& path, Loading answer);
    void adopt(Loaded loaded);
    std::shared_ptr<QLockFile> lock(const QString& path);
    void write(const QString& path, std::function<Stamp(const gis::JobControl&)> work, std::function<void(bool)> done);
    void written(const QString& path, const layers::SnapshotPtr& snapshot, const Stamp& outcome,
                 const std::function<void(bool)>& done);
    void tellUnsaved(const gis::Error& error);
    void attachJournal();
    void onChanged(const layers::ChangeSet& change);
    void dropProject();
    void makeThumbnail();
    void showSelectedConflicts();

    layers::JobList m_jobs;
    Messages m_messages;
    Selection m_selection;
    RecentProjects m_recent;
    std::shared_ptr<layers::PreparedControls> m_ready = std::make_shared<layers::PreparedControls>();
    std::shared_ptr<gis::SharedShapes> m_shapes = std::make_shared<gis::SharedShapes>();
    std::shared_ptr<layers::GazetteerCache> m_names = std::make_shared<layers::GazetteerCache>();
    std::shared_ptr<layers::ProposerCache> m_proposers = std::make_shared<layers::ProposerCache>(m_names);
    CheckResults m_check;
    AuditResults m_audit;
    LiveConflicts m_live;
    std::unique_ptr<layers::Project> m_project;
    std::shared_ptr<QLockFile> m_lock;  ///< held as long as the project is open
    QString m_path;
    bool m_opening = false;
    bool m_saving = false;
    bool m_recoveredDraft = false;
    bool m_changedElsewhere = false;
    layers::KnownFile m_known;  ///< the file at m_path as we read or wrote it last
    std::optional<QDateTime> m_lastJournaled;
    std::vector<layers::ChangeSet> m_sinceSaveStart;  ///< for the journal of a project saved under another name
    gis::CancelToken m_loadToken;
    int m_loadNumber = 0;
};

}  // namespace app
