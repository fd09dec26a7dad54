// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/PlanGround.h"

#include <algorithm>
#include <iterator>

#include "gis/base/Resources.h"
#include "layers/project/ProjectGazetteer.h"

namespace layers {

namespace {

/// Railways often come without names.
bool holdsLines(const Layer& layer) { return !layer.table.isEmpty() && layer.table.at(0).geometry().dimension() == 1; }

}  // namespace

bool isGround(const Layer& layer) {
    if (!layer.table.crs().isKnown()) return false;
    return layer.kind == LayerKind::Boundary ||
           (layer.kind == LayerKind::Basemap && (!layer.nameField.empty() || holdsLines(layer)));
}

std::vector<BaseTable> groundTables(const ProjectSnapshot& plan) {
    std::vector<BaseTable> tables;
    for (const LayerPtr& layer : plan.layers)
        if (isGround(*layer)) tables.push_back({layer->name, layer->table, layer->source.layer});
    return tables;
}

gis::Result<BaseLayers> GroundCache::of(const ProjectSnapshot& plan) {
    std::vector<LayerPtr> layers;
    std::copy_if(plan.layers.begin(), plan.layers.end(), std::back_inserter(layers),
                 [](const LayerPtr& layer) { return isGround(*layer); });
    const auto names = plan.info.values.find(userNamesValue);
    const std::string own = names == plan.info.values.end() ? std::string() : names->second;
    const std::lock_guard lock(m_mutex);
    if (m_kept && m_kept->layers == layers && m_kept->names == own) return m_kept->ground;
    TUCE_TRY(ground, planGround(plan));
    m_kept = Kept{std::move(layers), own, ground};
    return ground;
}

gis::Result<BaseLayers> planGround(const ProjectSnapshot& plan) {
    TUCE_TRY(geography, shippedGeography());
    TUCE_TRY(fields, shippedBaseFieldNames());
    TUCE_TRY(own, userNamesOf(plan));
    GazetteerData names;
    names.entries = own.entries;
    return BaseLayers::make(groundTables(plan), geography.withNames(Gazetteer(names)), fields);
}

}  // namespace layers
