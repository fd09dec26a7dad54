// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/overlap/DoubleDouble.h"

namespace gis {

/// An exact sum of doubles, kept as components that do not overlap, smallest first (Shewchuk 1997, grow-expansion with
/// zero elimination). For the rare cases that double arithmetic cannot decide.
class Expansion {
public:
    void add(double value);
    void add(DoubleDouble exact) {
        add(exact.low);
        add(exact.high);
    }
    /// Adds factor · a · b exactly; `factor` is a small whole number.
    void addProduct(double factor, double a, double b);
    void subtract(const Expansion& other);
    Expansion times(const Expansion& other) const;

    /// -1, 0 or 1, exact.
    int sign() const;
    /// To full double precision.
    double estimate() const;

private:
    std::vector<double> m_components;
};

}  // namespace gis
