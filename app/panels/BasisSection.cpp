// SPDX-License-Identifier: Apache-2.0
#include "app/panels/BasisSection.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/panels/FeatureHandle.h"
#include "app/panels/LinkCard.h"
#include "app/panels/ProposalList.h"
#include "app/session/Session.h"

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
    for (const layers::ClauseLink& link : links) {
        auto* card = new LinkCard(m_workbench.session, link, m_cards);
        connect(card, &LinkCard::clauseWanted, this, &BasisSection::clauseWanted);
        column->addWidget(card);
    }
    if (!links.empty()) return;
    auto* none = new QLabel(
        tr("Rests on no clause yet. Link one, drag a clause onto the feature, or drag the chain above onto a clause."),
        m_cards);
    none->setWordWrap(true);
    none->setProperty("muted", true);
    column->addWidget(none);
}

}  // namespace app
