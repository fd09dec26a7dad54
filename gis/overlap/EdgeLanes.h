// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "gis/overlap/ShapeCursor.h"

namespace gis {

/// The boxes of a run's edges in 256 steps of the run's own box, one lane for each, so that an edge is compared with
/// all others at once. Steps grow with the coordinate, so edges whose boxes meet have steps that meet; the reverse
/// need not hold. Internal to the engine.
class EdgeLanes {
public:
    explicit EdgeLanes(const ShapeCursor::Run& run) {
        const Extent& box = *run.box;
        const double perX = box.maxX > box.minX ? 255 / (box.maxX - box.minX) : 0;
        const double perY = box.maxY > box.minY ? 255 / (box.maxY - box.minY) : 0;
        int x = stepOf(run.positions[0].x, box.minX, perX), y = stepOf(run.positions[0].y, box.minY, perY);
        for (std::uint32_t i = 0; i < run.count; ++i) {
            const int nextX = stepOf(run.positions[i + 1].x, box.minX, perX);
            const int nextY = stepOf(run.positions[i + 1].y, box.minY, perY);
            m_minX[i] = static_cast<std::uint8_t>(std::min(x, nextX));
            m_maxX[i] = static_cast<std::uint8_t>(std::max(x, nextX));
            m_minY[i] = static_cast<std::uint8_t>(std::min(y, nextY));
            m_maxY[i] = static_cast<std::uint8_t>(std::max(y, nextY));
            x = nextX;
            y = nextY;
        }
        m_count = static_cast<std::uint8_t>(run.count);
    }

    /// Calls `visit(j)` for the edges j > i + 1 whose boxes may meet that of edge i; stops and returns false where it
    /// does.
    template <class Visit>
    bool visitLater(std::uint32_t i, Visit&& visit) const {
        const auto later = (lanes > static_cast<std::uint8_t>(i + 1)) & (lanes < m_count);
        const auto meets =
            later & (m_minX <= m_maxX[i]) & (m_maxX >= m_minX[i]) & (m_minY <= m_maxY[i]) & (m_maxY >= m_minY[i]);
        std::array<std::uint64_t, sizeof meets / sizeof(std::uint64_t)> words;
        std::memcpy(words.data(), &meets, sizeof meets);
        if ((words[0] | words[1]) == 0) return true;
        for (std::uint32_t j = i + 2; j < m_count; ++j)
            if (meets[j] != 0 && !visit(j)) return false;
        return true;
    }

private:
    using Lanes = std::uint8_t __attribute__((vector_size(RunTree::runLength)));
    static constexpr Lanes lanes{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    static int stepOf(double value, double origin, double perUnit) {
        return std::min(255, static_cast<int>((value - origin) * perUnit));
    }

    Lanes m_minX{}, m_maxX{}, m_minY{}, m_maxY{};
    std::uint8_t m_count = 0;
};

}  // namespace gis
