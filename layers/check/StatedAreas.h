// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layers/check/CheckMeasure.h"
#include "layers/check/PreparedLayer.h"

namespace layers {

/// The areas that the data state beside ours: of all polygons of a plan layer, or of those of a control layer that
/// `wanted` holds (null: all). `isSummed`: the boundaries are summed by a form of `measure`.
std::vector<StatedArea> statedAreasOf(const PreparedLayer& layer, bool isControl, const CheckMeasure& measure,
                                      bool isSummed, const std::vector<gis::FeatureId>* wanted);

}  // namespace layers
