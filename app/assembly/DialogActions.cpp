// SPDX-License-Identifier: Apache-2.0
#include "app/assembly/DialogActions.h"

#include <QCoreApplication>

#include "app/dialogs/AddLayerDialog.h"
#include "app/dialogs/ExportLayerDialog.h"
#include "app/dialogs/ImportDocumentDialog.h"
#include "app/dialogs/KeysDialog.h"
#include "app/dialogs/LinkDialog.h"
#include "app/dialogs/NamesDialog.h"
#include "app/dialogs/SheetDialog.h"
#include "app/dialogs/StyleDialog.h"
#include "app/session/Session.h"
#include "app/window/ActionRegistry.h"
#include "app/window/PanelRegistry.h"
#include "layers/edit/EditSeries.h"
#include "layers/edit/LayerEdit.h"
#include "layers/edit/LinkEdit.h"

#define ACTION_TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

namespace app {

using namespace Qt::StringLiterals;

namespace {

QKeySequence keys(const char* text) { return QKeySequence(QLatin1String(text)); }

gis::LayerId currentLayer(const Workbench& bench) { return bench.session.selection().currentLayer(); }

void addLayerActions(Workbench& bench) {
    const auto open = [&bench] { return bench.session.hasProject(); };
    const auto chosen = [&bench] {
        return bench.session.hasProject() && bench.session.snapshot()->layer(currentLayer(bench)) != nullptr;
    };
    const auto hasFeatures = [&bench, chosen] {
        return chosen() && !bench.session.snapshot()->layer(currentLayer(bench))->isRaster();
    };
    ActionRegistry& actions = bench.actions;
    actions.add({u"layer.add"_s,
                 ACTION_TEXT("&Add layers…"),
                 u"layer-add"_s,
                 {keys("Ctrl+L"), keys("Ctrl+Shift+V"), keys("Ctrl+Shift+R")},
                 MenuId::Layer,
                 [&bench] { openAddLayers(bench); },
                 open,
                 {},
                 "open file shapefile geopackage geojson kml dxf csv import raster basemap geotiff tif image"});
    actions.add({u"layer.style"_s,
                 ACTION_TEXT("&Style…"),
                 u"style"_s,
                 {keys("F7")},
                 MenuId::Layer,
                 [&bench] { openStyle(bench, currentLayer(bench)); },
                 hasFeatures,
                 {},
                 "colour symbol label width fill"});
    actions.add({u"layer.table"_s,
                 ACTION_TEXT("Attribute &table"),
                 u"table"_s,
                 {keys("F6"), keys("Ctrl+T")},
                 MenuId::Layer,
                 [&bench] { bench.panels.show(u"table"_s); },
                 open,
                 {},
                 "rows fields"});
    actions.add({u"layer.export"_s,
                 ACTION_TEXT("&Export the layer…"),
                 u"export"_s,
                 {},
                 MenuId::Layer,
                 [&bench] { openExport(bench, currentLayer(bench)); },
                 hasFeatures,
                 {},
                 "save shapefile geopackage geojson xlsx"});
    actions.add(
        {u"layer.remove"_s,
         ACTION_TEXT("&Remove the layer"),
         u"layer-remove"_s,
         {keys("Ctrl+D")},
         MenuId::Layer,
         [&bench] { bench.session.perform(layers::removeLayer(*bench.session.snapshot(), currentLayer(bench))); },
         chosen,
         {},
         "delete",
         true});
}

/// Between the selected features and the clause that was picked.
std::vector<layers::ClauseLink> linksToUnlink(const Workbench& bench) {
    const auto plan = bench.session.snapshot();
    if (!plan) return {};
    const FeatureSet& features = bench.session.selection().features();
    auto links = plan->linksTo(bench.session.selection().clause());
    std::erase_if(links,
                  [&features](const layers::ClauseLink& link) { return !features.contains(link.layer, link.feature); });
    return links;
}

void unlink(Workbench& bench) {
    layers::EditSeries series(bench.session.snapshot());
    for (const layers::ClauseLink& link : linksToUnlink(bench))
        if (const auto done = series.apply(layers::removeLink(*series.snapshot(), link.id)); !done)
            return bench.session.messages().error(done.error());
    if (!series.change().isEmpty()) bench.session.perform(series.change());
}

void addClauseActions(Workbench& bench) {
    const auto open = [&bench] { return bench.session.hasProject(); };
    const auto selected = [&bench] { return !bench.session.selection().features().isEmpty(); };
    bench.actions.add({u"clause.import"_s,
                       ACTION_TEXT("&Import a document…"),
                       u"import"_s,
                       {},
                       MenuId::Clause,
                       [&bench] { openImportDocument(bench); },
                       open,
                       {},
                       "policy text txt md html word docx odt pdf"});
    bench.actions.add({u"clause.names"_s,
                       ACTION_TEXT("&Place names of your own…"),
                       u"pin"_s,
                       {},
                       MenuId::Clause,
                       [&bench] { (new NamesDialog(bench))->open(); },
                       open,
                       {},
                       "gazetteer alias toponym csv import"});
    bench.actions.add({u"clause.link"_s,
                       ACTION_TEXT("&Link the selected features to a clause…"),
                       u"link"_s,
                       {},
                       MenuId::Clause,
                       [&bench] { openLink(bench); },
                       selected,
                       {},
                       "basis constraint"});
    bench.actions.add({u"clause.unlink"_s,
                       ACTION_TEXT("&Unlink the selected features from the clause"),
                       u"unlink"_s,
                       {},
                       MenuId::Clause,
                       [&bench] { unlink(bench); },
                       [&bench] { return !linksToUnlink(bench).empty(); },
                       {},
                       "remove link basis"});
}

void addSheetActions(Workbench& bench) {
    const auto open = [&bench] { return bench.session.hasProject(); };
    const auto hasSheets = [&bench] { return bench.session.hasProject() && !bench.session.snapshot()->sheets.empty(); };
    bench.actions.add({u"sheet.new"_s,
                       ACTION_TEXT("&New sheet…"),
                       u"sheet"_s,
                       {keys("Ctrl+P")},
                       MenuId::Sheet,
                       [&bench] { openNewSheet(bench); },
                       open,
                       {},
                       "print layout map paper"});
    bench.actions.add({u"sheet.edit"_s,
                       ACTION_TEXT("&Edit the sheets…"),
                       u"edit"_s,
                       {},
                       MenuId::Sheet,
                       [&bench] { openSheets(bench); },
                       hasSheets,
                       {},
                       "print layout list"});
    bench.actions.add({u"sheet.export"_s,
                       ACTION_TEXT("E&xport sheets…"),
                       u"export"_s,
                       {keys("Ctrl+Shift+P")},
                       MenuId::Sheet,
                       [&bench] { openSheets(bench); },
                       open,
                       {},
                       "pdf svg png print"});
}

}  // namespace

void openAddLayers(Workbench& bench, const QStringList& paths) {
    if (!bench.session.hasProject()) return;
    auto* dialog = new AddLayerDialog(bench);
    dialog->open();
    paths.isEmpty() ? dialog->chooseFiles() : dialog->addFiles(paths);
}

void openStyle(Workbench& bench, gis::LayerId layer) {
    if (!bench.session.hasProject() || !bench.session.snapshot()->layer(layer)) return;
    for (auto* open : bench.window.findChildren<StyleDialog*>()) {
        if (open->layer() == layer) {
            open->raise();
            return open->activateWindow();
        }
        open->close();
    }
    (new StyleDialog(bench, layer))->show();
}

void openExport(Workbench& bench, gis::LayerId layer) {
    if (bench.session.hasProject() && bench.session.snapshot()->layer(layer))
        (new ExportLayerDialog(bench, layer))->open();
}

void openImportDocument(Workbench& bench, const QString& path, const std::string& replaced) {
    if (!bench.session.hasProject()) return;
    auto* dialog = new ImportDocumentDialog(bench);
    if (!replaced.empty()) dialog->setReplaced(replaced);
    dialog->open();
    path.isEmpty() ? dialog->chooseFile() : dialog->setFile(path);
}

void openLink(Workbench& bench, const std::string& clauseId, const QString& words) {
    if (!bench.session.hasProject()) return;
    if (bench.session.selection().features().isEmpty())
        return bench.session.messages().information(
            QCoreApplication::translate("Actions", "Select the features first, then link them to a clause."));
    if (bench.session.snapshot()->corpus.clauseCount() == 0)
        return bench.session.messages().post(
            MessageLevel::Information,
            QCoreApplication::translate("Actions", "The plan has no clauses yet. Import a document first."),
            QCoreApplication::translate("Actions", "Import a document…"), [&bench] { openImportDocument(bench); });
    (new LinkDialog(bench, bench.session.selection().features(), clauseId, words))->open();
}

void openSheets(Workbench& bench) {
    if (bench.session.hasProject()) (new SheetDialog(bench))->open();
}

void openNewSheet(Workbench& bench) {
    if (!bench.session.hasProject()) return;
    auto* dialog = new SheetDialog(bench);
    dialog->newSheet();
    dialog->open();
}

void openNewSheet(Workbench& bench, const layers::Finding& finding) {
    if (!bench.session.hasProject()) return;
    auto* dialog = new SheetDialog(bench);
    dialog->newSheet(finding);
    dialog->open();
}

void addDialogActions(Workbench& workbench) {
    addLayerActions(workbench);
    addClauseActions(workbench);
    addSheetActions(workbench);
    workbench.actions.add({u"help.keys"_s,
                           ACTION_TEXT("&Keys…"),
                           u"settings"_s,
                           {},
                           MenuId::Help,
                           [&workbench] { (new KeysDialog(workbench))->open(); },
                           {},
                           {},
                           "shortcuts keyboard"});
}

}  // namespace app
