// SPDX-License-Identifier: Apache-2.0
#include "gis/analysis/NationalForm.h"

#include <array>
#include <cmath>
#include <numbers>

#include "gis/analysis/NationalFormula.h"
#include "gis/overlap/PolynomialForm.h"

namespace gis {

namespace {

constexpr std::size_t nodeCount = 22;
constexpr std::size_t highestDegree = 16;
constexpr double neglected = 1e-12;
constexpr double radians = std::numbers::pi / 180;

/// Values at the nodes, or coefficients of T_i(u) T_j(v).
using Grid = std::array<std::array<double, nodeCount>, nodeCount>;

double node(std::size_t i) {
    return std::cos(std::numbers::pi * (static_cast<double>(i) + 0.5) / static_cast<double>(nodeCount));
}

double chebyshev(std::size_t degree, std::size_t i) {
    return std::cos(std::numbers::pi * static_cast<double>(degree) * (static_cast<double>(i) + 0.5) /
                    static_cast<double>(nodeCount));
}

Grid transposed(const Grid& grid) {
    Grid turned;
    for (std::size_t i = 0; i < nodeCount; ++i)
        for (std::size_t j = 0; j < nodeCount; ++j) turned[j][i] = grid[i][j];
    return turned;
}

// Discrete cosine transform over the first index.
Grid transformed(const Grid& values) {
    Grid coefficients{};
    for (std::size_t k = 0; k < nodeCount; ++k) {
        const double scale = (k == 0 ? 1.0 : 2.0) / static_cast<double>(nodeCount);
        for (std::size_t i = 0; i < nodeCount; ++i)
            for (std::size_t j = 0; j < nodeCount; ++j) coefficients[k][j] += scale * chebyshev(k, i) * values[i][j];
    }
    return coefficients;
}
Grid coefficientsOf(const Grid& values) { return transposed(transformed(transposed(transformed(values)))); }

Grid valuesOf(const Grid& coefficients) {
    const auto along = [](const Grid& given) {
        Grid values{};
        for (std::size_t i = 0; i < nodeCount; ++i)
            for (std::size_t k = 0; k < nodeCount; ++k)
                for (std::size_t j = 0; j < nodeCount; ++j) values[i][j] += chebyshev(k, i) * given[k][j];
        return values;
    };
    return transposed(along(transposed(along(coefficients))));
}

// By u: c'_k = c'_{k+2} + 2 (k + 1) c_{k+1}.
Grid derivative(const Grid& c) {
    Grid made{};
    for (std::size_t j = 0; j < nodeCount; ++j) {
        for (std::size_t k = nodeCount - 1; k-- > 0;)
            made[k][j] = (k + 2 < nodeCount ? made[k + 2][j] : 0) + 2 * static_cast<double>(k + 1) * c[k + 1][j];
        made[0][j] /= 2;
    }
    return made;
}

// By u, from the middle of no matter: the constant plays no part in closed boundaries.
Grid primitive(const Grid& c) {
    Grid made{};
    for (std::size_t j = 0; j < nodeCount; ++j) {
        made[1][j] = c[0][j] - c[2][j] / 2;
        for (std::size_t k = 2; k + 1 < nodeCount; ++k)
            made[k][j] = (c[k - 1][j] - c[k + 1][j]) / (2 * static_cast<double>(k));
    }
    return made;
}

/// λ and F(B) at the nodes of the box.
struct Samples {
    Grid longitude, zone;
};
std::optional<Samples> samples(const EllipsoidMeasure& measure, const Extent& box) {
    Samples made;
    const Coordinate middle = measure.geographic(box.centre());
    for (std::size_t i = 0; i < nodeCount; ++i) {
        for (std::size_t j = 0; j < nodeCount; ++j) {
            const Coordinate native{box.centre().x + node(i) * box.width() / 2,
                                    box.centre().y + node(j) * box.height() / 2};
            const Coordinate degrees = measure.geographic(native);
            if (!std::isfinite(degrees.x) || !(std::fabs(degrees.y) <= 90)) return std::nullopt;
            double east = degrees.x - middle.x;
            east -= 360 * std::round(east / 360);
            made.longitude[i][j] = east * radians;
            made.zone[i][j] = zoneArea(middle.y * radians, (degrees.y - middle.y) * radians);
        }
    }
    return made;
}

// What the terms above `degree` may add to the areal scale, relative to the whole. Coefficients that the rounding of
// the samples alone could have made do not count.
double neglectedAbove(std::size_t degree, const Grid& primitive) {
    constexpr double rounding = 3e-15;
    double sum = 0;
    const double whole = std::fabs(primitive[1][0]);
    for (std::size_t i = 0; i < nodeCount; ++i)
        for (std::size_t j = 0; j < nodeCount; ++j)
            if (i + j > degree && std::fabs(primitive[i][j]) > rounding * whole)
                sum += std::fabs(primitive[i][j]) * static_cast<double>(i * i);
    return sum / whole;
}

// Coefficients of powers from those of Chebyshev polynomials, i + j <= degree.
std::vector<double> powers(const Grid& c, std::size_t degree) {
    Grid t{};  // t[n][m]: of x^m in T_n
    t[0][0] = 1;
    t[1][1] = 1;
    for (std::size_t n = 2; n <= degree; ++n)
        for (std::size_t m = 0; m <= n; ++m) t[n][m] = (m > 0 ? 2 * t[n - 1][m - 1] : 0) - t[n - 2][m];
    Grid sum{};
    for (std::size_t i = 0; i <= degree; ++i)
        for (std::size_t j = 0; i + j <= degree; ++j)
            for (std::size_t a = 0; a <= i; ++a)
                for (std::size_t b = 0; b <= j; ++b) sum[a][b] += c[i][j] * t[i][a] * t[j][b];
    std::vector<double> list;
    for (std::size_t i = 0; i <= degree; ++i)
        for (std::size_t j = 0; i + j <= degree; ++j) list.push_back(sum[i][j]);
    return list;
}

// Latitudes carry an error of some 1e-9 m, which a small box would turn into an error of the scale.
Extent fittedBox(const EllipsoidMeasure& measure, const Extent& extent) {
    constexpr double leastHalf = 300'000;  // m
    const Coordinate c = extent.centre();
    const double step = std::max({1e-3, extent.width() * 1e-3, extent.height() * 1e-3});
    const double metresPerUnit = measure.lengthMetres({c.x, c.y - step / 2}, {c.x, c.y + step / 2}) / step;
    const double least = metresPerUnit > 0 ? leastHalf / metresPerUnit : leastHalf;
    const double halfX = std::max(least, extent.width() / 2 * 1.01);
    const double halfY = std::max(least, extent.height() / 2 * 1.01);
    return {c.x - halfX, c.y - halfY, c.x + halfX, c.y + halfY};
}

}  // namespace

std::optional<AreaForm> nationalForm(const EllipsoidMeasure& measure, const Extent& extent) {
    if (extent.isEmpty()) return std::nullopt;
    const Extent box = fittedBox(measure, extent);
    const auto given = samples(measure, box);
    if (!given) return std::nullopt;
    const Grid longitude = coefficientsOf(given->longitude);
    const Grid zone = coefficientsOf(given->zone);
    const Grid longitudeU = valuesOf(derivative(longitude));
    const Grid longitudeV = valuesOf(transposed(derivative(transposed(longitude))));
    const Grid zoneU = valuesOf(derivative(zone));
    const Grid zoneV = valuesOf(transposed(derivative(transposed(zone))));
    Grid scale;
    for (std::size_t i = 0; i < nodeCount; ++i)
        for (std::size_t j = 0; j < nodeCount; ++j)
            scale[i][j] = (longitudeU[i][j] * zoneV[i][j] - longitudeV[i][j] * zoneU[i][j]) * 2 / box.height();
    const Grid form = primitive(coefficientsOf(scale));
    std::size_t degree = 1;
    while (degree <= highestDegree && !(neglectedAbove(degree, form) < neglected)) ++degree;
    if (degree > highestDegree) return std::nullopt;
    return AreaForm(std::make_shared<PolynomialForm>(box, degree, powers(form, degree)));
}

}  // namespace gis
