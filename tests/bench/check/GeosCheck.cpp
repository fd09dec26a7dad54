// SPDX-License-Identifier: Apache-2.0
// The check as one writes it with GEOS, for comparison.
#include <geos_c.h>

#include <memory>
#include <mutex>
#include <unordered_map>

#include "gis/base/Parallel.h"
#include "gis/io/Gdal.h"
#include "tests/bench/check/CheckReferences.h"
#include "tests/bench/check/StopWatch.h"

namespace bench {

namespace {

using gis::gdal::DatasetHandle;
using gis::gdal::FeatureHandle;

/// A GEOS context of one thread with what belongs to it.
class GeosThread {
public:
    GeosThread() : m_context(GEOS_init_r()) {}
    GeosThread(const GeosThread&) = delete;
    GeosThread& operator=(const GeosThread&) = delete;
    ~GeosThread() {
        for (const auto& [zone, prepared] : m_prepared) GEOSPreparedGeom_destroy_r(m_context, prepared);
        GEOS_finish_r(m_context);
    }
    GEOSContextHandle_t context() const { return m_context; }
    const GEOSPreparedGeometry* prepared(const GEOSGeometry* zone) {
        auto& found = m_prepared[zone];
        if (found == nullptr) found = GEOSPrepare_r(m_context, zone);
        return found;
    }

private:
    GEOSContextHandle_t m_context;
    std::unordered_map<const GEOSGeometry*, const GEOSPreparedGeometry*> m_prepared;
};

struct Item {
    std::string layer, id;
    GEOSGeometry* geometry = nullptr;
    bool isLine = false;
};

/// Features of a file; those of the context must not outlive it.
class Items {
public:
    explicit Items(GEOSContextHandle_t context) : m_context(context) {}
    Items(const Items&) = delete;
    Items& operator=(const Items&) = delete;
    ~Items() {
        for (const Item& item : m_items) GEOSGeom_destroy_r(m_context, item.geometry);
    }
    const std::vector<Item>& all() const { return m_items; }

    void read(const std::string& path, std::int64_t everyNth) {
        gis::gdal::prepare();
        const DatasetHandle dataset(
            GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
        GEOSWKBReader* reader = GEOSWKBReader_create_r(m_context);
        std::vector<unsigned char> bytes;
        for (int i = 0; dataset && i < GDALDatasetGetLayerCount(dataset.get()); ++i) {
            OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), i);
            while (const FeatureHandle feature{OGR_L_GetNextFeature(layer)}) {
                OGRGeometryH geometry = OGR_F_GetGeometryRef(feature.get());
                if (geometry == nullptr || OGR_F_GetFID(feature.get()) % everyNth != 0) continue;
                bytes.resize(static_cast<std::size_t>(OGR_G_WkbSizeEx(geometry)));
                OGR_G_ExportToWkb(geometry, wkbNDR, bytes.data());
                m_items.push_back({OGR_L_GetName(layer), std::to_string(OGR_F_GetFID(feature.get())),
                                   GEOSWKBReader_read_r(m_context, reader, bytes.data(), bytes.size()),
                                   OGR_G_GetDimension(geometry) == 1});
            }
        }
        GEOSWKBReader_destroy_r(m_context, reader);
    }

private:
    GEOSContextHandle_t m_context;
    std::vector<Item> m_items;
};

/// Asks the tree for the zones of one plan feature and cuts them.
void checkOne(const Item& plan, GEOSSTRtree* tree, GeosThread& thread,
              std::vector<std::pair<std::string, OverlapRow>>& rows) {
    GEOSContextHandle_t context = thread.context();
    std::vector<const Item*> candidates;
    GEOSSTRtree_query_r(
        context, tree, plan.geometry,
        [](void* item, void* list) {
            static_cast<std::vector<const Item*>*>(list)->push_back(static_cast<const Item*>(item));
        },
        &candidates);
    for (const Item* zone : candidates) {
        if (GEOSPreparedIntersects_r(context, thread.prepared(zone->geometry), plan.geometry) != 1) continue;
        GEOSGeometry* piece = GEOSIntersection_r(context, plan.geometry, zone->geometry);
        if (piece == nullptr) continue;
        OverlapRow row;
        row.isLength = plan.isLine;
        GEOSLength_r(context, piece, &row.perimeter);
        if (plan.isLine) {
            row.size = row.perimeter;
        } else {
            GEOSArea_r(context, piece, &row.size);
        }
        GEOSGeom_destroy_r(context, piece);
        if (row.size > 0) rows.emplace_back(overlapKey(plan.layer, plan.id, zone->layer, zone->id), row);
    }
}

}  // namespace

gis::Result<ReferenceRun> geosCheck(const CheckFiles& files, std::int64_t everyNth, const gis::JobControl& control) {
    const StopWatch watch;
    ReferenceRun run;
    run.program =
        std::string("plain GEOS ") + GEOSversion() + ", " + std::to_string(control.threadCount()) + " threads";
    if (everyNth > 1) run.note = "one in " + std::to_string(everyNth) + " plan features";
    const GeosThread owner;
    GEOSContextHandle_t context = owner.context();
    {
        Items zones(context), plans(context);
        std::vector<std::unique_ptr<GeosThread>> threads;  // gone before what they have prepared
        for (unsigned i = 0; i < control.threadCount(); ++i) threads.push_back(std::make_unique<GeosThread>());
        zones.read(files.control, 1);
        plans.read(files.plan, everyNth);
        run.readSeconds = watch.seconds();
        GEOSSTRtree* tree = GEOSSTRtree_create_r(context, 10);
        for (const Item& zone : zones.all())
            GEOSSTRtree_insert_r(context, tree, zone.geometry, const_cast<Item*>(&zone));
        // The first question builds the tree; after it several threads may ask.
        GEOSSTRtree_query_r(
            context, tree, zones.all().front().geometry, [](void*, void*) {}, nullptr);
        std::vector<std::vector<std::pair<std::string, OverlapRow>>> found(plans.all().size());
        const bool whole = gis::parallelFor(
            plans.all().size(), control,
            [&](std::size_t i, unsigned worker) { checkOne(plans.all()[i], tree, *threads[worker], found[i]); }, 8);
        GEOSSTRtree_destroy_r(context, tree);
        for (auto& rows : found)
            for (auto& [key, row] : rows) {
                run.totalSize += row.size;
                run.rows.emplace(std::move(key), row);
            }
        if (!whole) return gis::canceled();
    }
    run.rowCount = run.rows.size();
    run.seconds = watch.seconds();
    run.finished = true;
    return run;
}

}  // namespace bench
