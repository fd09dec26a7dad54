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

class PanelBody;

/// 核查发现: runs the check, lists its findings, points at them on the map, approves them with a reason. GUI thread.
class FindingsPanel : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPanel(Workbench& workbench, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The user wants a sheet centred on a finding.
    void sheetWanted(const layers::Finding& finding);

private:
    QWidget* makeBar();
    void refresh();
    void applyFilter();
    void showOnMap(const QModelIndex& index);
    void showMenu(QPoint position);
    std::vector<layers::Finding> selected() const;
    void approveSelected();
    void withdrawSelected();
    void updateButtons();

    Workbench& m_workbench;
    FindingsModel* m_model;
    QTreeView* m_view;
    PanelBody* m_body;
    QLabel* m_state;
    QComboBox* m_grouping;
    QComboBox* m_filter;
    QLineEdit* m_search;
    QToolButton* m_approve;
    QPushButton* m_run;
    bool m_sized = false;  ///< columns were fitted to the first report
};

}  // namespace app
