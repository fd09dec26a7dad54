// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/panels/LayersModel.h"
#include "app/session/IdStream.h"
#include "app/window/Workbench.h"

class QLabel;
class QTreeView;

namespace app {

class PanelBody;

/// 图层: visibility, order by drag, swatches and classes, opacity, and per layer: zoom, rename, style, table, export,
/// remove. Everything that changes the plan is a ChangeSet and can be undone. GUI thread.
class LayersPanel : public QWidget {
    Q_OBJECT
public:
    explicit LayersPanel(Workbench& workbench, QWidget* parent = nullptr);

Q_SIGNALS:
    void addLayerWanted();
    void styleWanted(gis::LayerId layer);
    void tableWanted(gis::LayerId layer);
    void exportWanted(gis::LayerId layer);

private:
    QWidget* makeBar();
    void refresh();
    void showMenu(QPoint position);
    void addOpacity(class QMenu& menu, const layers::LayerPtr& layer);
    void pasteStyle(const layers::LayerPtr& layer, const layers::Style& style);
    void removeLayer(const layers::LayerPtr& layer);

    Workbench& m_workbench;
    LayersModel* m_model;
    QTreeView* m_view;
    PanelBody* m_body;
    QLabel* m_count;
};

}  // namespace app
