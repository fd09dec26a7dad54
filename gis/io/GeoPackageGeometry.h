// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gis/base/Result.h"
#include "gis/geometry/Geometry.h"

namespace gis {

/// The GeoPackage binary form of a geometry (OGC 12-128r18, 2.1.3): header with XY envelope, then ISO WKB, little
/// endian. An empty geometry becomes an empty collection with the empty flag set and no envelope. Any thread.
std::vector<std::uint8_t> encodeGeoPackageGeometry(const Geometry& geometry, std::int32_t srsId);

/// What a blob holds.
struct GeoPackageGeometry {
    Geometry geometry;  ///< 2D; a collection is cut down to its parts of the highest dimension
    std::int32_t srsId = 0;
    bool droppedCoordinates = false;  ///< Z or M values were there
    bool droppedParts = false;        ///< parts of lower dimension, or empty ones, were there
};

/// Reads a blob of any origin: both byte orders, ISO and extended WKB. InvalidGeometry for one that is cut off,
/// claims more than it holds, is nested deeper than 16, has coordinates that are no numbers, or a type that Tuce
/// does not keep (curves, surfaces).
Result<GeoPackageGeometry> decodeGeoPackageGeometry(std::span<const std::uint8_t> blob);

/// The extent of a blob, from the envelope of its header where there is one; an empty extent for an empty geometry;
/// nothing for what is no geometry.
std::optional<Extent> geoPackageExtent(std::span<const std::uint8_t> blob);

}  // namespace gis
