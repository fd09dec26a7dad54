// SPDX-License-Identifier: Apache-2.0
// Opening, recovering, saving and closing: the part of Session that deals with files.
#include <QDir>
#include <QFileInfo>
#include <QTimer>
#include <exception>
#include <optional>
#include <thread>
#include <utility>

#include "app/session/MapTransforms.h"
#include "app/session/Session.h"
#include "layers/job/ThreadPriority.h"
#include "layers/project/Journal.h"

namespace app {

namespace {

QString absolute(const QString& path) { return QFileInfo(path).absoluteFilePath(); }

gis::Error openElsewhere(const QString& path) {
    return gis::fail(gis::ErrorCode::Refused, {path.toStdString(), {}, {}},
                     gis::message("layers", "the project is open in another window"),
                     gis::message("layers", "close it there first"))
        .value();
}

/// On a thread of its own, which may step back for good.
gis::Result<layers::OpenedProject> openedAside(const QString& file, const gis::JobControl& control,
                                               const layers::EarlyPlan& early) {
    std::optional<gis::Result<layers::OpenedProject>> opened;
    std::exception_ptr thrown;
    std::jthread([&] {
        try {
            opened = layers::openProject(file.toStdString(), control, early);
        } catch (...) {
            thrown = std::current_exception();
        }
    }).join();
    if (thrown) std::rethrow_exception(thrown);
    return std::move(*opened);
}

/// Finishes a relay once, at the latest when it goes itself.
class LastWord {
public:
    explicit LastWord(layers::JobRelay* relay) : m_relay(relay) {}
    LastWord(const LastWord&) = delete;
    LastWord& operator=(const LastWord&) = delete;
    ~LastWord() { say(); }
    void say() {
        if (m_relay != nullptr) std::exchange(m_relay, nullptr)->finish();
    }

private:
    layers::JobRelay* m_relay;
};

}  // namespace

std::shared_ptr<QLockFile> Session::lock(const QString& path) {
    if (m_lock && path == m_path) return m_lock;
    auto lock = std::make_shared<QLockFile>(Drafts::lockPath(path));
    lock->setStaleLockTime(0);
    return lock->tryLock(0) ? lock : nullptr;
}

void Session::load(const QString& title, const QString& path, std::function<Loading(const gis::JobControl&)> work) {
    const std::shared_ptr<QLockFile> held = lock(path);
    if (!held) {
        const gis::Error error = openElsewhere(path);
        m_messages.error(error);
        Q_EMIT openFailed(path, error);
        return;
    }
    m_loadToken.cancel();
    m_opening = true;
    const int number = ++m_loadNumber;
    m_loadToken = m_jobs.run(this, title, std::move(work), [this, path, held, number](Loading answer) {
        if (number != m_loadNumber) return;  // another one was opened meanwhile
        if (answer) answer->lock = held;
        loaded(path, std::move(answer));
    });
    Q_EMIT stateChanged();
}

void Session::loaded(const QString& path, Loading answer) {
    m_opening = false;
    if (!answer) {
        m_messages.error(answer.error());
        Q_EMIT openFailed(path, answer.error());
    } else if (answer->hasJournal) {
        const QFileInfo journal(QString::fromStdString(layers::Journal::pathFor(path.toStdString())));
        Q_EMIT recoveryNeeded(
            {path, QFileInfo(path).completeBaseName(), journal.lastModified(), Drafts::isDraft(path)});
    } else {
        adopt(std::move(*answer));
    }
    Q_EMIT stateChanged();
}

/// What to do with a plan whose linked layers are not read yet; it is called by the reader. Nothing while another
/// project is shown.
layers::EarlyPlan Session::previewOf(const QString& path) {
    if (m_project) return {};
    auto* relay = new layers::JobRelay;
    auto found = std::make_shared<std::optional<layers::PlanPreview>>();
    connect(
        relay, &layers::JobRelay::finished, this,
        [this, found, path, number = m_loadNumber + 1] {
            if (*found && number == m_loadNumber && m_opening && !m_project) Q_EMIT previewReady(**found);
        },
        Qt::QueuedConnection);
    return [once = std::make_shared<LastWord>(relay), found, path](const layers::ProjectSnapshot& plan) {
        const layers::KeptForms kept(layers::KeptIndex::folderBeside(path.toStdString()));
        *found = layers::previewOf(plan, mapCrsOf(plan), kept);
        once->say();
        if (*found) layers::stepBehindDrawing();  // the rest of the reading
    };
}

void Session::open(const QString& path) {
    const QString file = absolute(path);
    if (file == m_path && !m_opening) return;  // it is open, with changes that a reading would lose
    load(tr("Opening %1").arg(QFileInfo(file).fileName()), file,
         [file, early = previewOf(file)](const gis::JobControl& control) -> Loading {
             TUCE_TRY(opened, openedAside(file, control, early));
             return Loaded{file, opened.snapshot, opened.warnings, opened.hasJournal, false, nullptr, opened.stamp};
         });
}

void Session::recover(const QString& path) {
    const QString file = absolute(path);
    load(tr("Recovering %1").arg(QFileInfo(file).fileName()), file, [file](const gis::JobControl& control) -> Loading {
        const auto recovery = layers::recoverProject(file.toStdString(), control);
        if (recovery)
            return Loaded{file,
                          recovery->snapshot,
                          recovery->warnings,
                          false,
                          true,
                          nullptr,
                          layers::projectStamp(file.toStdString())};
        if (recovery.error().code != gis::ErrorCode::NotFound) return tl::unexpected<gis::Error>(recovery.error());
        // A draft that was recovered before and left again has no journal any more.
        TUCE_TRY(opened, layers::openProject(file.toStdString(), control));
        return Loaded{file, opened.snapshot, opened.warnings, false, true, nullptr, opened.stamp};
    });
}

void Session::openWithoutRecovery(const QString& path) {
    const QString file = absolute(path);
    load(tr("Opening %1").arg(QFileInfo(file).fileName()), file, [file](const gis::JobControl& control) -> Loading {
        QFile::remove(QString::fromStdString(layers::Journal::pathFor(file.toStdString())));
        TUCE_TRY(opened, layers::openProject(file.toStdString(), control));
        return Loaded{file, opened.snapshot, opened.warnings, false, false, nullptr, opened.stamp};
    });
}

void Session::loadDraft(const QString& title, PlanMaker plan) {
    const QString file = Drafts::newPath();
    load(title, file, [file, plan = std::move(plan)](const gis::JobControl& control) -> Loading {
        TUCE_TRY(made, plan(control));
        TUCE_CHECK(layers::createProject(file.toStdString(), *made.snapshot, gis::Overwrite::No, control));
        return Loaded{file, made.snapshot, made.warnings, false, false, nullptr, {}};
    });
}

void Session::newProject(const layers::ProjectSnapshot& plan) {
    loadDraft(tr("Making a new project"),
              [snapshot = std::make_shared<layers::ProjectSnapshot>(plan)](
                  const gis::JobControl&) -> gis::Result<layers::SampleProject> {
                  return layers::SampleProject{snapshot, {}};
              });
}

void Session::newProject() {
    layers::ProjectSnapshot plan;
    plan.info.crsCode = gis::CoordinateReferenceSystem::cgcs2000().code();
    plan.info.values["crs_origin"] = "default";  // the first boundary chooses a better one
    plan.info.createdAt = QDateTime::currentDateTime().toString(Qt::ISODate).toStdString();
    newProject(plan);
}

void Session::openSample() {
    loadDraft(tr("Building the sample"), [](const gis::JobControl& control) { return layers::sampleProject(control); });
}

void Session::adopt(Loaded loaded) {
    dropProject();
    m_path = loaded.path;
    m_lock = std::move(loaded.lock);
    m_known = {loaded.snapshot, loaded.stamp};
    m_project = std::make_unique<layers::Project>(loaded.snapshot);
    m_recoveredDraft = loaded.recovered && isDraft();
    if (m_recoveredDraft) Drafts::keep(m_path);
    m_lastJournaled.reset();
    connect(m_project.get(), &layers::Project::changed, this, &Session::onChanged);
    attachJournal();
    m_selection.select({});
    for (const layers::LayerPtr& layer : loaded.snapshot->layers)
        if (layer->kind == layers::LayerKind::Layout && !layer->source.isLinked())
            m_selection.setCurrentLayer(layer->id);
    if (!isDraft()) m_recent.add(m_path, title());
    Q_EMIT projectChanged();
    m_messages.warnings(loaded.warnings);
    // The map comes first.
    constexpr int thumbnailDelayMs = 2500;
    QTimer::singleShot(thumbnailDelayMs, this, [this, number = m_loadNumber] {
        if (m_project && number == m_loadNumber) makeThumbnail();
    });
}

void Session::attachJournal() {
    m_project->setJournal(nullptr);
    auto journal = layers::Journal::open(m_path.toStdString());
    gis::Result<void> outcome;
    // What was changed while the new file was being written is not in it.
    for (const layers::ChangeSet& change : m_sinceSaveStart)
        if (journal && outcome) outcome = (*journal)->append(change);
    m_sinceSaveStart.clear();
    if (!journal || !outcome) {
        // The plan can be edited and saved all the same; the title bar says "Not saved" instead of "Auto-saved".
        m_messages.error(journal ? outcome.error() : journal.error());
        return;
    }
    m_project->setJournal(std::move(*journal));
}

void Session::save(std::function<void(bool)> done) {
    if (!m_project || isDraft()) {
        if (done) done(false);
        return;
    }
    const layers::SnapshotPtr plan = snapshot();
    write(
        m_path,
        [path = m_path, plan, known = m_known](const gis::JobControl& control) {
            return layers::saveKnownProject(path.toStdString(), *plan, known, control);
        },
        std::move(done));
}

void Session::overwrite(std::function<void(bool)> done) {
    m_known = {};  // nothing to compare with
    save(std::move(done));
}

void Session::reload() {
    if (!m_project || isDraft() || m_saving) return;
    load(tr("Opening %1").arg(QFileInfo(m_path).fileName()), m_path,
         [file = m_path](const gis::JobControl& control) -> Loading {
             // The journal is ours, and goes once the file was read.
             TUCE_TRY(opened, layers::openProject(file.toStdString(), control));
             return Loaded{file, opened.snapshot, {}, false, false, nullptr, opened.stamp};
         });
}

void Session::saveAs(const QString& path, gis::Overwrite overwrite, std::function<void(bool)> done) {
    const QString file = absolute(path);
    if (m_project && file == m_path) return save(std::move(done));
    const layers::SnapshotPtr plan = snapshot();
    write(
        file,
        [file, plan, overwrite](const gis::JobControl& control) -> Stamp {
            TUCE_CHECK(layers::createProject(file.toStdString(), *plan, overwrite, control));
            return layers::projectStamp(file.toStdString());
        },
        std::move(done));
}

void Session::write(const QString& path, std::function<Stamp(const gis::JobControl&)> work,
                    std::function<void(bool)> done) {
    if (!m_project || m_saving) {
        if (done) done(false);
        return;
    }
    m_saving = true;
    m_changedElsewhere = false;
    m_sinceSaveStart.clear();
    m_jobs.run(
        this, tr("Saving %1").arg(QFileInfo(path).fileName()), std::move(work),
        [this, path, plan = snapshot(), done](const Stamp& outcome) { written(path, plan, outcome, done); }, false);
    Q_EMIT stateChanged();
}

void Session::tellUnsaved(const gis::Error& error) {
    m_changedElsewhere = error.code == gis::ErrorCode::ChangedElsewhere;
    if (m_changedElsewhere || error.code == gis::ErrorCode::Canceled) return;  // a question follows
    m_messages.post(MessageLevel::Error,
                    tr("Nothing was saved, and nothing is lost: %1").arg(QString::fromStdString(gis::describe(error))));
}

void Session::written(const QString& path, const layers::SnapshotPtr& plan, const Stamp& outcome,
                      const std::function<void(bool)>& done) {
    m_saving = false;
    const bool good = outcome.has_value() && m_project;
    if (!outcome) {
        m_sinceSaveStart.clear();
        tellUnsaved(outcome.error());
    } else if (m_project) {
        if (path != m_path) {
            const QString old = m_path;
            m_project->setJournal(nullptr);
            QFile::remove(QString::fromStdString(layers::Journal::pathFor(old.toStdString())));
            Drafts::remove(old);
            m_lock = lock(path);
            m_path = path;
            attachJournal();
        } else if (m_project->journal() == nullptr) {
            attachJournal();
        }
        m_sinceSaveStart.clear();
        m_recoveredDraft = false;
        m_known = {plan, *outcome};
        m_project->setSaved(plan->revision);
        m_recent.add(m_path, title());
        makeThumbnail();
    }
    Q_EMIT stateChanged();
    if (done) done(good);
}

void Session::dropProject() {
    if (!m_project) return;
    m_check.clear();
    m_live.clear();
    m_ready = std::make_shared<layers::PreparedControls>();  // jobs that still stop let go of the old one
    m_live.useControls(m_ready);
    m_project->setJournal(nullptr);
    QFile::remove(QString::fromStdString(layers::Journal::pathFor(m_path.toStdString())));
    Drafts::remove(m_path);
    m_project.reset();
    m_lock.reset();
    m_path.clear();
    m_known = {};
    m_changedElsewhere = false;
    m_sinceSaveStart.clear();
    m_recoveredDraft = false;
    m_selection.select({});
    m_selection.setCurrentLayer({});
    m_selection.setClause({});
}

void Session::close() {
    ++m_loadNumber;
    m_loadToken.cancel();
    m_opening = false;
    dropProject();
    Q_EMIT projectChanged();
    Q_EMIT stateChanged();
}

std::vector<RecoveryOffer> Session::recoveryOffers() const {
    QStringList known;
    for (const RecentProject& project : m_recent.list())
        if (project.exists && project.path != m_path) known << project.path;
    std::vector<RecoveryOffer> offers = Drafts::offers(known);
    std::erase_if(offers, [this](const RecoveryOffer& offer) { return offer.path == m_path; });
    return offers;
}

void Session::discardOffer(const RecoveryOffer& offer) {
    if (offer.isDraft)
        Drafts::remove(offer.path);
    else
        QFile::remove(QString::fromStdString(layers::Journal::pathFor(offer.path.toStdString())));
}

}  // namespace app
