// SPDX-License-Identifier: Apache-2.0
#include "app/assembly/ClauseDrop.h"

#include <QDropEvent>
#include <QMimeData>

#include "app/assembly/DialogActions.h"
#include "app/panels/ClausesModel.h"
#include "app/session/Session.h"
#include "app/window/MapController.h"

namespace app {

namespace {

/// What a clause is about: elements of the layout first, then boundaries and control lines, basemaps at last.
std::optional<FeatureHit> meantFeature(Workbench& bench, QPointF pixel) {
    const auto hits = bench.map.featuresUnder(pixel);
    const auto plan = bench.session.snapshot();
    std::optional<FeatureHit> best;
    int bestRank = 3;
    for (const FeatureHit& hit : hits) {
        const auto layer = plan->layer(hit.layer);
        const int rank = !layer                                      ? 3
                         : layer->kind == layers::LayerKind::Layout  ? 0
                         : layer->kind == layers::LayerKind::Basemap ? 2
                                                                     : 1;
        if (rank >= bestRank) continue;
        best = hit;
        bestRank = rank;
    }
    return best;
}

}  // namespace

ClauseDrop::ClauseDrop(Workbench& workbench) : QObject(&workbench.map.canvas()), m_workbench(workbench) {
    workbench.map.canvas().setAcceptDrops(true);
    workbench.map.canvas().installEventFilter(this);
}

bool ClauseDrop::over(QDropEvent& event, bool dropped) {
    const auto hit = meantFeature(m_workbench, event.position());
    if (!hit) {
        event.ignore();
        return true;
    }
    event.acceptProposedAction();
    // Onto one of several selected features: all of them are meant.
    Selection& selection = m_workbench.session.selection();
    if (!selection.features().contains(hit->layer, hit->feature)) selection.select(hit->layer, hit->feature);
    if (dropped) openLink(m_workbench, event.mimeData()->data(ClausesModel::clauseFormat()).toStdString());
    return true;
}

bool ClauseDrop::eventFilter(QObject* watched, QEvent* event) {
    const bool drags = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
    if (!drags && event->type() != QEvent::Drop) return QObject::eventFilter(watched, event);
    auto& drop = static_cast<QDropEvent&>(*event);
    if (!drop.mimeData()->hasFormat(ClausesModel::clauseFormat())) {
        event->ignore();  // files are the window's
        return true;
    }
    if (event->type() == QEvent::DragEnter) {
        drop.acceptProposedAction();
        return true;
    }
    return over(drop, event->type() == QEvent::Drop);
}

}  // namespace app
