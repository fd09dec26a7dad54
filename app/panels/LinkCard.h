// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>
#include <string>

#include "layers/policy/Clause.h"

class QGridLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace app {

class Session;

/// One link of the selected feature: how it rests on the clause (to be changed), the clause (to be opened), its document,
/// words and note, who linked it and when; × takes it away. Each change is one undo step. GUI thread.
class LinkCard : public QWidget {
    Q_OBJECT
public:
    LinkCard(Session& session, const layers::ClauseLink& link, QWidget* parent);

Q_SIGNALS:
    void clauseWanted(const std::string& clauseId);

private:
    QToolButton* relationButton();
    QMenu* relations(QWidget* parent);
    QLabel* clauseName();
    QToolButton* removeButton();
    QString details() const;
    /// A field in the place of the details: Enter or leaving it keeps, Escape does not.
    void editNote();
    void describe(layers::LinkRelation relation, const std::string& note);
    Session& m_session;
    layers::ClauseLink m_link;
    QGridLayout* m_grid;
    QLabel* m_details;
};

}  // namespace app
