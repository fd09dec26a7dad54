// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "gis/geometry/Extent.h"

namespace bench {

/// Where the grid lies in EPSG:4545. Corners are moved a little, each always by the same amount, so that rims which
/// share corners share them exactly.
struct RimGrid {
    static constexpr std::int64_t unitsPerMetre = 10'000;
    static constexpr std::int64_t cellUnits = 249'871;  ///< about 25 m
    static constexpr std::int64_t originX = 420'000 * unitsPerMetre;
    static constexpr std::int64_t originY = 3'300'000 * unitsPerMetre;

    /// A corner of the grid; where two cells of one patch touch in it alone, drawn by `pullX`, `pullY` (±1) into one
    /// of them, so that a rim never touches itself.
    static gis::Coordinate corner(int x, int y, int pullX = 0, int pullY = 0);
};

/// The rims of the patches in a window of the grid, each vertex a corner of the grid. A rim has its patch on the left:
/// exteriors run counter-clockwise and holes clockwise; every ring is closed.
class RimTracer {
public:
    struct Ring {
        std::uint32_t patch = 0;
        bool isHole = false;
        std::vector<gis::Coordinate> coordinates;
    };

    /// The window's first cell is (left, bottom).
    RimTracer(int left, int bottom, int width, int height);
    /// `patchAt` is asked for cells one outside the window too.
    template <class At, class IsWanted, class Take>
    void trace(const At& patchAt, const IsWanted& isWanted, const Take& take);

private:
    int m_left, m_bottom, m_width, m_height;
    std::vector<bool> m_walked;  ///< of each cell: its lower side
};

// ------------------------------------------------------------------------------------------------------------------

inline RimTracer::RimTracer(int left, int bottom, int width, int height)
    : m_left(left),
      m_bottom(bottom),
      m_width(width),
      m_height(height),
      m_walked(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

template <class At, class IsWanted, class Take>
void RimTracer::trace(const At& patchAt, const IsWanted& isWanted, const Take& take) {
    constexpr int stepX[] = {1, 0, -1, 0}, stepY[] = {0, 1, 0, -1};    // east, north, west, south
    constexpr int leftX[] = {0, -1, -1, 0}, leftY[] = {0, 0, -1, -1};  // the cell left of a side that starts there
    constexpr int rightX[] = {0, 0, -1, -1}, rightY[] = {-1, 0, 0, -1};
    for (int startY = m_bottom; startY < m_bottom + m_height; ++startY) {
        for (int startX = m_left; startX < m_left + m_width; ++startX) {
            const std::uint32_t patch = patchAt(startX, startY);
            if (patch == 0 || !isWanted(patch) || patchAt(startX, startY - 1) == patch) continue;
            const auto sideIndex = [&](int x, int y) {
                return static_cast<std::size_t>(y - m_bottom) * static_cast<std::size_t>(m_width) +
                       static_cast<std::size_t>(x - m_left);
            };
            if (m_walked[sideIndex(startX, startY)]) continue;
            Ring ring;
            ring.patch = patch;
            int x = startX, y = startY, heading = 0, turns = 0;
            do {
                if (heading == 0) m_walked[sideIndex(x, y)] = true;
                const int cellX = x + leftX[heading], cellY = y + leftY[heading];
                x += stepX[heading];
                y += stepY[heading];
                const bool ahead = patchAt(x + leftX[heading], y + leftY[heading]) == patch;
                const bool aheadRight = patchAt(x + rightX[heading], y + rightY[heading]) == patch;
                const bool pull = !ahead && aheadRight;
                ring.coordinates.push_back(pull ? RimGrid::corner(x, y, cellX == x ? 1 : -1, cellY == y ? 1 : -1)
                                                : RimGrid::corner(x, y));
                const int turn = ahead ? (aheadRight ? -1 : 0) : 1;
                turns += turn;
                heading = (heading + turn + 4) % 4;
            } while (x != startX || y != startY || heading != 0);
            ring.coordinates.push_back(ring.coordinates.front());
            ring.isHole = turns < 0;
            take(std::move(ring));
        }
    }
}

}  // namespace bench
