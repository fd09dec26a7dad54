// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/RunTree.h"

#include "gis/base/Parallel.h"

namespace gis {

namespace {

struct Arrays {
    std::vector<Extent> boxes;
    std::vector<std::uint32_t> shapeStarts, sequenceRuns, runSequences, shapeRuns;
};

std::uint32_t edgeCount(const PackedShapes& shapes, std::size_t sequence) {
    return shapes.sequenceStarts[sequence + 1] - shapes.sequenceStarts[sequence] - 1;
}

std::uint32_t runCount(const PackedShapes& shapes, std::size_t sequence) {
    return (edgeCount(shapes, sequence) + RunTree::runLength - 1) / RunTree::runLength;
}

// Sizes first, so that shapes can be filled by several threads.
void measure(const PackedShapes& shapes, Arrays& arrays) {
    const std::size_t count = shapes.shapeCount();
    arrays.sequenceRuns.resize(shapes.sequenceCount());
    arrays.shapeStarts.resize(count + 1, 0);
    arrays.shapeRuns.resize(count + 1, 0);
    for (std::size_t shape = 0; shape < count; ++shape) {
        std::uint32_t runs = 0;
        if (shapes.dimensions[shape] > 0) {
            for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s) {
                arrays.sequenceRuns[s] = runs;
                runs += runCount(shapes, s);
            }
        }
        arrays.shapeRuns[shape + 1] = arrays.shapeRuns[shape] + runs;
        arrays.shapeStarts[shape + 1] = arrays.shapeStarts[shape] + RunTree::boxCount(runs);
    }
    arrays.boxes.resize(arrays.shapeStarts.back());
    arrays.runSequences.resize(arrays.shapeRuns.back());
}

void fill(const PackedShapes& shapes, std::size_t shape, Arrays& arrays) {
    Extent* box = arrays.boxes.data() + arrays.shapeStarts[shape];
    std::uint32_t* owner = arrays.runSequences.data() + arrays.shapeRuns[shape];
    for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s) {
        const auto positions = shapes.sequence(s);
        for (std::size_t first = 0; first + 1 < positions.size(); first += RunTree::runLength) {
            const std::size_t last = std::min(first + RunTree::runLength, positions.size() - 1);
            Extent run;
            for (std::size_t i = first; i <= last; ++i) run.include(positions[i]);
            *box++ = run;
            *owner++ = s;
        }
    }
    const Extent* below = arrays.boxes.data() + arrays.shapeStarts[shape];
    std::uint32_t size = arrays.shapeRuns[shape + 1] - arrays.shapeRuns[shape];
    while (size > RunTree::fanOut) {
        const Extent* end = below + size;
        std::uint32_t made = 0;
        for (const Extent* child = below; child < end; child += RunTree::fanOut, ++made) {
            Extent node;
            for (const Extent* c = child; c < std::min(child + RunTree::fanOut, end); ++c) node.include(*c);
            box[made] = node;
        }
        below = box;
        box += made;
        size = made;
    }
}

}  // namespace

std::uint32_t RunTree::boxCount(std::uint32_t runCount) {
    std::uint32_t boxes = runCount;
    for (std::uint32_t size = runCount; size > fanOut;) {
        size = (size + fanOut - 1) / fanOut;
        boxes += size;
    }
    return boxes;
}

Result<RunTree> RunTree::build(const PackedShapes& shapes, const JobControl& control) {
    auto arrays = std::make_shared<Arrays>();
    measure(shapes, *arrays);
    const bool whole = parallelFor(
        shapes.shapeCount(), {control.cancel, {}, control.threads},
        [&](std::size_t shape, unsigned) {
            if (shapes.dimensions[shape] > 0) fill(shapes, shape, *arrays);
        },
        64);
    if (!whole) return canceled();
    return RunTree{arrays->boxes,        arrays->shapeStarts, arrays->sequenceRuns,
                   arrays->runSequences, arrays->shapeRuns,   arrays};
}

}  // namespace gis
