// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/check/ControlZones.h"

#include <algorithm>

#include "tests/bench/check/Random.h"
#include "tests/bench/check/RimTracer.h"

namespace bench {

namespace {

/// A hole of one cell is left out: what vectorises rasters sieves them too, and no zone fits into it.
constexpr std::size_t smallestHole = 6;  ///< coordinates, the closing one counted

std::vector<ControlZone> groupedPatches(const ZoneRaster& raster, std::uint32_t smallestPatch) {
    std::vector<ControlZone> zones;
    int waiting[3] = {-1, -1, -1};  // zones that still take one more patch, by type
    for (std::uint32_t patch = 1; patch < raster.classes.size(); ++patch) {
        if (raster.cellCounts[patch] < smallestPatch) continue;
        const int type = raster.classes[patch];
        if (waiting[type] >= 0) {
            zones[static_cast<std::size_t>(waiting[type])].patches.push_back(patch);
            waiting[type] = -1;
            continue;
        }
        zones.push_back({type, {patch}, {}, 0});
        if (zones.size() % 10 == 0) waiting[type] = static_cast<int>(zones.size()) - 1;
    }
    return zones;
}

/// Takes small zones away, evenly, until there are `wanted`.
void thinOut(std::vector<ControlZone>& zones, const ZoneRaster& raster, std::size_t wanted) {
    constexpr std::uint32_t smallCells = 200;
    std::vector<std::size_t> small;
    for (std::size_t i = 0; i < zones.size(); ++i)
        if (raster.cellCounts[zones[i].patches.front()] < smallCells) small.push_back(i);
    const std::size_t surplus = zones.size() > wanted ? std::min(zones.size() - wanted, small.size()) : 0;
    std::vector<bool> gone(zones.size());
    for (std::size_t i = 0; i < surplus; ++i) gone[small[i * small.size() / surplus]] = true;
    std::size_t index = 0;
    std::erase_if(zones, [&](const ControlZone&) { return gone[index++]; });
}

}  // namespace

std::vector<ControlZone> controlZones(const ZoneRaster& raster, const ZoneSize& size) {
    std::vector<ControlZone> zones = groupedPatches(raster, size.smallestPatch);
    thinOut(zones, raster, size.zones);
    std::vector<bool> wanted(raster.classes.size());
    for (const ControlZone& zone : zones)
        for (const std::uint32_t patch : zone.patches) wanted[patch] = true;

    std::vector<std::vector<RimTracer::Ring>> rims(raster.classes.size());
    RimTracer(0, 0, raster.side, raster.side)
        .trace([&](int x, int y) { return raster.patchAt(x, y); }, [&](std::uint32_t patch) { return wanted[patch]; },
               [&](RimTracer::Ring ring) {
                   if (!ring.isHole || ring.coordinates.size() >= smallestHole)
                       rims[ring.patch].push_back(std::move(ring));
               });
    for (ControlZone& zone : zones) {
        gis::GeometryBuilder builder(2, true);
        for (const std::uint32_t patch : zone.patches) {
            // The rim that begins lowest is the exterior, so it was found first.
            for (const RimTracer::Ring& ring : rims[patch]) {
                for (const gis::Coordinate c : ring.coordinates) builder.add(c);
                builder.endSequence();
                zone.holes += ring.isHole ? 1 : 0;
            }
            builder.endPart();
            rims[patch] = {};
        }
        zone.geometry = builder.build();
    }
    return zones;
}

void overlapSomeZones(std::vector<ControlZone>& zones, std::uint64_t seed) {
    constexpr std::size_t longestRim = 3000;
    constexpr double eastMetres = 9.25, northMetres = 7.25;
    Random random(seed);
    std::vector<bool> used(zones.size());
    const auto isFree = [&](std::size_t i, int type) {
        return !used[i] && zones[i].type == type && zones[i].geometry.coordinateCount() <= longestRim;
    };
    const auto pick = [&] { return static_cast<std::size_t>(random.below(static_cast<int>(zones.size()))); };
    for (std::size_t pairs = zones.size() / 40; pairs > 0;) {
        const std::size_t model = pick(), replaced = pick();
        const int type = zones[model].type;
        if (model == replaced || !isFree(model, type) || !isFree(replaced, type)) continue;
        const gis::Geometry& from = zones[model].geometry;
        gis::GeometryBuilder builder(2, true);
        for (std::size_t part = 0; part < from.partCount(); ++part) {
            for (std::size_t i = from.partBegin(part); i < from.partEnd(part); ++i) {
                for (const gis::Coordinate c : from.sequence(i)) builder.add({c.x + eastMetres, c.y + northMetres});
                builder.endSequence();
            }
            builder.endPart();
        }
        zones[replaced].geometry = builder.build();
        zones[replaced].holes = zones[model].holes;
        used[model] = used[replaced] = true;
        --pairs;
    }
}

}  // namespace bench
