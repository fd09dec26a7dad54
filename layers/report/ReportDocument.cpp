// SPDX-License-Identifier: Apache-2.0
#include "layers/report/ReportDocument.h"

#include <fmt/format.h>

#include <cmath>

#include "gis/base/Units.h"

namespace layers {

std::string ReportCell::shown() const {
    if (!number) return text;
    if (!std::isfinite(*number)) return {};
    const std::string digits = fmt::format("{:.{}f}", gis::roundedHalfUp(*number, decimals), decimals);
    // A number that rounds to nothing has no sign.
    const bool isZero = digits.find_first_not_of("-0.") == std::string::npos;
    return isZero && digits.front() == '-' ? digits.substr(1) : digits;
}

}  // namespace layers
