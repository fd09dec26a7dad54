// SPDX-License-Identifier: Apache-2.0
#include "app/session/CheckResults.h"

#include <algorithm>

#include "app/session/Session.h"
#include "layers/check/SnapshotCheckInput.h"

namespace app {

namespace {

bool isChecked(const layers::Layer& layer) {
    return layer.kind == layers::LayerKind::Layout || layer.kind == layers::LayerKind::ControlLine;
}

bool sameTable(const gis::FeatureTable& a, const gis::FeatureTable& b) {
    if (a.pageCount() == b.pageCount() && a.sharedPageCount(b) == a.pageCount())
        return a.schema() == b.schema() && a.crs() == b.crs();
    return a == b;
}

bool sameForCheck(const layers::Layer& a, const layers::Layer& b) {
    return a.id == b.id && a.name == b.name && a.kind == b.kind && a.control == b.control && a.idField == b.idField &&
           a.nameField == b.nameField && sameTable(a.table, b.table);
}

}  // namespace

bool sameCheckInput(const layers::ProjectSnapshot& a, const layers::ProjectSnapshot& b) {
    const auto checkedLayers = [](const layers::ProjectSnapshot& snapshot) {
        std::vector<layers::LayerPtr> checked;
        for (const layers::LayerPtr& layer : snapshot.layers)
            if (isChecked(*layer)) checked.push_back(layer);
        std::sort(checked.begin(), checked.end(), [](const auto& l, const auto& r) { return l->id < r->id; });
        return checked;
    };
    const auto left = checkedLayers(a);
    const auto right = checkedLayers(b);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const auto& l, const auto& r) { return l == r || sameForCheck(*l, *r); });
}

CheckResults::CheckResults(Session& session) : m_session(session) {}

void CheckResults::run() { run(m_options); }

void CheckResults::run(const layers::CheckOptions& options) {
    const layers::SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || m_running) return;
    m_options = options;
    layers::CheckOptions used = options;
    used.keepGeometry = true;  // a row of the table zooms to its overlap
    layers::CheckInput input = layers::checkInput(*snapshot, used);
    if (input.control.empty() || input.plan.empty()) {
        m_session.messages().warning(input.control.empty()
                                         ? tr("There is nothing to check against: add a control layer first.")
                                         : tr("There is nothing to check: add a layout layer first."));
        return;
    }
    // The second route of the balance costs far more than the check; a plan of many patches does without it.
    constexpr std::size_t mostBalanced = 2000;
    std::size_t features = 0;
    for (const layers::CheckLayer& layer : input.plan) features += layer.table.size();
    input.options.balance = features <= mostBalanced;
    m_running = true;
    m_token = m_session.jobs().run(
        this, tr("Checking the plan"),
        [input = std::move(input)](const gis::JobControl& control) { return layers::redLineCheck(input, control); },
        [this, snapshot](gis::Result<layers::CheckReport> report) { finish(snapshot, std::move(report)); });
    Q_EMIT started();
}

void CheckResults::stop() { m_token.cancel(); }

void CheckResults::finish(const layers::SnapshotPtr& snapshot, gis::Result<layers::CheckReport> report) {
    m_running = false;
    if (!report)
        m_session.messages().error(report.error());
    else if (m_session.snapshot()) {
        m_session.messages().warnings(report->warnings);
        m_report = std::make_shared<const layers::CheckReport>(std::move(*report));
        m_checked = snapshot;
        m_outdated = !sameCheckInput(*m_checked, *m_session.snapshot());
    }
    Q_EMIT changed();
}

int CheckResults::openConflictCount() const {
    const layers::SnapshotPtr snapshot = m_session.snapshot();
    if (!m_report || !snapshot) return 0;
    const auto approved = [&](const layers::Finding& finding) {
        const std::string key = finding.key();
        return std::any_of(snapshot->approvals.begin(), snapshot->approvals.end(),
                           [&key](const layers::Approval& approval) { return approval.findingKey == key; });
    };
    return static_cast<int>(
        std::count_if(m_report->findings.begin(), m_report->findings.end(),
                      [&](const layers::Finding& finding) { return finding.isConflict() && !approved(finding); }));
}

void CheckResults::clear() {
    stop();
    m_report.reset();
    m_checked.reset();
    m_outdated = false;
    Q_EMIT changed();
}

void CheckResults::compareWith(const layers::ProjectSnapshot& snapshot) {
    if (!m_checked) return;
    m_outdated = !sameCheckInput(*m_checked, snapshot);
    Q_EMIT changed();
}

}  // namespace app
