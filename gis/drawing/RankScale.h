// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace gis {

/// The tolerance at which a vertex may vanish, in seven bits: steps of half an octave of its square, rounded up, from
/// the largest distance in a layer downward over 31 octaves. A value; any thread.
class RankScale {
public:
    static constexpr std::uint8_t held = 127;  ///< never vanishes

    RankScale() = default;
    /// `largestDistance`: no two vertices are further apart; in the units of the coordinates.
    explicit RankScale(double largestDistance);

    /// Of a vertex that lies so far from what would stand in its place.
    std::uint8_t rankOf(double squaredDistance) const;
    /// The greatest rank whose distances are all within `tolerance`; -1 if there is none. Never `held`.
    int droppedUpTo(double tolerance) const;

private:
    std::int32_t m_lowest = 0;
};

}  // namespace gis
