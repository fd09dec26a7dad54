// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/check/RimTracer.h"

#include "tests/bench/check/Random.h"

namespace bench {

gis::Coordinate RimGrid::corner(int x, int y, int pullX, int pullY) {
    constexpr std::int64_t widest = cellUnits * 15 / 100;
    constexpr std::int64_t pull = cellUnits / 4;
    const std::uint64_t noise =
        mixed((std::uint64_t{static_cast<std::uint32_t>(x)} << 32U) | static_cast<std::uint32_t>(y));
    const auto shift = [](std::uint64_t bits) { return static_cast<std::int64_t>(bits % (2 * widest + 1)) - widest; };
    const bool isPulled = pullX != 0;
    const std::int64_t east = originX + x * cellUnits + (isPulled ? pullX * pull : shift(noise >> 32U));
    const std::int64_t north = originY + y * cellUnits + (isPulled ? pullY * pull : shift(noise & 0xffffffffU));
    constexpr auto units = static_cast<double>(unitsPerMetre);
    return {static_cast<double>(east) / units, static_cast<double>(north) / units};
}

}  // namespace bench
