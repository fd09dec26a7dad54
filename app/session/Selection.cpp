// SPDX-License-Identifier: Apache-2.0
#include "app/session/Selection.h"

#include <algorithm>

namespace app {

bool FeatureSet::contains(gis::LayerId inLayer, gis::FeatureId feature) const {
    return inLayer == layer && std::binary_search(features.begin(), features.end(), feature);
}

void Selection::select(FeatureSet features) {
    std::sort(features.features.begin(), features.features.end());
    features.features.erase(std::unique(features.features.begin(), features.features.end()), features.features.end());
    if (!features.isEmpty()) setCurrentLayer(features.layer);
    if (features == m_features || (features.isEmpty() && m_features.isEmpty())) return;
    m_features = std::move(features);
    Q_EMIT featuresChanged();
}

void Selection::toggle(gis::LayerId layer, gis::FeatureId feature) {
    FeatureSet changed = m_features;
    if (changed.layer != layer) changed = {layer, {}};
    const auto place = std::lower_bound(changed.features.begin(), changed.features.end(), feature);
    if (place != changed.features.end() && *place == feature)
        changed.features.erase(place);
    else
        changed.features.insert(place, feature);
    select(std::move(changed));
}

void Selection::setCurrentLayer(gis::LayerId layer) {
    if (layer == m_currentLayer) return;
    m_currentLayer = layer;
    Q_EMIT currentLayerChanged();
}

void Selection::setClause(const std::string& clauseId) {
    if (clauseId == m_clause) return;
    m_clause = clauseId;
    Q_EMIT clauseChanged();
}

void Selection::keepWithin(const layers::ProjectSnapshot& snapshot) {
    if (!snapshot.layer(m_currentLayer)) setCurrentLayer({});
    if (snapshot.corpus.clause(m_clause) == nullptr) setClause({});
    if (m_features.isEmpty()) return;
    FeatureSet kept{m_features.layer, {}};
    if (const layers::LayerPtr layer = snapshot.layer(m_features.layer))
        for (const gis::FeatureId id : m_features.features)
            if (layer->table.find(id) != nullptr) kept.features.push_back(id);
    select(std::move(kept));
}

}  // namespace app
