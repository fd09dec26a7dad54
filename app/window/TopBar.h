// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/window/PanelRegistry.h"

class QButtonGroup;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace app {

/// The first line of the window: the menu, what is open and whether it is safe, the palette's field, the workspaces.
class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);
    void setMenu(QMenu* menu);
    void setProject(const QString& title, const QString& saveState, const QString& toolTip);
    void setWorkspace(Workspace workspace);
    QPushButton& paletteField() { return *m_palette; }

Q_SIGNALS:
    void paletteWanted();
    void workspaceWanted(app::Workspace workspace);

private:
    QWidget* makeWorkspaces();
    QToolButton* m_menu;
    QLabel* m_title;
    QLabel* m_state;
    QPushButton* m_palette;
    QButtonGroup* m_workspaces;
};

}  // namespace app
