// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "gis/overlap/PairOverlap.h"

namespace gis {

/// Traces what two polygons have in common, fast enough to be drawn while one of them is dragged: from crossing to
/// crossing along both boundaries, at the cost of what lies on the way. Crossings are rounded to coordinates, and where
/// boundaries run on each other the piece may touch itself, so this is a picture and not an OGC valid answer. Reused for
/// its memory; one per thread.
class CommonPiece {
public:
    CommonPiece();
    CommonPiece(CommonPiece&&) noexcept;
    ~CommonPiece();
    /// Both polygons of valid layers, whose sums are not needed. Empty where the interiors do not meet (a touch may give
    /// pieces without area, which are left out). Nothing where crossings lie so near to each other on an edge that their
    /// order is in doubt: then ask the overlay.
    std::optional<Geometry> trace(const OverlapLayer& plan, std::size_t planShape, const OverlapLayer& control,
                                  std::size_t controlShape);

private:
    struct Scratch;
    std::unique_ptr<Scratch> m_scratch;
};

}  // namespace gis
