// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dialogs/WorkDialog.h"
#include "app/session/Selection.h"

class QComboBox;
class QLineEdit;
class QTextBrowser;
class QTreeView;
class QVBoxLayout;

namespace app {

class ClausesModel;
class ProposalList;

/// Links features to a clause: which clause, how they stand to it, the words they rest on, a note. One step for all
/// features. GUI thread.
class LinkDialog : public WorkDialog {
    Q_OBJECT
public:
    /// `clauseId` is chosen at first; empty: the one picked last.
    /// `words` of it are what the link rests on.
    LinkDialog(Workbench& workbench, FeatureSet features, const std::string& clauseId = {}, const QString& words = {});
    void accept() override;

private:
    QWidget* makeTree();
    void showProposals(QVBoxLayout& column);
    QWidget* makeDetails();
    void showClause();
    std::string chosen() const;
    QString featureNames() const;

    FeatureSet m_features;
    ClausesModel* m_model;
    QTreeView* m_tree;
    QLineEdit* m_search;
    QTextBrowser* m_reader;
    QComboBox* m_relation;
    QLineEdit* m_anchor;
    QLineEdit* m_note;
    QPushButton* m_link = nullptr;
};

}  // namespace app
