// SPDX-License-Identifier: Apache-2.0
#include "layers/project/SpatialIndexTable.h"

#include <QString>

#include "layers/project/ProjectTables.h"
#include "layers/project/RowSync.h"

namespace layers {

namespace {

constexpr std::size_t triggerCount = 6;
const char* const triggerNames[triggerCount] = {"insert", "update1", "update2", "update3", "update4", "delete"};

/// The templates of the standard (12-128r18, F.3) with %n trigger, %r index, %t table, %i key, %c geometry column.
const char* const triggerSql[triggerCount] = {
    R"(CREATE TRIGGER %n AFTER INSERT ON %t WHEN (NEW.%c NOT NULL AND NOT ST_IsEmpty(NEW.%c)) BEGIN
INSERT OR REPLACE INTO %r VALUES (NEW.%i, ST_MinX(NEW.%c), ST_MaxX(NEW.%c), ST_MinY(NEW.%c), ST_MaxY(NEW.%c)); END;)",
    R"(CREATE TRIGGER %n AFTER UPDATE OF %c ON %t
WHEN OLD.%i = NEW.%i AND (NEW.%c NOTNULL AND NOT ST_IsEmpty(NEW.%c)) BEGIN
INSERT OR REPLACE INTO %r VALUES (NEW.%i, ST_MinX(NEW.%c), ST_MaxX(NEW.%c), ST_MinY(NEW.%c), ST_MaxY(NEW.%c)); END;)",
    R"(CREATE TRIGGER %n AFTER UPDATE OF %c ON %t
WHEN OLD.%i = NEW.%i AND (NEW.%c ISNULL OR ST_IsEmpty(NEW.%c)) BEGIN DELETE FROM %r WHERE id = OLD.%i; END;)",
    R"(CREATE TRIGGER %n AFTER UPDATE ON %t
WHEN OLD.%i != NEW.%i AND (NEW.%c NOTNULL AND NOT ST_IsEmpty(NEW.%c)) BEGIN DELETE FROM %r WHERE id = OLD.%i;
INSERT OR REPLACE INTO %r VALUES (NEW.%i, ST_MinX(NEW.%c), ST_MaxX(NEW.%c), ST_MinY(NEW.%c), ST_MaxY(NEW.%c)); END;)",
    R"(CREATE TRIGGER %n AFTER UPDATE ON %t
WHEN OLD.%i != NEW.%i AND (NEW.%c ISNULL OR ST_IsEmpty(NEW.%c)) BEGIN
DELETE FROM %r WHERE id IN (OLD.%i, NEW.%i); END;)",
    R"(CREATE TRIGGER %n AFTER DELETE ON %t WHEN OLD.%c NOT NULL BEGIN
DELETE FROM %r WHERE id = OLD.%i; END;)"};

std::string triggerName(const StoredTable& table, std::size_t trigger) {
    return table.indexName() + "_" + triggerNames[trigger];
}

/// Puts the names into a template.
std::string filled(const std::string& pattern, const StoredTable& table, const std::string& trigger = {}) {
    std::string sql;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char kind = pattern[i] == '%' ? pattern[++i] : '\0';
        if (kind == '\0') {
            sql += pattern[i];
            continue;
        }
        sql += gis::SqliteDatabase::quoted(kind == 'r'   ? table.indexName()
                                           : kind == 't' ? table.name
                                           : kind == 'i' ? table.fidColumn
                                           : kind == 'c' ? table.geometryColumn
                                                         : trigger);
    }
    return sql;
}

}  // namespace

gis::Result<bool> hasSpatialIndex(const gis::SqliteDatabase& database, const StoredTable& table) {
    TUCE_TRY(sql, database.value("SELECT sql FROM sqlite_schema WHERE type='table' AND name=?1", {table.indexName()}));
    const QString text = QString::fromStdString(gis::toText(sql)).simplified().toLower();
    return text.startsWith(QStringLiteral("create virtual table")) && text.contains(QStringLiteral(" using rtree"));
}

gis::Result<void> dropSpatialIndex(const gis::SqliteDatabase& database, const StoredTable& table) {
    for (std::size_t i = 0; i < triggerCount; ++i)
        TUCE_CHECK(database.execute("DROP TRIGGER IF EXISTS " + gis::SqliteDatabase::quoted(triggerName(table, i))));
    TUCE_CHECK(database.execute("DROP TABLE IF EXISTS " + gis::SqliteDatabase::quoted(table.indexName())));
    TUCE_TRY(removal, database.prepare("DELETE FROM gpkg_extensions WHERE lower(table_name)=lower(?1) AND "
                                       "extension_name=?2"));
    return removal.bind(1, table.name).bind(2, std::string(rtreeExtension)).run();
}

gis::Result<void> createSpatialIndex(const gis::SqliteDatabase& database, const StoredTable& table) {
    TUCE_CHECK(dropSpatialIndex(database, table));
    TUCE_CHECK(database.execute(filled("CREATE VIRTUAL TABLE %r USING rtree(id, minx, maxx, miny, maxy)", table)));
    TUCE_CHECK(
        database.execute(filled("INSERT OR REPLACE INTO %r SELECT %i, ST_MinX(%c), ST_MaxX(%c), ST_MinY(%c), "
                                "ST_MaxY(%c) FROM %t WHERE %c NOTNULL AND NOT ST_IsEmpty(%c)",
                                table)));
    for (std::size_t i = 0; i < triggerCount; ++i)
        TUCE_CHECK(database.execute(filled(triggerSql[i], table, triggerName(table, i))));
    TUCE_TRY(row, database.prepare("INSERT INTO gpkg_extensions(table_name,column_name,extension_name,definition,"
                                   "scope) VALUES(?1,?2,?3,?4,'write-only')"));
    return row.bind(1, table.name)
        .bind(2, table.geometryColumn)
        .bind(3, std::string(rtreeExtension))
        .bind(4, std::string(rtreeDefinition))
        .run();
}

gis::Result<SpatialIndexWriter> SpatialIndexWriter::make(const gis::SqliteDatabase& database,
                                                         const StoredTable& table) {
    TUCE_TRY(put, database.prepare(filled("INSERT OR REPLACE INTO %r VALUES(?1,?2,?3,?4,?5)", table)));
    TUCE_TRY(removal, database.prepare(filled("DELETE FROM %r WHERE id=?1", table)));
    return SpatialIndexWriter(std::move(put), std::move(removal));
}

gis::Result<void> SpatialIndexWriter::put(gis::FeatureId id, const gis::Extent& extent) {
    if (extent.isEmpty()) return remove(id);
    return m_put.bind(1, gis::number(id))
        .bind(2, extent.minX)
        .bind(3, extent.maxX)
        .bind(4, extent.minY)
        .bind(5, extent.maxY)
        .run();
}

gis::Result<void> SpatialIndexWriter::remove(gis::FeatureId id) { return m_remove.bind(1, gis::number(id)).run(); }

}  // namespace layers
