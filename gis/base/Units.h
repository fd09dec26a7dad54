// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gis {

constexpr double squareMetresPerHectare = 10'000.0;
/// 1 亩 is 2000/3 m², kept as a fraction (GB 3100 practice; tables print 666.67).
constexpr double hectares(double squareMetres) { return squareMetres / squareMetresPerHectare; }
constexpr double mu(double squareMetres) { return squareMetres * 3.0 / 2000.0; }
constexpr double squareKilometres(double squareMetres) { return squareMetres / 1e6; }

/// Rounds half up (away from zero for negative numbers) to `decimals`, the rule for every final number of a report.
double roundedHalfUp(double value, int decimals);

}  // namespace gis
