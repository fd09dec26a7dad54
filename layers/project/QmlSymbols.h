// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/project/QmlXml.h"

namespace layers {

/// What the symbols of a layer have in common.
struct QmlLayer {
    int dimension = 0;  ///< of its features
    double opacity = 1;
    double unitsPerMetre = 1;  ///< of its coordinates
};

/// One symbol of a renderer: `name` is its number. `pass` is the level that its parts are painted on and above, where
/// the renderer paints by levels. Outlines of arrow bodies are reckoned by QGIS, in one colour; soft bands become lines beside
/// the border; round dots are square; the light ground of a planning range is left out.
void writeQmlSymbol(QmlXml& xml, const Symbol& symbol, const QmlLayer& layer, const QString& name, int pass);

/// Levels that one symbol takes.
inline constexpr int qmlPasses = 4;

}  // namespace layers
