// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/SummedEdges.h"

#include <algorithm>

namespace gis {

namespace {

struct Arrays {
    std::vector<DoubleDouble> atRun, ofSequence;
};

// One shape: its runs follow each other through its sequences.
void sumShape(const OverlapLayer& layer, std::size_t shape, SummedEdges& made, Arrays& arrays) {
    const PackedShapes& shapes = layer.shapes;
    DoubleDouble* run = arrays.atRun.data() + layer.tree.shapeRuns[shape];
    for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s) {
        DoubleDouble sum, within;
        const std::uint32_t begin = shapes.sequenceStarts[s], end = shapes.sequenceStarts[s + 1];
        for (std::uint32_t i = begin; i + 1 < end; ++i) {
            if ((i - begin) % RunTree::runLength == 0) {
                *run++ = sum;
                within = {};
            }
            made.inRun[i] = within;
            within += made.terms[i];
            sum += made.terms[i];
        }
        arrays.ofSequence[s] = sum;
    }
}

}  // namespace

std::shared_ptr<const SummedEdges> summedEdges(const OverlapLayer& layer, const AreaForm& form,
                                               const OverlapLayer* before, const SummedEdges* known) {
    const PackedShapes& shapes = layer.shapes;
    const bool isAlike = before && known && std::ranges::equal(before->shapes.sequenceStarts, shapes.sequenceStarts);
    auto made = std::make_shared<SummedEdges>();
    made->terms.resize(shapes.coordinates.size());
    made->inRun.resize(shapes.coordinates.size());
    auto arrays = std::make_shared<Arrays>();
    arrays->atRun.resize(layer.tree.runSequences.size());
    arrays->ofSequence.resize(shapes.sequenceCount());
    for (std::size_t shape = 0; shape < shapes.shapeCount(); ++shape) {
        if (shapes.dimensions[shape] != 2) continue;
        for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s) {
            for (std::uint32_t i = shapes.sequenceStarts[s]; i + 1 < shapes.sequenceStarts[s + 1]; ++i) {
                const Coordinate from = shapes.coordinates[i], to = shapes.coordinates[i + 1];
                const bool isKnown =
                    isAlike && before->shapes.coordinates[i] == from && before->shapes.coordinates[i + 1] == to;
                made->terms[i] = isKnown ? known->terms[i] : form.along(from, to);
            }
        }
        sumShape(layer, shape, *made, *arrays);
    }
    made->sums = BoundarySums{form, arrays->atRun, arrays->ofSequence, arrays};
    return made;
}

}  // namespace gis
