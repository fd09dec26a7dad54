// SPDX-License-Identifier: Apache-2.0
#include "layers/project/ContentsRows.h"

#include <algorithm>

#include "layers/project/PresentTime.h"
#include "layers/project/RowSync.h"

namespace layers {

namespace {

const std::string columns = "identifier,description,min_x,min_y,max_x,max_y,srs_id,data_type";

Row rowOf(const ContentsRow& wanted) {
    const bool empty = wanted.extent.isEmpty();
    const auto bound = [empty](double value) { return empty ? gis::Value{} : gis::Value(value); };
    return {wanted.identifier,         wanted.description,        bound(wanted.extent.minX),  bound(wanted.extent.minY),
            bound(wanted.extent.maxX), bound(wanted.extent.maxY), std::int64_t{wanted.srsId}, std::string("features")};
}

gis::Result<void> insertEmpty(const gis::SqliteDatabase& database, const std::string& table) {
    TUCE_TRY(insertion, database.prepare("INSERT INTO gpkg_contents(table_name,data_type) VALUES(?1,'features')"));
    return insertion.bind(1, table).run();
}

/// Identifiers must differ: all that change give up theirs before the first gets its new one.
gis::Result<void> freeIdentifier(const gis::SqliteDatabase& database, const std::string& table) {
    TUCE_TRY(update, database.prepare("UPDATE gpkg_contents SET identifier=NULL WHERE table_name=?1"));
    return update.bind(1, table).run();
}

gis::Result<void> writeRow(const gis::SqliteDatabase& database, const ContentsRow& wanted) {
    Row row = rowOf(wanted);
    TUCE_TRY(other, database.value("SELECT 1 FROM gpkg_contents WHERE identifier=?1 AND table_name<>?2",
                                   {wanted.identifier, wanted.table}));
    if (!gis::isNull(other)) row[0] = gis::Value{};
    TUCE_TRY(update, database.prepare("UPDATE gpkg_contents SET (" + columns +
                                      ",last_change)=(?1,?2,?3,?4,?5,?6,?7,?8,?9) WHERE table_name=?10"));
    for (std::size_t i = 0; i < row.size(); ++i) update.bind(static_cast<int>(i) + 1, row[i]);
    return update.bind(9, presentTime()).bind(10, wanted.table).run();
}

}  // namespace

gis::Result<void> writeContents(const gis::SqliteDatabase& database, const std::vector<ContentsRow>& rows) {
    std::vector<const ContentsRow*> changed;
    for (const ContentsRow& wanted : rows) {
        TUCE_TRY(stored,
                 readRows(database, "SELECT " + columns + " FROM gpkg_contents WHERE table_name=?1", {wanted.table}));
        if (stored.empty()) TUCE_CHECK(insertEmpty(database, wanted.table));
        if (stored.empty() || stored.front() != rowOf(wanted) || wanted.featuresChanged) changed.push_back(&wanted);
    }
    for (const ContentsRow* wanted : changed) TUCE_CHECK(freeIdentifier(database, wanted->table));
    for (const ContentsRow* wanted : changed) TUCE_CHECK(writeRow(database, *wanted));
    return {};
}

gis::Result<void> writeStyleRow(const gis::SqliteDatabase& database, const std::string& table,
                                const std::string& geometryColumn, const std::string& qml) {
    TUCE_TRY(stored, readRows(database,
                              "SELECT styleQML,f_geometry_column FROM layer_styles WHERE f_table_name=?1 AND "
                              "owner='tuce' LIMIT 1",
                              {table}));
    if (!stored.empty() && stored.front() == Row{qml, geometryColumn}) return {};
    TUCE_TRY(removal, database.prepare("DELETE FROM layer_styles WHERE f_table_name=?1 AND owner='tuce'"));
    TUCE_CHECK(removal.bind(1, table).run());
    TUCE_TRY(insertion,
             database.prepare("INSERT INTO layer_styles(f_table_catalog,f_table_schema,f_table_name,f_geometry_column,"
                              "styleName,styleQML,styleSLD,useAsDefault,description,owner,ui,update_time) "
                              "VALUES('','',?1,?2,'Tuce',?3,'',1,'derived from the plan; changes are not read back',"
                              "'tuce','',?4)"));
    return insertion.bind(1, table).bind(2, geometryColumn).bind(3, qml).bind(4, presentTime()).run();
}

}  // namespace layers
