// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gis/base/Control.h"
#include "gis/base/Result.h"
#include "gis/overlap/PrecisePlace.h"
#include "gis/overlap/RunTree.h"

namespace gis {

class PolynomialForm;

/// What is summed along a boundary so that a closed one gives its area: the line integral of G dy, where dG/dx is the
/// area of a unit of the plane. In the plane G = x; on the ellipsoid dG/dx is the areal scale of the CRS under the
/// national formula. The integral is additive wherever an edge is cut. A value, immutable; any thread.
class AreaForm {
public:
    AreaForm();  ///< the plane, in squared units of the coordinates
    bool isPlanar() const { return !m_polynomial; }
    /// Where the form holds; empty for the plane, which has no bounds.
    Extent box() const;
    /// Integral of G dy along the straight edge.
    DoubleDouble along(Coordinate from, Coordinate to) const;
    /// The same to a place on an edge; on the ellipsoid, where an edge's term is no better than doubles, to the nearest
    /// coordinate.
    DoubleDouble along(Coordinate from, const PrecisePlace& to) const;

    explicit AreaForm(std::shared_ptr<const PolynomialForm> polynomial);

private:
    std::shared_ptr<const PolynomialForm> m_polynomial;
};

/// Integrals from the beginning of each sequence to the beginning of each run, and to its end. A const view; any thread.
struct BoundarySums {
    AreaForm form;
    std::span<const DoubleDouble> atRun;       ///< like RunTree::runSequences
    std::span<const DoubleDouble> ofSequence;  ///< the whole sequence; for a ring its signed area
    std::shared_ptr<const void> storage;

    static Result<BoundarySums> build(const PackedShapes& shapes, const RunTree& tree, const AreaForm& form,
                                      const JobControl& control = {});
};

}  // namespace gis
