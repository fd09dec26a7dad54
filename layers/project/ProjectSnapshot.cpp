// SPDX-License-Identifier: Apache-2.0
#include "layers/project/ProjectSnapshot.h"

#include <algorithm>
#include <cmath>

namespace layers {

LayerPtr ProjectSnapshot::layer(gis::LayerId id) const {
    for (const LayerPtr& held : layers)
        if (held->id == id) return held;
    return nullptr;
}

LayerPtr ProjectSnapshot::layer(const std::string& name) const {
    for (const LayerPtr& held : layers)
        if (held->name == name) return held;
    return nullptr;
}

std::vector<ClauseLink> ProjectSnapshot::linksOf(gis::LayerId layerId, gis::FeatureId feature) const {
    std::vector<ClauseLink> found;
    for (const ClauseLink& link : links)
        if (link.layer == layerId && link.feature == feature) found.push_back(link);
    return found;
}

std::vector<ClauseLink> ProjectSnapshot::linksTo(const std::string& clauseId) const {
    std::vector<ClauseLink> found;
    for (const ClauseLink& link : links)
        if (link.clauseId == clauseId) found.push_back(link);
    return found;
}

gis::LayerId ProjectSnapshot::nextLayerId() const {
    std::int64_t greatest = 0;
    for (const LayerPtr& held : layers) greatest = std::max(greatest, gis::number(held->id));
    return gis::LayerId{greatest + 1};
}

bool isUsable(const LabelPin& pin) {
    return std::isfinite(pin.centre.x) && std::isfinite(pin.centre.y) && pin.angle >= -180 && pin.angle <= 180;
}

const LabelPin* ProjectSnapshot::labelPin(gis::LayerId layerId, gis::FeatureId feature) const {
    const auto key = [](const LabelPin& pin) { return std::pair(pin.layer, pin.feature); };
    const std::pair wanted(layerId, feature);
    const auto place = std::lower_bound(labelPins.begin(), labelPins.end(), wanted,
                                        [&](const LabelPin& pin, const auto& value) { return key(pin) < value; });
    return place != labelPins.end() && key(*place) == wanted ? &*place : nullptr;
}

std::int64_t ProjectSnapshot::nextLinkId() const {
    std::int64_t greatest = 0;
    for (const ClauseLink& link : links) greatest = std::max(greatest, link.id);
    return greatest + 1;
}

bool ProjectSnapshot::samePlan(const ProjectSnapshot& other) const {
    const auto sameLayer = [](const LayerPtr& a, const LayerPtr& b) { return a == b || *a == *b; };
    return info == other.info && links == other.links && sheets == other.sheets && approvals == other.approvals &&
           labelPins == other.labelPins && corpus == other.corpus &&
           std::equal(layers.begin(), layers.end(), other.layers.begin(), other.layers.end(), sameLayer);
}

}  // namespace layers
