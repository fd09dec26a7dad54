// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <string>
#include <vector>

#include "gis/geometry/Extent.h"

namespace app {

struct Workbench;

/// A place of the gazetteer whose seat is known.
struct NamedPlace {
    QString name;
    QStringList names;  ///< with its other spellings
    std::string adcode;
    gis::Coordinate seat;  ///< degrees of CGCS2000
};

/// Places with a known seat, as they ship. Reads files; ask once.
std::vector<NamedPlace> namedPlaces();

/// Zooms to the unit's polygon where the plan has it, else to about its seat.
void showPlace(Workbench& bench, const NamedPlace& place);

/// Shows what a text names on the map of the plan: features of that name (a river, a road, a unit) or of one of its
/// other spellings, the units that a region stands for, the seat of a place; says so where the map has none of them.
void showNamed(Workbench& bench, const std::string& name);

}  // namespace app
