// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <optional>
#include <string>
#include <vector>

#include "gis/geometry/Extent.h"
#include "layers/policy/Gazetteer.h"

namespace app {

struct Workbench;

/// A place that can be searched for.
struct NamedPlace {
    QString name;
    QStringList names;     ///< with its other spellings
    QStringList readings;  ///< their pinyin, where the gazetteer has it
    std::string adcode;
    std::optional<gis::Coordinate> seat;  ///< degrees of CGCS2000, where it is known
};

/// Places with a known seat, as they ship, then the other names of the gazetteer; units that a layer of the plan brought
/// are not among them: they are found as its features. Reads a file; ask once for a gazetteer.
std::vector<NamedPlace> namedPlaces(const layers::Gazetteer& gazetteer);

/// Zooms to the unit's polygon where the plan has it, else to about its seat; without one as showNamed.
void showPlace(Workbench& bench, const NamedPlace& place);

/// Shows what a text names on the map of the plan: features of that name (a river, a road, a unit) or of one of its
/// other spellings, the units that a region stands for, the seat of a place; says so where the map has none of them.
void showNamed(Workbench& bench, const std::string& name);

}  // namespace app
