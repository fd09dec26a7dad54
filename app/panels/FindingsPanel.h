// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/panels/FindingsModel.h"
#include "app/window/Workbench.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTreeView;

namespace app {

class FindingDetail;
class PanelBody;

/// 核查发现: runs the check, lists its findings, points at them on the map, approves them with a reason. GUI thread.
class FindingsPanel : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPanel(Workbench& workbench, QWidget* parent = nullptr);

    /// The findings whose rows are chosen, as the report has them.
    std::vector<layers::Finding> chosen() const;
    /// Of those the ones that are approved, or were until the overlap changed.
    std::vector<layers::Finding> chosenApproved() const;

    /// Puts the chosen findings, or all that are shown, on the clipboard as a table for Word and spreadsheets.
    void copyRows();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Other rows are chosen, or their approvals changed.
    void choiceChanged();

private:
    QWidget* makeBar();
    void refresh();
    void applyFilter();
    void showOnMap(const QModelIndex& index);
    void showMenu(QPoint position);
    void showDetail();
    void showTotals();
    void expandFew();
    void fitColumns();
    void keepChoice(const std::vector<layers::Finding>& findings, const std::string& current);
    QToolButton* actionButton(const char* action);

    Workbench& m_workbench;
    FindingsModel* m_model;
    QTreeView* m_view;
    PanelBody* m_body;
    QLabel* m_state;
    QLabel* m_totals;
    FindingDetail* m_detail;
    QComboBox* m_grouping;
    QComboBox* m_filter;
    QLineEdit* m_search;
    QPushButton* m_run;
    std::string m_pointedAt;   ///< key of the finding that was to be shown on the map last
    bool m_restoring = false;  ///< rows are chosen by us, not by the user
    QList<int> m_wished;       ///< widths of the columns but the last that the first report asked for
    bool m_fitting = false, m_sizedByHand = false;
};

}  // namespace app
