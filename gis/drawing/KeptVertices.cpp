// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/KeptVertices.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "gis/drawing/ChainRanks.h"

namespace gis {

namespace {

constexpr unsigned levelShift = 3;
static_assert(1U << levelShift == RunTree::fanOut);

/// Of eight ranks, the high bit of each byte that is greater than `droppedUpTo`.
std::uint64_t keptOf(const std::uint8_t* ranks, int droppedUpTo) {
    constexpr std::uint64_t each = 0x0101010101010101U;
    std::uint64_t eight;
    std::memcpy(&eight, ranks, sizeof eight);
    const std::uint64_t sum = (eight & each * ChainRanks::rankBits) + each * static_cast<unsigned>(127 - droppedUpTo);
    const std::uint64_t high = sum & each * 0x80;
    if constexpr (std::endian::native == std::endian::big) return __builtin_bswap64(high);
    return high;
}

}  // namespace

bool KeptVertices::isAside(const Extent& box) const {
    return box.maxX < m_view.minX || box.minX > m_view.maxX || box.maxY < m_view.minY || box.minY > m_view.maxY;
}

void KeptVertices::addRun(const Sequence& of, std::uint32_t run, std::vector<std::uint32_t>& kept) const {
    if (m_form.runRanks[m_form.tree.shapeRuns[of.shape] + run] <= m_droppedUpTo) return;
    const std::uint32_t first = (run - of.firstRun) * RunTree::runLength;
    const std::uint32_t end = of.begin + std::min(first + RunTree::runLength, of.edges);
    for (std::uint32_t base = of.begin + first; base < end; base += 8) {
        for (std::uint64_t bits = keptOf(m_form.ranks.data() + base, m_droppedUpTo); bits != 0; bits &= bits - 1) {
            const std::uint32_t index = base + (static_cast<std::uint32_t>(std::countr_zero(bits)) >> 3U);
            if (index >= end) break;
            kept.push_back(index);
        }
    }
}

/// Only the first and the last kept vertex of some runs.
void KeptVertices::addEnds(const Sequence& of, std::uint32_t firstRun, std::uint32_t lastRun,
                           std::vector<std::uint32_t>& kept) const {
    const std::size_t before = kept.size();
    std::uint32_t run = firstRun;
    for (; run < lastRun && kept.size() == before; ++run) addRun(of, run, kept);
    if (kept.size() == before) return;
    const std::uint32_t first = kept[before];
    std::uint32_t last = kept.back();
    kept.resize(before + 1);
    for (std::uint32_t back = lastRun; back > run; --back) {
        const std::size_t size = kept.size();
        addRun(of, back - 1, kept);
        if (kept.size() == size) continue;
        last = kept.back();
        kept.resize(size);
        break;
    }
    if (last != first) kept.push_back(last);
}

/// `boxes`: where the boxes of this level of the shape begin.
void KeptVertices::visit(const Sequence& of, std::uint32_t level, std::uint32_t node, std::uint32_t boxes,
                         std::vector<std::uint32_t>& kept) const {
    const std::uint32_t shift = level * levelShift;
    const std::uint32_t runCount = m_form.tree.shapeRuns[of.shape + 1] - m_form.tree.shapeRuns[of.shape];
    const std::uint32_t first = node << shift;
    const std::uint32_t last = std::min((node + 1) << shift, runCount);
    if (first >= of.firstRun && last <= of.lastRun && isAside(m_form.tree.boxes[boxes + node]))
        return addEnds(of, first, last, kept);
    if (level == 0) return addRun(of, node, kept);
    const std::uint32_t childShift = shift - levelShift;
    const std::uint32_t below = (runCount + (1U << childShift) - 1) >> childShift;
    const std::uint32_t begin = std::max(node * RunTree::fanOut, of.firstRun >> childShift);
    const std::uint32_t end = std::min({(node + 1) * RunTree::fanOut, below, ((of.lastRun - 1) >> childShift) + 1});
    for (std::uint32_t child = begin; child < end; ++child) visit(of, level - 1, child, boxes - below, kept);
}

void KeptVertices::of(std::size_t shape, std::uint32_t sequence, std::vector<std::uint32_t>& kept) const {
    kept.clear();
    const PackedShapes& shapes = m_form.shapes;
    const RunTree& tree = m_form.tree;
    const std::uint32_t begin = shapes.sequenceStarts[sequence];
    const std::uint32_t edges = shapes.sequenceStarts[sequence + 1] - begin - 1;
    const std::uint32_t firstRun = tree.sequenceRuns[sequence];
    const Sequence of{shape, begin, edges, firstRun, firstRun + (edges + RunTree::runLength - 1) / RunTree::runLength};
    if (m_view.contains(m_form.sequenceBoxes[sequence])) {
        for (std::uint32_t run = of.firstRun; run < of.lastRun; ++run) addRun(of, run, kept);
    } else {
        std::uint32_t boxes = tree.shapeStarts[shape];
        std::uint32_t level = 0;
        std::uint32_t size = tree.shapeRuns[shape + 1] - tree.shapeRuns[shape];
        while (size > RunTree::fanOut) {
            boxes += size;
            size = (size + RunTree::fanOut - 1) / RunTree::fanOut;
            ++level;
        }
        const std::uint32_t shift = level * levelShift;
        for (std::uint32_t node = of.firstRun >> shift; node <= (of.lastRun - 1) >> shift; ++node)
            visit(of, level, node, boxes, kept);
    }
    if (shapes.dimensions[shape] == 1) kept.push_back(begin + edges);  // the end of a line is always held
}

}  // namespace gis
