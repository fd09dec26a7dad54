// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>
#include <string>

#include "app/window/Workbench.h"

class QVBoxLayout;

namespace app {

class ProposalList;

/// 政策依据: the clauses that the selected feature rests on, each to be opened or unlinked, and those proposed.
/// GUI thread.
class BasisSection : public QWidget {
    Q_OBJECT
public:
    explicit BasisSection(Workbench& workbench, QWidget* parent = nullptr);

Q_SIGNALS:
    void clauseWanted(const std::string& clauseId);
    /// The user wants to link the selected features to a clause yet to be chosen.
    void linkWanted();

private:
    void refresh();
    Workbench& m_workbench;
    QVBoxLayout* m_column;
    ProposalList* m_proposals;
    QWidget* m_cards = nullptr;
};

}  // namespace app
