// SPDX-License-Identifier: Apache-2.0
#include "app/panels/ClausesPanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <map>

#include "app/panels/ClauseReader.h"
#include "app/panels/PanelBody.h"
#include "app/panels/PlanWords.h"
#include "app/panels/ProposalList.h"
#include "app/session/Session.h"
#include "app/theme/Icons.h"
#include "app/window/ActionRegistry.h"
#include "app/window/MapController.h"
#include "app/window/PlaceGuide.h"
#include "layers/edit/ClauseEdit.h"
#include "layers/edit/DocumentEdit.h"

namespace app {

ClausesPanel::ClausesPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_workbench(workbench),
      m_model(new ClausesModel(this)),
      m_tree(new QTreeView(this)),
      m_reader(new ClauseReader(this)),
      m_proposals(new ProposalList(workbench.session, ProposalList::Shows::Features)) {
    m_tree->setModel(m_model);
    m_tree->setObjectName(QStringLiteral("clauses"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setDragEnabled(true);
    m_tree->setAcceptDrops(true);
    m_tree->setDragDropMode(QAbstractItemView::DragDrop);
    m_tree->setDropIndicatorShown(true);
    // The dialog waits until the drag has ended.
    connect(m_model, &ClausesModel::featuresDropped, this, &ClausesPanel::linkWanted, Qt::QueuedConnection);
    connect(m_reader, &ClauseReader::featureWanted, this, [this](const FeatureSet& feature) {
        m_workbench.session.selection().select(feature);
        m_workbench.map.flash(feature, true);
    });
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setAccessibleName(tr("Documents and clauses"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(m_reader, &ClauseReader::placeWanted, this,
            [this](const std::string& name) { showNamed(m_workbench, name); });
    connect(m_reader, &ClauseReader::linkWanted, this, [this](const QString& words) {
        if (const layers::Clause* clause = m_model->clause(m_tree->currentIndex()))
            Q_EMIT linkToWordsWanted(clause->id, words);
    });
    connect(m_reader, &ClauseReader::splitWanted, this, [this](const QString& words) {
        if (const layers::Clause* clause = m_model->clause(m_tree->currentIndex()))
            Q_EMIT correctionWanted(clause->id, words, clause->headingStart + m_reader->chosenPlace());
        else if (const layers::PolicyDocument* document = m_model->document(m_tree->currentIndex()))
            Q_EMIT clauseFromTextWanted(document->id, words, m_reader->chosenPlace());
    });
    m_reader->setShowsOutside(true);
    connect(m_reader, &ClauseReader::takenIn, this, &ClausesPanel::take);
    connect(m_reader, &ClauseReader::begunAsClause, this, [this](const QString& words, std::size_t place) {
        if (const layers::PolicyDocument* document = m_model->document(m_tree->currentIndex()))
            Q_EMIT clauseFromTextWanted(document->id, words, place);
    });
    connect(&m_workbench.session.audit(), &AuditResults::changed, this, [this] {
        if (m_workbench.session.audit().knowledge() == m_knowledge) return;
        m_knowledge = m_workbench.session.audit().knowledge();
        m_reader->setKnowledge(m_knowledge);
        if (m_knowledge) m_model->setNames(m_knowledge->gazetteer);
        showClause(m_tree->currentIndex());
    });
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_tree);
    split->addWidget(m_reader);
    split->addWidget(makeProposals());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    split->setSizes({280, 320});  // what is read needs as much room as the list
    m_body = new PanelBody(split, this);
    m_body->emptyState().setTexts(tr("No policy document yet. Import the text of a document to link features to its "
                                     "clauses."),
                                  tr("Import a document…"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_body, 1);
    connect(&m_body->emptyState(), &EmptyState::wanted, this, &ClausesPanel::importWanted);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClausesPanel::showClause);
    // What is picked here is the session's clause, and one picked elsewhere is shown here.
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (const layers::Clause* clause = m_model->clause(index))
            m_workbench.session.selection().setClause(clause->id);
    });
    connect(&m_workbench.session.selection(), &Selection::clauseChanged, this, [this] {
        const std::string& id = m_workbench.session.selection().clause();
        const layers::Clause* shown = m_model->clause(m_tree->currentIndex());
        if (!id.empty() && (shown == nullptr || shown->id != id)) show(id);
    });
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (const layers::Clause* clause = m_model->clause(index)) flashFeatures(clause->id);
    });
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &ClausesPanel::showMenu);
    connect(&m_workbench.session, &Session::projectChanged, this, &ClausesPanel::refresh);
    connect(&m_workbench.session, &Session::planChanged, this, &ClausesPanel::refresh);
    refresh();
}

/// Features that may be linked to the picked clause; takes no room where there are none.
QWidget* ClausesPanel::makeProposals() {
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("clauseProposals"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_proposals->setContentsMargins(8, 0, 8, 8);
    scroll->setWidget(m_proposals);
    scroll->hide();
    connect(&m_proposals->proposals(), &Proposals::changed, scroll,
            [this, scroll] { scroll->setVisible(!m_proposals->proposals().found().empty()); });
    connect(m_proposals, &ProposalList::sideWanted, this, [this](const layers::LinkProposal& proposal) {
        const FeatureSet feature{proposal.subject.layer, {proposal.subject.feature}};
        m_workbench.session.selection().select(feature);
        m_workbench.map.flash(feature, true);
    });
    return scroll;
}

QWidget* ClausesPanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* rows = new QVBoxLayout(bar);
    rows->setContentsMargins(8, 4, 4, 4);
    rows->setSpacing(4);
    auto* head = new QHBoxLayout;
    m_count = new QLabel(bar);
    m_count->setProperty("muted", true);
    auto* import = new QToolButton(bar);
    import->setIcon(icon(QStringLiteral("add")));
    import->setText(tr("Import"));
    import->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    import->setToolTip(tr("Import your own text of a document"));
    head->addWidget(m_count, 1);
    head->addWidget(import);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(QStringLiteral("clauseSearch"));
    m_search->setPlaceholderText(tr("Search headings, numbers, places, text"));
    m_search->setClearButtonEnabled(true);
    rows->addLayout(head);
    m_filter = new QComboBox(bar);
    m_filter->setObjectName(QStringLiteral("clauseFilter"));
    m_filter->addItem(tr("All clauses"), int(ClauseFilter::All));
    m_filter->addItem(tr("With features"), int(ClauseFilter::Linked));
    m_filter->addItem(tr("Without features"), int(ClauseFilter::Unlinked));
    auto* find = new QHBoxLayout;
    find->addWidget(m_search, 1);
    find->addWidget(m_filter);
    rows->addLayout(find);
    connect(import, &QToolButton::clicked, this, &ClausesPanel::importWanted);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model->setSearch(words);
        if (!words.trimmed().isEmpty()) m_tree->expandAll();
        m_tree->scrollToTop();
        showCount();
    });
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this] {
        const auto filter = ClauseFilter(m_filter->currentData().toInt());
        m_model->setFilter(filter);
        if (filter != ClauseFilter::All) m_tree->expandAll();
        showCount();
    });
    return bar;
}

ClausesPanel::TreeState ClausesPanel::treeState() const {
    TreeState state;
    const auto nameOf = [this](const QModelIndex& index) {
        const layers::Clause* clause = m_model->clause(index);
        const layers::PolicyDocument* document = m_model->document(index);
        return clause != nullptr ? clause->id : document != nullptr ? document->id : std::string();
    };
    std::vector<QModelIndex> open{QModelIndex()};
    while (!open.empty()) {
        const QModelIndex above = open.back();
        open.pop_back();
        for (int row = 0; row < m_model->rowCount(above); ++row) {
            const QModelIndex index = m_model->index(row, 0, above);
            if (!m_tree->isExpanded(index)) continue;
            state.expanded.push_back(nameOf(index));
            open.push_back(index);
        }
    }
    // A clause that was joined to the one above is found there.
    for (QModelIndex index = m_tree->currentIndex(); index.isValid() && state.current.size() < 3;
         index = m_tree->indexAbove(index))
        state.current.push_back(nameOf(index));
    state.scroll = m_tree->verticalScrollBar()->value();
    return state;
}

void ClausesPanel::restore(const TreeState& state) {
    for (const std::string& name : state.expanded)
        if (const QModelIndex index = m_model->indexOf(name); index.isValid()) m_tree->expand(index);
    for (const std::string& name : state.current) {
        const QModelIndex index = m_model->indexOf(name);
        if (!index.isValid()) continue;
        m_tree->setCurrentIndex(index);
        break;
    }
    m_tree->doItemsLayout();
    m_tree->verticalScrollBar()->setValue(state.scroll);
}

void ClausesPanel::refresh() {
    const auto snapshot = m_workbench.session.snapshot();
    const bool isAnotherPlan = m_project != m_workbench.session.project();
    m_project = m_workbench.session.project();
    const TreeState before = isAnotherPlan ? TreeState{} : treeState();
    const bool isReset = m_model->setSnapshot(snapshot);
    if (isReset && !isAnotherPlan) restore(before);
    const auto documents = snapshot ? snapshot->corpus.documents().size() : 0;
    showCount();
    m_body->showEmpty(documents == 0);
    if (documents == 1) m_tree->expandToDepth(0);
    if (!m_tree->currentIndex().isValid()) {
        const QModelIndex index = m_model->indexOf(m_workbench.session.selection().clause());
        if (index.isValid()) m_tree->setCurrentIndex(index);
    }
    showClause(m_tree->currentIndex());
}

void ClausesPanel::showCount() {
    const auto plan = m_workbench.session.snapshot();
    const auto documents = plan ? plan->corpus.documents().size() : 0;
    const bool isSought = !m_search->text().trimmed().isEmpty() || m_filter->currentIndex() != 0;
    if (documents == 0)
        m_count->clear();
    else if (!isSought)
        m_count->setText(tr("%1 documents · %2 clauses").arg(documents).arg(plan->corpus.clauseCount()));
    else if (m_model->matchCount() == 0)
        m_count->setText(tr("No clause found"));
    else
        m_count->setText(tr("%1 of %2 clauses").arg(m_model->matchCount()).arg(plan->corpus.clauseCount()));
}

void ClausesPanel::showClause(const QModelIndex& index) {
    m_reader->show(m_workbench.session.snapshot(), m_model->document(index), m_model->clause(index));
    if (const layers::Clause* clause = m_model->clause(index))
        m_proposals->proposals().askFor(clause->id);
    else
        m_proposals->proposals().drop();
}

void ClausesPanel::flashFeatures(const std::string& clauseId) {
    const auto snapshot = m_workbench.session.snapshot();
    std::map<gis::LayerId, std::vector<gis::FeatureId>> found;
    for (const layers::ClauseLink& link : snapshot->linksTo(clauseId)) found[link.layer].push_back(link.feature);
    std::vector<FeatureSet> sets;
    for (auto& [layer, features] : found) {
        std::sort(features.begin(), features.end());
        features.erase(std::unique(features.begin(), features.end()), features.end());
        sets.push_back({layer, features});
    }
    if (!sets.empty()) m_workbench.map.flash(sets);
}

void ClausesPanel::show(const std::string& clauseId) {
    m_search->clear();
    m_filter->setCurrentIndex(0);
    const QModelIndex index = m_model->indexOf(clauseId);
    if (!index.isValid()) return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void ClausesPanel::join(const std::string& clauseId) {
    Session& session = m_workbench.session;
    const layers::Clause* clause = session.snapshot()->corpus.clause(clauseId);
    const auto document = clause != nullptr ? session.snapshot()->corpus.document(clause->documentId) : nullptr;
    if (!document) return;
    const layers::ClauseCorrection correction{
        layers::CorrectionKind::Join, layers::wordsOf(*document, *clause), clause->start, {}, {}};
    const auto find = [id = document->id, correction](const layers::ProjectSnapshot& plan) {
        return layers::correctClauses(plan, id, correction);
    };
    session.performLater(find, [&session](bool made) {
        if (made)
            session.messages().post(MessageLevel::Information, tr("Joined to the clause before."), tr("Undo"),
                                    [&session] { session.undo(); });
    });
}

void ClausesPanel::take(const QString& words, std::size_t place) {
    Session& session = m_workbench.session;
    const layers::PolicyDocument* document = m_model->document(m_tree->currentIndex());
    if (document == nullptr) return;
    const layers::ClauseCorrection correction{layers::CorrectionKind::Take, words.toStdString(), place, {}, {}};
    const auto find = [id = document->id, correction](const layers::ProjectSnapshot& plan) {
        return layers::correctClauses(plan, id, correction);
    };
    session.performLater(find, [&session](bool made) {
        if (made)
            session.messages().post(MessageLevel::Information, tr("Taken into the clause before."), tr("Undo"),
                                    [&session] { session.undo(); });
    });
}

void ClausesPanel::showDocumentMenu(const layers::PolicyDocument& document, QPoint position) {
    QMenu menu(this);
    menu.addAction(document.text.empty() ? tr("Import its text…") : tr("Import its text again…"), this,
                   [this, id = document.id] { Q_EMIT importAgainWanted(id); });
    menu.addAction(icon(QStringLiteral("delete")), tr("Take the document out of the plan"), this,
                   [this, id = document.id] { remove(id); });
    menu.exec(m_tree->viewport()->mapToGlobal(position));
}

void ClausesPanel::remove(const std::string& documentId) {
    Session& session = m_workbench.session;
    const auto plan = session.snapshot();
    const auto document = plan->corpus.document(documentId);
    if (!document) return;
    std::size_t links = 0;
    for (const layers::Clause& clause : document->clauses) links += plan->linksTo(clause.id).size();
    const QString title = text(document->title.empty() ? document->id : document->title);
    const QString words =
        links == 0
            ? tr("“%1” is taken out of the plan.").arg(title)
            : tr("“%1” is taken out of the plan; %2 links have lost their clause (see audit).").arg(title).arg(links);
    const auto find = [documentId](const layers::ProjectSnapshot& now) {
        return layers::removeDocument(now, documentId);
    };
    session.performLater(find, [&session, words](bool made) {
        if (made) session.messages().post(MessageLevel::Information, words, tr("Undo"), [&session] { session.undo(); });
    });
}

void ClausesPanel::showMenu(QPoint position) {
    const QModelIndex index = m_tree->indexAt(position);
    const layers::Clause* clause = m_model->clause(index);
    if (const layers::PolicyDocument* document = m_model->document(index); clause == nullptr && document != nullptr)
        return showDocumentMenu(*document, position);
    if (clause == nullptr) return;
    const std::string id = clause->id;
    QMenu menu(this);
    menu.addAction(tr("Show its features"), this, [this, id] { flashFeatures(id); });
    QAction* link = menu.addAction(tr("Link the selected features…"), this, [this, id] { Q_EMIT linkWanted(id); });
    menu.addAction(tr("Make an element of it…"), this, [this, id] { Q_EMIT elementWanted(id); });
    link->setEnabled(!m_workbench.session.selection().features().isEmpty());
    if (QAction* unlink = m_workbench.actions.find(QStringLiteral("clause.unlink"))) {
        m_workbench.actions.refresh();
        menu.addAction(unlink);
    }
    menu.addSeparator();
    const auto document = m_workbench.session.snapshot()->corpus.document(clause->documentId);
    const bool isRead = document && !document->text.empty();
    menu.addAction(tr("Number and heading…"), this, [this, id] { Q_EMIT correctionWanted(id, {}, 0); })
        ->setEnabled(isRead);
    menu.addAction(tr("Not a clause of its own: join to the one before"), this, [this, id] { join(id); })
        ->setEnabled(isRead);
    menu.exec(m_tree->viewport()->mapToGlobal(position));
}

}  // namespace app
