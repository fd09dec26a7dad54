// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/panels/AttributeTableModel.h"
#include "app/session/IdStream.h"
#include "app/window/Workbench.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace app {

class PanelBody;

/// 属性表: the features of a layer in rows; picking rows selects on the map and the reverse. GUI thread.
class AttributeTablePanel : public QWidget {
    Q_OBJECT
public:
    explicit AttributeTablePanel(Workbench& workbench, QWidget* parent = nullptr);
    void showLayer(gis::LayerId layer);

Q_SIGNALS:
    void exportWanted(gis::LayerId layer);

private:
    QWidget* makeBar();
    void refresh();
    void fillLayers();
    void pickFromRows();
    void pickFromSelection();
    void copyRows();

    Workbench& m_workbench;
    AttributeTableModel* m_model;
    QTableView* m_view;
    PanelBody* m_body;
    QComboBox* m_layers;
    QLineEdit* m_search;
    QLabel* m_count;
    gis::LayerId m_layer{};
    bool m_syncing = false;
};

}  // namespace app
