// SPDX-License-Identifier: Apache-2.0
#include "app/panels/AuditPanel.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <map>

#include "app/panels/ClauseReader.h"
#include "app/panels/PanelBody.h"
#include "app/panels/PlanWords.h"
#include "app/panels/TableClip.h"
#include "app/session/Session.h"
#include "app/theme/Theme.h"
#include "app/window/ActionRegistry.h"
#include "app/window/ElidedLabel.h"
#include "app/window/MapController.h"
#include "app/window/PlaceGuide.h"

namespace app {

AuditPanel::AuditPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_model(new AuditModel(this)), m_view(new QTreeView(this)) {
    m_view->setModel(m_model);
    m_view->setObjectName(QStringLiteral("auditFindings"));
    m_view->setAccessibleName(tr("Where map and text disagree"));
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(AuditModel::Words, QHeaderView::Stretch);
    for (const auto& [column, width] : {std::pair{AuditModel::What, 230},
                                        {AuditModel::Feature, 140},
                                        {AuditModel::Clause, 220},
                                        {AuditModel::State, 64}})
        m_view->setColumnWidth(column, width);
    auto* split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_view);
    split->addWidget(makeDetail());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    m_body = new PanelBody(split, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_body, 1);

    auto* copy = new QShortcut(QKeySequence::Copy, m_view);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &AuditPanel::copyRows);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &AuditPanel::showMenu);
    connect(m_view, &QTreeView::clicked, this, &AuditPanel::showBothSides);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &AuditPanel::showBothSides);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &AuditPanel::showDetail);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_restoring) Q_EMIT choiceChanged();
    });
    connect(&m_workbench.session.audit(), &AuditResults::changed, this, &AuditPanel::refresh);
    connect(&m_workbench.session.audit(), &AuditResults::fixFound, this, &AuditPanel::showFix);
    connect(&m_workbench.session, &Session::planChanged, this, &AuditPanel::showDetail);
    refresh();
}

QWidget* AuditPanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    m_state = new ElidedLabel(bar);
    m_state->setObjectName(QStringLiteral("auditState"));
    m_state->setProperty("muted", true);
    auto* approve = new QToolButton(bar);
    approve->setToolButtonStyle(Qt::ToolButtonTextOnly);
    approve->setObjectName(QStringLiteral("audit.approve"));
    // The command is registered once the panel is there.
    connect(&m_workbench.actions, &ActionRegistry::added, approve, [this, approve] {
        if (QAction* found = m_workbench.actions.find(QStringLiteral("audit.approve")))
            approve->setDefaultAction(found);
    });
    m_grouping = new QComboBox(bar);
    m_grouping->addItem(tr("Grouped by matter"), int(AuditGrouping::Kind));
    m_grouping->addItem(tr("Grouped by clause"), int(AuditGrouping::Clause));
    m_grouping->addItem(tr("Grouped by feature"), int(AuditGrouping::Feature));
    m_filter = new QComboBox(bar);
    m_filter->addItem(tr("Open"), int(AuditFilter::Open));
    m_filter->addItem(tr("Open without notes"), int(AuditFilter::Errors));
    m_filter->addItem(tr("Approved"), int(AuditFilter::Approved));
    m_filter->addItem(tr("All"), int(AuditFilter::All));
    m_search = new QLineEdit(bar);
    m_search->setObjectName(QStringLiteral("auditSearch"));
    m_search->setPlaceholderText(tr("Search places, features, clauses"));
    m_search->setClearButtonEnabled(true);
    row->addWidget(m_state, 1);
    row->addWidget(approve);
    row->addWidget(m_grouping);
    row->addWidget(m_filter);
    row->addWidget(m_search);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &AuditPanel::applyFilter);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &AuditPanel::applyFilter);
    connect(m_search, &QLineEdit::textChanged, this, &AuditPanel::applyFilter);
    return bar;
}

QWidget* AuditPanel::makeDetail() {
    m_detail = new QWidget(this);
    m_detail->setMinimumWidth(300);
    auto* column = new QVBoxLayout(m_detail);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(6);
    m_words = new ClauseReader(m_detail);
    m_words->setObjectName(QStringLiteral("auditDetail"));
    m_words->setAccessibleName(tr("Details of the finding"));
    m_words->setFrameShape(QFrame::NoFrame);
    m_words->setMinimumHeight(40);  // the map shall not give way to it
    connect(m_words, &ClauseReader::placeWanted, this,
            [this](const std::string& name) { showNamed(m_workbench, name); });
    connect(m_words, &ClauseReader::featureWanted, this, [this](const FeatureSet& feature) {
        m_workbench.session.selection().select(feature);
        m_workbench.map.flash(feature, true);
    });
    connect(m_words, &ClauseReader::linkWanted, this, [this](const QString& words) {
        if (const auto* finding = current()) Q_EMIT linkToWordsWanted(finding->clauseId, words);
    });
    connect(m_words, &ClauseReader::splitWanted, this, [this](const QString& words) {
        const auto* finding = current();
        const auto plan = m_workbench.session.snapshot();
        const layers::Clause* clause = finding && plan ? plan->corpus.clause(finding->clauseId) : nullptr;
        if (clause != nullptr)
            Q_EMIT correctionWanted(clause->id, words, clause->headingStart + m_words->chosenPlace());
    });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    column->addLayout(buttons);
    column->addWidget(m_words, 1);
    const auto button = [this, buttons](const char* name) {
        auto* made = new QPushButton(m_detail);
        made->setObjectName(QLatin1String(name));
        buttons->addWidget(made);
        return made;
    };
    m_fix = button("auditFix");
    m_link = button("auditLink");
    m_build = button("auditBuild");
    m_build->setText(tr("Build its element…"));
    connect(m_fix, &QPushButton::clicked, this, &AuditPanel::useFix);
    connect(m_link, &QPushButton::clicked, this, [this] {
        if (const auto* finding = current()) Q_EMIT linkWanted(*finding);
    });
    connect(m_build, &QPushButton::clicked, this, [this] {
        if (const auto* finding = current()) Q_EMIT buildWanted(*finding);
    });
    return m_detail;
}

const layers::AuditFinding* AuditPanel::current() const { return m_model->finding(m_view->currentIndex()); }

void AuditPanel::applyFilter() {
    m_model->setGrouping(AuditGrouping(m_grouping->currentData().toInt()));
    m_model->setFilter(AuditFilter(m_filter->currentData().toInt()), m_search->text());
    m_view->expandAll();
    showDetail();
    Q_EMIT choiceChanged();
}

void AuditPanel::refresh() {
    Session& session = m_workbench.session;
    const auto report = session.audit().report();
    std::vector<std::string> before;
    for (const layers::AuditFinding& finding : chosen()) before.push_back(finding.key);
    const layers::AuditFinding* shown = current();
    const std::string currentKey = shown != nullptr ? shown->key : std::string();
    m_restoring = true;
    m_model->setReport(report, session.audit().audited());
    m_view->expandAll();
    QItemSelection rows;
    for (const std::string& key : before)
        if (const QModelIndex row = m_model->indexOf(key); row.isValid()) rows.select(row, row);
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (const QModelIndex row = m_model->indexOf(currentKey); row.isValid())
        m_view->selectionModel()->setCurrentIndex(row, QItemSelectionModel::NoUpdate);
    m_restoring = false;
    const std::size_t open = report ? report->openCount() : 0;
    m_state->setText(report ? tr("%1 open, %2 approved").arg(open).arg(report->findings.size() - open) : QString());
    const bool hasDocuments = session.hasProject() && !session.snapshot()->corpus.documents().empty();
    m_body->emptyState().setTexts(
        !hasDocuments ? tr("There is nothing to compare yet. Import a document and link features to its clauses; then "
                           "this list says where map and text disagree.")
                      : tr("No disagreement between map and text was found in what is linked and imported."),
        {});
    m_body->showEmpty(!report || report->findings.empty());
    showDetail();
    Q_EMIT choiceChanged();
}

void AuditPanel::showDetail() {
    const layers::AuditFinding* finding = current();
    m_detail->setVisible(finding != nullptr);
    if (finding == nullptr) return;
    const auto plan = m_workbench.session.audit().audited();
    const auto escaped = [](const std::string& utf8) { return text(utf8).toHtmlEscaped(); };
    QString html =
        QStringLiteral("<p><b>%1</b></p><p>%2</p>")
            .arg(AuditModel::kindText(finding->kind).toHtmlEscaped(), escaped(gis::translated(finding->text)));
    if (plan)
        for (const layers::Approval& approval : plan->approvals)
            if (approval.findingKey == finding->key)
                html += QStringLiteral("<p>%1 %2 <span style='color:%4'>%3</span></p>")
                            .arg(tr("Approved:").toHtmlEscaped(), escaped(approval.reason),
                                 (escaped(approval.who) + u' ' + escaped(approval.when.substr(0, 10))).trimmed(),
                                 Theme::current().muted.name());
    m_words->setLead(html);
    m_words->setKnowledge(m_workbench.session.audit().knowledge());
    const layers::Clause* clause = plan ? plan->corpus.clause(finding->clauseId) : nullptr;
    const auto document = clause != nullptr ? plan->corpus.document(clause->documentId) : nullptr;
    m_words->show(plan, document.get(), clause);
    m_workbench.session.audit().askForFix(*finding);
    showFix();
    const bool lacksFeature = finding->kind == layers::AuditKind::ClauseWithoutFeature;
    m_link->setVisible(lacksFeature || finding->kind == layers::AuditKind::FeatureWithoutClause ||
                       finding->kind == layers::AuditKind::OrphanedAnchor);
    m_link->setText(lacksFeature ? tr("Link the selected features…") : tr("Link to a clause…"));
    m_link->setEnabled(!lacksFeature || !m_workbench.session.selection().features().isEmpty());
    m_build->setVisible(lacksFeature);
}

void AuditPanel::showFix() {
    const auto& fix = m_workbench.session.audit().fix();
    m_fix->setVisible(fix.has_value());
    // A long list of places is in the words above; the button stays a button.
    constexpr qsizetype longest = 28;
    const QString title = fix ? text(gis::translated(fix->title)) : QString();
    m_fix->setText(title.size() > longest ? title.left(longest - 1) + u'…' : title);
    m_fix->setToolTip(title);
}

void AuditPanel::useFix() {
    const auto fix = m_workbench.session.audit().fix();  // a copy: performing drops it
    if (!fix || !m_workbench.session.perform(fix->change)) return;
    Session& session = m_workbench.session;
    session.messages().post(MessageLevel::Information, text(gis::translated(fix->title)), tr("Undo"),
                            [&session] { session.undo(); });
}

// The feature on the map, the clause beside it.
void AuditPanel::showBothSides(const QModelIndex& index) {
    const layers::AuditFinding* found = m_restoring ? nullptr : m_model->finding(index);
    if (found == nullptr) return;
    const layers::AuditFinding finding = *found;
    const auto plan = m_workbench.session.snapshot();
    if (!plan) return;
    std::map<gis::LayerId, std::vector<gis::FeatureId>> features;
    if (finding.layer && finding.feature) {
        const auto layer = plan->layer(*finding.layer);
        if (layer && layer->table.find(*finding.feature) != nullptr) {
            m_workbench.session.selection().select(*finding.layer, *finding.feature);
            features[*finding.layer].push_back(*finding.feature);
        }
    } else {
        for (const layers::ClauseLink& link : plan->linksTo(finding.clauseId))
            features[link.layer].push_back(link.feature);
    }
    std::vector<FeatureSet> sets;
    for (auto& [layer, ids] : features) {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        sets.push_back({layer, ids});
    }
    if (!sets.empty()) m_workbench.map.flash(sets, true);
    if (!finding.clauseId.empty()) Q_EMIT clauseWanted(finding.clauseId);
}

std::vector<layers::AuditFinding> AuditPanel::chosen() const {
    std::vector<layers::AuditFinding> findings;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        if (const layers::AuditFinding* finding = m_model->finding(index)) findings.push_back(*finding);
    return findings;
}

std::vector<layers::AuditFinding> AuditPanel::chosenApproved() const {
    auto findings = chosen();
    std::erase_if(findings, [](const layers::AuditFinding& finding) { return !finding.approved; });
    return findings;
}

void AuditPanel::copyRows() {
    QModelIndexList rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        if (m_model->finding(index) != nullptr) rows << index;
    for (int group = 0; rows.isEmpty() && group < m_model->rowCount(); ++group) {
        const QModelIndex parent = m_model->index(group, 0);
        for (int row = 0; row < m_model->rowCount(parent); ++row) rows << m_model->index(row, 0, parent);
    }
    if (rows.isEmpty()) return;
    QGuiApplication::clipboard()->setMimeData(mimeOf(tableClip(*m_model, rows)));
    m_workbench.session.messages().information(tr("%n findings are on the clipboard.", nullptr, int(rows.size())));
}

void AuditPanel::showMenu(QPoint position) {
    const QModelIndex index = m_view->indexAt(position);
    if (m_model->finding(index) == nullptr) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show both sides"), this,
                    [this, index = QPersistentModelIndex(index)] { showBothSides(index); });
    menu->addSeparator();
    for (const char* id : {"audit.approve", "audit.withdraw", "audit.copy", "audit.export"})
        if (QAction* action = m_workbench.actions.find(QLatin1String(id))) menu->addAction(action);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

}  // namespace app
