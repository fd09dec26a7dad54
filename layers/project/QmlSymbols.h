// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/project/QmlXml.h"

namespace layers {

/// One symbol of a renderer: `name` is its number. `pass` is the level that its parts are painted on and above, where
/// the renderer paints by levels. Arrow bodies become lines of their mean width with heads, soft bands and offsets
/// lines beside the border; round dots are square.
void writeQmlSymbol(QmlXml& xml, const Symbol& symbol, int dimension, const QString& name, double opacity, int pass);

/// Levels that one symbol takes.
inline constexpr int qmlPasses = 4;

}  // namespace layers
