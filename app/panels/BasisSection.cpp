// SPDX-License-Identifier: Apache-2.0
#include "app/panels/BasisSection.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/panels/FeatureHandle.h"
#include "app/panels/PlanWords.h"
#include "app/panels/ProposalList.h"
#include "app/session/Session.h"
#include "layers/edit/LinkEdit.h"

namespace app {

BasisSection::BasisSection(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_workbench(workbench),
      m_column(new QVBoxLayout(this)),
      m_proposals(new ProposalList(workbench.session, ProposalList::Shows::Clauses, this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(tr("Policy basis"), this);
    title->setProperty("section", true);
    auto* link = new QToolButton(this);
    link->setObjectName(QStringLiteral("linkClause"));
    link->setText(tr("＋ Link"));
    link->setToolTip(tr("Link the selected features to a clause"));
    link->setAutoRaise(true);
    head->addWidget(title, 1);
    head->addWidget(new FeatureHandle(workbench, this));
    head->addWidget(link);
    m_column->addLayout(head);
    m_cards = new QWidget(this);
    m_column->addWidget(m_cards);
    m_column->addWidget(m_proposals);
    connect(link, &QToolButton::clicked, this, &BasisSection::linkWanted);
    connect(m_proposals, &ProposalList::sideWanted, this,
            [this](const layers::LinkProposal& proposal) { Q_EMIT clauseWanted(proposal.clauseId); });
    Session& session = m_workbench.session;
    connect(&session.selection(), &Selection::featuresChanged, this, &BasisSection::refresh);
    connect(&session, &Session::planChanged, this, &BasisSection::refresh);
    connect(&session, &Session::projectChanged, this, &BasisSection::refresh);
    refresh();
}

void BasisSection::refresh() {
    m_cards->hide();
    m_cards->deleteLater();
    m_cards = new QWidget(this);
    m_column->insertWidget(m_column->count() - 1, m_cards);
    auto* column = new QVBoxLayout(m_cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const FeatureSet& picked = m_workbench.session.selection().features();
    const auto snapshot = m_workbench.session.snapshot();
    if (!snapshot || picked.features.size() != 1) return m_proposals->proposals().drop();
    m_proposals->proposals().askFor(picked.layer, picked.features.front());
    const auto links = snapshot->linksOf(picked.layer, picked.features.front());
    for (const layers::ClauseLink& link : links) column->addWidget(card(link));
    if (!links.empty()) return;
    auto* none = new QLabel(
        tr("Rests on no clause yet. Link one, drag a clause onto the feature, or drag the chain above onto a clause."),
        m_cards);
    none->setWordWrap(true);
    none->setProperty("muted", true);
    column->addWidget(none);
}

QWidget* BasisSection::card(const layers::ClauseLink& link) {
    auto* widget = new QWidget(m_cards);
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    const auto snapshot = m_workbench.session.snapshot();
    const layers::Clause* clause = snapshot->corpus.clause(link.clauseId);
    auto* tag = new QLabel(PlanWords::relation(link.relation), widget);
    tag->setProperty("tag", true);
    const QString name = clause != nullptr ? text(clause->number) + u' ' + text(clause->heading) : text(link.clauseId);
    auto* open = new QLabel(QStringLiteral("<a href='#'>%1</a>").arg(name.toHtmlEscaped()), widget);
    open->setWordWrap(true);
    connect(open, &QLabel::linkActivated, this, [this, id = link.clauseId] { Q_EMIT clauseWanted(id); });
    auto* remove = new QToolButton(widget);
    remove->setObjectName(QStringLiteral("unlink"));
    remove->setText(QStringLiteral("×"));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Unlink"));
    remove->setAccessibleName(tr("Unlink"));
    connect(remove, &QToolButton::clicked, this, [this, id = link.id] {
        m_workbench.session.perform(layers::removeLink(*m_workbench.session.snapshot(), id));
    });
    grid->addWidget(tag, 0, 0, Qt::AlignTop);
    grid->addWidget(open, 0, 1);
    grid->addWidget(remove, 0, 2, Qt::AlignTop);
    QStringList more;
    if (clause != nullptr)
        if (const auto document = snapshot->corpus.document(clause->documentId))
            more << text(document->number.empty() ? document->title : document->number);
    if (!link.anchor.empty()) more << tr("“%1”").arg(text(link.anchor));
    if (!link.note.empty()) more << text(link.note);
    const QDateTime when = QDateTime::fromString(text(link.when), Qt::ISODate);
    const QString date = when.isValid() ? when.toLocalTime().date().toString(Qt::ISODate) : QString();
    if (const QString by = (text(link.who) + u' ' + date).trimmed(); !by.isEmpty()) more << by;
    auto* second = new QLabel(more.join(QStringLiteral(" · ")), widget);
    second->setWordWrap(true);
    second->setProperty("muted", true);
    grid->addWidget(second, 1, 1, 1, 2);
    return widget;
}

}  // namespace app
