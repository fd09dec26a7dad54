// SPDX-License-Identifier: Apache-2.0
#include "layers/project/ProjectTables.h"

#include <algorithm>

#include "layers/project/ProjectStore.h"
#include "layers/project/RowSync.h"

namespace layers {

namespace {

const char* const geoPackageTables = R"sql(
CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT,
  definition_12_063 TEXT NOT NULL DEFAULT 'undefined', epoch DOUBLE);
CREATE TABLE gpkg_contents(table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY(srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns(table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY(table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE(table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY(table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY(srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_extensions(table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
  definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE(table_name, column_name, extension_name));
CREATE TABLE gpkgext_relations(id INTEGER PRIMARY KEY AUTOINCREMENT, base_table_name TEXT NOT NULL,
  base_primary_column TEXT NOT NULL DEFAULT 'id', related_table_name TEXT NOT NULL,
  related_primary_column TEXT NOT NULL DEFAULT 'id', relation_name TEXT NOT NULL,
  mapping_table_name TEXT NOT NULL UNIQUE);
CREATE TABLE layer_styles(id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
  f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT,
  styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
)sql";

const char* const ourTables = R"sql(
CREATE TABLE tuce_meta(name TEXT NOT NULL PRIMARY KEY, value TEXT);
CREATE TABLE tuce_layers(id INTEGER NOT NULL PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL,
  kind TEXT NOT NULL, control_type TEXT NOT NULL, control_direction TEXT NOT NULL, id_field TEXT NOT NULL,
  name_field TEXT NOT NULL, note TEXT NOT NULL, visible INTEGER NOT NULL, style TEXT NOT NULL, source TEXT NOT NULL,
  table_name TEXT, links_table TEXT, columns TEXT NOT NULL);
CREATE TABLE tuce_documents(id INTEGER NOT NULL PRIMARY KEY, document_id TEXT NOT NULL, title TEXT NOT NULL,
  number TEXT NOT NULL, issuers TEXT NOT NULL, dates TEXT NOT NULL, note TEXT NOT NULL, encoding TEXT NOT NULL,
  text_sha256 TEXT NOT NULL, text TEXT NOT NULL, length INTEGER NOT NULL, warnings TEXT NOT NULL);
CREATE TABLE clauses(id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, clause_id TEXT NOT NULL,
  document_id TEXT NOT NULL, position INTEGER NOT NULL, level TEXT NOT NULL, number TEXT NOT NULL, path TEXT NOT NULL,
  sequence INTEGER NOT NULL, occurrence INTEGER NOT NULL, heading TEXT NOT NULL, text TEXT NOT NULL,
  summary TEXT NOT NULL, places TEXT NOT NULL, start_offset INTEGER NOT NULL, heading_offset INTEGER NOT NULL,
  body_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL, warnings TEXT NOT NULL);
CREATE TABLE tuce_sheets(id INTEGER NOT NULL PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL,
  layout TEXT NOT NULL);
CREATE TABLE tuce_approvals(finding_key TEXT NOT NULL PRIMARY KEY, reason TEXT NOT NULL, who TEXT NOT NULL,
  approved_at TEXT NOT NULL, overlap TEXT NOT NULL DEFAULT '', run TEXT NOT NULL DEFAULT '');
)sql";

const char* const labelTable = R"sql(
CREATE TABLE tuce_label_pins(layer_id INTEGER NOT NULL, feature_id INTEGER NOT NULL, x DOUBLE NOT NULL,
  y DOUBLE NOT NULL, angle DOUBLE NOT NULL, hidden INTEGER NOT NULL, PRIMARY KEY(layer_id, feature_id));
)sql";

/// The definition that every GeoPackage carries for WGS 84, in the WKT of OGC 01-009.
const char* const wgs84Wkt =
    R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],)"
    R"(AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],)"
    R"(UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]])";

const std::vector<std::string>& namesWeRead() {
    static const std::vector<std::string> names{
        "gpkg_spatial_ref_sys",   "gpkg_contents",        "gpkg_geometry_columns", "gpkg_extensions",
        "gpkgext_relations",      project_table::styles,  project_table::meta,     project_table::layerList,
        project_table::documents, project_table::clauses, project_table::sheets,   project_table::approvals};
    return names;
}

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

gis::Result<void> insertFixedRows(const gis::SqliteDatabase& database) {
    const std::string undefined = "undefined";
    const auto srs = [&](const char* name, std::int64_t id, const char* organization, const std::string& wkt) {
        return Row{id, std::string(name), std::string(organization), id, wkt, undefined};
    };
    TUCE_CHECK(
        syncRows(database,
                 {"gpkg_spatial_ref_sys",
                  {"srs_id", "srs_name", "organization", "organization_coordsys_id", "definition", "definition_12_063"},
                  1,
                  {srs("Undefined Cartesian SRS", -1, "NONE", undefined),
                   srs("Undefined geographic SRS", 0, "NONE", undefined), srs("WGS 84", 4326, "EPSG", wgs84Wkt)},
                  {}}));
    const auto attributes = [](const char* table) {
        return Row{std::string(table), std::string("attributes"), std::string(table)};
    };
    TUCE_CHECK(syncRows(database, {"gpkg_contents",
                                   {"table_name", "data_type", "identifier"},
                                   1,
                                   {attributes(project_table::clauses), attributes(project_table::styles)},
                                   {}}));
    std::vector<Row> extensions;
    const auto extension = [&](const gis::Value& table, const gis::Value& column, const char* name,
                               const char* definition, const char* scope) {
        extensions.push_back({table, column, std::string(name), std::string(definition), std::string(scope)});
    };
    extension(std::string("gpkg_spatial_ref_sys"), std::string("definition_12_063"), "gpkg_crs_wkt",
              "http://www.geopackage.org/spec120/#extension_crs_wkt", "read-write");
    extension(std::string("gpkgext_relations"), {}, relatedTablesExtension, relatedTablesDefinition, "read-write");
    for (const char* table : {project_table::meta, project_table::layerList, project_table::documents,
                              project_table::sheets, project_table::approvals})
        extension(std::string(table), {}, ourExtension, ourDefinition, "read-write");
    return syncRows(
        database,
        {"gpkg_extensions", {"table_name", "column_name", "extension_name", "definition", "scope"}, 3, extensions, {}});
}

gis::Result<void> checkVersion(const gis::SqliteDatabase& database) {
    TUCE_TRY(version, database.value("SELECT value FROM tuce_meta WHERE name='schema_version'"));
    const std::string text = gis::toText(version);
    const int number = std::atoi(text.c_str());
    if (number > projectSchemaVersion)
        return gis::fail(gis::ErrorCode::NewerSchema, {database.path(), {}, {}},
                         gis::message("layers",
                                      "the project was written by a later version of the program "
                                      "(schema %1, this one knows %2)",
                                      {text, std::to_string(projectSchemaVersion)}),
                         gis::message("layers", "use that version"));
    if (number < 1)
        return gis::fail(gis::ErrorCode::Unreadable, {database.path(), {}, {}},
                         gis::message("layers", "the project does not say its schema version"),
                         gis::message("layers", "restore it from a copy"));
    return {};
}

}  // namespace

gis::Result<void> createProjectTables(const gis::SqliteDatabase& database) {
    TUCE_CHECK(database.execute("PRAGMA application_id=" + std::to_string(geoPackageApplicationId) +
                                "; PRAGMA user_version=10300"));
    TUCE_CHECK(database.execute(geoPackageTables));
    TUCE_CHECK(database.execute(ourTables));
    TUCE_CHECK(insertFixedRows(database));
    return addLabelTable(database);
}

gis::Result<void> addLabelTable(const gis::SqliteDatabase& database) {
    TUCE_TRY(known, database.value("SELECT 1 FROM sqlite_schema WHERE lower(name)=?1",
                                   {std::string(project_table::labelPins)}));
    if (!gis::isNull(known)) return {};
    TUCE_CHECK(database.execute(labelTable));
    const std::string name = project_table::labelPins;
    return syncRows(database,
                    {"gpkg_extensions",
                     {"table_name", "column_name", "extension_name", "definition", "scope"},
                     3,
                     {{name, {}, std::string(ourExtension), std::string(ourDefinition), std::string("read-write")}},
                     "table_name='" + name + "'"});
}

gis::Result<bool> isPlainTable(const gis::SqliteDatabase& database, const std::string& name) {
    TUCE_TRY(sql, database.value("SELECT sql FROM sqlite_schema WHERE type='table' AND lower(name)=lower(?1)", {name}));
    return !gis::isNull(sql) && lowered(gis::toText(sql)).rfind("create virtual", 0) != 0;
}

bool isReservedTableName(const std::string& name) {
    const std::string lower = lowered(name);
    for (const char* prefix : {"sqlite_", "gpkg", "rtree_", "tuce_", "layer_styles", "links_", "ogr_", "idx_"})
        if (lower.rfind(prefix, 0) == 0) return true;
    return lower.empty() || lower == project_table::clauses;
}

gis::Result<void> checkProjectTables(const gis::SqliteDatabase& database) {
    TUCE_TRY(application, database.value("PRAGMA application_id"));
    TUCE_TRY(isOurs, isPlainTable(database, project_table::meta));
    if (application != gis::Value(geoPackageApplicationId) || !isOurs)
        return gis::fail(gis::ErrorCode::Unreadable, {database.path(), {}, {}},
                         gis::message("layers", "the file is no project of this program"),
                         gis::message("layers", "make one with `tuce-cli project new` and add the file to it"));
    TUCE_CHECK(checkVersion(database));
    for (const std::string& name : namesWeRead()) {
        TUCE_TRY(plain, isPlainTable(database, name));
        if (!plain)
            return gis::fail(gis::ErrorCode::Refused, {database.path(), name, {}},
                             gis::message("layers", "the table is missing, or a view stands in its place"),
                             gis::message("layers", "restore the project from a copy"));
    }
    return {};
}

}  // namespace layers
