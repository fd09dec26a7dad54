// SPDX-License-Identifier: Apache-2.0
#include "layers/project/ProjectWriter.h"

#include <algorithm>

#include "layers/project/ApprovalStore.h"
#include "layers/project/ContentsRows.h"
#include "layers/project/CorpusStore.h"
#include "layers/project/DerivedQml.h"
#include "layers/project/FeatureStore.h"
#include "layers/project/LabelStore.h"
#include "layers/project/LayerRows.h"
#include "layers/project/LinkStore.h"
#include "layers/project/PlanJson.h"
#include "layers/project/ProjectState.h"
#include "layers/project/ProjectStore.h"
#include "layers/project/ProjectTables.h"
#include "layers/project/SpatialReferences.h"

namespace layers {

namespace {

class ProjectWriter {
public:
    ProjectWriter(const gis::SqliteDatabase& database, const ProjectSnapshot& snapshot, const gis::JobControl& control)
        : m_database(database), m_snapshot(snapshot), m_control(control), m_references(database) {}

    gis::Result<void> write() {
        const std::int64_t before = m_database.changedRowCount();
        TUCE_CHECK(writeCorpus(m_database, m_snapshot.corpus));
        TUCE_TRY(stored, readLayerPlaces(m_database));
        m_stored = std::move(stored);
        for (const LayerPlace& place : m_stored)
            if (!m_snapshot.layer(place.id)) TUCE_CHECK(drop(place));
        for (const LayerPtr& layer : m_snapshot.layers) {
            TUCE_CHECK(writeLayer(*layer));
            m_control.report(static_cast<double>(m_places.size()) / static_cast<double>(m_snapshot.layers.size()));
        }
        TUCE_CHECK(writeContents(m_database, m_contents));
        TUCE_CHECK(writeLayerRows(m_database, m_snapshot.layers, m_places));
        TUCE_CHECK(writeSheets());
        TUCE_CHECK(writeApprovals(m_database, m_snapshot.approvals));
        TUCE_CHECK(writeLabelPins(m_database, m_snapshot.labelPins));
        return writeMeta(before);
    }

private:
    gis::Result<void> drop(const LayerPlace& place) {
        if (!place.linksTable.empty()) TUCE_CHECK(dropLinksTable(m_database, place.linksTable));
        if (place.table.empty()) return {};
        const auto table = readStoredTable(m_database, place.table, place.columns);
        return table ? dropFeatureTable(m_database, *table) : gis::Result<void>{};
    }

    gis::Result<void> writeLayer(const Layer& layer) {
        const auto known = std::find_if(m_stored.begin(), m_stored.end(),
                                        [&](const LayerPlace& place) { return place.id == layer.id; });
        LayerPlace place = known == m_stored.end() ? LayerPlace{layer.id, {}, {}, "{}"} : *known;
        std::string fidColumn;
        if (layer.source.isLinked()) {
            if (!place.table.empty()) {
                TUCE_CHECK(drop(place));
                place = LayerPlace{layer.id, {}, {}, "{}"};
            }
        } else {
            TUCE_TRY(table, writeFeatures(layer, place));
            fidColumn = table.fidColumn;
            TUCE_CHECK(writeStyleRow(m_database, table.name, table.geometryColumn, derivedQml(layer)));
        }
        TUCE_CHECK(writeLinks(m_database, place, layer.name, fidColumn, m_snapshot.links, m_snapshot.corpus));
        m_places.push_back(std::move(place));
        return {};
    }

    /// Changes the rows of a table that fits, else makes the table anew.
    gis::Result<StoredTable> writeFeatures(const Layer& layer, LayerPlace& place) {
        TUCE_TRY(srsId, m_references.idOf(layer.table.crs()));
        const std::int64_t before = m_database.changedRowCount();
        StoredTable table;
        bool fits = false;
        if (!place.table.empty()) {
            if (auto stored = readStoredTable(m_database, place.table, place.columns)) {
                fits = stored->schema == layer.table.schema() && stored->srsId == srsId;
                table = std::move(*stored);
            }
            if (!fits) TUCE_CHECK(drop(place));
        }
        if (fits) {
            TUCE_CHECK(updateFeatures(m_database, table, layer.table, m_control));
        } else {
            TUCE_TRY(taken, takenTableNames(m_database));
            table = plannedTable(layer, srsId, taken);
            place = LayerPlace{layer.id, table.name, {}, columnsJson(table)};
            TUCE_CHECK(createFeatureTable(m_database, table, layer.table, m_control));
        }
        m_contents.push_back(
            {table.name, layer.name, layer.note, layer.table.extent(), srsId, m_database.changedRowCount() != before});
        return table;
    }

    gis::Result<void> writeSheets() {
        WantedRows wanted{project_table::sheets, {"id", "position", "name", "layout"}, 1, {}, {}};
        for (std::size_t i = 0; i < m_snapshot.sheets.size(); ++i) {
            const PrintLayout& sheet = m_snapshot.sheets[i];
            wanted.rows.push_back({sheet.id, static_cast<std::int64_t>(i), sheet.name, toJson(sheet)});
        }
        return syncRows(m_database, wanted);
    }

    gis::Result<void> writeMeta(std::int64_t changedRowsBefore) {
        const std::vector<std::string> columns{"name", "value"};
        const auto row = [](const char* name, std::string value) { return Row{std::string(name), std::move(value)}; };
        TUCE_CHECK(syncRows(m_database, {project_table::meta,
                                         columns,
                                         1,
                                         {row("schema_version", std::to_string(projectSchemaVersion)),
                                          row("revision", std::to_string(gis::number(m_snapshot.revision))),
                                          row("info", textOf(infoJson(m_snapshot.info)))},
                                         "name IN ('schema_version','revision','info')"}));
        if (m_database.changedRowCount() == changedRowsBefore) return {};
        TUCE_TRY(state, readProjectState(m_database));
        return syncRows(m_database, {project_table::meta,
                                     columns,
                                     1,
                                     {row("state_id", newStateId()), row("previous_state_id", state.id)},
                                     "name IN ('state_id','previous_state_id')"});
    }

    const gis::SqliteDatabase& m_database;
    const ProjectSnapshot& m_snapshot;
    const gis::JobControl& m_control;
    SpatialReferences m_references;
    std::vector<LayerPlace> m_stored;
    std::vector<LayerPlace> m_places;
    std::vector<ContentsRow> m_contents;
};

}  // namespace

gis::Result<void> writeProject(const gis::SqliteDatabase& database, const ProjectSnapshot& snapshot,
                               const gis::JobControl& control) {
    return ProjectWriter(database, snapshot, control).write();
}

}  // namespace layers
