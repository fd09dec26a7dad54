// SPDX-License-Identifier: Apache-2.0
#include "layers/style/FieldNumbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace layers {

std::optional<double> numberOf(const gis::Value& value) {
    double number = 0;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        number = static_cast<double>(*whole);
    } else if (const auto* real = std::get_if<double>(&value)) {
        number = *real;
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        const char* end = text->data() + text->size();
        const auto read = std::from_chars(text->data(), end, number);
        if (text->empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    } else {
        return std::nullopt;
    }
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::vector<double> numbersOf(const gis::FeatureTable& table, int field) {
    std::vector<double> numbers;
    for (const gis::Feature& feature : table)
        if (const auto number = numberOf(feature.attribute(field))) numbers.push_back(*number);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

}  // namespace layers
