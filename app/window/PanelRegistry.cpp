// SPDX-License-Identifier: Apache-2.0
#include "app/window/PanelRegistry.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QSettings>
#include <QTabWidget>
#include <algorithm>

#include "app/window/ActionRegistry.h"
#include "app/window/PanelTitle.h"
#include "app/window/Workbench.h"

namespace app {

namespace {

constexpr int stateVersion = 2;

Qt::DockWidgetArea areaOf(PanelArea area) {
    switch (area) {
        case PanelArea::Left:
            return Qt::LeftDockWidgetArea;
        case PanelArea::Right:
            return Qt::RightDockWidgetArea;
        case PanelArea::Bottom:
            break;
    }
    return Qt::BottomDockWidgetArea;
}

QString settingsKey(Workspace workspace) {
    return QStringLiteral("window/workspace%1").arg(static_cast<int>(workspace));
}

}  // namespace

PanelRegistry::PanelRegistry(QMainWindow& window) : QObject(&window), m_window(window) {
    m_window.setDockNestingEnabled(true);
    m_window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    // The bottom panels lie between the columns' ends, as wide as the window: tables want width.
    m_window.setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    m_window.setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    m_locked = QSettings().value(QStringLiteral("window/locked"), true).toBool();
}

void PanelRegistry::add(PanelSpec spec, Workbench& workbench) {
    auto* dock = new QDockWidget(QCoreApplication::translate("Panels", spec.title), &m_window);
    dock->setObjectName(QStringLiteral("panel.") + spec.id);
    auto* title = new PanelTitle(*dock);
    dock->setTitleBarWidget(title);
    dock->setWidget(spec.make(workbench));
    m_window.addDockWidget(areaOf(spec.area), dock);
    // Told before the window has arranged the docks anew.
    connect(dock, &QDockWidget::visibilityChanged, this, &PanelRegistry::titleTabs, Qt::QueuedConnection);
    connect(dock, &QDockWidget::topLevelChanged, this, &PanelRegistry::titleTabs, Qt::QueuedConnection);
    const QString id = spec.id;
    ActionSpec action;
    action.id = QStringLiteral("view.panel.") + id;
    action.source = spec.title;
    action.context = "Panels";
    action.icon = spec.icon;
    action.menu = MenuId::View;
    action.startsSection = m_panels.empty();
    action.keywords = "panel dock show hide";
    action.run = [dock] { dock->setVisible(!dock->isVisible()); };
    action.checked = [dock] { return !dock->isHidden(); };
    workbench.actions.add(action);
    m_panels.push_back({std::move(spec), dock});
    if (m_finished) arrangeDefault();
}

void PanelRegistry::finish() {
    m_finished = true;
    const auto stored = QSettings().value(QStringLiteral("window/workspace"), 0).toInt();
    m_workspace = stored >= 0 && stored <= 2 ? static_cast<Workspace>(stored) : Workspace::Edit;
    setLocked(m_locked);
    restore();
    Q_EMIT workspaceChanged(m_workspace);
}

QDockWidget* PanelRegistry::dock(const QString& id) const {
    for (const Panel& panel : m_panels)
        if (panel.spec.id == id) return panel.dock;
    return nullptr;
}

void PanelRegistry::show(const QString& id) {
    QDockWidget* shown = dock(id);
    if (shown == nullptr) return;
    shown->show();
    shown->raise();
}

void PanelRegistry::arrangeDefault() {
    for (const Panel& panel : m_panels) {
        panel.dock->setFloating(false);
        m_window.removeDockWidget(panel.dock);
    }
    std::vector<const Panel*> placed;
    for (const Panel& panel : m_panels) {
        m_window.addDockWidget(areaOf(panel.spec.area), panel.dock);
        const auto sibling = std::find_if(placed.begin(), placed.end(), [&panel](const Panel* other) {
            return panel.spec.tabGroup != 0 && other->spec.tabGroup == panel.spec.tabGroup &&
                   other->spec.area == panel.spec.area;
        });
        if (sibling != placed.end()) m_window.tabifyDockWidget((*sibling)->dock, panel.dock);
        panel.dock->setVisible(panel.spec.workspaces.contains(m_workspace));
        placed.push_back(&panel);
    }
    // The first of each group of tabs is in front.
    for (auto panel = placed.rbegin(); panel != placed.rend(); ++panel)
        if (!(*panel)->dock->isHidden()) (*panel)->dock->raise();
    for (const Panel& panel : m_panels) {
        const bool column = panel.spec.area != PanelArea::Bottom;
        m_window.resizeDocks({panel.dock}, {column ? 300 : 240}, column ? Qt::Horizontal : Qt::Vertical);
    }
}

void PanelRegistry::restore() {
    if (m_suspended) return;
    const QByteArray state = QSettings().value(settingsKey(m_workspace)).toByteArray();
    if (state.isEmpty() || !m_window.restoreState(state, stateVersion)) arrangeDefault();
    titleTabs();
}

void PanelRegistry::save() {
    if (!m_finished || m_mapOnly || m_suspended) return;
    QSettings settings;
    settings.setValue(settingsKey(m_workspace), m_window.saveState(stateVersion));
    settings.setValue(QStringLiteral("window/workspace"), static_cast<int>(m_workspace));
}

void PanelRegistry::setWorkspace(Workspace workspace) {
    if (workspace == m_workspace) return;
    setMapOnly(false);
    save();
    m_workspace = workspace;
    restore();
    QSettings().setValue(QStringLiteral("window/workspace"), static_cast<int>(workspace));
    Q_EMIT workspaceChanged(workspace);
}

void PanelRegistry::reset() {
    QSettings().remove(settingsKey(m_workspace));
    m_mapOnly = false;
    arrangeDefault();
    titleTabs();
}

void PanelRegistry::setLocked(bool locked) {
    m_locked = locked;
    QSettings().setValue(QStringLiteral("window/locked"), locked);
    const auto free =
        QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable | QDockWidget::DockWidgetClosable;
    for (const Panel& panel : m_panels)
        panel.dock->setFeatures(locked ? QDockWidget::DockWidgetClosable : QDockWidget::DockWidgetFeatures(free));
}

void PanelRegistry::setSuspended(bool suspended) {
    if (suspended == m_suspended || !m_finished) return;
    if (suspended) save();
    m_suspended = suspended;
    m_mapOnly = false;
    if (suspended)
        for (const Panel& panel : m_panels) panel.dock->hide();
    else
        restore();
}

/// A dock among tabs is named by its tab and needs no title line.
void PanelRegistry::titleTabs() {
    for (const Panel& panel : m_panels) {
        const QList<QDockWidget*> beside = m_window.tabifiedDockWidgets(panel.dock);
        // A hidden neighbour has no tab, and one dock alone none either.
        const bool tabbed =
            !panel.dock->isFloating() &&
            std::any_of(beside.begin(), beside.end(), [](QDockWidget* dock) { return !dock->isHidden(); });
        static_cast<PanelTitle*>(panel.dock->titleBarWidget())->setCollapsed(tabbed);
    }
}

void PanelRegistry::setMapOnly(bool mapOnly) {
    if (mapOnly == m_mapOnly || m_suspended) return;
    if (mapOnly) save();
    m_mapOnly = mapOnly;
    if (mapOnly)
        for (const Panel& panel : m_panels) panel.dock->hide();
    else
        restore();
}

}  // namespace app
