// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/plan/Layer.h"
#include "layers/scheme/BaseLayers.h"
#include "layers/scheme/Scheme.h"

namespace layers {

/// The carrier that a named line of a layer stands for: its name, its kind (as a known route, else by words in the
/// layer's name, else by how its own name ends; empty where nothing tells) and the layer, so that no line of the same
/// name in another layer is taken. Pure.
SchemeCarrier carrierOfLine(const Layer& layer, const std::string& name, const std::vector<KnownRoute>& routes,
                            const BaseFieldNames& fields);

}  // namespace layers
