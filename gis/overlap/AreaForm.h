// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <span>

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
    /// Adds the integral over each edge of a path, one after the other, to `sum`; `reached(i)` is called before edge i.
    template <class Reached>
    void along(std::span<const Coordinate> path, DoubleDouble& sum, Reached&& reached) const;

    explicit AreaForm(std::shared_ptr<const PolynomialForm> polynomial);

private:
    static constexpr std::size_t edgesAtOnce = 16;
    /// The terms of at most `edgesAtOnce` edges.
    void termsOf(std::span<const Coordinate> path, std::array<DoubleDouble, edgesAtOnce>& terms) const;

    std::shared_ptr<const PolynomialForm> m_polynomial;
};

template <class Reached>
void AreaForm::along(std::span<const Coordinate> path, DoubleDouble& sum, Reached&& reached) const {
    std::array<DoubleDouble, edgesAtOnce> terms;
    for (std::size_t begin = 0; begin + 1 < path.size(); begin += edgesAtOnce) {
        const std::size_t count = std::min(path.size() - 1 - begin, edgesAtOnce);
        termsOf(path.subspan(begin, count + 1), terms);
        for (std::size_t i = 0; i < count; ++i) {
            reached(begin + i);
            sum += terms[i];
        }
    }
}

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
