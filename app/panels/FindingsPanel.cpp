// SPDX-License-Identifier: Apache-2.0
#include "app/panels/FindingsPanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "app/panels/EmptyPanel.h"
#include "app/panels/PlanWords.h"
#include "app/session/Session.h"
#include "app/window/MapController.h"
#include "layers/edit/ApprovalEdit.h"

namespace app {

FindingsPanel::FindingsPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_model(new FindingsModel(this)), m_view(new QTreeView(this)) {
    m_view->setModel(m_model);
    m_view->setObjectName(QStringLiteral("findings"));
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(false);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Findings"));
    m_view->header()->setStretchLastSection(true);
    m_view->header()->setSortIndicatorClearable(true);
    m_view->header()->setSortIndicator(-1, Qt::DescendingOrder);
    m_view->setSortingEnabled(true);
    m_body = new PanelBody(m_view, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_body, 1);

    connect(&m_body->emptyState(), &EmptyPanel::wanted, this, [this] { m_workbench.session.check().run(); });
    connect(m_view, &QTreeView::customContextMenuRequested, this, &FindingsPanel::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingsPanel::showOnMap);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FindingsPanel::updateButtons);
    connect(m_view, &QTreeView::clicked, this, &FindingsPanel::showOnMap);
    Session& session = m_workbench.session;
    connect(&session.check(), &CheckResults::changed, this, &FindingsPanel::refresh);
    connect(&session.check(), &CheckResults::started, this, &FindingsPanel::refresh);
    connect(&session, &Session::projectChanged, this, &FindingsPanel::refresh);
    connect(&session, &Session::planChanged, this, &FindingsPanel::refresh);
    refresh();
}

QWidget* FindingsPanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    m_run = new QPushButton(tr("Check all"), bar);
    m_run->setObjectName(QStringLiteral("runCheck"));
    m_state = new QLabel(bar);
    m_state->setObjectName(QStringLiteral("findingsState"));
    m_state->setProperty("muted", true);
    m_grouping = new QComboBox(bar);
    m_grouping->addItem(tr("Grouped by feature"), int(FindingGrouping::Feature));
    m_grouping->addItem(tr("Grouped by control line"), int(FindingGrouping::ControlLayer));
    m_grouping->addItem(tr("Grouped by class"), int(FindingGrouping::Class));
    m_grouping->addItem(tr("Not grouped"), int(FindingGrouping::None));
    m_filter = new QComboBox(bar);
    m_filter->addItem(tr("All findings"), int(FindingFilter::All));
    m_filter->addItem(tr("Open conflicts"), int(FindingFilter::OpenConflicts));
    m_filter->addItem(tr("Conflicts"), int(FindingFilter::Conflicts));
    m_filter->addItem(tr("Slivers"), int(FindingFilter::Slivers));
    m_filter->addItem(tr("Approved"), int(FindingFilter::Approved));
    m_search = new QLineEdit(bar);
    m_search->setObjectName(QStringLiteral("findingsSearch"));
    m_search->setPlaceholderText(tr("Search the findings"));
    m_search->setClearButtonEnabled(true);
    m_approve = new QToolButton(bar);
    m_approve->setObjectName(QStringLiteral("approve"));
    m_approve->setText(tr("Approve…"));
    m_approve->setToolTip(tr("Accept the selected findings with a reason; the reason goes into the report"));
    row->addWidget(m_run);
    row->addWidget(m_state, 1);
    row->addWidget(m_approve);
    row->addWidget(m_grouping);
    row->addWidget(m_filter);
    row->addWidget(m_search);
    connect(m_run, &QPushButton::clicked, this, [this] {
        CheckResults& check = m_workbench.session.check();
        check.isRunning() ? check.stop() : check.run();
    });
    connect(m_approve, &QToolButton::clicked, this, &FindingsPanel::approveSelected);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &FindingsPanel::applyFilter);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &FindingsPanel::applyFilter);
    connect(m_search, &QLineEdit::textChanged, this, &FindingsPanel::applyFilter);
    return bar;
}

void FindingsPanel::applyFilter() {
    m_model->setGrouping(FindingGrouping(m_grouping->currentData().toInt()));
    m_model->setFilter(FindingFilter(m_filter->currentData().toInt()), m_search->text());
    m_view->setRootIsDecorated(m_model->grouping() != FindingGrouping::None);
    m_view->expandAll();
    updateButtons();
}

void FindingsPanel::refresh() {
    Session& session = m_workbench.session;
    CheckResults& check = session.check();
    const auto report = check.report();
    m_model->setReport(report, session.snapshot());
    m_run->setText(check.isRunning() ? tr("Stop") : tr("Check all"));
    m_run->setEnabled(session.hasProject());
    if (check.isRunning()) {
        m_state->setText(tr("Checking…"));
    } else if (report) {
        const QString counts =
            tr("%1 findings, %2 open conflicts").arg(report->findings.size()).arg(check.openConflictCount());
        m_state->setText(check.isOutdated() ? tr("Out of date: the plan has changed since the check · %1").arg(counts)
                                            : counts);
    } else {
        m_state->clear();
    }
    m_state->setProperty("warning", report != nullptr && check.isOutdated());
    m_body->emptyState().setTexts(
        !report ? tr("Not checked yet. The check compares every layout feature with every control line.")
                : tr("No overlap with any control line was found in the data that was checked."),
        check.isRunning() || !session.hasProject() ? QString() : (report ? tr("Check again") : tr("Check all")));
    m_body->showEmpty(!report || report->findings.empty());
    m_view->expandAll();
    if (report && !m_sized && m_view->isVisible()) {
        for (int i = 0; i < FindingsModel::State; ++i) m_view->resizeColumnToContents(i);
        m_sized = true;
    }
    updateButtons();
}

void FindingsPanel::showOnMap(const QModelIndex& index) {
    const layers::Finding* finding = m_model->finding(index);
    const auto checked = m_workbench.session.check().checkedSnapshot();
    if (finding == nullptr || !checked) return;
    const auto layer = checked->layer(finding->planLayerId);
    if (layer) m_workbench.map.showFinding(*finding, layer->table.crs());
}

std::vector<layers::Finding> FindingsPanel::selected() const {
    std::vector<layers::Finding> findings;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        if (const layers::Finding* finding = m_model->finding(index)) findings.push_back(*finding);
    return findings;
}

void FindingsPanel::updateButtons() { m_approve->setEnabled(!selected().empty()); }

void FindingsPanel::approveSelected() {
    const auto findings = selected();
    if (findings.empty()) return;
    bool given = false;
    const QString reason = QInputDialog::getText(this, tr("Approve findings"), tr("Reason (goes into the report):"),
                                                 QLineEdit::Normal, {}, &given);
    if (!given) return;
    std::vector<std::string> keys;
    for (const layers::Finding& finding : findings) keys.push_back(finding.key());
    m_workbench.session.perform(
        layers::approveFindings(*m_workbench.session.snapshot(), keys, reason.trimmed().toStdString()));
}

void FindingsPanel::withdrawSelected() {
    std::vector<std::string> keys;
    for (const layers::Finding& finding : selected())
        if (m_model->approval(finding) != nullptr) keys.push_back(finding.key());
    m_workbench.session.perform(layers::withdrawApprovals(*m_workbench.session.snapshot(), keys));
}

void FindingsPanel::showMenu(QPoint position) {
    const QModelIndex index = m_view->indexAt(position);
    const layers::Finding* finding = m_model->finding(index);
    if (finding == nullptr) return;
    const layers::Finding copy = *finding;
    QMenu menu(this);
    menu.addAction(tr("Show on the map"), this, [this, index] { showOnMap(index); });
    menu.addAction(tr("Select the feature"), this,
                   [this, copy] { m_workbench.session.selection().select(copy.planLayerId, copy.planFeature); });
    menu.addSeparator();
    menu.addAction(tr("Approve…"), this, &FindingsPanel::approveSelected);
    if (m_model->approval(copy) != nullptr)
        menu.addAction(tr("Withdraw the approval"), this, &FindingsPanel::withdrawSelected);
    menu.addSeparator();
    menu.addAction(tr("Make a sheet of it…"), this, [this, copy] { Q_EMIT sheetWanted(copy); });
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

}  // namespace app
