// SPDX-License-Identifier: Apache-2.0
#include "layers/project/ProjectReader.h"

#include <filesystem>

#include "gis/io/RasterFile.h"
#include "gis/io/VectorFile.h"
#include "layers/project/ApprovalStore.h"
#include "layers/project/CorpusStore.h"
#include "layers/project/FeatureStore.h"
#include "layers/project/LabelStore.h"
#include "layers/project/LayerRows.h"
#include "layers/project/LinkStore.h"
#include "layers/project/PlanJson.h"
#include "layers/project/ProjectState.h"
#include "layers/project/ProjectTables.h"
#include "layers/project/SpatialReferences.h"

namespace layers {

namespace fs = std::filesystem;

namespace {

class ProjectReader {
public:
    ProjectReader(const gis::SqliteDatabase& database, gis::Warnings& warnings, const gis::JobControl& control,
                  const EarlyPlan& early)
        : m_database(database), m_warnings(warnings), m_control(control), m_early(early), m_references(database) {}

    gis::Result<SnapshotPtr> read() {
        auto snapshot = std::make_shared<ProjectSnapshot>();
        TUCE_CHECK(readMeta(*snapshot));
        TUCE_TRY(stored, readLayerRows(m_database, m_warnings));
        std::vector<LayerPlace> places;
        for (StoredLayer& layer : stored) {
            if (!layer.head.source.isLinked()) TUCE_CHECK(readCopied(layer));
            places.push_back(layer.place);
            snapshot->layers.push_back(std::make_shared<const Layer>(std::move(layer.head)));
        }
        TUCE_TRY(corpus, readCorpus(m_database));
        snapshot->corpus = std::move(corpus);
        TUCE_TRY(links, readLinks(m_database, places, snapshot->corpus));
        snapshot->links = std::move(links);
        TUCE_CHECK(readSheets(*snapshot));
        TUCE_TRY(approvals, readApprovals(m_database));
        snapshot->approvals = std::move(approvals);
        TUCE_TRY(pins, readLabelPins(m_database));
        snapshot->labelPins = std::move(pins);
        TUCE_CHECK(readAllLinked(*snapshot));
        return SnapshotPtr(std::move(snapshot));
    }

private:
    gis::Result<void> readMeta(ProjectSnapshot& snapshot) {
        TUCE_TRY(state, readProjectState(m_database));
        snapshot.revision = state.revision;
        TUCE_TRY(info, m_database.value("SELECT value FROM tuce_meta WHERE name='info'"));
        try {
            snapshot.info = infoFrom(planJsonFromText(gis::toText(info)));
        } catch (const std::exception& error) {
            return gis::fail(gis::ErrorCode::Unreadable, {m_database.path(), project_table::meta, {}},
                             gis::message("layers", "the head data of the project cannot be read"),
                             gis::message("layers", "restore the project from a copy"), error.what());
        }
        return {};
    }

    gis::Result<void> readCopied(StoredLayer& layer) {
        TUCE_TRY(table, readStoredTable(m_database, layer.place.table, layer.place.columns));
        auto crs = m_references.crsOf(table.srsId);
        if (!crs) {
            m_warnings.push_back({"bad_crs", {m_database.path(), layer.head.name, {}}, crs.error().problem});
            crs = gis::CoordinateReferenceSystem();
        }
        TUCE_TRY(features, readFeatures(m_database, table, *crs, m_warnings, m_control));
        layer.head.table = std::move(features);
        return {};
    }

    /// Last of all, since it takes longest.
    gis::Result<void> readAllLinked(ProjectSnapshot& snapshot) {
        std::vector<std::size_t> linked;
        for (std::size_t i = 0; i < snapshot.layers.size(); ++i) {
            if (!snapshot.layers[i]->source.isLinked()) continue;
            linked.push_back(i);
            Layer layer = *snapshot.layers[i];
            layer.source.path = linkedPath(m_database.path(), layer.source);
            snapshot.layers[i] = std::make_shared<const Layer>(std::move(layer));
        }
        if (m_early && !linked.empty()) m_early(snapshot);
        std::size_t done = 0;
        for (const std::size_t i : linked) {
            Layer layer = *snapshot.layers[i];
            TUCE_CHECK(readLinked(layer));
            snapshot.layers[i] = std::make_shared<const Layer>(std::move(layer));
            m_control.report(static_cast<double>(++done) / static_cast<double>(linked.size()));
        }
        return {};
    }

    gis::Result<void> readLinked(Layer& layer) {
        if (layer.isRaster()) {
            lookAtRaster(layer);
            return {};
        }
        gis::ReadOptions options;
        options.encoding = layer.source.encoding;
        options.crs = layer.table.crs();
        auto read = gis::readLayer({layer.source.path, layer.source.layer}, options, m_control);
        if (read) {
            layer.table = std::move(read->table);
            m_warnings.insert(m_warnings.end(), read->warnings.begin(), read->warnings.end());
            return {};
        }
        if (read.error().code == gis::ErrorCode::Canceled) return tl::unexpected<gis::Error>(std::move(read).error());
        tellUnreadable(layer, read.error());
        return {};
    }

    /// Its pixels are read when it is drawn; a file that is not there keeps its place in the plan.
    void lookAtRaster(Layer& layer) {
        const auto file = gis::RasterFile::open(layer.source.path);
        if (file)
            layer.raster->grid = file->info().grid;
        else
            tellUnreadable(layer, file.error());
    }

    void tellUnreadable(const Layer& layer, const gis::Error& error) {
        m_warnings.push_back({"linked_source",
                              {m_database.path(), layer.name, {}},
                              gis::message("layers", "the linked source cannot be read, the layer is empty: %1",
                                           {gis::describe(error)})});
    }

    gis::Result<void> readSheets(ProjectSnapshot& snapshot) {
        TUCE_TRY(rows, readRows(m_database, "SELECT id, layout FROM tuce_sheets ORDER BY position, id"));
        for (const Row& row : rows) {
            auto sheet = printLayoutFromJson(gis::toText(row[1]));
            if (!sheet) {
                sheet.error().subject = {m_database.path(), project_table::sheets, gis::toText(row[0])};
                sheet.error().code = gis::ErrorCode::Unreadable;
                return tl::unexpected<gis::Error>(std::move(sheet).error());
            }
            sheet->id = integerOf(row[0]);
            snapshot.sheets.push_back(std::move(*sheet));
        }
        return {};
    }

    const gis::SqliteDatabase& m_database;
    gis::Warnings& m_warnings;
    const gis::JobControl& m_control;
    const EarlyPlan& m_early;
    SpatialReferences m_references;
};

/// A link to the project is as good as the project.
fs::path folderOf(const std::string& projectPath) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(projectPath, error);
    return (error ? fs::absolute(projectPath) : real).parent_path();
}

}  // namespace

gis::Result<SnapshotPtr> readProject(const gis::SqliteDatabase& database, gis::Warnings& warnings,
                                     const gis::JobControl& control, const EarlyPlan& early) {
    return ProjectReader(database, warnings, control, early).read();
}

std::string linkedPath(const std::string& projectPath, const LayerSource& source) {
    const fs::path path(source.path);
    return path.is_absolute() ? source.path : (folderOf(projectPath) / path).lexically_normal().string();
}

std::string relativeSourcePath(const std::string& projectPath, const std::string& sourcePath) {
    const fs::path source(sourcePath);
    if (!source.is_absolute()) return sourcePath;
    const fs::path absolute = source.lexically_normal();
    const fs::path folder = folderOf(projectPath);
    const fs::path relative = absolute.lexically_relative(folder);
    // Two places that share nothing but the root are not moved together.
    const auto first = [](const fs::path& path) {
        return path.relative_path().empty() ? fs::path() : *path.relative_path().begin();
    };
    return relative.empty() || first(absolute) != first(folder) ? sourcePath : relative.string();
}

}  // namespace layers
