// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/panels/AuditModel.h"
#include "app/window/Workbench.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTreeView;

namespace app {

class ClauseReader;
class PanelBody;

/// 图文一致: what the text names and the map lacks, and the reverse. A row shows both of its sides, is put right by a
/// click where that is certain, or approved with a reason. GUI thread.
class AuditPanel : public QWidget {
    Q_OBJECT
public:
    explicit AuditPanel(Workbench& workbench, QWidget* parent = nullptr);

    /// The findings whose rows are chosen.
    std::vector<layers::AuditFinding> chosen() const;
    std::vector<layers::AuditFinding> chosenApproved() const;
    void copyRows();

Q_SIGNALS:
    void choiceChanged();
    /// Show the clause beside the list.
    void clauseWanted(const std::string& clauseId);
    /// Link the feature of a finding to a clause, or features to the clause of a finding.
    void linkWanted(const layers::AuditFinding& finding);
    /// Link the selected features to words of the clause that is shown, or begin a new clause with them about a place.
    void linkToWordsWanted(const std::string& clauseId, const QString& words);
    void correctionWanted(const std::string& clauseId, const QString& words, std::size_t place);
    /// Draw what a clause names.
    void buildWanted(const layers::AuditFinding& finding);

private:
    QWidget* makeBar();
    QWidget* makeDetail();
    void refresh();
    void applyFilter();
    void showBothSides(const QModelIndex& index);
    void showDetail();
    void showFix();
    void useFix();
    void showMenu(QPoint position);
    const layers::AuditFinding* current() const;

    Workbench& m_workbench;
    AuditModel* m_model;
    QTreeView* m_view;
    PanelBody* m_body;
    QLabel* m_state;
    ClauseReader* m_words;
    QPushButton* m_fix;
    QPushButton* m_link;
    QPushButton* m_build;
    QWidget* m_detail;
    QComboBox* m_grouping;
    QComboBox* m_filter;
    QLineEdit* m_search;
    bool m_restoring = false;  ///< rows are chosen by us, not by the user
};

}  // namespace app
