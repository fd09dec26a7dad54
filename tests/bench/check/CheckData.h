// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "gis/base/Result.h"

namespace bench {

/// How large the made-up data of a run are. The counts are asserted when they are made.
struct CheckSize {
    std::string name;  ///< S, SM, M, L
    std::size_t zones = 0, zoneVertices = 0, polygons = 0, polygonVertices = 0, lines = 0;
    std::size_t largestZone = 0, largestZoneHoles = 0;  ///< vertices and holes of the zone with most vertices
    int rasterSide = 0;
    std::uint32_t smallestPatch = 0;
};

/// InvalidArgument names the sizes there are.
gis::Result<CheckSize> checkSize(const std::string& name);

/// The files of one size: control lines with the layers eco_redline and basic_farmland, a plan with the layers plan
/// and roads; EPSG:4545. They are random shapes, not a place.
struct CheckFiles {
    std::string control, plan;
    std::size_t vertices = 0;  ///< of all layers
};

/// Makes the files in `folder`, or takes those that are there from an earlier run. `overlapping`: one in twenty control
/// features overlaps another. Internal if the counts are not those of the size.
gis::Result<CheckFiles> checkFiles(const CheckSize& size, bool overlapping, const std::string& folder,
                                   const gis::JobControl& control);

}  // namespace bench
