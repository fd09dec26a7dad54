// SPDX-License-Identifier: Apache-2.0
#include "app/panels/ProposalList.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/panels/PlanWords.h"
#include "app/session/Session.h"

namespace app {

namespace {

constexpr std::size_t shownReasons = 2;

}  // namespace

ProposalList::ProposalList(Session& session, Shows shows, QWidget* parent)
    : QWidget(parent), m_session(session), m_shows(shows), m_proposals(session, this), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 4, 0, 0);
    m_column->setSpacing(6);
    auto* title = new QLabel(shows == Shows::Clauses    ? tr("Proposed clauses")
                             : shows == Shows::Features ? tr("Proposed features")
                                                        : tr("Known elements"),
                             this);
    title->setProperty("section", true);
    title->setToolTip(shows == Shows::Elements
                          ? tr("Elements of the shipped documents that the clause may speak of.")
                          : tr("Found by names, members and headings. Nothing is linked until you accept it."));
    m_column->addWidget(title);
    connect(&m_proposals, &Proposals::changed, this, &ProposalList::refresh);
    refresh();
}

void ProposalList::refresh() {
    if (m_rows != nullptr) {
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget(this);
    m_column->addWidget(m_rows);
    auto* column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (const layers::LinkProposal& proposal : m_proposals.found()) column->addWidget(row(proposal));
    setVisible(!m_proposals.found().empty());
}

QString ProposalList::title(const layers::LinkProposal& proposal) const {
    if (m_shows != Shows::Clauses) return text(proposal.subject.name);
    const auto plan = m_session.snapshot();
    const layers::Clause* clause = plan ? plan->corpus.clause(proposal.clauseId) : nullptr;
    return clause != nullptr ? text(clause->number) + u' ' + text(clause->heading) : text(proposal.clauseId);
}

QString ProposalList::details(const layers::LinkProposal& proposal) const {
    QStringList parts;
    for (const gis::Message& reason : proposal.reasons)
        if (static_cast<std::size_t>(parts.size()) < shownReasons) parts << text(gis::translated(reason));
    const auto plan = m_session.snapshot();
    const layers::Clause* clause = plan ? plan->corpus.clause(proposal.clauseId) : nullptr;
    if (m_shows == Shows::Clauses && clause != nullptr) {
        if (const auto document = plan->corpus.document(clause->documentId))
            parts << text(document->number.empty() ? document->title : document->number);
    } else if (m_shows == Shows::Elements) {
        parts << PlanWords::elementKind(proposal.subject.kind);
    } else if (const auto layer = plan ? plan->layer(proposal.subject.layer) : nullptr) {
        parts << text(layer->name);
    }
    return parts.join(QStringLiteral(" · "));
}

QWidget* ProposalList::row(const layers::LinkProposal& proposal) {
    auto* widget = new QWidget(m_rows);
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    auto* tag = new QLabel(PlanWords::relation(proposal.relation), widget);
    tag->setProperty("tag", true);
    auto* open = new QLabel(QStringLiteral("<a href='#'>%1</a>").arg(title(proposal).toHtmlEscaped()), widget);
    open->setWordWrap(true);
    connect(open, &QLabel::linkActivated, this, [this, proposal] { Q_EMIT sideWanted(proposal); });
    auto* accept = new QPushButton(widget);
    accept->setObjectName(QStringLiteral("acceptProposal"));
    accept->setText(tr("Accept"));
    accept->setToolTip(proposal.anchor.empty() ? tr("Link them")
                                               : tr("Link them, resting on “%1”").arg(text(proposal.anchor)));
    accept->setAccessibleName(tr("Accept: %1").arg(title(proposal)));
    if (m_shows == Shows::Elements) {
        tag->hide();
        accept->setText(tr("Use"));
        accept->setToolTip(tr("Begin with its members and carriers"));
        accept->setAccessibleName(tr("Use: %1").arg(title(proposal)));
    }
    connect(accept, &QPushButton::clicked, this, [this, proposal] {
        if (m_shows == Shows::Elements) return Q_EMIT taken(proposal.subject.elementId);
        if (m_proposals.accept(proposal)) Q_EMIT accepted(proposal.clauseId);
    });
    auto* second = new QLabel(details(proposal), widget);
    second->setTextFormat(Qt::PlainText);
    second->setWordWrap(true);
    second->setProperty("muted", true);
    grid->addWidget(tag, 0, 0, Qt::AlignTop);
    grid->addWidget(open, 0, 1);
    grid->addWidget(accept, 0, 2, Qt::AlignTop);
    grid->addWidget(second, 1, 1, 1, 2);
    return widget;
}

}  // namespace app
