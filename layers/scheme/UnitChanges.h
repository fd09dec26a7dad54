// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "gis/base/Result.h"

namespace layers {

/// An administrative unit by its code; the code may be empty where it is not known.
struct UnitName {
    std::string adcode;
    std::string name;
    bool operator==(const UnitName&) const = default;
};

/// A code or name that stopped being valid, and what took its place.
struct UnitChange {
    std::string date;  ///< "2016-06", "2013"
    std::vector<UnitName> from;
    std::vector<UnitName> to;
    std::vector<UnitName> moved;  ///< units that kept code and name, but whose boundaries moved with it
    bool isPartial = false;       ///< boundaries changed with it: the ground of one is about that of the other
    std::string note;
    bool operator==(const UnitChange&) const = default;
};

/// resources/schemes/unit_changes.json. InvalidData names the entry and the member that is wrong.
gis::Result<std::vector<UnitChange>> unitChangesFromJson(const std::string& bytes, const std::string& name);
gis::Result<std::vector<UnitChange>> shippedUnitChanges();

/// The codes of the counties at a date.
struct UnitTable {
    std::string date;                          ///< "2016" (its end), "2025-11"
    std::map<std::string, std::string> names;  ///< by code
    std::vector<std::string> withoutCode;      ///< names of units whose new code is not known
    bool operator==(const UnitTable&) const = default;
};

/// resources/schemes/unit_tables.json, oldest first. InvalidData names the table and the member that is wrong.
gis::Result<std::vector<UnitTable>> unitTablesFromJson(const std::string& bytes, const std::string& name);
gis::Result<std::vector<UnitTable>> shippedUnitTables();

}  // namespace layers
