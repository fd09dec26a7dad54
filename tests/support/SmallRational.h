// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <cmath>
#include <compare>
#include <numeric>
#include <stdexcept>

namespace exact {

/// A fraction of two 128-bit whole numbers, always in lowest terms. Throws std::overflow_error rather than be wrong:
/// meant for shapes on small integer grids, where it is many times faster than numbers of any length.
class SmallRational {
public:
    using Whole = __int128;

    SmallRational() = default;
    SmallRational(int value) : m_over(value) {}
    /// A double that is a whole number below 2^62.
    explicit SmallRational(double value) : m_over(static_cast<std::int64_t>(value)) {
        if (static_cast<double>(static_cast<std::int64_t>(value)) != value) throw std::domain_error("not whole");
    }

    friend SmallRational operator+(const SmallRational& a, const SmallRational& b) {
        if (a.m_under == 1 && b.m_under == 1) return {sum(a.m_over, b.m_over), 1};
        return reduced(sum(product(a.m_over, b.m_under), product(b.m_over, a.m_under)), product(a.m_under, b.m_under));
    }
    friend SmallRational operator-(const SmallRational& a) { return {-a.m_over, a.m_under}; }
    friend SmallRational operator-(const SmallRational& a, const SmallRational& b) { return a + -b; }
    friend SmallRational operator*(const SmallRational& a, const SmallRational& b) {
        const Whole over = product(a.m_over, b.m_over);
        return a.m_under == 1 && b.m_under == 1 ? SmallRational(over, 1) : reduced(over, product(a.m_under, b.m_under));
    }
    friend SmallRational operator/(const SmallRational& a, const SmallRational& b) {
        const Whole over = product(a.m_over, b.m_under);
        const Whole under = product(a.m_under, b.m_over);
        if (under == 0) throw std::domain_error("divided by zero");
        return under < 0 ? reduced(-over, -under) : reduced(over, under);
    }
    SmallRational& operator+=(const SmallRational& other) { return *this = *this + other; }

    friend bool operator==(const SmallRational& a, const SmallRational& b) = default;
    friend std::strong_ordering operator<=>(const SmallRational& a, const SmallRational& b) {
        if (a.m_under == b.m_under) return a.m_over <=> b.m_over;
        return product(a.m_over, b.m_under) <=> product(b.m_over, a.m_under);
    }

    /// Nearest, or next to it.
    long double value() const { return static_cast<long double>(m_over) / static_cast<long double>(m_under); }

private:
    SmallRational(Whole over, Whole under) : m_over(over), m_under(under) {}
    static Whole sum(Whole a, Whole b) {
        Whole result;
        if (__builtin_add_overflow(a, b, &result)) throw std::overflow_error("sum");
        return result;
    }
    static Whole product(Whole a, Whole b) {
        Whole result;
        if (__builtin_mul_overflow(a, b, &result)) throw std::overflow_error("product");
        return result;
    }
    static bool isShort(Whole value) { return value == static_cast<std::int64_t>(value); }
    static Whole divisor(Whole a, Whole b) {  // of a >= 0 and b > 0
        while (!isShort(a) || !isShort(b)) {
            if (a == 0) return b;
            b %= a;
            std::swap(a, b);
        }
        return std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
    }
    static SmallRational reduced(Whole over, Whole under) {
        const Whole common = divisor(over < 0 ? -over : over, under);
        return {over / common, under / common};
    }

    Whole m_over = 0, m_under = 1;
};

inline double toDouble(const SmallRational& value) { return static_cast<double>(value.value()); }

}  // namespace exact
