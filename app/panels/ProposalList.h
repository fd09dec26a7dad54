// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/session/IdStream.h"
#include "app/session/Proposals.h"

class QVBoxLayout;

namespace app {

/// Proposed links, best first: clause or feature, the reasons on the second line, and a button that takes the proposal
/// up. Hidden where there are none. GUI thread.
class ProposalList : public QWidget {
    Q_OBJECT
public:
    enum class Shows { Clauses, Features, Elements };
    ProposalList(Session& session, Shows shows, QWidget* parent = nullptr);
    Proposals& proposals() { return m_proposals; }
    const Proposals& proposals() const { return m_proposals; }

Q_SIGNALS:
    /// A proposal was taken up: the link is made.
    void accepted(const std::string& clauseId);
    /// Of Elements: this one was taken.
    void taken(const std::string& elementId);
    /// The user wants to see the other side: the clause, the feature or the element.
    void sideWanted(const layers::LinkProposal& proposal);

private:
    void refresh();
    QWidget* row(const layers::LinkProposal& proposal);
    QString title(const layers::LinkProposal& proposal) const;
    QString details(const layers::LinkProposal& proposal) const;

    Session& m_session;
    Shows m_shows;
    Proposals m_proposals;
    QVBoxLayout* m_column;
    QWidget* m_rows = nullptr;
};

}  // namespace app
