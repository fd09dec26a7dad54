// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/geometry/Extent.h"
#include "gis/io/SqliteDatabase.h"

namespace layers {

/// What gpkg_contents says of a feature table.
struct ContentsRow {
    std::string table;
    std::string identifier;  ///< the layer's name; must not be that of another table, else the table's own name is used
    std::string description;
    gis::Extent extent;
    std::int32_t srsId = -1;
    bool featuresChanged = false;  ///< then the date of the last change is now
};

/// Inserts and changes the rows of these tables; others stay.
gis::Result<void> writeContents(const gis::SqliteDatabase& database, const std::vector<ContentsRow>& rows);

/// The style of a table as QGIS looks for it in layer_styles; rows of other owners stay.
gis::Result<void> writeStyleRow(const gis::SqliteDatabase& database, const std::string& table,
                                const std::string& geometryColumn, const std::string& qml);

}  // namespace layers
