// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace layers {

/// How automatic numbering prints a number.
enum class NumberStyle {
    None,
    Bullet,
    Decimal,
    DecimalZero,          ///< 01
    DecimalFullWidth,     ///< １
    EnclosedCircle,       ///< ①
    EnclosedParenthesis,  ///< ⑴
    EnclosedStop,         ///< ⒈
    LowerLetter,          ///< a … z aa bb
    UpperLetter,
    LowerRoman,
    UpperRoman,
    Ordinal,            ///< 1st
    Chinese,            ///< 一 … 十 一百〇一
    ChineseThousand,    ///< 一百零一
    Japanese,           ///< 一 … 百一; what Chinese word processors call 一、二、三
    ChineseDigits,      ///< 一〇 for 10
    ChineseLegal,       ///< 壹 贰 叁
    TraditionalLegal,   ///< 壹 貳 參
    HeavenlyStems,      ///< 甲 乙 丙
    EarthlyBranches,    ///< 子 丑 寅
    ChineseCircle,      ///< ㊀
    ChineseParenthesis  ///< ㈠
};

/// The number as printed, UTF-8; decimal where the style has no sign for it.
std::string numberText(NumberStyle style, int number);

/// The style that WordprocessingML calls so (w:numFmt); Decimal for one that is not known.
NumberStyle numberStyleOfWord(std::string_view name);
/// The style of an OpenDocument format ("1", "a", "I", "一, 二, 三, ..."); None for an empty one.
NumberStyle numberStyleOfSample(std::string_view sample);

}  // namespace layers
