// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/Soundness.h"

#include <atomic>
#include <bit>

#include "gis/base/Parallel.h"

namespace gis {

namespace {

/// From 0 to `end` without a step down.
bool areStarts(std::span<const std::uint32_t> starts, std::size_t end) {
    if (starts.empty() || starts.front() != 0 || starts.back() != end) return false;
    bool rising = true;
    for (std::size_t i = 1; i < starts.size(); ++i) rising &= starts[i - 1] <= starts[i];
    return rising;
}

bool isSoundSequence(std::span<const Coordinate> sequence, int dimension, RingForm rings) {
    switch (dimension) {
        case 0:
            return sequence.size() == 1;
        case 1:
            return sequence.size() >= 2;
        default:
            return sequence.size() >= (rings == RingForm::Whole ? 4U : 2U) && sequence.front() == sequence.back();
    }
}

bool isSoundShape(const PackedShapes& shapes, std::size_t shape, RingForm rings) {
    const int dimension = shapes.dimensions[shape];
    if (dimension < -1 || dimension > 2) return false;
    const std::uint32_t firstPart = shapes.shapeStarts[shape], lastPart = shapes.shapeStarts[shape + 1];
    if ((dimension < 0) != (firstPart == lastPart)) return false;
    for (std::uint32_t part = firstPart; part < lastPart; ++part) {
        const std::uint32_t count = shapes.partStarts[part + 1] - shapes.partStarts[part];
        if (count == 0 || (dimension < 2 && count > 1)) return false;
    }
    for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s)
        if (!isSoundSequence(shapes.sequence(s), dimension, rings) || !areFinite(shapes.sequence(s))) return false;
    return true;
}

}  // namespace

bool areFinite(std::span<const Coordinate> coordinates) {
    constexpr std::uint64_t exponent = 0x7ff0000000000000U, carry = 0x0010000000000000U;
    std::uint64_t notFinite = 0;  // its highest bit: an exponent had all bits set
    for (const Coordinate& c : coordinates)
        notFinite |= ((std::bit_cast<std::uint64_t>(c.x) & exponent) + carry) |
                     ((std::bit_cast<std::uint64_t>(c.y) & exponent) + carry);
    return (notFinite >> 63U) == 0;
}

bool isSound(const PackedShapes& shapes, const JobControl& control, RingForm rings) {
    const std::size_t count = shapes.dimensions.size();
    if (shapes.extents.size() != count || shapes.shapeStarts.size() != count + 1 || shapes.partStarts.empty() ||
        shapes.sequenceStarts.empty())
        return false;
    if (!areStarts(shapes.sequenceStarts, shapes.coordinates.size()) ||
        !areStarts(shapes.partStarts, shapes.sequenceStarts.size() - 1) ||
        !areStarts(shapes.shapeStarts, shapes.partStarts.size() - 1))
        return false;
    std::atomic_bool sound{true};
    const bool whole = parallelFor(
        count, {control.cancel, {}, control.threads},
        [&](std::size_t shape, unsigned) {
            if (sound && !isSoundShape(shapes, shape, rings)) sound = false;
        },
        256);
    return whole && sound;
}

bool isSound(const RunTree& tree, const PackedShapes& shapes) {
    const std::size_t count = shapes.shapeCount();
    if (tree.shapeStarts.size() != count + 1 || tree.shapeRuns.size() != count + 1 ||
        tree.sequenceRuns.size() != shapes.sequenceCount() || tree.shapeStarts.front() != 0 ||
        tree.shapeRuns.front() != 0 || tree.shapeStarts.back() != tree.boxes.size() ||
        tree.shapeRuns.back() != tree.runSequences.size())
        return false;
    std::size_t box = 0, run = 0;
    for (std::size_t shape = 0; shape < count; ++shape) {
        std::uint32_t runs = 0;
        for (std::uint32_t s = shapes.sequenceBegin(shape); s < shapes.sequenceEnd(shape); ++s) {
            if (shapes.dimensions[shape] <= 0) continue;
            if (tree.sequenceRuns[s] != runs) return false;
            const std::size_t edges = shapes.sequence(s).size() - 1;
            const auto own = static_cast<std::uint32_t>((edges + RunTree::runLength - 1) / RunTree::runLength);
            if (run + own > tree.runSequences.size()) return false;
            for (const std::uint32_t end = runs + own; runs < end; ++runs)
                if (tree.runSequences[run++] != s) return false;
        }
        box += RunTree::boxCount(runs);
        if (tree.shapeRuns[shape + 1] != run || tree.shapeStarts[shape + 1] != box) return false;
    }
    return true;
}

bool isSound(const BoundarySums& sums, const RunTree& tree, const PackedShapes& shapes) {
    return sums.atRun.size() == tree.runSequences.size() && sums.ofSequence.size() == shapes.sequenceCount();
}

}  // namespace gis
