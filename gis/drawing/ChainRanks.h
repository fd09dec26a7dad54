// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gis/drawing/RankScale.h"
#include "gis/geometry/Extent.h"

namespace gis {

/// Ranks of the vertices of one line or ring after the other, by Douglas and Peucker's rule between held vertices. The
/// rank of a vertex depends on the positions of its chain alone, neither on the ring's start nor on its direction, so
/// that both sides of a shared border rank alike. What remains at a tolerance is within it of the whole line, and the
/// other way round (Hausdorff): a dropped vertex, and with it every edge, is within it of the segment that stands in
/// its place. One thread.
class ChainRanks {
public:
    static constexpr std::uint8_t rankBits = 0x7f;
    static constexpr std::uint8_t repeatedBit = 0x80;  ///< VertexMark::repeated of the edge from here

    explicit ChainRanks(RankScale scale) : m_scale(scale) {}

    /// Turns VertexMarks into ranks. A ring is closed; one without a held vertex holds its first in order of x, y. Of
    /// chains of many thousand vertices some are held, so that the time stays near-linear.
    void rankLine(std::span<const Coordinate> line, std::span<std::uint8_t> marks);
    void rankRing(std::span<const Coordinate> ring, std::span<std::uint8_t> marks);

private:
    struct Span {
        std::size_t first, last;
        std::uint8_t ceiling;  ///< rank of what split it off
    };
    void rankChains(std::span<const Coordinate> line, std::span<std::uint8_t> marks);
    void rankChain(std::span<const Coordinate> line, std::size_t first, std::size_t last,
                   std::span<std::uint8_t> marks);

    RankScale m_scale;
    std::vector<Span> m_open;
    std::vector<Coordinate> m_turned;  ///< a ring from a held vertex on
    std::vector<std::uint8_t> m_turnedMarks;
};

}  // namespace gis
