// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/crs/CoordinateReferenceSystem.h"
#include "gis/geometry/Extent.h"
#include "layers/project/ProjectSnapshot.h"

class QMenu;

namespace app {

struct Workbench;

/// What a map of this extent (degrees) may be drawn in: its CGCS2000 zones of 3° and 6° by the middle, and degrees.
std::vector<gis::CoordinateReferenceSystem> mapCrsOffers(const gis::Extent& degrees);
/// "CGCS2000 · 3° zone 36 · 108°E · EPSG:4545": a CRS for people.
QString crsChoiceText(const gis::CoordinateReferenceSystem& crs);

/// The entries by which the map's CRS is chosen; that of now is checked. A choice is an undoable step.
void fillMapCrsMenu(QMenu& menu, Workbench& workbench);
/// Draws the map in the zone of 3° of what the plan is about.
void chooseMapZone(Workbench& workbench);
/// False where that is what the map is drawn in already.
bool canChooseMapZone(Workbench& workbench);

}  // namespace app
