// SPDX-License-Identifier: Apache-2.0
#include "gis/analysis/NationalFormula.h"

#include <cmath>

namespace gis {

double zoneArea(double latitude, double difference) {
    constexpr auto coefficients = nationalCoefficients(Cgcs2000Ellipsoid::eccentricitySquared);
    constexpr double scale = 2 * Cgcs2000Ellipsoid::semiMinor * Cgcs2000Ellipsoid::semiMinor;
    const double half = difference / 2;
    const double middle = latitude + half;
    // The odd multiples follow from two steps of the angle-sum recurrence each: only four calls of sin and cos.
    const double sinHalf = std::sin(half);
    const double cosHalf = std::cos(half);
    const double sinMiddle = std::sin(middle);
    const double cosMiddle = std::cos(middle);
    const double sinStep = 2 * sinHalf * cosHalf;
    const double cosStep = 1 - 2 * sinHalf * sinHalf;
    const double sinTurn = 2 * sinMiddle * cosMiddle;
    const double cosTurn = 1 - 2 * sinMiddle * sinMiddle;
    double s = sinHalf;
    double c = cosHalf;
    double u = sinMiddle;
    double v = cosMiddle;
    double sum = 0;
    double sign = 1;
    for (const double coefficient : coefficients) {
        sum += sign * coefficient * s * v;
        sign = -sign;
        const double nextS = s * cosStep + c * sinStep;
        c = c * cosStep - s * sinStep;
        s = nextS;
        const double nextU = u * cosTurn + v * sinTurn;
        v = v * cosTurn - u * sinTurn;
        u = nextU;
    }
    return scale * sum;
}

}  // namespace gis
