// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/RankScale.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace gis {

namespace {

/// The exponent and the first bit behind the point: ascends with the value, two steps an octave.
std::int32_t stepOf(float value) { return std::bit_cast<std::int32_t>(value) >> 22; }

constexpr std::int32_t greatestRank = RankScale::held - 1;

}  // namespace

RankScale::RankScale(double largestDistance)
    : m_lowest(stepOf(static_cast<float>(largestDistance * largestDistance)) - greatestRank) {}

std::uint8_t RankScale::rankOf(double squaredDistance) const {
    const std::int32_t rank = stepOf(static_cast<float>(squaredDistance)) - m_lowest;
    return static_cast<std::uint8_t>(std::clamp(rank, 0, greatestRank));
}

int RankScale::droppedUpTo(double tolerance) const {
    const double squared = tolerance * tolerance;
    auto rounded = static_cast<float>(squared);
    if (!(rounded <= squared)) rounded = std::nextafter(rounded, 0.0F);
    // Distances of a rank lie below the next step, which must not lie above the tolerance.
    return std::clamp(stepOf(rounded) - 1 - m_lowest, -1, greatestRank);
}

}  // namespace gis
