// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/io/SqliteDatabase.h"

namespace layers {

/// The tables that every project file has from the beginning, as GeoPackage 1.3 (OGC 12-128r18), its Related Tables
/// Extension (OGC 18-000) and QGIS (layer_styles) define them, and those of ours.
namespace project_table {
inline constexpr const char* meta = "tuce_meta";            ///< name, value: schema_version, state_id, revision, info
inline constexpr const char* layerList = "tuce_layers";     ///< all of a layer but its features
inline constexpr const char* documents = "tuce_documents";  ///< policy documents with their text
inline constexpr const char* clauses = "clauses";           ///< an attributes table that QGIS shows
inline constexpr const char* sheets = "tuce_sheets";
inline constexpr const char* approvals = "tuce_approvals";
inline constexpr const char* labelPins = "tuce_label_pins";  ///< not in files of before labels were placed by hand
inline constexpr const char* styles = "layer_styles";
}  // namespace project_table

inline constexpr std::int64_t geoPackageApplicationId = 0x47504B47;  // "GPKG"
inline constexpr const char* relatedTablesExtension = "gpkg_related_tables";
inline constexpr const char* relatedTablesDefinition = "http://www.geopackage.org/18-000.html";
inline constexpr const char* rtreeExtension = "gpkg_rtree_index";
inline constexpr const char* rtreeDefinition = "http://www.geopackage.org/spec120/#extension_rtree";
inline constexpr const char* ourExtension = "tuce_project";
inline constexpr const char* ourDefinition =
    "plan data of the planning workstation Tuce; the layers can be read without it";

/// Makes the empty tables and the rows that a GeoPackage must have. In a new file, within a transaction.
gis::Result<void> createProjectTables(const gis::SqliteDatabase& database);

/// Refuses a file that is no project of ours (Unreadable), one of a later version (NewerSchema), and one where a name
/// that we read stands for a view or a virtual table (Refused).
gis::Result<void> checkProjectTables(const gis::SqliteDatabase& database);

/// Makes the table of labels placed by hand in a file that has none. Within a transaction.
gis::Result<void> addLabelTable(const gis::SqliteDatabase& database);

/// True if the name stands for an ordinary table.
gis::Result<bool> isPlainTable(const gis::SqliteDatabase& database, const std::string& name);
/// Names that no layer's table may have: those of SQLite, GeoPackage, QGIS and ours. ASCII case does not count.
bool isReservedTableName(const std::string& name);

}  // namespace layers
