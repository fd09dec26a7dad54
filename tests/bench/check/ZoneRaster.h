// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace bench {

/// Two classes of land on a square grid, as a classification of pictures gives them: patches of all sizes with ragged
/// rims. A patch is what hangs together over the sides of cells. Made of integers only, so the same everywhere.
struct ZoneRaster {
    int side = 0;                           ///< cells
    std::vector<std::uint32_t> patches;     ///< of each cell, row after row; 0: none
    std::vector<std::uint8_t> classes;      ///< of each patch: 1 or 2; the entry 0 is unused
    std::vector<std::uint32_t> cellCounts;  ///< of each patch

    std::uint32_t patchAt(int x, int y) const {
        const bool inside = x >= 0 && y >= 0 && x < side && y < side;
        return inside
                   ? patches[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x)]
                   : 0;
    }
};

/// The grid of a size. `level` of 32768: how far from the middle a class begins; a lower one makes larger patches.
ZoneRaster zoneRaster(int side, int level, std::uint64_t seed);

}  // namespace bench
