// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "gis/feature/FeatureTable.h"
#include "gis/io/SqliteDatabase.h"
#include "layers/plan/Layer.h"

namespace layers {

/// How the features of a layer lie in the project file: an ordinary feature table of GeoPackage.
struct StoredTable {
    std::string name;
    std::string fidColumn = "fid";
    std::string geometryColumn = "geom";
    std::string geometryType = "GEOMETRY";  ///< as in gpkg_geometry_columns
    std::int32_t srsId = -1;
    std::vector<std::string> columns;  ///< one for each field of the schema
    gis::Schema schema;

    std::string indexName() const { return "rtree_" + name + "_" + geometryColumn; }
    /// `,"a","b"` with a leading comma, for lists that begin with fid and geometry.
    std::string columnList() const;
};

/// Names that are taken, in lower ASCII case.
using TakenNames = std::set<std::string>;
/// `wished` without what hurts in an identifier, made different from all taken names by a number; it joins them.
std::string uniqueName(const std::string& wished, TakenNames& taken);
/// All tables and views of the file.
gis::Result<TakenNames> takenTableNames(const gis::SqliteDatabase& database);

/// The table that a new layer gets. Fields whose names clash as columns (case, "fid", "geom") get other columns.
StoredTable plannedTable(const Layer& layer, std::int32_t srsId, TakenNames& taken);
/// The table as it stands in the file, whoever changed it last. `columns` is what columnsJson() gave. Unreadable
/// unless it is an ordinary table with an integer key and a geometry column that the GeoPackage registers.
gis::Result<StoredTable> readStoredTable(const gis::SqliteDatabase& database, const std::string& name,
                                         const std::string& columns);
/// The names of the fields whose columns are called otherwise, as a JSON object by column.
std::string columnsJson(const StoredTable& table);
/// "MULTIPOLYGON" and so on if all features agree, else "GEOMETRY".
std::string commonGeometryType(const gis::FeatureTable& table);
/// SQL type of a field: INTEGER, REAL, TEXT(20), BOOLEAN, DATE, DATETIME.
std::string sqlType(const gis::Field& field);
/// The value in the form that the column keeps: an integer in a real column becomes a real, and so on. Stored and
/// wanted values are compared in this form.
gis::Value conformed(gis::Value value, gis::FieldType type);

}  // namespace layers
