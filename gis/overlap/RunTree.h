// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/Control.h"
#include "gis/base/Result.h"
#include "gis/overlap/PackedShapes.h"

namespace gis {

/// Boxes over runs of edges of each shape, in the order of the edges. A run is up to runLength consecutive edges of one
/// sequence; runs of a shape are numbered through its sequences; above them, `fanOut` by `fanOut`, levels of nodes up to
/// one that holds no more than fanOut of them. A const view like PackedShapes; any thread.
struct RunTree {
    static constexpr std::uint32_t runLength = 16;
    static constexpr std::uint32_t fanOut = 8;

    std::span<const Extent> boxes;                ///< shape after shape: its runs, then level upon level
    std::span<const std::uint32_t> shapeStarts;   ///< into boxes, one for each shape and the end
    std::span<const std::uint32_t> sequenceRuns;  ///< first run of each sequence, counted within its shape
    std::span<const std::uint32_t> runSequences;  ///< sequence of each run, all shapes one after the other
    std::span<const std::uint32_t> shapeRuns;     ///< into runSequences, one for each shape and the end
    std::shared_ptr<const void> storage;

    /// Canceled. Points have no runs.
    static Result<RunTree> build(const PackedShapes& shapes, const JobControl& control = {});
    /// Number of boxes that a shape of so many runs has.
    static std::uint32_t boxCount(std::uint32_t runCount);
};

}  // namespace gis
