// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "gis/io/GeoPackageGeometry.h"
#include "layers/policy/ClauseCorrection.h"
#include "layers/project/LayerRows.h"
#include "layers/project/PlanJson.h"
#include "layers/project/ProjectGazetteer.h"
#include "layers/project/ProjectReader.h"
#include "layers/project/ProjectStore.h"
#include "layers/project/ProjectTables.h"
#include "layers/project/SpatialIndexTable.h"
#include "layers/project/StoredTable.h"

namespace layers {

namespace {

using Flaws = std::vector<IntegrityFlaw>;

class Verification {
public:
    Verification(const gis::SqliteDatabase& database, const gis::JobControl& control)
        : m_database(database), m_control(control) {}

    gis::Result<Flaws> run() {
        TUCE_CHECK(checkDatabase());
        if (auto tables = checkProjectTables(m_database); !tables) {
            if (tables.error().code == gis::ErrorCode::NewerSchema || m_flaws.empty())
                return tl::unexpected<gis::Error>(std::move(tables).error());
            add("missing_table", tables.error().subject, tables.error().problem);
            return m_flaws;
        }
        TUCE_TRY(places, readLayerPlaces(m_database));
        for (const LayerPlace& place : places) {
            if (!place.table.empty()) TUCE_CHECK(checkFeatures(place));
            if (!place.linksTable.empty()) TUCE_CHECK(checkRelation(place));
        }
        TUCE_CHECK(checkPlan());
        return m_flaws;
    }

private:
    void add(const char* kind, gis::Subject subject, gis::Message text) {
        if (subject.path.empty()) subject.path = m_database.path();
        m_flaws.push_back({kind, std::move(subject), std::move(text)});
    }

    /// A flaw instead of an error, unless the user stopped: a damaged page hurts one look, not all.
    gis::Result<void> noted(const char* kind, const std::string& table, gis::Error error) {
        if (error.code == gis::ErrorCode::Canceled) return tl::unexpected<gis::Error>(std::move(error));
        add(kind, {m_database.path(), table, {}}, gis::message("layers", "%1", {gis::describe(error)}));
        return {};
    }

    gis::Result<void> checkDatabase() {
        auto rows = readRows(m_database, "PRAGMA integrity_check(20)");
        if (!rows) return noted("sqlite", {}, std::move(rows).error());
        for (const Row& row : *rows)
            if (const std::string text = gis::toText(row.front()); text != "ok")
                add("sqlite", {}, gis::message("layers", "SQLite: %1", {text}));
        auto keys = readRows(m_database, "PRAGMA foreign_key_check");
        if (!keys) return noted("foreign_key", {}, std::move(keys).error());
        for (const Row& row : *keys)
            add("foreign_key", {{}, gis::toText(row[0]), gis::toText(row[1])},
                gis::message("layers", "names a row of %1 that is not there", {gis::toText(row[2])}));
        return {};
    }

    gis::Result<void> checkFeatures(const LayerPlace& place) {
        auto table = readStoredTable(m_database, place.table, place.columns);
        if (!table) return noted("missing_table", place.table, std::move(table).error());
        TUCE_TRY(contents, m_database.value("SELECT 1 FROM gpkg_contents WHERE table_name=?1", {place.table}));
        if (gis::isNull(contents))
            add("missing_table", {{}, place.table, {}},
                gis::message("layers", "gpkg_contents does not name the table"));
        TUCE_CHECK(checkGeometries(*table));
        return checkIndex(*table);
    }

    gis::Result<void> checkGeometries(const StoredTable& table) {
        const auto quoted = gis::SqliteDatabase::quoted;
        TUCE_TRY(row, m_database.prepare("SELECT " + quoted(table.fidColumn) + "," + quoted(table.geometryColumn) +
                                         " FROM " + quoted(table.name)));
        for (std::size_t count = 0;; ++count) {
            if (count % 1024 == 0 && m_control.cancel.isCanceled()) return gis::canceled();
            auto more = row.step();
            if (!more) return noted("sqlite", table.name, std::move(more).error());
            if (!*more) return {};
            if (row.isNull(1)) continue;
            const auto decoded = gis::decodeGeoPackageGeometry(row.blob(1));
            if (!decoded)
                add("bad_geometry", {{}, table.name, std::to_string(row.integer(0))}, decoded.error().problem);
        }
    }

    /// The R-tree is sound in itself and has one entry for each feature with a geometry.
    gis::Result<void> checkIndex(const StoredTable& table) {
        TUCE_TRY(indexed, hasSpatialIndex(m_database, table));
        const gis::Subject subject{m_database.path(), table.name, {}};
        if (!indexed) {
            add("bad_index", subject, gis::message("layers", "the spatial index is missing; a save makes it anew"));
            return {};
        }
        auto sound = m_database.value("SELECT rtreecheck(?1)", {table.indexName()});
        if (!sound) return noted("bad_index", table.name, std::move(sound).error());
        if (gis::toText(*sound) != "ok")
            add("bad_index", subject, gis::message("layers", "spatial index: %1", {gis::toText(*sound)}));
        const auto quoted = gis::SqliteDatabase::quoted;
        auto missing = m_database.value("SELECT count(*) FROM " + quoted(table.indexName()) +
                                        " WHERE id NOT IN (SELECT " + quoted(table.fidColumn) + " FROM " +
                                        quoted(table.name) + " WHERE " + quoted(table.geometryColumn) + " NOTNULL)");
        if (!missing) return noted("bad_index", table.name, std::move(missing).error());
        if (integerOf(*missing) > 0)
            add("bad_index", subject,
                gis::message("layers", "the spatial index names %1 features that are not there",
                             {gis::toText(*missing)}));
        return {};
    }

    gis::Result<void> checkRelation(const LayerPlace& place) {
        if (place.table.empty()) return {};
        TUCE_TRY(relation, m_database.value("SELECT 1 FROM gpkgext_relations WHERE mapping_table_name=?1 AND "
                                            "base_table_name=?2 AND related_table_name='clauses'",
                                            {place.linksTable, place.table}));
        TUCE_TRY(extension, m_database.value("SELECT 1 FROM gpkg_extensions WHERE table_name=?1", {place.linksTable}));
        if (gis::isNull(relation) || gis::isNull(extension))
            add("missing_relation", {{}, place.linksTable, {}},
                gis::message("layers", "the relation is not registered in gpkgext_relations and gpkg_extensions"));
        return {};
    }

    gis::Result<void> checkPlan() {
        gis::Warnings warnings;
        auto snapshot = readProject(m_database, warnings, m_control);
        if (!snapshot) return noted("unreadable", {}, std::move(snapshot).error());
        for (const gis::Warning& warning : warnings)
            if (warning.kind == "bad_style" || warning.kind == "bad_crs" || warning.kind == "linked_source")
                add(warning.kind == "bad_style" ? "bad_style"
                    : warning.kind == "bad_crs" ? "bad_crs"
                                                : "linked_source",
                    warning.subject, warning.text);
        checkKeptValues(**snapshot);
        checkLinks(**snapshot);
        checkSheets(**snapshot);
        return {};
    }

    /// What is kept for documents and names: who reads it leaves out what is damaged, so it is told here.
    void checkKeptValues(const ProjectSnapshot& snapshot) {
        for (const auto& [name, json] : snapshot.info.values) {
            if (name.rfind(correctionsPrefix, 0) != 0) continue;
            if (const auto kept = correctionsFromJson(json); !kept)
                add("bad_corrections", {{}, name, {}},
                    gis::message("layers", "corrections of clauses that cannot be read: %1",
                                 {gis::describe(kept.error())}));
        }
        if (const auto names = userNamesOf(snapshot); !names)
            add("bad_names", {{}, userNamesValue, {}},
                gis::message("layers", "place names of the plan that cannot be read: %1",
                             {gis::describe(names.error())}));
    }

    void checkLinks(const ProjectSnapshot& snapshot) {
        for (const ClauseLink& link : snapshot.links) {
            const LayerPtr layer = snapshot.layer(link.layer);
            const gis::Subject subject{m_database.path(), layer ? layer->name : "",
                                       std::to_string(gis::number(link.feature))};
            if (!layer || layer->table.find(link.feature) == nullptr)
                add("orphan_link", subject,
                    gis::message("layers", "link %1 names a feature that is not there", {std::to_string(link.id)}));
            if (snapshot.corpus.clause(link.clauseId) == nullptr)
                add("orphan_link", subject,
                    gis::message("layers", "link %1 names the clause \"%2\", which is not there",
                                 {std::to_string(link.id), link.clauseId}));
        }
    }

    void checkSheets(const ProjectSnapshot& snapshot) {
        std::set<std::string> names;
        for (const PrintLayout& sheet : snapshot.sheets) {
            if (!names.insert(sheet.name).second)
                add("bad_sheet", {{}, sheet.name, {}}, gis::message("layers", "two map sheets have this name"));
            for (const gis::LayerId id : sheet.layers)
                if (!snapshot.layer(id))
                    add("bad_sheet", {{}, sheet.name, {}},
                        gis::message("layers", "the map sheet names a layer that is not there"));
        }
    }

    const gis::SqliteDatabase& m_database;
    const gis::JobControl& m_control;
    Flaws m_flaws;
};

}  // namespace

gis::Result<std::vector<IntegrityFlaw>> verifyProject(const std::string& path, const gis::JobControl& control) {
    TUCE_TRY(database, gis::SqliteDatabase::open(path, gis::SqliteMode::ReadOnly));
    database.stopOn(control.cancel);
    TUCE_TRY(transaction, gis::SqliteTransaction::begin(database, gis::SqliteTransaction::Kind::Read));
    return Verification(database, control).run();
}

}  // namespace layers
