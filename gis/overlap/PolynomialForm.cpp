// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/PolynomialForm.h"

#include <cmath>
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

double PolynomialForm::at(double u, double v) const {
    const double* last = m_coefficients.data() + m_coefficients.size();
    double value = 0;
    for (std::size_t count = 1; count <= m_degree + 1; ++count) {
        last -= count;
        double row = last[count - 1];
        for (std::size_t j = count - 1; j-- > 0;) row = row * v + last[j];
        value = value * u + row;
    }
    return value;
}

double PolynomialForm::value(Coordinate position) const {
    const Coordinate centre = m_box.centre();
    return at((position.x - centre.x) * 2 / m_box.width(), (position.y - centre.y) * 2 / m_box.height());
}

std::size_t PolynomialForm::pointCount(double reach) const {
    std::size_t count = 1;
    while (count < mostPoints && reach > m_longest[count]) ++count;
    return count;
}

double PolynomialForm::along(Coordinate from, Coordinate to) const {
    const double rise = to.y - from.y;
    if (rise == 0) return 0;
    const Coordinate centre = m_box.centre();
    const double perX = 2 / m_box.width();
    const double perY = 2 / m_box.height();
    const double u = (from.x - centre.x) * perX;
    const double v = (from.y - centre.y) * perY;
    const double stepU = (to.x - from.x) * perX;
    const double stepV = rise * perY;
    const std::size_t count = pointCount(std::fabs(stepU) + std::fabs(stepV));
    const GaussRule& rule = gaussRules()[count];
    double sum = 0;
    for (std::size_t k = 0; k < count; ++k)
        sum += rule.weights[k] * at(u + rule.places[k] * stepU, v + rule.places[k] * stepV);
    return sum * rise;
}

}  // namespace gis
