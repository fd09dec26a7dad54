// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "gis/geometry/GeometryArray.h"
#include "gis/overlap/PackedShapes.h"

namespace gis {

enum class PlainBlob { Taken, TakenWithoutHeights, Empty, Odd };

/// Adds the geometry of a GeoPackage blob to `shapes` as one shape, where the blob is as programs commonly write
/// them: little endian points, lines, polygons and their multi-forms, with or without Z and M, all coordinates finite.
/// Odd for anything else; `shapes` then holds a shape that was begun and must be thrown away.
PlainBlob addPlainBlob(std::span<const std::uint8_t> blob, PackedShapesBuilder& shapes);
PlainBlob addPlainBlob(std::span<const std::uint8_t> blob, GeometryArray& shapes);

}  // namespace gis
