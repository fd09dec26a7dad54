// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

namespace gis {

/// The ellipsoid of CGCS2000 (EPSG ellipsoid 1024).
struct Cgcs2000Ellipsoid {
    static constexpr double semiMajor = 6378137.0;              ///< m
    static constexpr double inverseFlattening = 298.257222101;  ///< 1/f
    static constexpr double flattening = 1.0 / inverseFlattening;
    static constexpr double semiMinor = semiMajor * (1.0 - flattening);  ///< m
    static constexpr double eccentricitySquared = flattening * (2.0 - flattening);
};

/// A..E of the national area formula (国土调查办发〔2008〕32号), series in e² up to e⁸.
constexpr std::array<double, 5> nationalCoefficients(double eccentricitySquared) {
    const double e2 = eccentricitySquared;
    const double e4 = e2 * e2;
    const double e6 = e4 * e2;
    const double e8 = e4 * e4;
    return {1 + 3.0 / 6 * e2 + 30.0 / 80 * e4 + 35.0 / 112 * e6 + 630.0 / 2304 * e8,
            1.0 / 6 * e2 + 15.0 / 80 * e4 + 21.0 / 112 * e6 + 420.0 / 2304 * e8,
            3.0 / 80 * e4 + 7.0 / 112 * e6 + 180.0 / 2304 * e8, 1.0 / 112 * e6 + 45.0 / 2304 * e8, 5.0 / 2304 * e8};
}

/// F(B2) - F(B1) in m² for a longitude width of one radian, with F(B) = b²(A sin B - B sin 3B + C sin 5B - D sin 7B +
/// E sin 9B). `latitude` = B1 and `difference` = B2 - B1 in radians. Formed as 2 sin(kΔ/2) cos(kBm), so that it is exact
/// to a few ulp for however small a difference.
double zoneArea(double latitude, double difference);

/// Adds with the lost low part kept apart (A. Neumaier, 1974).
class CompensatedSum {
public:
    void add(double value) {
        const double sum = m_sum + value;
        const bool larger = (m_sum < 0 ? -m_sum : m_sum) >= (value < 0 ? -value : value);
        m_lost += larger ? (m_sum - sum) + value : (value - sum) + m_sum;
        m_sum = sum;
    }
    double value() const { return m_sum + m_lost; }

private:
    double m_sum = 0;
    double m_lost = 0;
};

}  // namespace gis
