// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/panels/ClausesModel.h"
#include "app/window/Workbench.h"
#include "layers/audit/Audit.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace app {

class ClauseReader;
class PanelBody;
class ProposalList;

/// 文件与条款: the documents and their clause tree with search. A picked clause shows its text and lets its features
/// blink; the selected features can be linked to it; clauses can be dragged onto the map. GUI thread.
class ClausesPanel : public QWidget {
    Q_OBJECT
public:
    explicit ClausesPanel(Workbench& workbench, QWidget* parent = nullptr);
    /// Brings a clause to view and picks it.
    void show(const std::string& clauseId);

Q_SIGNALS:
    void importWanted();
    /// The text of this document is to be read again, from the same file or another.
    void importAgainWanted(const std::string& documentId);
    /// The user wants to link the selected features to this clause.
    void linkWanted(const std::string& clauseId);
    /// The user wants to make a layout element of what this clause says.
    void elementWanted(const std::string& clauseId);
    /// A new clause begins within this one with these words; without words: another number or heading for it.
    /// `place` is where they stand in the document, about, in code points.
    void correctionWanted(const std::string& clauseId, const QString& words, std::size_t place);
    /// A new clause is to begin with these words of the document, which stand in none; `place` as above.
    void clauseFromTextWanted(const std::string& documentId, const QString& words, std::size_t place);
    /// Link the selected features to this clause, resting on these words of it.
    void linkToWordsWanted(const std::string& clauseId, const QString& words);

private:
    QWidget* makeBar();
    QWidget* makeProposals();
    /// What is open, picked and in view, by ids: it stays when the clauses are corrected.
    struct TreeState {
        std::vector<std::string> expanded;  ///< those above before those below
        std::vector<std::string> current;   ///< the picked row, then those above it
        int scroll = 0;
    };
    TreeState treeState() const;
    void restore(const TreeState& state);
    void refresh();
    void showCount();
    void showClause(const QModelIndex& index);
    void flashFeatures(const std::string& clauseId);
    void showMenu(QPoint position);
    void showDocumentMenu(const layers::PolicyDocument& document, QPoint position);
    void remove(const std::string& documentId);
    void join(const std::string& clauseId);
    void take(const QString& words, std::size_t place);

    Workbench& m_workbench;
    ClausesModel* m_model;
    const void* m_project = nullptr;                            ///< whose rows are shown
    std::shared_ptr<const layers::AuditKnowledge> m_knowledge;  ///< that the reader marks with
    QTreeView* m_tree;
    ClauseReader* m_reader;
    ProposalList* m_proposals;
    PanelBody* m_body;
    QLineEdit* m_search;
    QComboBox* m_filter;
    QLabel* m_count;
};

}  // namespace app
