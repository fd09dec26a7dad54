// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "gis/base/Control.h"
#include "gis/base/GrowingArray.h"
#include "gis/base/Result.h"
#include "gis/drawing/RankScale.h"
#include "gis/feature/SpatialIndex.h"
#include "gis/overlap/PackedShapes.h"
#include "gis/overlap/RunTree.h"

namespace gis {

/// A layer in the form it is drawn from at every scale: a byte for each coordinate says from which tolerance on it may
/// be left out, the same wherever the position occurs, so that shared borders stay shared; the run tree finds what is
/// in view. A const view over arrays that `storage` keeps alive; copies are cheap; any thread.
struct DrawingForm {
    PackedShapes shapes;
    RunTree tree;
    RankScale scale;
    /// For each coordinate ChainRanks' bits; spareRanks more behind the last.
    std::span<const std::uint8_t> ranks;
    std::span<const std::uint8_t> runRanks;  ///< the greatest rank of a run's edges' beginnings; as tree.runSequences
    std::span<const Extent> sequenceBoxes;   ///< of each line or ring
    std::span<const float> sequenceAreas;    ///< signed, of rings: exteriors positive; 0 of lines
    std::shared_ptr<const SpatialIndex> index;  ///< of shapes.extents
    std::shared_ptr<const void> storage;
    /// The same without the vertices that vanish at coarse tolerances, so that a view of the whole reads no others; has
    /// an overview of its own; null for a form that would hardly get smaller.
    std::shared_ptr<const DrawingForm> overview;
    int missingUpTo = -1;  ///< of an overview: vertices of ranks up to this one are not there

    /// Near-linear, on all threads. `tree` is that of the shapes. Canceled.
    static Result<DrawingForm> build(PackedShapes shapes, RunTree tree, const JobControl& control = {});
    /// The same from ranks that build() made of the same shapes once, `spareRanks` more than coordinates.
    static Result<DrawingForm> ofRanks(PackedShapes shapes, RunTree tree, GrowingArray<std::uint8_t> ranks,
                                       const JobControl& control = {});
    static constexpr std::size_t spareRanks = 8;

    /// What draws the same at a tolerance (units of the coordinates) from the fewest vertices: this or an overview.
    const DrawingForm& at(double tolerance) const;
    /// What it holds beside shapes and tree.
    std::size_t byteCount() const;
};

}  // namespace gis
