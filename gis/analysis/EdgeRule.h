// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

namespace gis {

/// Quadrature on one edge, t from 0 to 1: a smooth curve (λ(t), B(t)) is known at Gauss-Lobatto nodes, and integrals are
/// taken exactly over the polynomials through them. With n nodes the error of ∫ λ dF falls as length^(2n-1), for the
/// nodal polynomial is orthogonal to all of degree n - 3.
struct EdgeRule {
    static constexpr std::size_t maxNodes = 9;
    template <class T>
    using Row = std::array<T, maxNodes>;

    std::size_t nodeCount = 0;
    Row<double> nodes{};  ///< ascending, 0 first and 1 last
    /// ∫ ℓᵢ dℓⱼ of the Lagrange polynomials.
    std::array<Row<double>, maxNodes> crossIntegral{};
    // At as many Gauss-Legendre points: weight, ℓⱼ and dℓⱼ/dt.
    Row<double> gaussWeights{};
    std::array<Row<double>, maxNodes> gaussValues{};
    std::array<Row<double>, maxNodes> gaussSlopes{};

    /// The cheapest rule that keeps an edge's share of the error far below 1e-4 m² of area and 1e-10 of length.
    /// `reach` is the edge's length in m, enlarged where the curve bends more strongly (see EllipsoidMeasure.cpp);
    /// it must not be above longestReach.
    static const EdgeRule& forReach(double reach);
    static constexpr double longestReach = 200'000;
};

}  // namespace gis
