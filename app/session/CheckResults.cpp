// SPDX-License-Identifier: Apache-2.0
#include "app/session/CheckResults.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <algorithm>

#include "app/session/Session.h"
#include "layers/check/FindingApprovals.h"
#include "layers/check/FindingPieces.h"
#include "layers/check/PreparedControls.h"
#include "layers/check/SnapshotCheckInput.h"

namespace app {

namespace {

bool isChecked(const layers::Layer& layer) {
    return layer.kind == layers::LayerKind::Layout || layer.kind == layers::LayerKind::ControlLine;
}

QString words(const char* source) { return QCoreApplication::translate("CheckResults", source); }

QString difference(const layers::Layer& before, const layers::Layer& now) {
    const QString name = QString::fromStdString(now.name);
    if (before.name != now.name)
        return words(QT_TRANSLATE_NOOP("CheckResults", "the layer %1 has another name")).arg(name);
    if (before.control != now.control || before.kind != now.kind)
        return words(QT_TRANSLATE_NOOP("CheckResults", "the rule of %1 was changed")).arg(name);
    if (before.idField != now.idField || before.nameField != now.nameField)
        return words(QT_TRANSLATE_NOOP("CheckResults", "%1 takes ids or names from another field")).arg(name);
    if (!layers::sharesAll(before.table, now.table) && !(before.table == now.table))
        return words(QT_TRANSLATE_NOOP("CheckResults", "features of %1 were changed")).arg(name);
    return {};
}

std::vector<layers::LayerPtr> checkedLayers(const layers::ProjectSnapshot& snapshot) {
    std::vector<layers::LayerPtr> checked;
    for (const layers::LayerPtr& layer : snapshot.layers)
        if (isChecked(*layer)) checked.push_back(layer);
    return checked;
}

}  // namespace

QString checkInputDifference(const layers::ProjectSnapshot& before, const layers::ProjectSnapshot& now) {
    const auto find = [](const std::vector<layers::LayerPtr>& layers, gis::LayerId id) {
        const auto found = std::find_if(layers.begin(), layers.end(), [id](const auto& l) { return l->id == id; });
        return found == layers.end() ? nullptr : *found;
    };
    const auto left = checkedLayers(before);
    const auto right = checkedLayers(now);
    for (const layers::LayerPtr& layer : right) {
        const layers::LayerPtr old = find(left, layer->id);
        if (!old)
            return words(QT_TRANSLATE_NOOP("CheckResults", "the layer %1 is new"))
                .arg(QString::fromStdString(layer->name));
        if (old == layer) continue;
        if (const QString what = difference(*old, *layer); !what.isEmpty()) return what;
    }
    for (const layers::LayerPtr& layer : left)
        if (!find(right, layer->id))
            return words(QT_TRANSLATE_NOOP("CheckResults", "the layer %1 is gone"))
                .arg(QString::fromStdString(layer->name));
    return {};
}

CheckResults::CheckResults(Session& session) : m_session(session) {
    connect(&m_linked, &LinkedFiles::changed, this, [this] {
        judge();
        Q_EMIT changed();
    });
    connect(&session, &Session::projectChanged, this, [this] {
        m_linked.forget();
        if (const layers::SnapshotPtr plan = m_session.snapshot()) m_linked.follow(*plan);
    });
}

// The plan first: a change of ours is what the user knows of.
void CheckResults::judge() {
    m_outdatedReason.clear();
    const layers::SnapshotPtr plan = m_session.snapshot();
    if (!m_checked || !plan) return;
    if (m_mistrusted) {
        m_outdatedReason = tr("what was kept of the large layers does not match their files; check again");
        return;
    }
    m_outdatedReason = checkInputDifference(*m_checked, *plan);
    if (!m_outdatedReason.isEmpty()) return;
    for (const layers::LayerPtr& layer : checkedLayers(*plan))
        if (m_linked.changedFiles().contains(QString::fromStdString(layer->source.path)))
            m_outdatedReason = tr("the file of %1 was changed; open the project again to read it")
                                   .arg(QString::fromStdString(layer->name));
}

void CheckResults::run() { run(m_options); }

void CheckResults::run(const layers::CheckOptions& options) {
    const layers::SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || m_running) return;
    m_options = options;
    layers::CheckInput input = layers::checkInput(*snapshot, options);
    if (input.control.empty() || input.plan.empty()) {
        m_session.messages().warning(input.control.empty()
                                         ? tr("There is nothing to check against: add a control layer first.")
                                         : tr("There is nothing to check: add a layout layer first."));
        return;
    }
    input.options.balance = layers::isBalanceCheap(input);
    m_running = true;
    m_token = m_session.jobs().run(
        this, tr("Checking the plan"),
        [input = std::move(input), earlier = m_mistrusted ? nullptr : m_made, ready = m_session.readyControls(),
         keptIndex = kept(), snapshot](const gis::JobControl& control) -> gis::Result<layers::MadeCheckPtr> {
            layers::CheckInput whole = input;
            if (keptIndex) TUCE_CHECK(keptIndex->attach(*snapshot, whole, control));
            return layers::checkAgain(earlier, std::move(whole), *ready, control);
        },
        [this, snapshot](gis::Result<layers::MadeCheckPtr> made) { finish(snapshot, std::move(made)); });
    Q_EMIT started();
}

void CheckResults::stop() { m_token.cancel(); }

layers::Finding CheckResults::asKnown(const layers::Finding& finding) const {
    const auto known = m_pieces.find(finding.key());
    return known != m_pieces.end() ? known->second : finding;
}

void CheckResults::withPieces(QObject* receiver, const std::vector<layers::Finding>& findings, const PiecesDone& done) {
    if (!m_made) return;
    std::vector<layers::Finding> all;
    bool isKnown = true;
    for (const layers::Finding& finding : findings) {
        all.push_back(asKnown(finding));
        isKnown &= !all.back().geometry.isEmpty() || m_pieces.count(finding.key()) > 0;
    }
    if (isKnown) return done(all);
    using Cut = gis::Result<std::vector<layers::Finding>>;
    const auto work = [made = m_made, all = std::move(all)](const gis::JobControl& control) -> Cut {
        return layers::withPieces(made->input, all, control);
    };
    const auto take = [this, made = m_made, receiver = QPointer<QObject>(receiver), done](const Cut& cut) {
        if (made != m_made) return;
        if (!cut) {
            if (cut.error().code != gis::ErrorCode::Canceled) m_session.messages().error(cut.error());
            return;
        }
        constexpr std::size_t mostKept = 1000;
        if (m_pieces.size() > mostKept) m_pieces.clear();
        for (const layers::Finding& finding : *cut) m_pieces.insert_or_assign(finding.key(), finding);
        if (receiver) done(*cut);
    };
    // One row is there before a progress bar could be read.
    constexpr std::size_t mostUnlisted = 20;
    if (findings.size() > mostUnlisted)
        m_session.jobs().run(this, tr("Cutting the pieces"), work, take);
    else
        layers::startJob(this, work, take);
}

void CheckResults::finish(const layers::SnapshotPtr& snapshot, gis::Result<layers::MadeCheckPtr> made) {
    m_running = false;
    if (!made) {
        m_session.messages().error(made.error());
    } else if (m_session.snapshot()) {
        m_made = std::move(*made);
        m_pieces.clear();
        m_session.messages().warnings(m_made->report->warnings);
        if (m_made->checked < m_made->features)
            m_session.messages().information(tr("%1 of %2 features were checked again; nothing changed for the others.")
                                                 .arg(m_made->checked)
                                                 .arg(m_made->features));
        m_checked = snapshot;
        m_mistrusted = false;
        judge();
        settle(m_kept);
    }
    Q_EMIT changed();
}

// Beside the file of a saved project; a draft keeps nothing.
std::shared_ptr<layers::KeptIndex> CheckResults::kept() {
    if (m_session.path().isEmpty() || m_session.isDraft()) return m_kept = nullptr;
    const std::string folder = layers::KeptIndex::folderBeside(m_session.path().toStdString());
    if (!m_kept || m_kept->folder() != folder)
        m_kept =
            std::make_shared<layers::KeptIndex>(folder, layers::KeptIndex::fewestVertices, m_session.sharedShapes());
    return m_kept;
}

// Behind the shown result: what is new is written, what was taken is verified.
void CheckResults::settle(const std::shared_ptr<layers::KeptIndex>& kept) {
    if (!kept || !kept->isUsed()) return;
    using Settled = gis::Result<gis::PackedCache::Verdict>;
    m_settling = m_session.jobs().run(
        this, tr("Keeping the index of large layers"),
        [kept, ready = m_session.readyControls()](const gis::JobControl& control) -> Settled {
            Settled verdict = kept->settle(control);
            // Here, for it waits for whoever is making a layer ready.
            if (verdict && *verdict == gis::PackedCache::Verdict::Mismatch) ready->forget();
            return verdict;
        },
        [this, kept](const Settled& verdict) {
            if (kept != m_kept) return;
            if (!verdict) return m_session.messages().error(verdict.error());
            if (*verdict != gis::PackedCache::Verdict::Mismatch) return;
            m_mistrusted = true;
            judge();
            Q_EMIT changed();
        });
}

bool CheckResults::hasKept() const {
    if (m_session.path().isEmpty() || m_session.isDraft()) return false;
    return QFileInfo::exists(QString::fromStdString(layers::KeptIndex::folderBeside(m_session.path().toStdString())));
}

void CheckResults::wipeKept() {
    const auto index = kept();
    if (!index) return;
    m_settling.cancel();  // it would write what is to go
    index->wipe();
    m_session.messages().information(tr("The kept index was deleted; the next check makes it anew."));
    Q_EMIT changed();
}

int CheckResults::openConflictCount() const {
    const layers::SnapshotPtr snapshot = m_session.snapshot();
    if (!m_made || !snapshot) return 0;
    return static_cast<int>(layers::openConflictCount(*m_made->report, snapshot->approvals));
}

void CheckResults::clear() {
    stop();
    m_made.reset();
    m_pieces.clear();
    m_checked.reset();
    m_kept.reset();
    m_mistrusted = false;
    m_outdatedReason.clear();
    Q_EMIT changed();
}

void CheckResults::compareWith(const layers::ProjectSnapshot& snapshot) {
    m_linked.follow(snapshot);
    if (!m_checked) return;
    judge();
    Q_EMIT changed();
}

}  // namespace app
