// SPDX-License-Identifier: Apache-2.0
#include "app/session/Session.h"

#include <QFileInfo>
#include <QLocale>

#include "app/session/MapTransforms.h"
#include "layers/project/Journal.h"
#include "layers/render/MapRenderer.h"

namespace app {

Session::Session(QObject* parent) : QObject(parent), m_check(*this), m_audit(*this), m_live(*this) {
    connect(&m_selection, &Selection::featuresChanged, this, &Session::showSelectedConflicts);
}

Session::~Session() {
    m_check.stop();
    m_jobs.stopAll();
}

layers::SnapshotPtr Session::snapshot() const { return m_project ? m_project->snapshot() : nullptr; }

bool Session::isDraft() const { return Drafts::isDraft(m_path); }

std::string Session::keptFolder() const {
    return m_path.isEmpty() || isDraft() ? std::string() : layers::KeptIndex::folderBeside(m_path.toStdString());
}

QString Session::title() const {
    if (!m_project) return {};
    if (!isDraft()) return QFileInfo(m_path).completeBaseName();
    const QString title = QString::fromStdString(snapshot()->info.title);
    return title.isEmpty() ? tr("Untitled") : title;
}

bool Session::perform(const layers::ChangeSet& change) {
    if (!m_project) return false;
    if (change.isEmpty()) return true;
    const auto outcome = m_project->perform(change);
    if (!outcome) m_messages.error(outcome.error());
    return outcome.has_value();
}

bool Session::perform(const gis::Result<layers::ChangeSet>& change) {
    if (change) return perform(*change);
    m_messages.error(change.error());
    return false;
}

void Session::performLater(FindChange find, std::function<void(bool)> done) {
    const layers::SnapshotPtr plan = snapshot();
    if (!plan) return;
    // The journal's record is made there too: of a book of a paper that takes longer than the window may wait.
    struct Found {
        layers::ChangeSet change;
        std::string record;
    };
    layers::startJob(
        this,
        [plan, find](const gis::JobControl&) -> gis::Result<Found> {
            TUCE_TRY(change, find(*plan));
            std::string record = layers::Journal::recordOf(change);
            return Found{std::move(change), std::move(record)};
        },
        [this, plan, find, done, number = m_loadNumber](const gis::Result<Found>& found) {
            if (!m_project || number != m_loadNumber) return;
            if (snapshot() != plan) return performLater(find, done);
            const auto outcome = found ? m_project->perform(found->change, found->record)
                                       : gis::Result<void>(tl::unexpected<gis::Error>(found.error()));
            if (!outcome) m_messages.error(outcome.error());
            if (done) done(outcome.has_value());
        });
}

void Session::undo() {
    if (!m_project) return;
    if (const auto outcome = m_project->undo(); !outcome) m_messages.error(outcome.error());
}

void Session::redo() {
    if (!m_project) return;
    if (const auto outcome = m_project->redo(); !outcome) m_messages.error(outcome.error());
}

void Session::onChanged(const layers::ChangeSet& change) {
    if (m_saving) m_sinceSaveStart.push_back(change);
    m_lastJournaled = QDateTime::currentDateTime();
    m_selection.keepWithin(*snapshot());
    m_check.compareWith(*snapshot());
    Q_EMIT planChanged(change);
    showSelectedConflicts();
    Q_EMIT stateChanged();
}

bool Session::isModified() const { return m_project && (m_project->isModified() || m_recoveredDraft); }

QString Session::saveState() const {
    if (!m_project) return {};
    if (m_saving) return tr("Saving…");
    if (!isModified()) return isDraft() ? tr("Not saved to a file yet") : tr("All changes saved");
    if (m_project->journal() == nullptr) return tr("Not saved");
    if (!m_lastJournaled) return tr("Recovered, not saved to a file yet");
    return tr("Auto-saved %1").arg(QLocale::c().toString(m_lastJournaled->time(), QStringLiteral("HH:mm")));
}

void Session::showSelectedConflicts() {
    if (m_live.isGesture()) return;
    const FeatureSet& selected = m_selection.features();
    const layers::SnapshotPtr plan = snapshot();
    const layers::LayerPtr layer = plan ? plan->layer(selected.layer) : nullptr;
    const gis::Feature* feature =
        layer && selected.features.size() == 1 ? layer->table.find(selected.features.front()) : nullptr;
    if (feature == nullptr || layer->kind != layers::LayerKind::Layout)
        m_live.clear();
    else
        m_live.request(layer->id, *feature);
}

void Session::endGesture() {
    m_live.end();
    showSelectedConflicts();
}

void Session::makeThumbnail() {
    const layers::SnapshotPtr plan = snapshot();
    if (!plan || isDraft() || plan->layers.empty()) return;
    const auto draw = [plan](const gis::JobControl& control) -> gis::Result<QImage> {
        gis::Extent extent;
        const gis::CoordinateReferenceSystem crs = mapCrsOf(*plan);
        extent = planExtentOf(*plan, MapTransforms(crs));
        layers::MapSettings settings;
        settings.crs = crs;
        settings.extent = extent;
        settings.widthMm = 240 / settings.pixelsPerMm;
        settings.heightMm = 150 / settings.pixelsPerMm;
        settings.labels = false;
        settings.datumPolicy = gis::DatumPolicy::AcceptBallpark;
        // The map is drawn at the same time and matters more.
        settings.rough = true;
        layers::LayerForms forms;
        return layers::renderMap(*plan, settings, {control.cancel, {}, 1}, &forms);
    };
    layers::startJob(this, draw, [this, path = m_path](gis::Result<QImage> image) {
        if (image) m_recent.setThumbnail(path, *image);
    });
}

}  // namespace app
