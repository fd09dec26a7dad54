// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSet>
#include <QString>
#include <functional>
#include <vector>

class QDockWidget;
class QMainWindow;
class QWidget;

namespace app {

struct Workbench;

/// The three ways to look at the work; one click changes.
enum class Workspace { Edit, Check, Sheet };

enum class PanelArea { Left, Right, Bottom };

/// A dock. `title` is marked by QT_TRANSLATE_NOOP("Panels", "…").
struct PanelSpec {
    QString id;  ///< "layers": stable; the dock's objectName is "panel.layers"
    const char* title = "";
    QString icon;
    PanelArea area = PanelArea::Left;
    QSet<Workspace> workspaces;  ///< where it is shown by default
    /// Makes the widget, once; the dock owns it.
    std::function<QWidget*(Workbench& workbench)> make;
    /// Docks of one area with the same group are tabs in one place; 0: a place of its own.
    int tabGroup = 0;
};

inline size_t qHash(Workspace value, size_t seed = 0) { return ::qHash(static_cast<int>(value), seed); }

/// The docks of the window and their arrangement per workspace: remembered, lockable, resettable. GUI thread.
class PanelRegistry : public QObject {
    Q_OBJECT
public:
    explicit PanelRegistry(QMainWindow& window);
    /// Adds a dock and an action "view.panel.<id>" that shows and hides it.
    void add(PanelSpec spec, Workbench& workbench);
    /// After the last add: arranges the docks as remembered or by default.
    void finish();

    Workspace workspace() const { return m_workspace; }
    void setWorkspace(Workspace workspace);
    /// Shows a panel and brings its tab to the front; nothing if there is none of that id.
    void show(const QString& id);
    QDockWidget* dock(const QString& id) const;
    bool isLocked() const { return m_locked; }
    void setLocked(bool locked);
    /// Hides all docks, or brings back those that were hidden so.
    void setMapOnly(bool mapOnly);
    bool isMapOnly() const { return m_mapOnly; }
    /// Hides the docks while there is nothing for them to show (no project is open).
    void setSuspended(bool suspended);
    /// The arrangement of this workspace as it was when new.
    void reset();
    void save();

Q_SIGNALS:
    void workspaceChanged(app::Workspace workspace);

private:
    struct Panel {
        PanelSpec spec;
        QDockWidget* dock = nullptr;
    };
    void arrangeDefault();
    void restore();
    void titleTabs();
    QMainWindow& m_window;
    std::vector<Panel> m_panels;
    Workspace m_workspace = Workspace::Edit;
    bool m_locked = true;
    bool m_mapOnly = false;
    bool m_finished = false;
    bool m_suspended = false;
};

}  // namespace app
