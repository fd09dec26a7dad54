// SPDX-License-Identifier: Apache-2.0
#include "app/window/StandardActions.h"

#include <QApplication>
#include <QSettings>
#include <QUndoStack>
#include <QWidget>

#include "app/session/Session.h"
#include "app/theme/Theme.h"
#include "app/tools/FeatureEdits.h"
#include "app/tools/ToolBox.h"
#include "app/window/ActionRegistry.h"
#include "app/window/CommandPalette.h"
#include "app/window/MapClipboard.h"
#include "app/window/MapController.h"
#include "app/window/MapZone.h"
#include "app/window/PanelRegistry.h"
#include "app/window/Workbench.h"

#define ACTION_TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

namespace app {

using namespace Qt::StringLiterals;

namespace {

QKeySequence keys(const char* text) { return QKeySequence(QLatin1String(text)); }

}  // namespace

void addFileActions(Workbench& bench, const FileCommands& commands) {
    Session& session = bench.session;
    ActionRegistry& actions = bench.actions;
    const auto open = [&session] { return session.hasProject(); };
    actions.add(
        {u"file.new"_s, ACTION_TEXT("&New project"), u"new"_s, {keys("Ctrl+N")}, MenuId::File, commands.newProject});
    actions.add(
        {u"file.open"_s, ACTION_TEXT("&Open project…"), u"open"_s, {keys("Ctrl+O")}, MenuId::File, commands.open});
    actions.add({u"file.sample"_s,
                 ACTION_TEXT("Open the &sample"),
                 u"sample"_s,
                 {},
                 MenuId::File,
                 commands.openSample,
                 {},
                 {},
                 "example demo wandakai"});
    actions.add({u"file.save"_s,
                 ACTION_TEXT("&Save"),
                 u"save"_s,
                 {keys("Ctrl+S")},
                 MenuId::File,
                 commands.save,
                 [&session] { return session.hasProject() && !session.isSaving(); },
                 {},
                 "",
                 true});
    actions.add({u"file.saveAs"_s,
                 ACTION_TEXT("Save &as…"),
                 u"save-as"_s,
                 {keys("Ctrl+Shift+S")},
                 MenuId::File,
                 commands.saveAs,
                 open});
    actions.add({u"file.close"_s,
                 ACTION_TEXT("&Close project"),
                 u"close"_s,
                 {keys("Ctrl+W")},
                 MenuId::File,
                 commands.closeProject,
                 open,
                 {},
                 "",
                 true});
    actions.add(
        {u"file.quit"_s, ACTION_TEXT("&Quit"), u""_s, {keys("Ctrl+Q")}, MenuId::File, commands.quit, {}, {}, "exit"});
}

void addEditActions(Workbench& bench) {
    Session& session = bench.session;
    ActionRegistry& actions = bench.actions;
    const auto selected = [&session] { return !session.selection().features().isEmpty(); };
    const auto stack = [&session]() -> const QUndoStack* {
        return session.hasProject() ? &session.project()->undoStack() : nullptr;
    };
    actions.add({u"edit.undo"_s,
                 ACTION_TEXT("&Undo"),
                 u"undo"_s,
                 {keys("Ctrl+Z")},
                 MenuId::Edit,
                 [&session] { session.undo(); },
                 [stack] { return stack() && stack()->canUndo(); }});
    actions.add({u"edit.redo"_s,
                 ACTION_TEXT("&Redo"),
                 u"redo"_s,
                 {keys("Ctrl+Shift+Z"), keys("Ctrl+Y")},
                 MenuId::Edit,
                 [&session] { session.redo(); },
                 [stack] { return stack() && stack()->canRedo(); }});
    actions.add({u"edit.delete"_s,
                 ACTION_TEXT("&Delete features"),
                 u"delete"_s,
                 {},
                 MenuId::Edit,
                 [&session] { session.perform(removal(session.snapshot(), session.selection().features())); },
                 selected,
                 {},
                 "remove",
                 true});
    actions.add({u"edit.duplicate"_s,
                 ACTION_TEXT("D&uplicate features"),
                 u"duplicate"_s,
                 {},
                 MenuId::Edit,
                 [&bench] {
                     const FeatureSet features = bench.session.selection().features();
                     const layers::LayerPtr layer = bench.session.snapshot()->layer(features.layer);
                     // A step aside that one sees at this scale.
                     const gis::Extent step = bench.map.mapTransforms().fromMap(
                         bench.map.canvas().view().toMap(QRectF(0, 0, 16, 16)), layer->table.crs());
                     bench.session.perform(
                         duplication(bench.session.snapshot(), features, step.width(), -step.height()));
                 },
                 selected,
                 {},
                 "copy"});
    actions.add({u"edit.selectAll"_s,
                 ACTION_TEXT("Select &all in the layer"),
                 u""_s,
                 {keys("Ctrl+A")},
                 MenuId::Edit,
                 [&session] {
                     const layers::LayerPtr layer = session.snapshot()->layer(session.selection().currentLayer());
                     FeatureSet all{session.selection().currentLayer(), {}};
                     if (layer)
                         for (const gis::Feature& feature : layer->table) all.features.push_back(feature.id());
                     session.selection().select(std::move(all));
                 },
                 [&session] { return session.hasProject(); },
                 {},
                 "",
                 true,
                 true});
    actions.add({u"edit.selectNone"_s,
                 ACTION_TEXT("Select &nothing"),
                 u""_s,
                 {keys("Ctrl+Shift+A")},
                 MenuId::Edit,
                 [&session] { session.selection().clear(); },
                 selected,
                 {},
                 "deselect clear"});
    actions.add({u"edit.snap"_s,
                 ACTION_TEXT("S&nap"),
                 u"snap"_s,
                 {keys("S")},
                 MenuId::Draw,
                 [&bench] { bench.map.setSnapping(!bench.map.isSnapping()); },
                 {},
                 [&bench] { return bench.map.isSnapping(); },
                 "snapping magnet vertices edges"});
}

void nameUndo(Workbench& bench) {
    const QUndoStack* stack = bench.session.hasProject() ? &bench.session.project()->undoStack() : nullptr;
    const auto name = [&bench](const char* id, const QString& plain, const QString& step) {
        QAction* action = bench.actions.find(QLatin1String(id));
        const QString text = step.isEmpty() ? plain : QStringLiteral("%1: %2").arg(plain, step);
        action->setText(text);
        const QString keyText = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(plainText(text), keyText));
    };
    name("edit.undo", QCoreApplication::translate("Actions", "&Undo"), stack ? stack->undoText() : QString());
    name("edit.redo", QCoreApplication::translate("Actions", "&Redo"), stack ? stack->redoText() : QString());
}

namespace {

/// The window remembers which grids it shows.
void addGridActions(Workbench& bench) {
    const auto grid = [&bench](const char* id, const char* text, const char* keyword, layers::GridKind kind,
                               bool line) {
        const QString setting = QStringLiteral("map/") + QLatin1String(id);
        MapCanvas& canvas = bench.map.canvas();
        canvas.setGridShown(kind, QSettings().value(setting, false).toBool());
        bench.actions.add({QLatin1String(id),
                           text,
                           u"grid"_s,
                           {},
                           MenuId::View,
                           [&canvas, kind, setting] {
                               canvas.setGridShown(kind, !canvas.isGridShown(kind));
                               QSettings().setValue(setting, canvas.isGridShown(kind));
                           },
                           [&bench] { return bench.session.hasProject(); },
                           [&canvas, kind] { return canvas.isGridShown(kind); },
                           keyword,
                           line});
    };
    grid("view.graticule", ACTION_TEXT("&Graticule"), "grid degrees meridians parallels latitude longitude",
         layers::GridKind::Degrees, true);
    grid("view.kilometreGrid", ACTION_TEXT("&Kilometre grid"), "grid zone easting northing cgcs2000",
         layers::GridKind::Kilometres, false);
    bench.actions.add({u"view.zone"_s,
                       ACTION_TEXT("Map in the CGCS2000 &zone of the plan"),
                       u""_s,
                       {},
                       MenuId::View,
                       [&bench] { chooseMapZone(bench); },
                       [&bench] { return canChooseMapZone(bench); },
                       {},
                       "coordinates crs projection gauss kruger epsg"});
}

}  // namespace

void addViewActions(Workbench& bench) {
    MapController& map = bench.map;
    ActionRegistry& actions = bench.actions;
    const auto open = [&bench] { return bench.session.hasProject(); };
    actions.add({u"view.plan"_s,
                 ACTION_TEXT("Zoom to the &plan"),
                 u"zoom-full"_s,
                 {keys("Ctrl+0")},
                 MenuId::View,
                 [&map] { map.zoomToPlan(); },
                 open,
                 {},
                 "whole layout home",
                 true});
    actions.add({u"view.full"_s,
                 ACTION_TEXT("Zoom to &all layers"),
                 {},
                 {keys("Ctrl+Shift+F")},
                 MenuId::View,
                 [&map] { map.zoomFull(); },
                 open,
                 {},
                 "full extent whole"});
    actions.add({u"view.selection"_s,
                 ACTION_TEXT("Zoom to the &selection"),
                 u"zoom-selection"_s,
                 {keys("Ctrl+J")},
                 MenuId::View,
                 [&map] { map.zoomToSelection(); },
                 [&bench] { return !bench.session.selection().features().isEmpty(); }});
    actions.add({u"view.layer"_s,
                 ACTION_TEXT("Zoom to the current &layer"),
                 u"zoom-layer"_s,
                 {},
                 MenuId::View,
                 [&bench] { bench.map.zoomToLayer(bench.session.selection().currentLayer()); },
                 open});
    actions.add({u"view.in"_s,
                 ACTION_TEXT("Zoom &in"),
                 u"zoom-in"_s,
                 {QKeySequence::ZoomIn, keys("Ctrl+=")},
                 MenuId::View,
                 [&map] { map.canvas().zoomBy(1.5); },
                 open});
    actions.add({u"view.out"_s,
                 ACTION_TEXT("Zoom &out"),
                 u"zoom-out"_s,
                 {QKeySequence::ZoomOut},
                 MenuId::View,
                 [&map] { map.canvas().zoomBy(1 / 1.5); },
                 open});
    actions.add({u"view.refresh"_s,
                 ACTION_TEXT("&Refresh"),
                 u"refresh"_s,
                 {keys("F5")},
                 MenuId::View,
                 [&map] { map.canvas().redraw(); },
                 open});
    actions.add({u"map.copy"_s,
                 ACTION_TEXT("&Copy the map as a picture"),
                 u"image"_s,
                 {keys("Ctrl+C")},
                 MenuId::Edit,
                 [&bench] { copyMap(bench); },
                 open,
                 {},
                 "clipboard png",
                 false,
                 true});
    actions.add({u"view.fullScreen"_s,
                 ACTION_TEXT("&Full screen"),
                 u"full-screen"_s,
                 {keys("F11")},
                 MenuId::View,
                 [&bench] { bench.window.setWindowState(bench.window.windowState() ^ Qt::WindowFullScreen); },
                 {},
                 [&bench] { return bench.window.isFullScreen(); },
                 "",
                 true});
    actions.add({u"view.mapOnly"_s,
                 ACTION_TEXT("&Map only"),
                 u""_s,
                 {keys("Ctrl+Shift+Tab"), keys("Ctrl+Tab")},
                 MenuId::View,
                 [&bench] { bench.panels.setMapOnly(!bench.panels.isMapOnly()); },
                 {},
                 [&bench] { return bench.panels.isMapOnly(); },
                 "hide panels"});
    actions.add({u"view.lock"_s,
                 ACTION_TEXT("Loc&k the panels"),
                 u"lock"_s,
                 {},
                 MenuId::View,
                 [&bench] { bench.panels.setLocked(!bench.panels.isLocked()); },
                 {},
                 [&bench] { return bench.panels.isLocked(); }});
    actions.add({u"view.resetPanels"_s,
                 ACTION_TEXT("Reset the panels"),
                 u""_s,
                 {},
                 MenuId::View,
                 [&bench] { bench.panels.reset(); },
                 {},
                 {},
                 "layout docks default"});
    addGridActions(bench);
    const auto theme = [&bench](const char* id, const char* text, ThemeChoice choice, bool line) {
        bench.actions.add({QLatin1String(id),
                           text,
                           u"theme"_s,
                           {},
                           MenuId::View,
                           [&bench, choice] { bench.theme.choose(choice); },
                           {},
                           [&bench, choice] { return bench.theme.choice() == choice; },
                           "theme colours dark light",
                           line});
    };
    theme("view.themeSystem", ACTION_TEXT("Colours as the system"), ThemeChoice::System, true);
    theme("view.themeLight", ACTION_TEXT("Light colours"), ThemeChoice::Light, false);
    theme("view.themeDark", ACTION_TEXT("Dark colours"), ThemeChoice::Dark, false);
    const auto workspace = [&bench](const char* id, const char* text, Workspace which, const char* key, bool line) {
        bench.actions.add({QLatin1String(id),
                           text,
                           {},
                           {keys(key)},
                           MenuId::View,
                           [&bench, which] { bench.panels.setWorkspace(which); },
                           {},
                           [&bench, which] { return bench.panels.workspace() == which; },
                           "workspace",
                           line});
    };
    workspace("view.workspaceEdit", ACTION_TEXT("Workspace: layout"), Workspace::Edit, "Ctrl+1", true);
    workspace("view.workspaceCheck", ACTION_TEXT("Workspace: conflicts"), Workspace::Check, "Ctrl+2", false);
    workspace("view.workspaceSheet", ACTION_TEXT("Workspace: sheets"), Workspace::Sheet, "Ctrl+3", false);
    actions.add({u"view.wipeCache"_s,
                 ACTION_TEXT("Empty the cache"),
                 u""_s,
                 {},
                 MenuId::File,
                 [&bench] {
                     bench.session.recent().wipeCache();
                     bench.session.messages().information(
                         QCoreApplication::translate("Actions", "The small pictures of recent plans are deleted."));
                 },
                 {},
                 {},
                 "thumbnails wipe",
                 true});
}

void addToolActions(Workbench& bench) {
    const auto open = [&bench] { return bench.session.hasProject(); };
    const auto tool = [&](const char* id, const char* text, const char* iconName, ToolId which,
                          QList<QKeySequence> keyList, const char* keywords, bool line = false) {
        bench.actions.add({QLatin1String(id), text, QLatin1String(iconName), std::move(keyList), MenuId::Draw,
                           [&bench, which] {
                               bench.tools.activate(which);
                               bench.map.canvas().setFocus();
                           },
                           open, [&bench, which] { return bench.tools.current() == which; }, keywords, line});
    };
    tool("tool.select", ACTION_TEXT("&Select"), "select", ToolId::Select, {keys("Ctrl+Shift+I"), keys("V")},
         "identify pick", true);
    tool("tool.pan", ACTION_TEXT("&Pan"), "pan", ToolId::Pan, {keys("H")}, "hand move map");
    tool("tool.vertex", ACTION_TEXT("&Vertices"), "vertex", ToolId::Vertex, {keys("N")}, "node edit vertex", true);
    tool("tool.move", ACTION_TEXT("&Move"), "move", ToolId::Move, {keys("M")}, "drag duplicate copy");
    tool("tool.label", ACTION_TEXT("&Labels"), "label", ToolId::Label, {keys("T")},
         "name text pin move rotate callout");
    tool("tool.drawPolygon", ACTION_TEXT("Draw &area"), "draw-polygon", ToolId::DrawPolygon,
         {keys("Ctrl+."), keys("P")}, "polygon add feature", true);
    tool("tool.drawLine", ACTION_TEXT("Draw &line"), "draw-line", ToolId::DrawLine, {keys("L")},
         "polyline add feature axis");
    tool("tool.drawPoint", ACTION_TEXT("Draw p&oint"), "draw-point", ToolId::DrawPoint, {keys("O")},
         "node add feature");
    tool("tool.measureLength", ACTION_TEXT("Measure l&ength"), "measure-length", ToolId::MeasureLength,
         {keys("Ctrl+Shift+M")}, "distance ruler", true);
    tool("tool.measureArea", ACTION_TEXT("Measure a&rea"), "measure-area", ToolId::MeasureArea, {keys("Ctrl+Shift+J")},
         "hectare mu");
}

void addCheckActions(Workbench& bench) {
    CheckResults& check = bench.session.check();
    bench.actions.add({u"check.run"_s,
                       ACTION_TEXT("&Check all"),
                       u"check"_s,
                       {keys("F9")},
                       MenuId::Check,
                       [&check] { check.run(); },
                       [&bench, &check] { return bench.session.hasProject() && !check.isRunning(); },
                       {},
                       "red line conflicts overlap run"});
    bench.actions.add({u"check.stop"_s,
                       ACTION_TEXT("&Stop the check"),
                       u"stop"_s,
                       {},
                       MenuId::Check,
                       [&check] { check.stop(); },
                       [&check] { return check.isRunning(); },
                       {},
                       "cancel"});
    bench.actions.add({u"check.wipeKept"_s,
                       ACTION_TEXT("&Delete the kept index"),
                       {},
                       {},
                       MenuId::Check,
                       [&check] { check.wipeKept(); },
                       [&check] { return check.hasKept() && !check.isRunning(); },
                       {},
                       "cache tuce-cache"});
}

}  // namespace app
