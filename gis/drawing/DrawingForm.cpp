// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/DrawingForm.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "gis/base/Parallel.h"
#include "gis/drawing/ChainRanks.h"
#include "gis/drawing/FormOverview.h"
#include "gis/drawing/SharedVertices.h"

namespace gis {

namespace {

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

/// What is known of each sequence and run once vertices have ranks.
class Filler {
public:
    Filler(const PackedShapes& shapes, const RunTree& tree, Arrays& arrays)
        : m_shapes(shapes), m_tree(tree), m_arrays(arrays) {}

    void fill(std::size_t shape) {
        if (m_shapes.dimensions[shape] < 1) return;
        for (std::uint32_t s = m_shapes.sequenceBegin(shape); s < m_shapes.sequenceEnd(shape); ++s) {
            const auto positions = m_shapes.sequence(s);
            fillRuns(shape, s, {m_arrays.ranks.begin() + m_shapes.sequenceStarts[s], positions.size()});
            if (m_shapes.dimensions[shape] == 2) m_arrays.sequenceAreas[s] = areaOf(positions);
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
    Arrays& m_arrays;
};

RankScale scaleOf(const Extent& whole) { return RankScale(std::hypot(whole.width(), whole.height())); }

void rankShape(const PackedShapes& shapes, std::size_t shape, ChainRanks& chains, GrowingArray<std::uint8_t>& ranks) {
    if (shapes.dimensions[shape] < 1) return;
    for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s) {
        const auto positions = shapes.sequence(s);
        const std::span marks(ranks.begin() + shapes.sequenceStarts[s], positions.size());
        if (shapes.dimensions[shape] == 2)
            chains.rankRing(positions, marks);
        else
            chains.rankLine(positions, marks);
    }
}

}  // namespace

Result<DrawingForm> DrawingForm::build(PackedShapes shapes, RunTree tree, const JobControl& control) {
    TUCE_TRY(ranks, vertexMarks(shapes, control));
    Extent whole;
    for (const Extent& extent : shapes.extents) whole.include(extent);
    const RankScale scale = scaleOf(whole);
    std::vector<std::optional<ChainRanks>> workers(control.threadCount());
    const bool done = parallelFor(
        shapes.shapeCount(), {control.cancel, {}, control.threads},
        [&](std::size_t shape, unsigned worker) {
            if (!workers[worker]) workers[worker].emplace(scale);
            rankShape(shapes, shape, *workers[worker], ranks);
        },
        16);
    if (!done) return canceled();
    const auto spare = ranks.grow(spareRanks);
    std::fill(spare.begin(), spare.end(), std::uint8_t{0});
    return ofRanks(std::move(shapes), std::move(tree), std::move(ranks), control);
}

Result<DrawingForm> DrawingForm::ofRanks(PackedShapes shapes, RunTree tree, GrowingArray<std::uint8_t> ranks,
                                         const JobControl& control) {
    auto arrays = std::make_shared<Arrays>();
    arrays->ranks = std::move(ranks);
    arrays->runRanks.resize(tree.runSequences.size());
    arrays->sequenceBoxes.resize(shapes.sequenceCount());
    arrays->sequenceAreas.resize(shapes.sequenceCount());
    Filler filler(shapes, tree, *arrays);
    const bool done = parallelFor(
        shapes.shapeCount(), {control.cancel, {}, control.threads},
        [&](std::size_t shape, unsigned) { filler.fill(shape); }, 64);
    if (!done) return canceled();
    DrawingForm form;
    form.index = std::make_shared<const SpatialIndex>(shapes.extents);
    form.scale = scaleOf(form.index->extent());
    form.shapes = std::move(shapes);
    form.tree = std::move(tree);
    form.ranks = arrays->ranks.items();
    form.runRanks = arrays->runRanks;
    form.sequenceBoxes = arrays->sequenceBoxes;
    form.sequenceAreas = arrays->sequenceAreas;
    form.storage = std::move(arrays);
    TUCE_TRY(overview, overviewOf(form, control));
    form.overview = std::move(overview);
    return form;
}

const DrawingForm& DrawingForm::at(double tolerance) const {
    const DrawingForm* form = this;
    while (form->overview && form->scale.droppedUpTo(tolerance) >= form->overview->missingUpTo)
        form = form->overview.get();
    return *form;
}

std::size_t DrawingForm::byteCount() const {
    constexpr double indexBytesPerShape = 38;  // a box and an item for each, and a sixteenth of that above
    std::size_t bytes = ranks.size() + runRanks.size() + sequenceBoxes.size_bytes() + sequenceAreas.size_bytes() +
                        static_cast<std::size_t>(indexBytesPerShape * static_cast<double>(shapes.shapeCount()));
    for (const DrawingForm* form = overview.get(); form != nullptr; form = form->overview.get())
        bytes += form->shapes.coordinates.size_bytes() + form->shapes.sequenceStarts.size_bytes() + form->ranks.size() +
                 form->tree.boxes.size_bytes() + form->runRanks.size() * 5 + form->tree.sequenceRuns.size_bytes();
    return bytes;
}

}  // namespace gis
