// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/Result.h"
#include "gis/geometry/Extent.h"
#include "layers/policy/Gazetteer.h"
#include "layers/scheme/UnitChanges.h"

namespace layers {

/// The seat of a unit or a town, 示意: WGS 84 = CGCS2000 degrees, good to about a kilometre.
struct KnownPlace {
    std::string adcode;  ///< empty if it has none
    std::string name;
    std::string level;
    gis::Coordinate position;
    bool operator==(const KnownPlace&) const = default;
};

/// The order of places along a railway, road or corridor; for a river only its other names.
struct KnownRoute {
    std::string name;
    std::string kind;
    std::vector<std::string> aliases;
    std::vector<std::string> stops;  ///< codes, or names of places without a code
    bool isCalled(const std::string& called) const;
    bool operator==(const KnownRoute&) const = default;
};

/// The course of a ridge, 示意, in degrees.
struct KnownRidge {
    std::string name;
    std::vector<gis::Coordinate> points;
    bool operator==(const KnownRidge&) const = default;
};

/// Hand-made knowledge that stands in where no layer is loaded. A value.
struct Geography {
    std::vector<KnownPlace> places;
    std::vector<KnownRoute> routes;
    std::vector<KnownRidge> ridges;
    std::vector<UnitChange> unitChanges;  ///< dated changes of codes and names
    std::vector<UnitTable> unitTables;    ///< the codes at some dates, oldest first

    const KnownPlace* placeByCode(const std::string& adcode) const;  ///< null if none
    /// By name, if exactly one place has it.
    const KnownPlace* placeByName(const std::string& name) const;
    /// What a code means, by the newest table that has it; empty if none has.
    std::string unitName(const std::string& adcode) const;
    /// True if the code is of a province whose tables are known, and in no table and no change: nobody ever had it.
    bool isNoCode(const std::string& adcode) const;
    const KnownRoute* route(const std::string& name) const;  ///< by name or alias
    const KnownRidge* ridge(const std::string& name) const;
    /// A carrier's name and all others that are known for it.
    std::vector<std::string> namesOf(const std::string& carrier) const;
    /// With what a gazetteer calls rivers, railways and roads.
    Geography withNames(const Gazetteer& gazetteer) const;
};

/// Reads the three files (places.json, routes.json, ridges.json). InvalidData names the entry; a stop that no place
/// explains is an error.
gis::Result<Geography> geographyFromJson(const std::string& places, const std::string& routes,
                                         const std::string& ridges);
/// Those that ship with the sample, with the names of the shipped gazetteer.
gis::Result<Geography> shippedGeography();

}  // namespace layers
