// SPDX-License-Identifier: Apache-2.0
#include "gis/analysis/EdgeRule.h"

#include <cmath>
#include <numbers>

namespace gis {

namespace {

struct Legendre {
    long double value;
    long double slope;
    long double bend;  ///< second derivative
};

/// Legendre polynomial of a degree on (-1, 1), by the three-term recurrence and its differential equation.
Legendre legendre(std::size_t degree, long double x) {
    long double before = 1;
    long double value = x;
    for (std::size_t k = 2; k <= degree; ++k) {
        const auto n = static_cast<long double>(k);
        const long double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
        before = value;
        value = next;
    }
    const auto n = static_cast<long double>(degree);
    const long double slope = n * (before - x * value) / (1 - x * x);
    return {value, slope, (2 * x * slope - n * (n + 1) * value) / (1 - x * x)};
}

/// First guess for the k-th of `count` roots spread over (-1, 1), ascending.
long double guess(std::size_t k, long double count) {
    return -std::cos(std::numbers::pi_v<long double> * (static_cast<long double>(k) + 0.75L) / (count + 0.5L));
}

constexpr int newtonSteps = 60;

long double lagrange(const EdgeRule& rule, std::size_t j, long double t) {
    long double product = 1;
    for (std::size_t k = 0; k < rule.nodeCount; ++k)
        if (k != j) product *= (t - rule.nodes[k]) / (rule.nodes[j] - rule.nodes[k]);
    return product;
}

long double lagrangeSlope(const EdgeRule& rule, std::size_t j, long double t) {
    long double sum = 0;
    for (std::size_t m = 0; m < rule.nodeCount; ++m) {
        if (m == j) continue;
        long double product = 1.0L / (rule.nodes[j] - rule.nodes[m]);
        for (std::size_t k = 0; k < rule.nodeCount; ++k)
            if (k != j && k != m) product *= (t - rule.nodes[k]) / (rule.nodes[j] - rule.nodes[k]);
        sum += product;
    }
    return sum;
}

/// 0, the roots of P'(n-1), 1.
void placeNodes(EdgeRule& rule) {
    const std::size_t degree = rule.nodeCount - 1;
    rule.nodes[0] = 0;
    rule.nodes[degree] = 1;
    for (std::size_t k = 1; k < degree; ++k) {
        long double x =
            -std::cos(std::numbers::pi_v<long double> * static_cast<long double>(k) / static_cast<long double>(degree));
        for (int step = 0; step < newtonSteps; ++step) {
            const Legendre p = legendre(degree, x);
            x -= p.slope / p.bend;
        }
        rule.nodes[k] = static_cast<double>((1 + x) / 2);
    }
}

EdgeRule makeRule(std::size_t nodeCount) {
    EdgeRule rule;
    rule.nodeCount = nodeCount;
    placeNodes(rule);
    for (std::size_t g = 0; g < nodeCount; ++g) {
        long double x = guess(g, static_cast<long double>(nodeCount));
        for (int step = 0; step < newtonSteps; ++step) {
            const Legendre p = legendre(nodeCount, x);
            x -= p.value / p.slope;
        }
        const long double slope = legendre(nodeCount, x).slope;
        const long double weight = 1 / ((1 - x * x) * slope * slope);
        const long double t = (1 + x) / 2;
        rule.gaussWeights[g] = static_cast<double>(weight);
        for (std::size_t j = 0; j < nodeCount; ++j) {
            rule.gaussValues[g][j] = static_cast<double>(lagrange(rule, j, t));
            rule.gaussSlopes[g][j] = static_cast<double>(lagrangeSlope(rule, j, t));
            for (std::size_t i = 0; i < nodeCount; ++i)
                rule.crossIntegral[i][j] +=
                    static_cast<double>(weight * lagrange(rule, i, t) * lagrangeSlope(rule, j, t));
        }
    }
    return rule;
}

}  // namespace

const EdgeRule& EdgeRule::forReach(double reach) {
    static const EdgeRule three = makeRule(3);
    static const EdgeRule five = makeRule(5);
    static const EdgeRule nine = makeRule(9);
    if (reach <= 1'000) return three;
    return reach <= 20'000 ? five : nine;
}

}  // namespace gis
