// SPDX-License-Identifier: Apache-2.0
#include "app/assembly/Assembly.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "app/assembly/AuditActions.h"
#include "app/assembly/BookmarkActions.h"
#include "app/assembly/ClauseDrop.h"
#include "app/assembly/DialogActions.h"
#include "app/assembly/FindingActions.h"
#include "app/assembly/IdentifyTip.h"
#include "app/assembly/LabelActions.h"
#include "app/assembly/LayoutLayerActions.h"
#include "app/assembly/MapMenu.h"
#include "app/assembly/SchemeActions.h"
#include "app/dialogs/ClauseNameDialog.h"
#include "app/dialogs/ElementDialog.h"
#include "app/dialogs/WelcomePage.h"
#include "app/panels/AttributeTablePanel.h"
#include "app/panels/AuditPanel.h"
#include "app/panels/BasisSection.h"
#include "app/panels/ClausesPanel.h"
#include "app/panels/ElementEditor.h"
#include "app/panels/FeaturePanel.h"
#include "app/panels/FindingsPanel.h"
#include "app/panels/LayersPanel.h"
#include "app/panels/RegisterPanel.h"
#include "app/session/Session.h"
#include "app/window/ActionRegistry.h"
#include "app/window/MainWindow.h"
#include "app/window/MapController.h"
#include "layers/document/DocumentReader.h"

#define PANEL_TITLE(text) QT_TRANSLATE_NOOP("Panels", text)

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// The panels as the window made them; it owns them.
struct Panels {
    LayersPanel* layers = nullptr;
    ClausesPanel* clauses = nullptr;
    FeaturePanel* feature = nullptr;
    FindingsPanel* findings = nullptr;
    AuditPanel* audit = nullptr;
    ElementEditor* element = nullptr;
    RegisterPanel* schemes = nullptr;
    AttributeTablePanel* table = nullptr;
};

constexpr int bottomTabs = 1;
constexpr int rightTabs = 2;

template <class Panel>
std::function<QWidget*(Workbench&)> maker(Panel*& made) {
    return [&made](Workbench& bench) -> QWidget* {
        made = new Panel(bench);
        made->setAttribute(Qt::WA_StyledBackground);  // else the style sheet's ground is not painted
        return made;
    };
}

Panels addPanels(MainWindow& window) {
    Panels panels;
    window.addPanel({u"layers"_s,
                     PANEL_TITLE("Layers"),
                     u"layers"_s,
                     PanelArea::Left,
                     {Workspace::Edit, Workspace::Check, Workspace::Sheet},
                     maker(panels.layers)});
    window.addPanel({u"clauses"_s,
                     PANEL_TITLE("Documents and clauses"),
                     u"clause"_s,
                     PanelArea::Left,
                     {Workspace::Edit},
                     maker(panels.clauses)});
    window.addPanel({u"feature"_s,
                     PANEL_TITLE("Feature"),
                     u"properties"_s,
                     PanelArea::Right,
                     {Workspace::Edit, Workspace::Check},
                     maker(panels.feature),
                     rightTabs});
    window.addPanel({u"element"_s,
                     PANEL_TITLE("Element editor"),
                     u"edit"_s,
                     PanelArea::Right,
                     {},
                     maker(panels.element),
                     rightTabs});
    window.addPanel({u"findings"_s,
                     PANEL_TITLE("Findings"),
                     u"findings"_s,
                     PanelArea::Bottom,
                     {Workspace::Check},
                     maker(panels.findings),
                     bottomTabs});
    window.addPanel({u"audit"_s,
                     PANEL_TITLE("Map and text"),
                     u"audit"_s,
                     PanelArea::Bottom,
                     {Workspace::Check},
                     maker(panels.audit),
                     bottomTabs});
    window.addPanel({u"register"_s,
                     PANEL_TITLE("Layout elements"),
                     u"cluster"_s,
                     PanelArea::Bottom,
                     {},
                     maker(panels.schemes),
                     bottomTabs});
    window.addPanel({u"table"_s,
                     PANEL_TITLE("Attribute table"),
                     u"table"_s,
                     PanelArea::Bottom,
                     {},
                     maker(panels.table),
                     bottomTabs});
    return panels;
}

void connectLayerPanels(Workbench& bench, const Panels& panels) {
    QObject::connect(panels.layers, &LayersPanel::addLayerWanted, panels.layers, [&bench] { openAddLayers(bench); });
    QObject::connect(panels.layers, &LayersPanel::styleWanted, panels.layers,
                     [&bench](gis::LayerId layer) { openStyle(bench, layer); });
    QObject::connect(panels.layers, &LayersPanel::exportWanted, panels.layers,
                     [&bench](gis::LayerId layer) { openExport(bench, layer); });
    QObject::connect(panels.layers, &LayersPanel::tableWanted, panels.table, [&bench, panels](gis::LayerId layer) {
        bench.session.selection().setCurrentLayer(layer);
        panels.table->showLayer(layer);
        bench.panels.show(u"table"_s);
    });
    QObject::connect(panels.table, &AttributeTablePanel::exportWanted, panels.table,
                     [&bench](gis::LayerId layer) { openExport(bench, layer); });
}

void connectClausePanels(Workbench& bench, const Panels& panels) {
    QObject::connect(panels.clauses, &ClausesPanel::importWanted, panels.clauses,
                     [&bench] { openImportDocument(bench); });
    QObject::connect(panels.clauses, &ClausesPanel::importAgainWanted, panels.clauses,
                     [&bench](const std::string& document) { openImportDocument(bench, {}, document); });
    QObject::connect(panels.clauses, &ClausesPanel::linkWanted, panels.clauses,
                     [&bench](const std::string& clause) { openLink(bench, clause); });
    const auto link = [&bench](const std::string& clause, const QString& words) { openLink(bench, clause, words); };
    const auto correct = [&bench](const std::string& clause, const QString& words, std::size_t place) {
        (new ClauseNameDialog(bench, clause, words, place))->open();
    };
    QObject::connect(panels.clauses, &ClausesPanel::linkToWordsWanted, panels.clauses, link);
    QObject::connect(panels.clauses, &ClausesPanel::correctionWanted, panels.clauses, correct);
    QObject::connect(panels.clauses, &ClausesPanel::clauseFromTextWanted, panels.clauses,
                     [&bench](const std::string& document, const QString& words, std::size_t place) {
                         ClauseNameDialog::forText(bench, document, words, place)->open();
                     });
    QObject::connect(panels.audit, &AuditPanel::linkToWordsWanted, panels.audit, link);
    QObject::connect(panels.audit, &AuditPanel::correctionWanted, panels.audit, correct);
    BasisSection& basis = panels.feature->basis();
    QObject::connect(&basis, &BasisSection::linkWanted, &basis, [&bench] { openLink(bench); });
    QObject::connect(&basis, &BasisSection::clauseWanted, panels.clauses, [&bench, panels](const std::string& clause) {
        bench.panels.show(u"clauses"_s);
        panels.clauses->show(clause);
    });
}

void connectAuditPanel(Workbench& bench, const Panels& panels) {
    QObject::connect(panels.audit, &AuditPanel::clauseWanted, panels.clauses,
                     [panels](const std::string& clause) { panels.clauses->show(clause); });
    QObject::connect(panels.audit, &AuditPanel::linkWanted, panels.audit,
                     [&bench](const layers::AuditFinding& finding) {
                         const bool lacksFeature = finding.kind == layers::AuditKind::ClauseWithoutFeature;
                         openLink(bench, lacksFeature ? finding.clauseId : std::string());
                     });
    QObject::connect(panels.audit, &AuditPanel::buildWanted, panels.audit,
                     [&bench, panels](const layers::AuditFinding& finding) {
                         openNewElement(bench, *panels.element, finding.clauseId);
                     });
    QObject::connect(panels.clauses, &ClausesPanel::elementWanted, panels.element,
                     [&bench, panels](const std::string& clause) { openNewElement(bench, *panels.element, clause); });
}

/// The findings come up with the first check, so that until then the map has their room.
void showFindingsWhenChecked(Workbench& bench) {
    QObject::connect(&bench.session.check(), &CheckResults::started, &bench.panels,
                     [&bench] { bench.panels.show(u"findings"_s); });
}

void takeDroppedFiles(Workbench& bench, const QStringList& paths) {
    if (!bench.session.hasProject()) {
        // Files dropped on the welcome page begin a new plan.
        QObject::connect(
            &bench.session, &Session::projectChanged, &bench.window,
            [&bench, paths] {
                if (bench.session.hasProject()) takeDroppedFiles(bench, paths);
            },
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        return bench.session.newProject();
    }
    QStringList data;
    for (const QString& path : paths) {
        const QString ending = QFileInfo(path).suffix().toLower();
        if (layers::isDocumentEnding(path.toStdString())) return openImportDocument(bench, path);
        data << path;
    }
    openAddLayers(bench, data);
}

}  // namespace

void assemble(MainWindow& window) {
    Workbench& bench = window.workbench();
    addDialogActions(bench);
    addLayoutLayerActions(bench);
    addLabelActions(bench);
    addBookmarkActions(bench);
    new IdentifyTip(bench);
    const Panels panels = addPanels(window);
    addSchemeActions(bench, *panels.element, *panels.schemes);
    addFindingActions(bench, *panels.findings);
    connectLayerPanels(bench, panels);
    connectClausePanels(bench, panels);
    connectAuditPanel(bench, panels);
    addAuditActions(bench, *panels.audit);
    showFindingsWhenChecked(bench);
    addMapMenu(bench);
    new ClauseDrop(bench);
    bench.map.setElementQuestion(
        [&bench](const layers::Layer& layer, const gis::Geometry& geometry, QPoint position, NewElementAnswer answer) {
            auto* dialog = new ElementDialog(bench, layer, geometry, std::move(answer));
            dialog->move(position + QPoint(16, 16));
            dialog->open();
        });
    window.setFileDropHandler([&bench](const QStringList& paths) { takeDroppedFiles(bench, paths); });
    window.setWelcomePage(new WelcomePage(bench));
}

}  // namespace app
