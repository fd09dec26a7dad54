// SPDX-License-Identifier: Apache-2.0
#include "gis/feature/SpatialIndex.h"

#include <algorithm>

namespace gis {

namespace {

/// Distance along the Hilbert curve of order 16 of a cell (x, y), both below 65536. Walks the quadrants from the
/// largest to the smallest, turning the frame as the curve turns (D. Hilbert, 1891).
std::uint32_t hilbertDistance(std::uint32_t x, std::uint32_t y) {
    std::uint32_t distance = 0;
    for (std::uint32_t side = 1U << 15U; side > 0; side >>= 1U) {
        const std::uint32_t right = (x & side) != 0 ? 1U : 0U;
        const std::uint32_t upper = (y & side) != 0 ? 1U : 0U;
        distance += side * side * ((3U * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = 0xFFFFU - x;
                y = 0xFFFFU - y;
            }
            std::swap(x, y);
        }
    }
    return distance;
}

std::uint32_t cell(double value, double origin, double size) {
    const double share = size > 0 ? (value - origin) / size : 0.0;
    // Also catches the NaN and infinities that infinite boxes bring.
    if (!(share > 0)) return 0;
    return share >= 1 ? 0xFFFFU : static_cast<std::uint32_t>(share * 65535.0);
}

}  // namespace

SpatialIndex::SpatialIndex(std::span<const Extent> boxes) : m_count(boxes.size()) {
    struct Entry {
        std::uint32_t distance;
        std::uint32_t item;
        auto operator<=>(const Entry&) const = default;
    };
    std::vector<Entry> entries;
    entries.reserve(boxes.size());
    for (const Extent& box : boxes)
        if (!box.isEmpty()) m_extent.include(box);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].isEmpty()) continue;
        const Coordinate centre = boxes[i].centre();
        entries.push_back({hilbertDistance(cell(centre.x, m_extent.minX, m_extent.width()),
                                           cell(centre.y, m_extent.minY, m_extent.height())),
                           static_cast<std::uint32_t>(i)});
    }
    std::sort(entries.begin(), entries.end());
    m_boxes.reserve(entries.size() + entries.size() / (fanOut - 1) + 8);
    m_items.reserve(entries.size());
    for (const Entry& entry : entries) {
        m_items.push_back(entry.item);
        m_boxes.push_back(boxes[entry.item]);
    }
    if (entries.empty()) return;
    m_levelEnds.push_back(m_boxes.size());
    for (std::size_t begin = 0; m_boxes.size() - begin > 1;) {
        const std::size_t end = m_boxes.size();
        for (std::size_t child = begin; child < end; child += fanOut) {
            Extent parent;
            for (std::size_t i = child; i < std::min(end, child + fanOut); ++i) parent.include(m_boxes[i]);
            m_boxes.push_back(parent);
        }
        m_levelEnds.push_back(m_boxes.size());
        begin = end;
    }
}

std::vector<std::uint32_t> SpatialIndex::find(const Extent& query) const {
    std::vector<std::uint32_t> found;
    visit(query, [&](std::uint32_t item) {
        found.push_back(item);
        return true;
    });
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace gis
