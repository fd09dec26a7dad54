// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMainWindow>
#include <functional>
#include <map>
#include <memory>

#include "app/window/PanelRegistry.h"
#include "app/window/Workbench.h"

class QStackedWidget;

namespace app {

class EmptyState;
class FileDialogs;
class MapCanvas;
class ModeToolBar;
class StatusBar;
class TopBar;

/// Lays out the parts and forwards actions; no more. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Session& session, Theme& theme);
    ~MainWindow() override;

    /// For those who add panels, actions, dialogs.
    Workbench& workbench() { return *m_workbench; }
    FileDialogs& files() { return *m_files; }
    /// Adds a dock (see PanelRegistry).
    void addPanel(PanelSpec spec);
    /// Shown in the place of the map while no project is open.
    void setWelcomePage(QWidget* page);
    /// A widget that takes the map's place in a workspace (the sheet view).
    void setWorkspacePage(Workspace workspace, QWidget* page);
    /// What is done with dropped files other than projects; without it such drops are not accepted.
    void setFileDropHandler(std::function<void(const QStringList& paths)> handler) { m_onFiles = std::move(handler); }
    /// After all panels and actions were added: arranges docks, fills the menus.
    void finish();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void layOut();
    void addActions();
    void connectSession();
    void showRightPage();
    void updateTitle();

    Session& m_session;
    Theme& m_theme;
    std::unique_ptr<ActionRegistry> m_actions;
    std::unique_ptr<PanelRegistry> m_panels;
    MapCanvas* m_canvas = nullptr;
    std::unique_ptr<MapController> m_map;
    std::unique_ptr<ToolBox> m_tools;
    CommandPalette* m_palette = nullptr;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<FileDialogs> m_files;
    TopBar* m_topBar = nullptr;
    ModeToolBar* m_bar = nullptr;
    StatusBar* m_status = nullptr;
    QStackedWidget* m_pages = nullptr;
    QWidget* m_mapPage = nullptr;
    QWidget* m_welcome = nullptr;
    EmptyState* m_emptyMap = nullptr;
    std::map<Workspace, QWidget*> m_workspacePages;
    std::function<void(const QStringList&)> m_onFiles;
    bool m_closing = false;
};

}  // namespace app
