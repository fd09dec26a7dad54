// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/io/VectorSource.h"

namespace gis {

/// Indexes of the layers a SOURCE names: the one, or all with geometry. NotFound names the layers there are.
Result<std::vector<int>> chosenLayers(const SourceName& name, const VectorSource& source);

/// Reads one layer whole, feature by feature.
Result<VectorLayer> readLayerAt(const VectorSource& source, int index, const ReadOptions& options,
                                const JobControl& control);

/// What is to be told of a layer before its features are looked at. `crs` becomes the layer's.
Warnings warningsOfLayer(const VectorSource& source, int index, const ReadOptions& options,
                         CoordinateReferenceSystem& crs);

Warning heightsDropped(const Subject& layer);
/// `first`: id of the first of `count` features without a geometry.
Warning withoutGeometry(Subject layer, std::int64_t first, std::size_t count);

}  // namespace gis
