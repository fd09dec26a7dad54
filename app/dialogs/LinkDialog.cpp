// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/LinkDialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panels/ClausesModel.h"
#include "app/panels/PlanWords.h"
#include "app/panels/ProposalList.h"
#include "app/session/Session.h"
#include "layers/edit/EditSeries.h"
#include "layers/edit/LinkEdit.h"

namespace app {

namespace {

constexpr std::size_t namedFeatures = 3;

bool isLinked(const layers::ProjectSnapshot& plan, gis::LayerId layer, gis::FeatureId feature,
              const std::string& clause, layers::LinkRelation relation) {
    const auto links = plan.linksOf(layer, feature);
    return std::any_of(links.begin(), links.end(), [&](const layers::ClauseLink& link) {
        return link.clauseId == clause && link.relation == relation;
    });
}

}  // namespace

LinkDialog::LinkDialog(Workbench& workbench, FeatureSet features, const std::string& clauseId, const QString& words)
    : WorkDialog(workbench, QStringLiteral("linkDialog"), tr("Link to a clause"), QSize(860, 560)),
      m_features(std::move(features)),
      m_model(new ClausesModel(this)),
      m_tree(new QTreeView(this)),
      m_search(new QLineEdit(this)),
      m_reader(new QTextBrowser(this)),
      m_relation(new QComboBox(this)),
      m_anchor(new QLineEdit(this)),
      m_note(new QLineEdit(this)) {
    auto* split = new QSplitter(this);
    split->addWidget(makeTree());
    split->addWidget(makeDetails());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 3);
    split->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(split, 1);
    m_link = addButtons(*column, tr("Link"));
    m_model->setSnapshot(session().snapshot());
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &LinkDialog::showClause);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& sought) {
        m_model->setSearch(sought);
        if (!sought.trimmed().isEmpty()) m_tree->expandAll();
        showClause();
    });
    const std::string start = clauseId.empty() ? session().selection().clause() : clauseId;
    const QModelIndex index = m_model->indexOf(start);
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
    } else {
        m_tree->expandToDepth(0);
    }
    showClause();
    m_anchor->setText(words);
    (clauseId.empty() ? m_search : m_anchor)->setFocus();
}

QWidget* LinkDialog::makeTree() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 8, 0);
    m_search->setObjectName(QStringLiteral("linkSearch"));
    m_search->setPlaceholderText(tr("Search headings, numbers, places, text"));
    m_search->setClearButtonEnabled(true);
    m_tree->setModel(m_model);
    m_tree->setObjectName(QStringLiteral("linkClauses"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Documents and clauses"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    showProposals(*column);
    return side;
}

/// For one feature: what may be meant, to be picked or taken up at once.
void LinkDialog::showProposals(QVBoxLayout& column) {
    if (m_features.features.size() != 1) return;
    auto* list = new ProposalList(session(), ProposalList::Shows::Clauses, this);
    column.addWidget(list);
    connect(list, &ProposalList::sideWanted, this, [this](const layers::LinkProposal& proposal) {
        m_search->clear();
        const QModelIndex index = m_model->indexOf(proposal.clauseId);
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
    });
    connect(list, &ProposalList::accepted, this, [this](const std::string& clause) {
        session().selection().setClause(clause);
        WorkDialog::accept();
    });
    list->proposals().askFor(m_features.layer, m_features.features.front());
}

QWidget* LinkDialog::makeDetails() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(8);
    auto* names = new QLabel(featureNames(), side);
    names->setWordWrap(true);
    names->setTextFormat(Qt::PlainText);
    names->setProperty("section", true);
    for (const auto relation : {layers::LinkRelation::Basis, layers::LinkRelation::Constraint,
                                layers::LinkRelation::Implementation, layers::LinkRelation::Mention})
        m_relation->addItem(PlanWords::relation(relation), static_cast<int>(relation));
    m_relation->setObjectName(QStringLiteral("relation"));
    m_note->setObjectName(QStringLiteral("linkNote"));
    m_anchor->setObjectName(QStringLiteral("linkAnchor"));
    m_anchor->setPlaceholderText(tr("Printed words the link rests on (optional)"));
    m_note->setPlaceholderText(tr("For colleagues (optional)"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->addRow(tr("Relation"), m_relation);
    form->addRow(tr("Words"), m_anchor);
    form->addRow(tr("Note"), m_note);
    m_reader->setOpenLinks(false);
    m_reader->setAccessibleName(tr("Text of the clause"));
    column->addWidget(names);
    column->addWidget(m_reader, 1);
    column->addLayout(form);
    return side;
}

QString LinkDialog::featureNames() const {
    const auto snapshot = session().snapshot();
    const auto layer = snapshot ? snapshot->layer(m_features.layer) : nullptr;
    if (!layer) return {};
    QStringList names;
    for (const gis::FeatureId id : m_features.features) {
        const gis::Feature* feature = layer->table.find(id);
        if (feature == nullptr || static_cast<std::size_t>(names.size()) == namedFeatures) continue;
        const QString name = text(layer->featureName(*feature));
        names << (name.isEmpty() ? tr("Feature %1").arg(gis::number(id)) : name);
    }
    const QString joined = names.join(QStringLiteral(", "));
    const auto count = m_features.features.size();
    return count > namedFeatures ? tr("%1 and %2 more").arg(joined).arg(count - namedFeatures) : joined;
}

std::string LinkDialog::chosen() const {
    const layers::Clause* clause = m_model->clause(m_tree->currentIndex());
    return clause != nullptr ? clause->id : std::string();
}

void LinkDialog::showClause() {
    const layers::Clause* clause = m_model->clause(m_tree->currentIndex());
    m_link->setEnabled(clause != nullptr && !m_features.isEmpty());
    if (clause == nullptr) return m_reader->setPlainText(tr("Choose a clause on the left."));
    const std::string& words = clause->text.empty() ? clause->summary : clause->text;
    m_reader->setHtml(QStringLiteral("<p><b>%1 %2</b></p><p style='white-space:pre-wrap'>%3</p>")
                          .arg(text(clause->number).toHtmlEscaped(), text(clause->heading).toHtmlEscaped(),
                               text(words).toHtmlEscaped()));
}

void LinkDialog::accept() {
    const std::string clause = chosen();
    const auto snapshot = session().snapshot();
    if (clause.empty() || !snapshot) return;
    layers::EditSeries series(snapshot);
    for (const gis::FeatureId feature : m_features.features) {
        layers::ClauseLink link;
        link.layer = m_features.layer;
        link.feature = feature;
        link.clauseId = clause;
        link.relation = static_cast<layers::LinkRelation>(m_relation->currentData().toInt());
        link.anchor = m_anchor->text().trimmed().toStdString();
        link.note = m_note->text().trimmed().toStdString();
        if (isLinked(*series.snapshot(), link.layer, link.feature, clause, link.relation)) continue;
        const auto done = series.apply(layers::addLink(*series.snapshot(), std::move(link)));
        if (!done) return session().messages().error(done.error());
    }
    const layers::ChangeSet change = series.change();
    if (change.isEmpty()) {
        session().messages().information(tr("The features are linked to this clause already."));
    } else if (!session().perform(change)) {
        return;
    }
    session().selection().setClause(clause);
    WorkDialog::accept();
}

}  // namespace app
