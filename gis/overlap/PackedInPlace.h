// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "gis/base/Control.h"
#include "gis/feature/FeatureTable.h"
#include "gis/overlap/PackedShapes.h"

namespace gis {

/// The shapes of a table where its coordinates lie already as PackedShapes states, one behind the other in one array, so
/// that no copy of them is made: that is how a GeoPackage is read whose rings run as they should. Shape i is feature i,
/// just what packing would give. Nothing otherwise, or if canceled. Costs a pass over the coordinates, on all threads.
std::optional<PackedShapes> packedInPlace(const FeatureTable& table, const JobControl& control = {});

}  // namespace gis
