// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/PolynomialForm.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace gis {

namespace {

constexpr double edgeError = 1e-7;  // m²

struct GaussRule {
    std::array<double, 8> places{}, weights{};  // on 0..1
};

// Newton's iteration on the Legendre polynomial of degree n.
GaussRule gaussRule(std::size_t n) {
    GaussRule rule;
    for (std::size_t k = 0; k < n; ++k) {
        double x = std::cos(std::numbers::pi * (static_cast<double>(k) + 0.75) / (static_cast<double>(n) + 0.5));
        double slope = 1;
        for (int step = 0; step < 50; ++step) {
            double before = 1;
            double here = x;
            for (std::size_t j = 2; j <= n; ++j) {
                const double degree = static_cast<double>(j);
                const double next = ((2 * degree - 1) * x * here - (degree - 1) * before) / degree;
                before = here;
                here = next;
            }
            slope = static_cast<double>(n) * (x * here - before) / (x * x - 1);
            const double move = here / slope;
            x -= move;
            if (std::fabs(move) < 1e-16) break;
        }
        rule.places[k] = (1 + x) / 2;
        rule.weights[k] = 1 / ((1 - x * x) * slope * slope);
    }
    return rule;
}

const std::array<GaussRule, 9>& gaussRules() {
    static const std::array<GaussRule, 9> rules = [] {
        std::array<GaussRule, 9> made;
        made[1].places[0] = 0.5;
        made[1].weights[0] = 1;
        for (std::size_t n = 2; n <= 8; ++n) made[n] = gaussRule(n);
        return made;
    }();
    return rules;
}

constexpr std::size_t edgesAtOnce = 16;
constexpr std::size_t laneCount = 8;  ///< of the widest way, to which points are filled up
using Two = double __attribute__((vector_size(16)));
using Four = double __attribute__((vector_size(32)));

/// Horner's rule at the points of two vectors at once: one alone waits for each of its products.
template <class Vector>
[[gnu::always_inline]] inline void evaluateLanes(std::size_t degree, std::span<const double> coefficients,
                                                 const double* us, const double* vs, double* values) {
    constexpr std::size_t lanes = sizeof(Vector) / sizeof(double);
    Vector u0, u1, v0, v1, value0{}, value1{};
    std::memcpy(&u0, us, sizeof u0);
    std::memcpy(&u1, us + lanes, sizeof u1);
    std::memcpy(&v0, vs, sizeof v0);
    std::memcpy(&v1, vs + lanes, sizeof v1);
    const double* last = coefficients.data() + coefficients.size();
    for (std::size_t count = 1; count <= degree + 1; ++count) {
        last -= count;
        Vector row0 = last[count - 1] + Vector{}, row1 = row0;
        for (std::size_t j = count - 1; j-- > 0;) {
            row0 = row0 * v0 + last[j];
            row1 = row1 * v1 + last[j];
        }
        value0 = value0 * u0 + row0;
        value1 = value1 * u1 + row1;
    }
    std::memcpy(values, &value0, sizeof value0);
    std::memcpy(values + lanes, &value1, sizeof value1);
}

using Evaluate = void (*)(std::size_t, std::span<const double>, const double*, const double*, double*);

void evaluatePlain(std::size_t degree, std::span<const double> coefficients, const double* us, const double* vs,
                   double* values) {
    for (std::size_t i = 0; i < laneCount; i += 4) evaluateLanes<Two>(degree, coefficients, us + i, vs + i, values + i);
}

#ifdef __x86_64__
// Without fused products, so that all machines give the same numbers.
[[gnu::target("avx2")]] void evaluateWide(std::size_t degree, std::span<const double> coefficients, const double* us,
                                          const double* vs, double* values) {
    evaluateLanes<Four>(degree, coefficients, us, vs, values);
}
Evaluate evaluator() { return __builtin_cpu_supports("avx2") ? evaluateWide : evaluatePlain; }
#else
Evaluate evaluator() { return evaluatePlain; }
#endif

/// Places at which the polynomial is asked for, in the order in which they were added.
struct Points {
    static constexpr std::size_t most = edgesAtOnce * 8;
    std::size_t count = 0;
    std::array<double, most> u, v, values;

    void add(double atU, double atV) {
        u[count] = atU;
        v[count++] = atV;
    }
    void evaluate(std::size_t degree, std::span<const double> coefficients) {
        static const Evaluate evaluateEight = evaluator();
        while (count % laneCount != 0) add(0, 0);
        for (std::size_t i = 0; i < count; i += laneCount)
            evaluateEight(degree, coefficients, u.data() + i, v.data() + i, values.data() + i);
    }
};

}  // namespace

PolynomialForm::PolynomialForm(const Extent& box, std::size_t degree, std::vector<double> coefficients)
    : m_box(box), m_degree(degree), m_coefficients(std::move(coefficients)) {
    const double half = std::max(box.width(), box.height()) / 2;
    // Error of n points over one edge of reach r: (n!)⁴ / ((2n+1) (2n)!³) · r^2n · largest derivative of order 2n.
    for (std::size_t n = 1; n <= mostPoints; ++n) {
        double derivative = 0;
        std::size_t entry = 0;
        for (std::size_t i = 0; i <= degree; ++i) {
            for (std::size_t j = 0; i + j <= degree; ++j, ++entry) {
                if (i + j < 2 * n) continue;
                const double power = static_cast<double>(i + j);
                derivative += std::fabs(m_coefficients[entry]) *
                              std::exp(std::lgamma(power + 1) - std::lgamma(power + 1 - 2 * static_cast<double>(n)));
            }
        }
        const double count = static_cast<double>(n);
        const double factor = std::exp(4 * std::lgamma(count + 1) - 3 * std::lgamma(2 * count + 1)) / (2 * count + 1);
        const double scale = factor * derivative * half;
        m_longest[n] = scale > 0 ? std::pow(edgeError / scale, 1 / (2 * count + 1)) : 4;
    }
    m_longest[mostPoints] = 4;  // twice the box: all edges
}

double PolynomialForm::value(Coordinate position) const {
    const Coordinate centre = m_box.centre();
    Points point;
    point.add((position.x - centre.x) * 2 / m_box.width(), (position.y - centre.y) * 2 / m_box.height());
    point.evaluate(m_degree, m_coefficients);
    return point.values[0];
}

std::size_t PolynomialForm::pointCount(double reach) const {
    std::size_t count = 1;
    while (count < mostPoints && reach > m_longest[count]) ++count;
    return count;
}

double PolynomialForm::along(Coordinate from, Coordinate to) const {
    const std::array<Coordinate, 2> edge{from, to};
    std::array<double, 1> term{};
    along(edge, term);
    return term[0];
}

void PolynomialForm::along(std::span<const Coordinate> path, std::span<double> terms) const {
    const Coordinate centre = m_box.centre();
    const double perX = 2 / m_box.width();
    const double perY = 2 / m_box.height();
    const auto& rules = gaussRules();
    for (std::size_t begin = 0; begin + 1 < path.size(); begin += edgesAtOnce) {
        const std::size_t end = std::min(path.size() - 1, begin + edgesAtOnce);
        std::array<std::size_t, edgesAtOnce> counts;
        Points points;
        for (std::size_t i = begin; i < end; ++i) {
            const double u = (path[i].x - centre.x) * perX;
            const double v = (path[i].y - centre.y) * perY;
            const double stepU = (path[i + 1].x - path[i].x) * perX;
            const double stepV = (path[i + 1].y - path[i].y) * perY;
            const std::size_t count = pointCount(std::fabs(stepU) + std::fabs(stepV));
            for (std::size_t k = 0; k < count; ++k)
                points.add(u + rules[count].places[k] * stepU, v + rules[count].places[k] * stepV);
            counts[i - begin] = count;
        }
        points.evaluate(m_degree, m_coefficients);
        const double* value = points.values.data();
        for (std::size_t i = begin; i < end; ++i) {
            const GaussRule& rule = rules[counts[i - begin]];
            double sum = 0;
            for (std::size_t k = 0; k < counts[i - begin]; ++k) sum += rule.weights[k] * *value++;
            terms[i] = sum * (path[i + 1].y - path[i].y);
        }
    }
}

}  // namespace gis
