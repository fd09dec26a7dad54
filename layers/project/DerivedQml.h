// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "layers/plan/Layer.h"

namespace layers {

/// The layer's style as QGIS reads it (QML): fills, lines, markers, classes by attribute and the label field, as far
/// as QGIS has the same. Derived, never read back; nothing in it is an expression.
std::string derivedQml(const Layer& layer);

}  // namespace layers
