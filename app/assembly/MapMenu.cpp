// SPDX-License-Identifier: Apache-2.0
#include "app/assembly/MapMenu.h"

#include <QMenu>

#include "app/session/Session.h"
#include "app/window/ActionRegistry.h"
#include "app/window/MapController.h"
#include "app/window/Workbench.h"

namespace app {

namespace {

void showMenu(Workbench& bench, QPoint position) {
    if (!bench.session.hasProject()) return;
    MapCanvas& canvas = bench.map.canvas();
    const auto hits = bench.map.featuresUnder(canvas.mapFromGlobal(position));
    Selection& selection = bench.session.selection();
    if (const auto label = canvas.labelUnder(canvas.mapFromGlobal(position)))
        selection.select(label->layer, label->feature);  // a name means its feature
    else if (!hits.empty() && !selection.features().contains(hits.front().layer, hits.front().feature))
        selection.select(hits.front().layer, hits.front().feature);
    auto* menu = new QMenu(&canvas);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char* id : {"view.selection", "clause.link", "clause.unlink", "", "scheme.rebuild", "scheme.detach", "",
                           "label.pin", "label.auto", "label.hide", "", "edit.duplicate", "edit.delete", "",
                           "layer.style", "layer.table", "", "map.copy"}) {
        if (*id == '\0')
            menu->addSeparator();
        else if (QAction* action = bench.actions.find(QLatin1String(id)))
            menu->addAction(action);
    }
    menu->popup(position);
}

}  // namespace

void addMapMenu(Workbench& bench) {
    QObject::connect(&bench.map.canvas(), &MapCanvas::contextMenuWanted, &bench.map,
                     [&bench](QPoint position, gis::Coordinate) { showMenu(bench, position); });
}

}  // namespace app
