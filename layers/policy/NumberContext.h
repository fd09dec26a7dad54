// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "layers/policy/NumberMark.h"

namespace layers {

/// The first character that is no blank space on its line.
std::size_t behindSpace(std::u32string_view text, std::size_t i);

/// 按照第三条, (二)和(三), 一、二类: what follows shows that the number is spoken of, not printed as a head.
bool isReference(std::u32string_view text, const NumberMark& mark);

/// 二、三产业; 三、四线城市: a row of numerals, not a head.
bool isNumeralRow(std::u32string_view text, const NumberMark& mark);

/// 1.5公里, 2.3年, 2.5MW: an amount, unlike 1.5月, 1.2025年 and 2.5G基站.
bool isAmount(std::u32string_view text, const NumberMark& item);

/// The content before an and, 以及 … at its end; all of it if there is none.
std::u32string_view withoutJoiningWord(std::u32string_view content);

}  // namespace layers
