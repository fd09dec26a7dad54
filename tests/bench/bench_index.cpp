// SPDX-License-Identifier: Apache-2.0
// Our packed index against the tree of GEOS: build and 10^4 queries over 10^5 boxes.
#include <benchmark/benchmark.h>
#include <geos_c.h>

#include "gis/feature/SpatialIndex.h"
#include "tests/bench/RandomShapes.h"

namespace {

constexpr std::size_t boxCount = 100'000;
constexpr std::size_t queryCount = 10'000;

std::vector<gis::Extent> boxes(std::size_t count, std::uint64_t seed) {
    std::vector<gis::Extent> list;
    for (const gis::Geometry& shape : bench::stars(count, 300'000, 400, 8, seed)) list.push_back(shape.extent());
    return list;
}

void ourIndex(benchmark::State& state) {
    const auto items = boxes(boxCount, 1);
    const auto queries = boxes(queryCount, 2);
    std::size_t hits = 0;
    for (auto _ : state) {
        hits = 0;
        const gis::SpatialIndex index(items);
        for (const gis::Extent& query : queries) hits += index.find(query).size();
    }
    state.counters["hits"] = static_cast<double>(hits);
}

GEOSGeometry* boxGeometry(GEOSContextHandle_t context, const gis::Extent& box) {
    return GEOSGeom_createRectangle_r(context, box.minX, box.minY, box.maxX, box.maxY);
}

void geosTree(benchmark::State& state) {
    GEOSContextHandle_t context = GEOS_init_r();
    std::vector<GEOSGeometry*> items;
    std::vector<GEOSGeometry*> queries;
    for (const gis::Extent& box : boxes(boxCount, 1)) items.push_back(boxGeometry(context, box));
    for (const gis::Extent& box : boxes(queryCount, 2)) queries.push_back(boxGeometry(context, box));
    std::size_t hits = 0;
    for (auto _ : state) {
        hits = 0;
        GEOSSTRtree* tree = GEOSSTRtree_create_r(context, 10);
        for (GEOSGeometry* item : items) GEOSSTRtree_insert_r(context, tree, item, item);
        for (const GEOSGeometry* query : queries)
            GEOSSTRtree_query_r(
                context, tree, query, [](void*, void* count) { ++*static_cast<std::size_t*>(count); }, &hits);
        GEOSSTRtree_destroy_r(context, tree);
    }
    state.counters["hits"] = static_cast<double>(hits);
    for (GEOSGeometry* shape : items) GEOSGeom_destroy_r(context, shape);
    for (GEOSGeometry* shape : queries) GEOSGeom_destroy_r(context, shape);
    GEOS_finish_r(context);
}

BENCHMARK(ourIndex)->Unit(benchmark::kMillisecond);
BENCHMARK(geosTree)->Unit(benchmark::kMillisecond);

}  // namespace
