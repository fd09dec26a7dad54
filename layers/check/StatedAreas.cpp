// SPDX-License-Identifier: Apache-2.0
#include "layers/check/StatedAreas.h"

#include <algorithm>

#include "layers/check/PairNumbers.h"

namespace layers {

std::vector<StatedArea> statedAreasOf(const PreparedLayer& layer, bool isControl, const CheckMeasure& measure,
                                      bool isSummed, const std::vector<gis::FeatureId>* wanted) {
    std::vector<StatedArea> areas;
    if (layer.source->areaField.name.empty()) return areas;
    const PairCounter counter(measure, isSummed);
    for (const CheckFeature& feature : layer.features) {
        const bool isMeasured = feature.state != CheckFeature::State::Skipped && feature.dimension() == 2;
        if (!feature.statedArea || !isMeasured) continue;
        if (wanted && !std::binary_search(wanted->begin(), wanted->end(), feature.feature)) continue;
        StatedArea area;
        area.layer = layer.name;
        area.id = feature.id;
        area.name = feature.name;
        area.isControl = isControl;
        area.field = layer.source->areaFieldAt(feature.statedBy).name;
        area.statedSquareMetres = *feature.statedArea;
        area.ourSquareMetres = counter.area(feature);
        area.layerId = layer.source->layerId;
        area.feature = feature.feature;
        areas.push_back(std::move(area));
    }
    return areas;
}

}  // namespace layers
