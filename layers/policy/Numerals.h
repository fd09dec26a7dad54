// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace layers {

/// A number read from a text; `length` 0 and value 0 if there is none.
struct Numeral {
    int value = 0;
    std::size_t length = 0;
    explicit operator bool() const { return length != 0; }
};

/// 一 … 九千九百九十九 at `position`, also with 廿 and 卅, 零 and 〇 as filler. Digit rows (二〇二三) are none.
Numeral readChineseNumeral(std::u32string_view text, std::size_t position);
/// Two or three digits by place, as in 第一〇一条.
Numeral readChineseDigits(std::u32string_view text, std::size_t position);
/// Up to four digits of either width; longer rows are no clause numbers. 0 only where `zero` allows it.
Numeral readArabic(std::u32string_view text, std::size_t position, bool zero = false);
/// I … XXXIX in letters of one case. A single letter counts as well.
Numeral readRoman(std::u32string_view text, std::size_t position);

}  // namespace layers
