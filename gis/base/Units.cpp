// SPDX-License-Identifier: Apache-2.0
#include "gis/base/Units.h"

#include <cmath>

namespace gis {

double roundedHalfUp(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    const double scaled = std::fabs(value) * scale;
    // 1.005 is stored as 1.00499…: a half that is short by less than the double's own noise counts as a half.
    const double lifted = std::nextafter(std::nextafter(scaled, INFINITY), INFINITY);
    return std::copysign(std::floor(lifted + 0.5) / scale, value);
}

}  // namespace gis
