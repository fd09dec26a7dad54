// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/panels/SchemeFilter.h"
#include "app/session/SchemeRegister.h"
#include "app/window/Workbench.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

class PanelBody;

/// 布局要素清单: every element of the plan's schemes with its stage, paper, clause and places, and whether it is drawn.
/// A click shows the drawn feature, a double click edits the element. GUI thread.
class RegisterPanel : public QWidget {
    Q_OBJECT
public:
    explicit RegisterPanel(Workbench& workbench, QWidget* parent = nullptr);
    /// Those of one clause alone; all again for an empty id.
    void showClause(const std::string& clauseId);
    void takeSearch();
    SchemeRegister& schemes() { return m_register; }

Q_SIGNALS:
    void newWanted();
    /// Draw these, or edit the one.
    void elementsWanted(const std::vector<layers::SchemeElement>& elements, const std::string& scheme);
    /// Edit the one that is drawn.
    void featureWanted(const app::FeatureSet& feature);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeBar();
    void makeList();
    void fillSources();
    void sourceChosen();
    void askForFile();
    void addFile(const QString& path);
    void askWhereToSave();
    void saveTo(const QString& path);
    void dropScheme();
    QString titleOf(const layers::SchemeSource& source) const;
    void fill();
    void showDrawn(QTreeWidgetItem& row, const layers::SchemeElement& element) const;
    void refreshDrawn();
    std::vector<SchemeFilter::Drawn> drawnState(const layers::SchemeElement& element) const;
    QString statements(const layers::SchemeElement& element) const;
    const layers::SchemeElement& elementOf(const QTreeWidgetItem& row) const;
    const layers::Scheme& scheme() const;
    void pointAt(const QTreeWidgetItem* row);
    void openRow(const QTreeWidgetItem& row);
    layers::SchemeElement withMembersOfParts(const layers::SchemeElement& element) const;
    void drawChosen();
    void updateButtons();

    Workbench& m_workbench;
    SchemeRegister m_register;
    std::size_t m_source = 0;
    std::string m_wanted;  ///< the kept scheme that is to be shown once it is among the sources
    std::string m_clause;
    QComboBox* m_sourceBox;
    QLineEdit* m_search;
    SchemeFilter* m_filter;
    QToolButton* m_ofClause;
    QLabel* m_count;
    QPushButton* m_draw;
    QTreeWidget* m_list;
    PanelBody* m_body;
    layers::LatestJob m_fileJob;
};

}  // namespace app
