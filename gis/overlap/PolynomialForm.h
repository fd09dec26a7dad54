// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <vector>

#include "gis/geometry/Extent.h"

namespace gis {

/// A primitive G(x, y) as a polynomial about the middle of a box, for AreaForm: its derivative by x is the area in m²
/// of a unit of the plane. Immutable; any thread.
class PolynomialForm {
public:
    /// Coefficients of u^i v^j, row i after row i, i + j <= degree (row i has degree + 1 - i of them), where u and v
    /// run from -1 to 1 over the box. G is in m² per unit of y.
    PolynomialForm(const Extent& box, std::size_t degree, std::vector<double> coefficients);

    /// Integral of G dy along the straight edge, in m², by Gauss-Legendre points as many as keep the error of an edge
    /// below 1e-7 m²; exact up to rounding for the longest.
    double along(Coordinate from, Coordinate to) const;
    /// The same for each edge of a path, a little faster each than one by one; `terms` has room for all its edges.
    void along(std::span<const Coordinate> path, std::span<double> terms) const;
    double value(Coordinate position) const;
    const Extent& box() const { return m_box; }

private:
    static constexpr std::size_t mostPoints = 8;
    std::size_t pointCount(double reach) const;

    Extent m_box;
    std::size_t m_degree;
    std::vector<double> m_coefficients;
    std::array<double, mostPoints + 1> m_longest{};  ///< in units of u and v, for as many points
};

}  // namespace gis
