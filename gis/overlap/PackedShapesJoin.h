// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/OrderedJoin.h"
#include "gis/overlap/PackedShapes.h"

namespace gis {

/// Joins shapes that several threads pack.
class PackedShapesJoin : public OrderedJoin<PackedShapesBuilder> {
public:
    /// Room for what is to come; what is not written to costs no memory.
    PackedShapesJoin(std::size_t shapeCount, std::size_t coordinateCount) {
        whole().reserve(shapeCount, coordinateCount);
    }
    /// After all pieces, once.
    PackedShapes build() { return whole().build(); }
};

}  // namespace gis
