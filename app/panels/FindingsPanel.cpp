// SPDX-License-Identifier: Apache-2.0
#include "app/panels/FindingsPanel.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStyle>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panels/FindingDetail.h"
#include "app/panels/PanelBody.h"
#include "app/panels/PlanWords.h"
#include "app/panels/TableClip.h"
#include "app/session/Quantities.h"
#include "app/session/Session.h"
#include "app/window/ActionRegistry.h"
#include "app/window/ElidedLabel.h"
#include "app/window/MapController.h"
#include "layers/report/DetailTables.h"

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
    m_view->viewport()->installEventFilter(this);
    connect(m_view->header(), &QHeaderView::sectionResized, this, [this](int section) {
        if (!m_fitting && !m_wished.isEmpty() && section != FindingsModel::State) m_sizedByHand = true;
    });
    m_detail = new FindingDetail(this);
    auto* split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_view);
    split->addWidget(m_detail);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    m_body = new PanelBody(split, this);
    m_totals = new ElidedLabel(this);
    m_totals->setObjectName(QStringLiteral("findingTotals"));
    m_totals->setProperty("muted", true);
    m_totals->setContentsMargins(8, 2, 8, 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_body, 1);
    column->addWidget(m_totals);

    auto* copy = new QShortcut(QKeySequence::Copy, m_view);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &FindingsPanel::copyRows);
    connect(&m_body->emptyState(), &EmptyState::wanted, this, [this] { m_workbench.session.check().run(); });
    connect(m_view, &QTreeView::customContextMenuRequested, this, &FindingsPanel::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingsPanel::showOnMap);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_restoring) Q_EMIT choiceChanged();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingsPanel::showDetail);
    connect(m_view, &QTreeView::clicked, this, &FindingsPanel::showOnMap);
    Session& session = m_workbench.session;
    connect(&session.check(), &CheckResults::changed, this, &FindingsPanel::refresh);
    connect(&session.check(), &CheckResults::started, this, &FindingsPanel::refresh);
    connect(&session, &Session::projectChanged, this, &FindingsPanel::refresh);
    connect(&session, &Session::planChanged, this, &FindingsPanel::refresh);
    refresh();
}

QToolButton* FindingsPanel::actionButton(const char* action) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(action));
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    // The command is registered once the panel is there.
    const auto take = [this, button, action] {
        if (QAction* found = m_workbench.actions.find(QLatin1String(action))) button->setDefaultAction(found);
    };
    connect(&m_workbench.actions, &ActionRegistry::added, button, take);
    return button;
}

QWidget* FindingsPanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    m_run = new QPushButton(tr("Check all"), bar);
    m_run->setObjectName(QStringLiteral("runCheck"));
    m_state = new ElidedLabel(bar);  // why it is out of date may be long
    m_state->setObjectName(QStringLiteral("checkState"));
    m_state->setProperty("muted", true);
    m_grouping = new QComboBox(bar);
    m_grouping->addItem(tr("Grouped by feature"), int(FindingGrouping::Feature));
    m_grouping->addItem(tr("Grouped by control line"), int(FindingGrouping::ControlLayer));
    m_grouping->addItem(tr("Grouped by rule"), int(FindingGrouping::Rule));
    m_grouping->addItem(tr("Grouped by class"), int(FindingGrouping::Class));
    m_grouping->addItem(tr("Not grouped"), int(FindingGrouping::None));
    m_filter = new QComboBox(bar);
    m_filter->addItem(tr("All findings"), int(FindingFilter::All));
    m_filter->addItem(tr("Open conflicts"), int(FindingFilter::OpenConflicts));
    m_filter->addItem(tr("Conflicts"), int(FindingFilter::Conflicts));
    m_filter->addItem(tr("For information"), int(FindingFilter::Information));
    m_filter->addItem(tr("Slivers"), int(FindingFilter::Slivers));
    m_filter->addItem(tr("Approved"), int(FindingFilter::Approved));
    m_filter->addItem(tr("Approval lapsed"), int(FindingFilter::Lapsed));
    m_search = new QLineEdit(bar);
    m_search->setObjectName(QStringLiteral("findingsSearch"));
    m_search->setPlaceholderText(tr("Search the findings"));
    m_search->setClearButtonEnabled(true);
    row->addWidget(m_run);
    row->addWidget(m_state, 1);
    row->addWidget(actionButton("check.approve"));
    row->addWidget(actionButton("check.sheet"));
    row->addWidget(m_grouping);
    row->addWidget(m_filter);
    row->addWidget(m_search);
    connect(m_run, &QPushButton::clicked, this, [this] {
        CheckResults& check = m_workbench.session.check();
        check.isRunning() ? check.stop() : check.run();
    });
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &FindingsPanel::applyFilter);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &FindingsPanel::applyFilter);
    connect(m_search, &QLineEdit::textChanged, this, &FindingsPanel::applyFilter);
    return bar;
}

void FindingsPanel::applyFilter() {
    m_model->setGrouping(FindingGrouping(m_grouping->currentData().toInt()));
    m_model->setFilter(FindingFilter(m_filter->currentData().toInt()), m_search->text());
    // Without groups the rows begin where their heading does.
    constexpr int headingIndent = 7;
    if (m_model->grouping() == FindingGrouping::None)
        m_view->setIndentation(headingIndent);
    else
        m_view->resetIndentation();
    expandFew();
    Q_EMIT choiceChanged();
}

void FindingsPanel::keepChoice(const std::vector<layers::Finding>& findings, const std::string& current) {
    QItemSelection rows;
    for (const layers::Finding& finding : findings)
        if (const QModelIndex row = m_model->indexOf(finding.key()); row.isValid()) rows.select(row, row);
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (const QModelIndex row = m_model->indexOf(current); row.isValid()) {
        m_view->selectionModel()->setCurrentIndex(row, QItemSelectionModel::NoUpdate);
        m_view->scrollTo(row);
    }
}

void FindingsPanel::refresh() {
    Session& session = m_workbench.session;
    CheckResults& check = session.check();
    const auto report = check.report();
    const auto before = chosen();
    const layers::Finding* current = m_model->finding(m_view->currentIndex());
    const std::string currentKey = current != nullptr ? current->key() : std::string();
    m_restoring = true;
    m_model->setReport(report, session.snapshot());
    m_run->setText(check.isRunning() ? tr("Stop") : tr("Check all"));
    m_run->setEnabled(session.hasProject());
    if (check.isRunning()) {
        m_state->setText(tr("Checking…"));
    } else if (report) {
        const QString counts =
            tr("%1 findings, %2 open conflicts").arg(report->findings.size()).arg(check.openConflictCount());
        m_state->setText(check.isOutdated() ? tr("Out of date: %1 · %2").arg(check.outdatedReason(), counts) : counts);
    } else {
        m_state->clear();
    }
    m_state->setToolTip({});  // it is that of the text before
    m_state->setProperty("warning", report != nullptr && check.isOutdated());
    m_state->setProperty("muted", report == nullptr || !check.isOutdated());
    m_state->style()->unpolish(m_state);
    m_state->style()->polish(m_state);
    m_body->emptyState().setTexts(
        !report ? tr("Not checked yet. The check compares every layout feature with every control line.")
                : tr("No overlap with any control line was found in the data that was checked."),
        check.isRunning() || !session.hasProject() ? QString() : (report ? tr("Check again") : tr("Check all")));
    m_body->showEmpty(!report || report->findings.empty());
    expandFew();
    keepChoice(before, currentKey);
    m_restoring = false;
    showDetail();
    showTotals();
    if (report && m_wished.isEmpty() && m_view->isVisible()) {
        for (int i = 0; i < FindingsModel::State; ++i) {
            m_view->resizeColumnToContents(i);
            m_wished << m_view->columnWidth(i);
        }
        fitColumns();
    }
    Q_EMIT choiceChanged();
}

// To lay out rows that nobody has scrolled to takes its time.
void FindingsPanel::expandFew() {
    constexpr int mostExpanded = 20'000;
    if (m_model->shownCount() <= mostExpanded) m_view->expandAll();
}

// Names give way to the numbers, down to a few characters; their tips have the rest. Once a width was chosen by hand, all
// stay as they are.
void FindingsPanel::fitColumns() {
    if (m_wished.isEmpty() || m_sizedByHand) return;
    struct Limits {
        int column, least, most;
    };
    static constexpr Limits names[] = {
        {FindingsModel::Feature, 110, 220}, {FindingsModel::Kind, 64, 110}, {FindingsModel::Control, 120, 250}};
    constexpr int leastState = 90;
    int room = m_view->viewport()->width() - leastState;
    for (int i = 0; i < m_wished.size(); ++i) room -= m_wished[i];
    m_fitting = true;
    for (const Limits& name : names) {
        const int wished = m_wished[name.column];
        // What is above its limit is given up first; then all names shrink alike.
        m_view->setColumnWidth(name.column, std::min(wished, name.most));
        room += wished - m_view->columnWidth(name.column);
    }
    int spare = 0;
    for (const Limits& name : names) spare += std::max(0, m_view->columnWidth(name.column) - name.least);
    const double share = room < 0 && spare > 0 ? std::min(1.0, -double(room) / spare) : 0;
    for (const Limits& name : names) {
        const int width = m_view->columnWidth(name.column);
        m_view->setColumnWidth(name.column, width - int(share * std::max(0, width - name.least)));
    }
    m_fitting = false;
}

bool FindingsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view->viewport() && event->type() == QEvent::Resize) fitColumns();
    return QWidget::eventFilter(watched, event);
}

void FindingsPanel::showDetail() {
    const auto report = m_workbench.session.check().report();
    const auto plan = m_workbench.session.snapshot();
    if (!report || !plan) return m_detail->hide();
    const layers::Finding* current = m_model->finding(m_view->currentIndex());
    if (current == nullptr) return m_detail->hide();
    const layers::Finding shown = m_workbench.session.check().asKnown(*current);
    m_detail->showFinding(&shown, *report, layers::FindingApprovals(plan->approvals, report->geometryCrs));
}

// Gross is told apart from net only where they differ; slivers where there are any.
void FindingsPanel::showTotals() {
    const auto report = m_workbench.session.check().report();
    m_totals->setVisible(report != nullptr);
    if (!report) return;
    QStringList parts;
    const layers::CheckRun& run = report->run;
    const QString limit = run.thinMetres
                              ? tr("below %1 m² or narrower than %2 m").arg(run.sliverSquareMetres).arg(*run.thinMetres)
                              : tr("below %1 m²").arg(run.sliverSquareMetres);
    for (const layers::LayerTotal& total : layers::layerTotals(*report)) {
        if (!(total.grossSquareMetres > 0) && !(total.netLengthMetres > 0)) continue;
        const QString gross = hectaresText(total.grossSquareMetres);
        const QString net = hectaresText(total.netSquareMetres);
        const QString length = lengthText(total.netLengthMetres);
        QString line = !(total.grossSquareMetres > 0) ? tr("%1: lines %2").arg(text(total.controlLayer), length)
                       : gross == net                 ? tr("%1: %2").arg(text(total.controlLayer), net)
                                      : tr("%1: gross %2, net %3").arg(text(total.controlLayer), gross, net);
        if (total.grossSquareMetres > 0 && total.netLengthMetres > 0) line += tr(", lines %1").arg(length);
        if (total.slivers > 0)
            line += tr(" (%1 slivers %2 with %3; net without them %4)")
                        .arg(total.slivers)
                        .arg(limit, squareMetresText(total.sliverSquareMetres),
                             hectaresText(total.netWithoutSliversSquareMetres));
        parts << line;
    }
    m_totals->setToolTip({});  // it is that of the text before
    m_totals->setText(parts.isEmpty() ? QString() : tr("In all: %1").arg(parts.join(QStringLiteral(" · "))));
}

void FindingsPanel::showOnMap(const QModelIndex& index) {
    const layers::Finding* finding = m_restoring ? nullptr : m_model->finding(index);
    const auto report = m_workbench.session.check().report();
    if (finding == nullptr || !report) return;
    const layers::Finding shown = *finding;
    // The feature's own numbers and clauses beside the finding; it may be gone by now.
    const auto plan = m_workbench.session.snapshot();
    const auto layer = plan ? plan->layer(shown.planLayerId) : nullptr;
    if (layer && layer->table.find(shown.planFeature) != nullptr)
        m_workbench.session.selection().select(shown.planLayerId, shown.planFeature);
    m_pointedAt = shown.key();
    m_workbench.session.check().withPieces(this, {shown}, [this](const std::vector<layers::Finding>& cut) {
        const auto present = m_workbench.session.check().report();
        if (!present || cut.front().key() != m_pointedAt) return;  // another row was chosen since
        m_workbench.map.showFinding(cut.front(), present->geometryCrs);
        showDetail();
    });
}

std::vector<layers::Finding> FindingsPanel::chosen() const {
    std::vector<layers::Finding> findings;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        if (const layers::Finding* finding = m_model->finding(index)) findings.push_back(*finding);
    return findings;
}

std::vector<layers::Finding> FindingsPanel::chosenApproved() const {
    auto findings = chosen();
    std::erase_if(findings, [this](const layers::Finding& finding) { return !m_model->hasApproval(finding); });
    return findings;
}

void FindingsPanel::copyRows() {
    QModelIndexList rows;
    const auto take = [&](const QModelIndex& index) {
        if (m_model->finding(index) != nullptr) rows << index;
    };
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows()) take(index);
    const bool takesAll = rows.isEmpty();
    for (int group = 0; takesAll && group < m_model->rowCount(); ++group) {
        const QModelIndex parent = m_model->index(group, 0);
        take(parent);
        for (int row = 0; row < m_model->rowCount(parent); ++row) take(m_model->index(row, 0, parent));
    }
    if (rows.isEmpty()) return;
    QGuiApplication::clipboard()->setMimeData(mimeOf(tableClip(*m_model, rows)));
    m_workbench.session.messages().information(tr("%n findings are on the clipboard.", nullptr, int(rows.size())));
}

void FindingsPanel::showMenu(QPoint position) {
    const QModelIndex index = m_view->indexAt(position);
    if (m_model->finding(index) == nullptr) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show on the map"), this, [this, index = QPersistentModelIndex(index)] { showOnMap(index); });
    menu->addSeparator();
    for (const char* id : {"check.approve", "check.withdraw", "check.sheet", "clause.link", "check.copy"})
        if (QAction* action = m_workbench.actions.find(QLatin1String(id))) menu->addAction(action);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

}  // namespace app
