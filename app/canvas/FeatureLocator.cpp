// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/FeatureLocator.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t changesBeforeRebuild = 500;

}  // namespace

void FeatureLocator::reset(const layers::SnapshotPtr& snapshot) {
    m_snapshot = snapshot;
    m_indexes.clear();
}

void FeatureLocator::follow(const layers::SnapshotPtr& snapshot, const layers::ChangeSet& change) {
    m_snapshot = snapshot;
    for (const layers::Change& one : change.changes) {
        if (const auto* feature = std::get_if<layers::FeatureChange>(&one)) {
            const auto known = m_indexes.find(feature->layer);
            if (known == m_indexes.end()) continue;
            if (feature->before) known->second.changed.insert(feature->before->id());
            if (feature->after) known->second.changed.insert(feature->after->id());
            if (known->second.changed.size() > changesBeforeRebuild) m_indexes.erase(known);
        } else if (const auto* layer = std::get_if<layers::LayerChange>(&one)) {
            if (!layer->before || !layer->after) m_indexes.erase((layer->before ? layer->before : layer->after)->id);
        }
    }
}

FeatureLocator::LayerIndex& FeatureLocator::indexOf(const layers::Layer& layer) const {
    const auto [place, isNew] = m_indexes.try_emplace(layer.id);
    LayerIndex& index = place->second;
    if (!isNew) return index;
    std::vector<gis::Extent> boxes;
    boxes.reserve(layer.table.size());
    index.ids.reserve(layer.table.size());
    for (const gis::Feature& feature : layer.table) {
        boxes.push_back(feature.geometry().extent());
        index.ids.push_back(feature.id());
    }
    index.index = gis::SpatialIndex(boxes);
    return index;
}

std::vector<const gis::Feature*> FeatureLocator::find(gis::LayerId layerId, const gis::Extent& box) const {
    std::vector<const gis::Feature*> found;
    const layers::LayerPtr layer = m_snapshot ? m_snapshot->layer(layerId) : nullptr;
    if (!layer || box.isEmpty()) return found;
    const LayerIndex& index = indexOf(*layer);
    index.index.visit(box, [&](std::uint32_t item) {
        const gis::FeatureId id = index.ids[item];
        if (!index.changed.contains(id))
            if (const gis::Feature* feature = layer->table.find(id)) found.push_back(feature);
        return true;
    });
    for (const gis::FeatureId id : index.changed)
        if (const gis::Feature* feature = layer->table.find(id); feature && feature->geometry().extent().meets(box))
            found.push_back(feature);
    std::sort(found.begin(), found.end(),
              [](const gis::Feature* a, const gis::Feature* b) { return a->id() < b->id(); });
    return found;
}

}  // namespace app
