// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/DrawingForm.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "gis/base/Parallel.h"
#include "gis/drawing/ChainRanks.h"
#include "gis/drawing/SharedVertices.h"

namespace gis {

namespace {

constexpr std::size_t spareRanks = 8;

struct Arrays {
    GrowingArray<std::uint8_t> ranks;
    std::vector<std::uint8_t> runRanks;
    std::vector<Extent> sequenceBoxes;
    std::vector<float> sequenceAreas;
};

/// Twice the signed area is summed about the first vertex, so that far coordinates do not cancel.
float areaOf(std::span<const Coordinate> ring) {
    const Coordinate origin = ring.front();
    double twice = 0;
    for (std::size_t i = 1; i + 2 < ring.size(); ++i)
        twice +=
            (ring[i].x - origin.x) * (ring[i + 1].y - origin.y) - (ring[i + 1].x - origin.x) * (ring[i].y - origin.y);
    return static_cast<float>(twice / 2);
}

class Filler {
public:
    Filler(const PackedShapes& shapes, const RunTree& tree, RankScale scale, Arrays& arrays)
        : m_shapes(shapes), m_tree(tree), m_scale(scale), m_arrays(arrays) {}

    void fill(std::size_t shape, std::optional<ChainRanks>& chains) {
        if (m_shapes.dimensions[shape] < 1) return;
        if (!chains) chains.emplace(m_scale);
        const bool isRing = m_shapes.dimensions[shape] == 2;
        for (std::uint32_t s = m_shapes.sequenceBegin(shape); s < m_shapes.sequenceEnd(shape); ++s) {
            const auto positions = m_shapes.sequence(s);
            const std::span marks(m_arrays.ranks.begin() + m_shapes.sequenceStarts[s], positions.size());
            if (isRing)
                chains->rankRing(positions, marks);
            else
                chains->rankLine(positions, marks);
            fillRuns(shape, s, marks);
            if (isRing) m_arrays.sequenceAreas[s] = areaOf(positions);
        }
    }

private:
    void fillRuns(std::size_t shape, std::uint32_t sequence, std::span<const std::uint8_t> marks) {
        const std::size_t first = m_tree.sequenceRuns[sequence];
        Extent box;
        for (std::size_t run = 0; run * RunTree::runLength + 1 < marks.size(); ++run) {
            const auto begins = marks.subspan(run * RunTree::runLength);
            std::uint8_t greatest = 0;
            for (const std::uint8_t mark : begins.first(std::min<std::size_t>(RunTree::runLength, begins.size() - 1)))
                greatest = std::max<std::uint8_t>(greatest, mark & ChainRanks::rankBits);
            m_arrays.runRanks[m_tree.shapeRuns[shape] + first + run] = greatest;
            box.include(m_tree.boxes[m_tree.shapeStarts[shape] + first + run]);
        }
        m_arrays.sequenceBoxes[sequence] = box;
    }

    const PackedShapes& m_shapes;
    const RunTree& m_tree;
    RankScale m_scale;
    Arrays& m_arrays;
};

}  // namespace

Result<DrawingForm> DrawingForm::build(PackedShapes shapes, RunTree tree, const JobControl& control) {
    auto arrays = std::make_shared<Arrays>();
    TUCE_TRY(marks, vertexMarks(shapes, control));
    arrays->ranks = std::move(marks);
    const auto spare = arrays->ranks.grow(spareRanks);
    std::fill(spare.begin(), spare.end(), std::uint8_t{0});
    arrays->runRanks.resize(tree.runSequences.size());
    arrays->sequenceBoxes.resize(shapes.sequenceCount());
    arrays->sequenceAreas.resize(shapes.sequenceCount());
    DrawingForm form;
    form.index = std::make_shared<const SpatialIndex>(shapes.extents);
    const Extent& whole = form.index->extent();
    form.scale = RankScale(std::hypot(whole.width(), whole.height()));
    Filler filler(shapes, tree, form.scale, *arrays);
    std::vector<std::optional<ChainRanks>> workers(control.threadCount());
    const bool done = parallelFor(
        shapes.shapeCount(), {control.cancel, {}, control.threads},
        [&](std::size_t shape, unsigned worker) { filler.fill(shape, workers[worker]); }, 16);
    if (!done) return canceled();
    form.shapes = std::move(shapes);
    form.tree = std::move(tree);
    form.ranks = arrays->ranks.items();
    form.runRanks = arrays->runRanks;
    form.sequenceBoxes = arrays->sequenceBoxes;
    form.sequenceAreas = arrays->sequenceAreas;
    form.storage = std::move(arrays);
    return form;
}

std::size_t DrawingForm::byteCount() const {
    constexpr double indexBytesPerShape = 38;  // a box and an item for each, and a sixteenth of that above
    return ranks.size() + runRanks.size() + sequenceBoxes.size_bytes() + sequenceAreas.size_bytes() +
           static_cast<std::size_t>(indexBytesPerShape * static_cast<double>(shapes.shapeCount()));
}

}  // namespace gis
