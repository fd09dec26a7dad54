// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

namespace gis {

/// A number as the unevaluated sum of two doubles, about 106 bits. Knuth's and Dekker's error-free transformations.
/// Needs strict IEEE arithmetic (no -ffast-math) and values that neither overflow nor underflow.
struct DoubleDouble {
    double high = 0;
    double low = 0;

    double value() const { return high + low; }

    static DoubleDouble sum(double a, double b) {
        const double s = a + b;
        const double t = s - a;
        return {s, (a - (s - t)) + (b - t)};
    }
    /// For |a| >= |b|.
    static DoubleDouble quickSum(double a, double b) {
        const double s = a + b;
        return {s, b - (s - a)};
    }
    static DoubleDouble difference(double a, double b) { return sum(a, -b); }
    static DoubleDouble product(double a, double b) {
        const double p = a * b;
#ifdef __FMA__
        return {p, std::fma(a, b, -p)};
#else
        // std::fma without the instruction is a slow call; splitting is exact as well.
        constexpr double splitter = 134217729.0;  // 2^27 + 1
        const double ca = splitter * a;
        const double ah = ca - (ca - a);
        const double al = a - ah;
        const double cb = splitter * b;
        const double bh = cb - (cb - b);
        const double bl = b - bh;
        return {p, ((ah * bh - p) + ah * bl + al * bh) + al * bl};
#endif
    }

    DoubleDouble operator-() const { return {-high, -low}; }
    DoubleDouble operator+(DoubleDouble other) const {
        DoubleDouble s = sum(high, other.high);
        const DoubleDouble t = sum(low, other.low);
        s = quickSum(s.high, s.low + t.high);
        return quickSum(s.high, s.low + t.low);
    }
    DoubleDouble operator-(DoubleDouble other) const { return *this + -other; }
    DoubleDouble operator*(DoubleDouble other) const {
        DoubleDouble p = product(high, other.high);
        return quickSum(p.high, p.low + (high * other.low + low * other.high));
    }
    DoubleDouble operator*(double other) const {
        DoubleDouble p = product(high, other);
        return quickSum(p.high, p.low + low * other);
    }
    /// To about 100 bits.
    DoubleDouble operator/(DoubleDouble other) const {
        const double first = high / other.high;
        const DoubleDouble rest = *this - other * first;
        const double second = rest.high / other.high;
        const double third = (rest - other * second).high / other.high;
        const DoubleDouble q = quickSum(first, second);
        return quickSum(q.high, q.low + third);
    }
    DoubleDouble& operator+=(DoubleDouble other) { return *this = *this + other; }
};

}  // namespace gis
