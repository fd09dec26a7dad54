// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "gis/geometry/Geometry.h"
#include "tests/bench/check/ZoneRaster.h"

namespace bench {

/// How large a control layer is and how it comes about.
struct ZoneSize {
    std::size_t zones = 0;
    int side = 0;                     ///< of the raster, cells
    std::uint32_t smallestPatch = 0;  ///< cells
};

/// A zone: one patch, every tenth time two.
struct ControlZone {
    int type = 1;  ///< 1 or 2
    std::vector<std::uint32_t> patches;
    gis::Geometry geometry;
    std::size_t holes = 0;
};

/// Exactly `size.zones` zones of the raster's patches in the order of the raster; fewer only if it has not so many.
std::vector<ControlZone> controlZones(const ZoneRaster& raster, const ZoneSize& size);

/// Lets one in twenty zones overlap another of the same type: zones are replaced by copies of others, moved a little.
void overlapSomeZones(std::vector<ControlZone>& zones, std::uint64_t seed);

}  // namespace bench
