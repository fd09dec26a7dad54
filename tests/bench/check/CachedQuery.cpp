// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/check/CachedQuery.h"

#include <memory>

#include "app/cli/CheckSources.h"
#include "gis/io/PackedCache.h"
#include "layers/check/PreparedLayer.h"
#include "tests/bench/check/StopWatch.h"

namespace bench {

namespace {

layers::CheckOptions options() {
    layers::CheckOptions made;
    made.area = layers::AreaMethod::Planar;
    made.balance = made.details = made.hashInputs = false;
    return made;
}

gis::Result<std::vector<layers::CheckLayer>> mapped(const std::string& path, gis::PackedCache& cache,
                                                    const gis::JobControl& control) {
    const gis::WantedFields noFields = [](const gis::LayerInfo&) { return std::vector<std::string>(4); };
    TUCE_TRY(read, cache.read(gis::SourceName{path, {}}, noFields, {}, control));
    std::vector<layers::CheckLayer> layers;
    for (gis::PackedLayer& one : read) {
        layers::CheckLayer layer;
        layer.name = one.info.name;
        layer.path = path;
        layer.table = gis::FeatureTable(one.info.schema, one.info.crs, {});
        layer.packed = std::make_shared<const gis::PackedLayer>(std::move(one));
        layers.push_back(std::move(layer));
    }
    return layers;
}

gis::Result<layers::PreparedLayer> readied(const layers::CheckLayer& layer, gis::PackedCache* cache,
                                           const gis::JobControl& control) {
    TUCE_TRY(prepared, layers::prepareLayer(layer, layer.name, layer.table.crs(), options(), control, cache));
    TUCE_CHECK(layers::sumBoundaries(prepared, {}, control, "planar", cache));
    return prepared;
}

}  // namespace

gis::Result<CachedQuery> cachedQuery(const CheckFiles& files, const std::string& folder, const cli::Context& context) {
    const gis::JobControl control{context.cancel, {}, context.threads};
    {
        gis::PackedCache cache(folder);
        TUCE_TRY(layers, mapped(files.control, cache, control));
        for (const layers::CheckLayer& layer : layers) TUCE_CHECK(readied(layer, &cache, control));
        TUCE_CHECK(cache.keep(control));
    }
    TUCE_TRY(planLayers, gis::readPackedLayers(gis::SourceName{files.plan, {}}, {}, {}, control));
    gis::OverlapLayer plan;
    plan.shapes = planLayers.front().shapes;
    TUCE_TRY(planTree, gis::RunTree::build(plan.shapes, control));
    plan.tree = planTree;
    TUCE_TRY(planSums, gis::BoundarySums::build(plan.shapes, plan.tree, {}, control));
    plan.sums = planSums;
    const std::size_t asked = plan.shapes.shapeCount() / 2;

    CachedQuery query;
    StopWatch phase;
    gis::PackedCache cache(folder);
    TUCE_TRY(layers, mapped(files.control, cache, control));
    query.openSeconds = phase.seconds();
    phase = {};
    std::vector<layers::PreparedLayer> ready;
    for (const layers::CheckLayer& layer : layers) {
        TUCE_TRY(prepared, readied(layer, &cache, control));
        ready.push_back(std::move(prepared));
    }
    query.indexSeconds = phase.seconds();
    phase = {};
    gis::PairOverlap engine;
    for (const layers::PreparedLayer& layer : ready) {
        for (const std::uint32_t i : layer.index.find(plan.shapes.extents[asked])) {
            ++query.found;
            const layers::CheckFeature& zone = layer.features[i];
            query.area += engine.area(plan, asked, *zone.layer, zone.shape).area;
        }
    }
    query.querySeconds = phase.seconds();
    return query;
}

}  // namespace bench
