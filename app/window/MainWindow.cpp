// SPDX-License-Identifier: Apache-2.0
#include "app/window/MainWindow.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/session/Session.h"
#include "app/tools/ToolBox.h"
#include "app/window/ActionRegistry.h"
#include "app/window/CommandPalette.h"
#include "app/window/EmptyState.h"
#include "app/window/FileDialogs.h"
#include "app/window/MapController.h"
#include "app/window/MessageBar.h"
#include "app/window/ModeToolBar.h"
#include "app/window/StandardActions.h"
#include "app/window/StatusBar.h"
#include "app/window/TopBar.h"

namespace app {

MainWindow::MainWindow(Session& session, Theme& theme) : m_session(session), m_theme(theme) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    resize(1440, 900);
    m_canvas = new MapCanvas(this);
    m_actions = std::make_unique<ActionRegistry>(*this, *m_canvas);
    m_panels = std::make_unique<PanelRegistry>(*this);
    m_map = std::make_unique<MapController>(m_session, *m_canvas);
    m_tools = std::make_unique<ToolBox>(m_map->toolContext(), *m_canvas);
    m_palette = new CommandPalette(*m_actions, this);
    m_workbench = std::make_unique<Workbench>(
        Workbench{m_session, *m_map, *m_tools, *m_actions, *m_palette, *m_panels, m_theme, *this});
    m_files = std::make_unique<FileDialogs>(m_session, *this);
    layOut();
    addActions();
    connectSession();
}

MainWindow::~MainWindow() {
    // The map goes last of those that hold a reference to it.
    m_tools.reset();
    m_map.reset();
}

void MainWindow::layOut() {
    m_topBar = new TopBar(this);
    setMenuWidget(m_topBar);
    m_bar = new ModeToolBar(*m_actions, this);
    addToolBar(Qt::TopToolBarArea, m_bar);
    m_mapPage = new QWidget(this);
    auto* layout = new QVBoxLayout(m_mapPage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_mapPage);
    auto* welcome = new EmptyState(this);
    welcome->setHeading(QStringLiteral("sample"), tr("No project is open"));
    welcome->setTexts(
        tr("Open a project, or look around in the sample: three regional layouts with red lines and policy clauses."),
        tr("Open the sample"));
    connect(welcome, &EmptyState::wanted, this, [this] { m_actions->trigger(QStringLiteral("file.sample")); });
    m_welcome = welcome;
    m_pages->addWidget(m_welcome);
    setCentralWidget(m_pages);
    new MessageBar(m_session.messages(), m_pages);
    m_emptyMap = new EmptyState(m_canvas);
    m_emptyMap->setHeading(QStringLiteral("layers"), tr("The plan has no layers yet"));
    m_emptyMap->coverParent();
    connect(m_emptyMap, &EmptyState::wanted, this, [this] { m_actions->trigger(QStringLiteral("layer.add")); });
    m_emptyMap->hide();
    m_status = new StatusBar(*m_workbench, this);
    setStatusBar(m_status);
    const QByteArray geometry = QSettings().value(QStringLiteral("window/geometry")).toByteArray();
    if (!geometry.isEmpty()) restoreGeometry(geometry);
}

void MainWindow::addActions() {
    FileCommands files;
    files.newProject = [this] { m_files->afterSaving([this] { m_session.newProject(); }); };
    files.openSample = [this] { m_files->afterSaving([this] { m_session.openSample(); }); };
    files.open = [this] { m_files->afterSaving([this] { m_files->open(); }); };
    files.save = [this] { m_files->save(); };
    files.saveAs = [this] { m_files->saveAs(); };
    files.closeProject = [this] { m_files->afterSaving([this] { m_session.close(); }); };
    files.quit = [this] { close(); };
    addFileActions(*m_workbench, files);
    addEditActions(*m_workbench);
    addToolActions(*m_workbench);
    addCheckActions(*m_workbench);
    addPaletteSources(*m_workbench);
    m_actions->add({QStringLiteral("view.palette"),
                    QT_TRANSLATE_NOOP("Actions", "&Find a command…"),
                    QStringLiteral("search"),
                    {QKeySequence(QStringLiteral("Ctrl+K")), QKeySequence(QStringLiteral("Alt+Q"))},
                    MenuId::Help,
                    [this] { m_palette->popUp(&m_topBar->paletteField()); }});
}

void MainWindow::connectSession() {
    const auto refresh = [this] {
        updateTitle();
        m_actions->refresh();
    };
    connect(&m_session, &Session::stateChanged, this, refresh);
    connect(&m_session, &Session::recoveryNeeded, m_files.get(), &FileDialogs::offerRecovery);
    connect(&m_session, &Session::previewReady, this, [this] {
        m_emptyMap->hide();
        m_pages->setCurrentWidget(m_mapPage);
    });
    connect(&m_session, &Session::openFailed, this, &MainWindow::showRightPage);
    connect(&m_session, &Session::projectChanged, this, [this] {
        showRightPage();
        m_actions->refresh();
    });
    connect(&m_session, &Session::planChanged, this, &MainWindow::showRightPage);
    connect(&m_session.selection(), &Selection::featuresChanged, m_actions.get(), &ActionRegistry::refresh);
    connect(&m_session.selection(), &Selection::clauseChanged, m_actions.get(), &ActionRegistry::refresh);
    connect(&m_session.check(), &CheckResults::started, m_actions.get(), &ActionRegistry::refresh);
    connect(&m_session.check(), &CheckResults::changed, m_actions.get(), &ActionRegistry::refresh);
    connect(m_topBar, &TopBar::paletteWanted, this, [this] { m_actions->trigger(QStringLiteral("view.palette")); });
    connect(m_topBar, &TopBar::workspaceWanted, m_panels.get(), &PanelRegistry::setWorkspace);
    connect(m_panels.get(), &PanelRegistry::workspaceChanged, this, [this](Workspace workspace) {
        m_topBar->setWorkspace(workspace);
        m_bar->fill(workspace);
        showRightPage();
        m_actions->refresh();
    });
    connect(m_tools.get(), &ToolBox::currentChanged, this, [this] {
        m_status->setHint(m_tools->tool().hint());
        m_actions->refresh();
    });
    connect(m_map.get(), &MapController::snappingChanged, m_actions.get(), &ActionRegistry::refresh);
}

void MainWindow::addPanel(PanelSpec spec) { m_panels->add(std::move(spec), *m_workbench); }

void MainWindow::setWelcomePage(QWidget* page) {
    m_pages->removeWidget(m_welcome);
    delete m_welcome;
    m_welcome = page;
    m_pages->addWidget(page);
    showRightPage();
}

void MainWindow::setWorkspacePage(Workspace workspace, QWidget* page) {
    m_workspacePages[workspace] = page;
    m_pages->addWidget(page);
    showRightPage();
}

void MainWindow::finish() {
    addViewActions(*m_workbench);
    m_panels->finish();
    auto* menu = new QMenu(this);
    for (const MenuId id : {MenuId::File, MenuId::Edit, MenuId::View, MenuId::Layer, MenuId::Draw, MenuId::Check,
                            MenuId::Clause, MenuId::Sheet, MenuId::Help}) {
        if (m_actions->ofMenu(id).empty()) continue;
        QMenu* part = menu->addMenu(ActionRegistry::menuTitle(id));
        for (const ActionSpec& spec : m_actions->specs()) {
            if (spec.menu != id) continue;
            if (spec.startsSection) part->addSeparator();
            part->addAction(m_actions->find(spec.id));
        }
    }
    m_topBar->setMenu(menu);
    m_bar->fill(m_panels->workspace());
    m_status->setHint(m_tools->tool().hint());
    updateTitle();
    showRightPage();
    m_actions->refresh();
}

void MainWindow::showRightPage() {
    m_panels->setSuspended(!m_session.hasProject());
    if (!m_session.hasProject()) {
        m_pages->setCurrentWidget(m_welcome);
        m_bar->hide();
        return;
    }
    const auto own = m_workspacePages.find(m_panels->workspace());
    m_pages->setCurrentWidget(own == m_workspacePages.end() ? m_mapPage : own->second);
    m_bar->show();
    const bool empty = m_session.snapshot()->layers.empty();
    // The button would do nothing where no dialog to add layers was registered.
    m_emptyMap->setTexts(tr("Drop files on the window, or add a layer."),
                         m_actions->find(QStringLiteral("layer.add")) != nullptr ? tr("Add a layer…") : QString());
    m_emptyMap->setVisible(empty);
}

void MainWindow::updateTitle() {
    const QString title = m_session.title();
    m_topBar->setProject(title, m_session.saveState(), m_session.path());
    setWindowTitle(title.isEmpty() ? tr("Tuce") : QStringLiteral("%1[*] – %2").arg(title, tr("Tuce")));
    setWindowModified(m_session.isModified());
    nameUndo(*m_workbench);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_closing || !m_session.hasProject()) {
        m_panels->save();
        QSettings().setValue(QStringLiteral("window/geometry"), saveGeometry());
        return event->accept();
    }
    event->ignore();
    m_files->afterSaving([this] {
        m_closing = true;
        m_session.close();
        // Without a question this runs inside the close event, where another close is not heard.
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && (m_onFiles || !FileDialogs::projectIn(*event->mimeData()).isEmpty()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString project = FileDialogs::projectIn(*event->mimeData());
    if (!project.isEmpty()) return m_files->afterSaving([this, project] { m_session.open(project); });
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    if (m_onFiles && !paths.isEmpty()) m_onFiles(paths);
}

}  // namespace app
