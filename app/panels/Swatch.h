// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>

#include "layers/style/Style.h"

namespace app {

/// A small picture of a symbol, drawn by the painters of the map: a patch for polygons, a stroke for lines, the marker
/// for points. `dimension` of the layer's features: 0, 1, 2, or -1 for whatever the symbol has.
QIcon swatch(const layers::Symbol& symbol, int dimension);

}  // namespace app
