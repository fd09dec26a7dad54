// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/geometry/Geometry.h"
#include "tests/bench/check/ControlZones.h"
#include "tests/bench/check/Random.h"

namespace bench {

/// A plan feature and what kind of drawing it is.
struct PlanDrawing {
    const char* kind = "";
    gis::Geometry geometry;
};

/// Draws what planners draw over a raster of zones: blocks along roads, parcels, whole districts, land up to or along
/// the red line (with the very vertices of its rim), zones taken over as they are; roads, some of them on the line.
class PlanDrawer {
public:
    PlanDrawer(const ZoneRaster& raster, const std::vector<ControlZone>& zones, std::uint64_t seed)
        : m_raster(raster), m_zones(zones), m_random(seed) {}

    PlanDrawing polygon();
    PlanDrawing line();

private:
    gis::Coordinate anywhere();
    gis::Coordinate direction();
    gis::Geometry block();
    gis::Geometry star(int corners, int leastMetres, int mostMetres, bool holed);
    /// The land about a cell that is of one patch, or of none, within a window of the grid; its rims, exterior first.
    std::vector<std::vector<gis::Coordinate>> landAbout(int x, int y, int width, int height) const;
    gis::Geometry landAtRedLine();
    gis::Geometry copiedZone();
    std::vector<gis::Coordinate> road();
    std::vector<gis::Coordinate> roadOnRedLine();

    const ZoneRaster& m_raster;
    const std::vector<ControlZone>& m_zones;
    Random m_random;
};

}  // namespace bench
