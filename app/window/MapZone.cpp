// SPDX-License-Identifier: Apache-2.0
#include "app/window/MapZone.h"

#include <QMenu>

#include "app/canvas/MapGrids.h"
#include "app/session/Session.h"
#include "app/window/MapController.h"
#include "app/window/Workbench.h"
#include "gis/crs/Cgcs2000Zone.h"
#include "layers/edit/InfoEdit.h"

namespace app {

namespace {

/// What the plan is about, in degrees; empty where that has no place in them.
gis::Extent planInDegrees(Workbench& bench) {
    const layers::SnapshotPtr plan = bench.session.snapshot();
    if (!plan) return {};
    const MapTransforms& transforms = bench.map.mapTransforms();
    return transforms.fromMap(planExtentOf(*plan, transforms), gis::CoordinateReferenceSystem::cgcs2000());
}

gis::CoordinateReferenceSystem zoneOf(const gis::Extent& degrees, gis::ZoneWidth width) {
    if (degrees.isEmpty()) return {};
    const auto zone = gis::cgcs2000Zone(degrees.centre().x, width);
    return zone ? *zone : gis::CoordinateReferenceSystem();
}

void choose(Workbench& bench, const gis::CoordinateReferenceSystem& crs) {
    layers::ProjectInfo info = bench.session.snapshot()->info;
    info.crsCode = crs.code();
    info.values.erase("crs_origin");  // somebody said so
    bench.session.perform(layers::setInfo(*bench.session.snapshot(), info));
}

}  // namespace

std::vector<gis::CoordinateReferenceSystem> mapCrsOffers(const gis::Extent& degrees) {
    std::vector<gis::CoordinateReferenceSystem> offers;
    for (const gis::ZoneWidth width : {gis::ZoneWidth::ThreeDegrees, gis::ZoneWidth::SixDegrees})
        if (const auto zone = zoneOf(degrees, width); zone.isKnown()) offers.push_back(zone);
    offers.push_back(gis::CoordinateReferenceSystem::cgcs2000());
    return offers;
}

QString crsChoiceText(const gis::CoordinateReferenceSystem& crs) {
    const QString code = QString::fromStdString(crs.code());
    return code.isEmpty() ? zoneText(crs) : zoneText(crs) + QStringLiteral(" · ") + code;
}

void fillMapCrsMenu(QMenu& menu, Workbench& bench) {
    if (!bench.session.hasProject()) return;
    const gis::CoordinateReferenceSystem now = bench.map.mapTransforms().mapCrs();
    auto offers = mapCrsOffers(planInDegrees(bench));
    if (std::find(offers.begin(), offers.end(), now) == offers.end()) offers.insert(offers.begin(), now);
    for (const auto& crs : offers) {
        QAction* entry = menu.addAction(crsChoiceText(crs), &menu, [&bench, crs] { choose(bench, crs); });
        entry->setCheckable(true);
        entry->setChecked(crs == now);
        entry->setEnabled(!crs.code().empty() && !(crs == now));
    }
}

void chooseMapZone(Workbench& bench) {
    if (canChooseMapZone(bench)) choose(bench, zoneOf(planInDegrees(bench), gis::ZoneWidth::ThreeDegrees));
}

bool canChooseMapZone(Workbench& bench) {
    if (!bench.session.hasProject()) return false;
    const auto zone = zoneOf(planInDegrees(bench), gis::ZoneWidth::ThreeDegrees);
    return zone.isKnown() && !(zone == bench.map.mapTransforms().mapCrs());
}

}  // namespace app
