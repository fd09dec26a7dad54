// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/panels/ClausesModel.h"
#include "app/window/Workbench.h"

class QLabel;
class QLineEdit;
class QTextBrowser;
class QTreeView;

namespace app {

class PanelBody;

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
    /// The user wants to link the selected features to this clause.
    void linkWanted(const std::string& clauseId);

private:
    QWidget* makeBar();
    void refresh();
    void showClause(const QModelIndex& index);
    void flashFeatures(const std::string& clauseId);
    void showMenu(QPoint position);

    Workbench& m_workbench;
    ClausesModel* m_model;
    QTreeView* m_tree;
    QTextBrowser* m_reader;
    PanelBody* m_body;
    QLineEdit* m_search;
    QLabel* m_count;
};

}  // namespace app
