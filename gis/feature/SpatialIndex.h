// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
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
    void visit(const Extent& query, const std::function<bool(std::uint32_t)>& visit) const;

private:
    static constexpr std::size_t fanOut = 16;
    std::size_t m_count = 0;
    Extent m_extent;
    std::vector<Extent> m_boxes;           ///< level by level, leaves first
    std::vector<std::uint32_t> m_items;    ///< the item of each leaf box
    std::vector<std::size_t> m_levelEnds;  ///< end of each level in m_boxes
};

}  // namespace gis
