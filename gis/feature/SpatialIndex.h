// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "gis/geometry/Extent.h"

namespace gis {

/// Which of n boxes meet a box: a packed Hilbert R-tree over flat arrays, complete once constructed and const ever
/// after, so that every thread may ask. Items are numbered 0..n-1 in the order given; empty boxes are never found.
class SpatialIndex {
public:
    SpatialIndex() = default;
    explicit SpatialIndex(std::span<const Extent> boxes);

    std::size_t size() const { return m_count; }
    const Extent& extent() const { return m_extent; }
    /// Items whose closed boxes meet `query`, in ascending order.
    std::vector<std::uint32_t> find(const Extent& query) const;
    /// The same without an allocation, in no stated order; `visit` returns false to stop.
    template <class Visit>
    void visit(const Extent& query, Visit&& visit) const;
    /// All items with a box, along a Hilbert curve: neighbours follow each other.
    std::span<const std::uint32_t> alongCurve() const { return m_items; }

private:
    static constexpr std::size_t fanOut = 16;
    std::size_t m_count = 0;
    Extent m_extent;
    std::vector<Extent> m_boxes;           ///< level by level, leaves first
    std::vector<std::uint32_t> m_items;    ///< the item of each leaf box
    std::vector<std::size_t> m_levelEnds;  ///< end of each level in m_boxes
};

template <class Visit>
void SpatialIndex::visit(const Extent& query, Visit&& visit) const {
    if (m_boxes.empty() || query.isEmpty() || !m_boxes.back().meets(query)) return;
    struct Node {
        std::size_t box;
        std::size_t level;
    };
    // 32-bit items make at most 9 levels, and each leaves at most fanOut nodes waiting.
    std::array<Node, 10 * fanOut> waiting;
    std::size_t count = 0;
    waiting[count++] = {m_boxes.size() - 1, m_levelEnds.size() - 1};
    while (count > 0) {
        const Node node = waiting[--count];
        if (node.level == 0) {
            if (!visit(m_items[node.box])) return;
            continue;
        }
        const std::size_t childBegin = node.level >= 2 ? m_levelEnds[node.level - 2] : 0;
        const std::size_t childEnd = m_levelEnds[node.level - 1];
        const std::size_t first = childBegin + (node.box - childEnd) * fanOut;
        for (std::size_t i = std::min(childEnd, first + fanOut); i-- > first;)
            if (m_boxes[i].meets(query)) waiting[count++] = {i, node.level - 1};
    }
}

}  // namespace gis
