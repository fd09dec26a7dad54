// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "gis/io/GeoPackageGeometry.h"
#include "layers/project/FeatureStore.h"
#include "layers/project/ProjectTables.h"
#include "layers/project/RowSync.h"
#include "layers/project/SpatialIndexTable.h"

namespace layers {

namespace {

constexpr std::size_t rowsBetweenPolls = 1024;

std::string quoted(const std::string& name) { return gis::SqliteDatabase::quoted(name); }

/// ?1 is the fid, ?2 the geometry, the attributes follow.
std::string insertSql(const StoredTable& table) {
    std::string places = "?1,?2";
    for (std::size_t i = 0; i < table.columns.size(); ++i) places += ",?" + std::to_string(i + 3);
    return "INSERT INTO " + quoted(table.name) + "(" + quoted(table.fidColumn) + "," + quoted(table.geometryColumn) +
           table.columnList() + ") VALUES(" + places + ")";
}

std::string updateSql(const StoredTable& table) {
    std::string sets = quoted(table.geometryColumn) + "=?2";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        sets += "," + quoted(table.columns[i]) + "=?" + std::to_string(i + 3);
    return "UPDATE " + quoted(table.name) + " SET " + sets + " WHERE " + quoted(table.fidColumn) + "=?1";
}

gis::Value wantedValue(const gis::Feature& feature, const StoredTable& table, std::size_t column) {
    return conformed(feature.attribute(static_cast<int>(column)), table.schema.fields()[column].type);
}

gis::Result<void> writeFeature(gis::SqliteStatement& statement, const StoredTable& table, const gis::Feature& feature) {
    statement.bind(1, gis::number(feature.id()));
    if (!feature.geometry().isEmpty())
        statement.bindBlob(2, gis::encodeGeoPackageGeometry(feature.geometry(), table.srsId));
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        statement.bind(static_cast<int>(i) + 3, wantedValue(feature, table, i));
    return statement.run();
}

bool sameGeometry(const gis::SqliteStatement& row, const gis::Geometry& wanted, std::int32_t srsId) {
    if (row.isNull(1)) return wanted.isEmpty();
    const auto stored = row.blob(1);
    if (!wanted.isEmpty()) {
        const auto encoded = gis::encodeGeoPackageGeometry(wanted, srsId);
        if (std::equal(stored.begin(), stored.end(), encoded.begin(), encoded.end())) return true;
    }
    // Another program may write the same geometry in other bytes. What cannot be read was read as empty: it stays
    // until somebody gives the feature a geometry.
    const auto decoded = gis::decodeGeoPackageGeometry(stored);
    return decoded ? decoded->geometry == wanted : wanted.isEmpty();
}

bool sameRow(const gis::SqliteStatement& row, const StoredTable& table, const gis::Feature& feature) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto stored = conformed(row.value(static_cast<int>(i) + 2), table.schema.fields()[i].type);
        if (stored != wantedValue(feature, table, i)) return false;
    }
    return sameGeometry(row, feature.geometry(), table.srsId);
}

struct Differences {
    std::vector<const gis::Feature*> inserted;
    std::vector<const gis::Feature*> changed;
    std::vector<gis::FeatureId> removed;
    bool isEmpty() const { return inserted.empty() && changed.empty() && removed.empty(); }
};

/// Walks the rows and the features side by side, both in the order of ids.
gis::Result<Differences> differences(const gis::SqliteDatabase& database, const StoredTable& table,
                                     const gis::FeatureTable& features, const gis::JobControl& control) {
    TUCE_TRY(row, database.prepare("SELECT " + quoted(table.fidColumn) + "," + quoted(table.geometryColumn) +
                                   table.columnList() + " FROM " + quoted(table.name) + " ORDER BY 1"));
    Differences found;
    auto feature = features.begin();
    for (std::size_t count = 0;; ++count) {
        if (count % rowsBetweenPolls == 0 && control.cancel.isCanceled()) return gis::canceled();
        TUCE_TRY(more, row.step());
        if (!more) break;
        const gis::FeatureId id{row.integer(0)};
        for (; feature != features.end() && feature->id() < id; ++feature) found.inserted.push_back(&*feature);
        if (feature == features.end() || feature->id() != id) {
            found.removed.push_back(id);
            continue;
        }
        if (!sameRow(row, table, *feature)) found.changed.push_back(&*feature);
        ++feature;
    }
    for (; feature != features.end(); ++feature) found.inserted.push_back(&*feature);
    return found;
}

gis::Result<void> writeDifferences(const gis::SqliteDatabase& database, const StoredTable& table,
                                   const Differences& found, const gis::JobControl& control) {
    TUCE_TRY(index, SpatialIndexWriter::make(database, table));
    TUCE_TRY(removal,
             database.prepare("DELETE FROM " + quoted(table.name) + " WHERE " + quoted(table.fidColumn) + "=?1"));
    TUCE_TRY(update, database.prepare(updateSql(table)));
    TUCE_TRY(insertion, database.prepare(insertSql(table)));
    std::size_t count = 0;
    const auto stopped = [&] { return ++count % rowsBetweenPolls == 0 && control.cancel.isCanceled(); };
    for (const gis::FeatureId id : found.removed) {
        if (stopped()) return gis::canceled();
        TUCE_CHECK(removal.bind(1, gis::number(id)).run());
        TUCE_CHECK(index.remove(id));
    }
    for (const auto& [features, statement] : {std::pair{&found.changed, &update}, {&found.inserted, &insertion}}) {
        for (const gis::Feature* feature : *features) {
            if (stopped()) return gis::canceled();
            TUCE_CHECK(writeFeature(*statement, table, *feature));
            TUCE_CHECK(index.put(feature->id(), feature->geometry().extent()));
        }
    }
    return {};
}

/// GDAL keeps a count of its own by triggers, which do not run here; without a number it counts anew.
gis::Result<void> forgetFeatureCount(const gis::SqliteDatabase& database, const StoredTable& table) {
    TUCE_TRY(exists, isPlainTable(database, "gpkg_ogr_contents"));
    if (!exists) return {};
    TUCE_TRY(update, database.prepare("UPDATE gpkg_ogr_contents SET feature_count=NULL WHERE "
                                      "lower(table_name)=lower(?1)"));
    return update.bind(1, table.name).run();
}

std::string createSql(const StoredTable& table) {
    std::string sql = "CREATE TABLE " + quoted(table.name) + "(" + quoted(table.fidColumn) +
                      " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL," + quoted(table.geometryColumn) + " " +
                      table.geometryType;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        sql += "," + quoted(table.columns[i]) + " " + sqlType(table.schema.fields()[i]);
    return sql + ")";
}

}  // namespace

gis::Result<void> createFeatureTable(const gis::SqliteDatabase& database, const StoredTable& table,
                                     const gis::FeatureTable& features, const gis::JobControl& control) {
    TUCE_CHECK(database.execute(createSql(table)));
    TUCE_TRY(insertion, database.prepare(insertSql(table)));
    std::size_t count = 0;
    for (const gis::Feature& feature : features) {
        if (++count % rowsBetweenPolls == 0 && control.cancel.isCanceled()) return gis::canceled();
        TUCE_CHECK(writeFeature(insertion, table, feature));
    }
    TUCE_TRY(row, database.prepare("INSERT INTO gpkg_geometry_columns(table_name,column_name,geometry_type_name,"
                                   "srs_id,z,m) VALUES(?1,?2,?3,?4,0,0)"));
    TUCE_CHECK(row.bind(1, table.name)
                   .bind(2, table.geometryColumn)
                   .bind(3, table.geometryType)
                   .bind(4, std::int64_t{table.srsId})
                   .run());
    return createSpatialIndex(database, table);
}

gis::Result<void> updateFeatures(const gis::SqliteDatabase& database, const StoredTable& table,
                                 const gis::FeatureTable& features, const gis::JobControl& control) {
    TUCE_TRY(indexed, hasSpatialIndex(database, table));
    if (!indexed) TUCE_CHECK(createSpatialIndex(database, table));
    TUCE_TRY(found, differences(database, table, features, control));
    if (found.isEmpty()) return {};
    TUCE_CHECK(writeDifferences(database, table, found, control));
    TUCE_CHECK(forgetFeatureCount(database, table));
    const std::string type = commonGeometryType(features);
    if (type == table.geometryType) return {};
    TUCE_TRY(update, database.prepare("UPDATE gpkg_geometry_columns SET geometry_type_name=?2 WHERE "
                                      "lower(table_name)=lower(?1)"));
    return update.bind(1, table.name).bind(2, type).run();
}

gis::Result<void> dropFeatureTable(const gis::SqliteDatabase& database, const StoredTable& table) {
    TUCE_CHECK(dropSpatialIndex(database, table));
    TUCE_CHECK(database.execute("DROP TABLE IF EXISTS " + quoted(table.name)));
    TUCE_TRY(counted, isPlainTable(database, "gpkg_ogr_contents"));
    std::vector<std::string> holders{"gpkg_geometry_columns", "gpkg_extensions", "gpkg_contents"};
    if (counted) holders.push_back("gpkg_ogr_contents");
    for (const std::string& holder : holders) {
        TUCE_TRY(removal, database.prepare("DELETE FROM " + holder + " WHERE lower(table_name)=lower(?1)"));
        TUCE_CHECK(removal.bind(1, table.name).run());
    }
    TUCE_TRY(styles, database.prepare("DELETE FROM layer_styles WHERE lower(f_table_name)=lower(?1)"));
    return styles.bind(1, table.name).run();
}

}  // namespace layers
