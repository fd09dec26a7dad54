// SPDX-License-Identifier: Apache-2.0
#include "layers/project/LinkStore.h"

#include <algorithm>
#include <set>

#include "layers/project/ProjectTables.h"
#include "layers/project/StoredTable.h"

namespace layers {

namespace {

const std::vector<std::string> columns{"link_id", "base_id", "related_id", "relation", "clause_id",
                                       "anchor",  "note",    "who",        "when"};
/// Added later: a table of an earlier project gets them when there is something to put in.
const std::vector<std::string> anchorColumns{"anchor_before", "anchor_after", "anchor_position"};
const std::string prefix = "links_";

gis::Value textOrNull(const std::string& text) { return text.empty() ? gis::Value{} : gis::Value(text); }

Row rowOf(const ClauseLink& link, const PolicyCorpus& corpus) {
    const Clause* clause = corpus.clause(link.clauseId);
    return {link.id,
            gis::number(link.feature),
            clause != nullptr ? clause->key : 0,
            toText(link.relation),
            link.clauseId,
            textOrNull(link.anchor),
            textOrNull(link.note),
            textOrNull(link.who),
            textOrNull(link.when)};
}

ClauseLink linkOf(const Row& row, gis::LayerId layer, const PolicyCorpus& corpus) {
    ClauseLink link;
    link.id = integerOf(row[0]);
    link.layer = layer;
    link.feature = gis::FeatureId{integerOf(row[1])};
    // The key is what other programs set; the text id speaks for a clause that is not there.
    const Clause* clause = corpus.clauseByKey(integerOf(row[2]));
    link.clauseId = clause != nullptr ? clause->id : gis::toText(row[4]);
    link.relation = linkRelationFromText(gis::toText(row[3])).value_or(LinkRelation::Basis);
    link.anchor = gis::toText(row[5]);
    link.note = gis::toText(row[6]);
    link.who = gis::toText(row[7]);
    link.when = gis::toText(row[8]);
    link.anchorBefore = gis::toText(row[9]);
    link.anchorAfter = gis::toText(row[10]);
    if (!gis::isNull(row[11])) link.anchorPosition = integerOf(row[11]);
    return link;
}

gis::Result<bool> knowsAnchors(const gis::SqliteDatabase& database, const std::string& table) {
    TUCE_TRY(known, readRows(database, "SELECT name FROM pragma_table_info(?1)", {table}));
    return std::any_of(known.begin(), known.end(),
                       [](const Row& row) { return gis::toText(row[0]) == anchorColumns.front(); });
}

bool isMappingTableName(const std::string& name) { return name.rfind(prefix, 0) == 0; }

gis::Result<void> registerRelation(const gis::SqliteDatabase& database, const LayerPlace& place,
                                   const std::string& fidColumn) {
    TUCE_TRY(relation,
             database.prepare("INSERT INTO gpkgext_relations(base_table_name,base_primary_column,related_table_name,"
                              "related_primary_column,relation_name,mapping_table_name) "
                              "VALUES(?1,?2,?3,'id','attributes',?4)"));
    TUCE_CHECK(relation.bind(1, place.table)
                   .bind(2, fidColumn)
                   .bind(3, std::string(project_table::clauses))
                   .bind(4, place.linksTable)
                   .run());
    TUCE_TRY(extension, database.prepare("INSERT INTO gpkg_extensions(table_name,column_name,extension_name,"
                                         "definition,scope) VALUES(?1,NULL,?2,?3,'read-write')"));
    return extension.bind(1, place.linksTable)
        .bind(2, std::string(relatedTablesExtension))
        .bind(3, std::string(relatedTablesDefinition))
        .run();
}

gis::Result<void> createLinksTable(const gis::SqliteDatabase& database, LayerPlace& place, const std::string& layerName,
                                   const std::string& fidColumn) {
    TUCE_TRY(taken, takenTableNames(database));
    place.linksTable = uniqueName(prefix + (place.table.empty() ? layerName : place.table), taken);
    TUCE_CHECK(database.execute("CREATE TABLE " + gis::SqliteDatabase::quoted(place.linksTable) +
                                "(link_id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, base_id INTEGER NOT NULL, "
                                "related_id INTEGER NOT NULL, relation TEXT NOT NULL DEFAULT 'basis', "
                                "clause_id TEXT, anchor TEXT, note TEXT, who TEXT, \"when\" TEXT, "
                                "anchor_before TEXT, anchor_after TEXT, anchor_position INTEGER)"));
    return place.table.empty() ? gis::Result<void>{} : registerRelation(database, place, fidColumn);
}

/// Whether the table has the columns of the surroundings; it gets them if a link needs them.
gis::Result<bool> withAnchorColumns(const gis::SqliteDatabase& database, const std::string& table,
                                    const std::vector<const ClauseLink*>& links) {
    TUCE_TRY(known, knowsAnchors(database, table));
    const bool isWanted =
        std::any_of(links.begin(), links.end(), [](const ClauseLink* link) { return link->anchorPosition >= 0; });
    if (known || !isWanted) return known;
    for (const std::string& column : anchorColumns)
        TUCE_CHECK(database.execute("ALTER TABLE " + gis::SqliteDatabase::quoted(table) + " ADD COLUMN " + column +
                                    (column == "anchor_position" ? " INTEGER" : " TEXT")));
    return true;
}

/// Ids are unique over all layers; of two equal ones the later row gets a new one.
void makeIdsUnique(std::vector<ClauseLink>& links) {
    std::set<std::int64_t> known;
    std::int64_t next = 1;
    for (const ClauseLink& link : links) next = std::max(next, link.id + 1);
    for (ClauseLink& link : links)
        if (!known.insert(link.id).second) link.id = next++;
    std::sort(links.begin(), links.end(), [](const ClauseLink& a, const ClauseLink& b) { return a.id < b.id; });
}

}  // namespace

gis::Result<std::vector<ClauseLink>> readLinks(const gis::SqliteDatabase& database,
                                               const std::vector<LayerPlace>& places, const PolicyCorpus& corpus) {
    std::vector<ClauseLink> links;
    for (const LayerPlace& place : places) {
        if (place.linksTable.empty()) continue;
        TUCE_TRY(plain, isPlainTable(database, place.linksTable));
        if (!plain || !isMappingTableName(place.linksTable))
            return gis::fail(gis::ErrorCode::Unreadable, {database.path(), place.linksTable, {}},
                             gis::message("layers", "the table of clause links is missing or not an ordinary one"),
                             gis::message("layers", "restore the project from a copy"));
        TUCE_TRY(whole, knowsAnchors(database, place.linksTable));
        TUCE_TRY(rows,
                 readRows(database,
                          "SELECT link_id,base_id,related_id,relation,clause_id,anchor,note,who,"
                          "\"when\"," +
                              std::string(whole ? "anchor_before,anchor_after,anchor_position" : "NULL,NULL,NULL") +
                              " FROM " + gis::SqliteDatabase::quoted(place.linksTable) + " ORDER BY link_id"));
        for (const Row& row : rows) links.push_back(linkOf(row, place.id, corpus));
    }
    makeIdsUnique(links);
    return links;
}

gis::Result<void> writeLinks(const gis::SqliteDatabase& database, LayerPlace& place, const std::string& layerName,
                             const std::string& fidColumn, const std::vector<ClauseLink>& links,
                             const PolicyCorpus& corpus) {
    std::vector<const ClauseLink*> ours;
    for (const ClauseLink& link : links)
        if (link.layer == place.id) ours.push_back(&link);
    if (place.linksTable.empty()) {
        if (ours.empty()) return {};
        TUCE_CHECK(createLinksTable(database, place, layerName, fidColumn));
    }
    TUCE_TRY(whole, withAnchorColumns(database, place.linksTable, ours));
    WantedRows wanted{place.linksTable, columns, 1, {}, {}};
    if (whole) wanted.columns.insert(wanted.columns.end(), anchorColumns.begin(), anchorColumns.end());
    for (const ClauseLink* link : ours) {
        Row row = rowOf(*link, corpus);
        if (whole)
            row.insert(row.end(), {textOrNull(link->anchorBefore), textOrNull(link->anchorAfter),
                                   link->anchorPosition < 0 ? gis::Value{} : gis::Value(link->anchorPosition)});
        wanted.rows.push_back(std::move(row));
    }
    return syncRows(database, wanted);
}

gis::Result<void> dropLinksTable(const gis::SqliteDatabase& database, const std::string& table) {
    if (!isMappingTableName(table)) return {};
    TUCE_CHECK(database.execute("DROP TABLE IF EXISTS " + gis::SqliteDatabase::quoted(table)));
    TUCE_TRY(relation, database.prepare("DELETE FROM gpkgext_relations WHERE mapping_table_name=?1"));
    TUCE_CHECK(relation.bind(1, table).run());
    TUCE_TRY(extension, database.prepare("DELETE FROM gpkg_extensions WHERE table_name=?1"));
    return extension.bind(1, table).run();
}

}  // namespace layers
