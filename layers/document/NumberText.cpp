// SPDX-License-Identifier: Apache-2.0
#include "layers/document/NumberText.h"

#include <algorithm>
#include <array>
#include <utility>

#include "layers/document/CodePoints.h"

namespace layers {

namespace {

struct Numerals {
    std::u32string_view digits;  // from zero
    std::u32string_view units;   // ten, hundred, thousand
    bool namesOne = true;        // 一百, not 百
    bool namesZero = true;       // 一百零一, not 百一
};

constexpr Numerals chinese{U"〇一二三四五六七八九", U"十百千"};
constexpr Numerals chineseThousand{U"零一二三四五六七八九", U"十百千"};
constexpr Numerals japanese{U"〇一二三四五六七八九", U"十百千", false, false};
constexpr Numerals legal{U"零壹贰叁肆伍陆柒捌玖", U"拾佰仟"};
constexpr Numerals traditionalLegal{U"零壹貳參肆伍陸柒捌玖", U"拾佰仟"};

std::u32string counted(int number, const Numerals& numerals) {
    if (number == 0) return {numerals.digits[0]};
    std::u32string text;
    bool zeroOpen = false;
    for (int place = 3, unit = 1000; place >= 0; --place, unit /= 10) {
        const int digit = number / unit % 10;
        if (digit == 0) {
            zeroOpen = !text.empty();
            continue;
        }
        if (zeroOpen && numerals.namesZero) text += numerals.digits[0];
        zeroOpen = false;
        const bool bareTen = place == 1 && text.empty();  // 十一, not 一十一
        const bool bareOne = place > 0 && digit == 1 && (bareTen || !numerals.namesOne);
        if (!bareOne) text += numerals.digits[static_cast<std::size_t>(digit)];
        if (place > 0) text += numerals.units[static_cast<std::size_t>(place - 1)];
    }
    return text;
}

std::u32string digitByDigit(int number, std::u32string_view digits) {
    std::u32string text;
    for (const char c : std::to_string(number)) text += digits[static_cast<std::size_t>(c - '0')];
    return text;
}

std::string letters(int number, char first) {
    const auto repeats = static_cast<std::size_t>(std::min((number - 1) / 26 + 1, 50));
    return std::string(repeats, static_cast<char>(first + (number - 1) % 26));
}

std::string roman(int number, bool upper) {
    static constexpr std::array<std::pair<int, std::string_view>, 13> parts{{{1000, "M"},
                                                                             {900, "CM"},
                                                                             {500, "D"},
                                                                             {400, "CD"},
                                                                             {100, "C"},
                                                                             {90, "XC"},
                                                                             {50, "L"},
                                                                             {40, "XL"},
                                                                             {10, "X"},
                                                                             {9, "IX"},
                                                                             {5, "V"},
                                                                             {4, "IV"},
                                                                             {1, "I"}}};
    std::string text;
    for (const auto& [value, sign] : parts)
        for (; number >= value; number -= value) text += sign;
    if (!upper)
        std::transform(text.begin(), text.end(), text.begin(), [](char c) { return static_cast<char>(c + 32); });
    return text;
}

std::string ordinal(int number) {
    const int tens = number % 100;
    const int ones = number % 10;
    const bool teen = tens >= 11 && tens <= 13;
    return std::to_string(number) + (teen || ones == 0 || ones > 3 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : "rd");
}

/// The sign for a number in a run of signs, or nothing beyond its end.
std::string sign(char32_t first, int count, int number) {
    return number <= count ? toUtf8(std::u32string(1, first + static_cast<char32_t>(number - 1))) : std::string();
}

std::string circled(int number) {
    if (number <= 20) return sign(U'①', 20, number);
    if (number <= 35) return sign(U'㉑', 15, number - 20);
    return sign(U'㊱', 15, number - 35);
}

std::string ofRow(std::u32string_view row, int number) {
    const auto place = static_cast<std::size_t>(number - 1);
    return place < row.size() ? toUtf8(row.substr(place, 1)) : std::string();
}

/// Empty where the style has no sign.
std::string signOf(NumberStyle style, int number) {
    switch (style) {
        case NumberStyle::EnclosedCircle:
            return circled(number);
        case NumberStyle::EnclosedParenthesis:
            return sign(U'⑴', 20, number);
        case NumberStyle::EnclosedStop:
            return sign(U'⒈', 20, number);
        case NumberStyle::ChineseCircle:
            return sign(U'㊀', 10, number);
        case NumberStyle::ChineseParenthesis:
            return sign(U'㈠', 10, number);
        case NumberStyle::HeavenlyStems:
            return ofRow(U"甲乙丙丁戊己庚辛壬癸", number);
        case NumberStyle::EarthlyBranches:
            return ofRow(U"子丑寅卯辰巳午未申酉戌亥", number);
        case NumberStyle::LowerLetter:
            return letters(number, 'a');
        case NumberStyle::UpperLetter:
            return letters(number, 'A');
        case NumberStyle::LowerRoman:
            return number < 4000 ? roman(number, false) : std::string();
        case NumberStyle::UpperRoman:
            return number < 4000 ? roman(number, true) : std::string();
        case NumberStyle::Ordinal:
            return ordinal(number);
        default:
            return {};
    }
}

std::string spelled(NumberStyle style, int number) {
    switch (style) {
        case NumberStyle::Chinese:
            return toUtf8(counted(number, chinese));
        case NumberStyle::ChineseThousand:
            return toUtf8(counted(number, chineseThousand));
        case NumberStyle::Japanese:
            return toUtf8(counted(number, japanese));
        case NumberStyle::ChineseLegal:
            return toUtf8(counted(number, legal));
        case NumberStyle::TraditionalLegal:
            return toUtf8(counted(number, traditionalLegal));
        case NumberStyle::ChineseDigits:
            return toUtf8(digitByDigit(number, chinese.digits));
        case NumberStyle::DecimalFullWidth:
            return toUtf8(digitByDigit(number, U"０１２３４５６７８９"));
        default:
            return {};
    }
}

}  // namespace

std::string numberText(NumberStyle style, int number) {
    if (style == NumberStyle::None) return {};
    if (style == NumberStyle::Bullet) return "•";
    if (style == NumberStyle::DecimalZero && number >= 0 && number < 10) return "0" + std::to_string(number);
    if (number < 0 || number > 9999) return std::to_string(number);
    std::string text = spelled(style, number);
    if (text.empty() && number > 0) text = signOf(style, number);
    return text.empty() ? std::to_string(number) : text;
}

NumberStyle numberStyleOfWord(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, NumberStyle>, 37> known{{
        {"none", NumberStyle::None},
        {"bullet", NumberStyle::Bullet},
        {"decimal", NumberStyle::Decimal},
        {"decimalZero", NumberStyle::DecimalZero},
        {"decimalFullWidth", NumberStyle::DecimalFullWidth},
        {"decimalFullWidth2", NumberStyle::DecimalFullWidth},
        {"decimalEnclosedCircle", NumberStyle::EnclosedCircle},
        {"decimalEnclosedCircleChinese", NumberStyle::EnclosedCircle},
        {"decimalEnclosedParen", NumberStyle::EnclosedParenthesis},
        {"decimalEnclosedFullstop", NumberStyle::EnclosedStop},
        {"lowerLetter", NumberStyle::LowerLetter},
        {"upperLetter", NumberStyle::UpperLetter},
        {"lowerRoman", NumberStyle::LowerRoman},
        {"upperRoman", NumberStyle::UpperRoman},
        {"ordinal", NumberStyle::Ordinal},
        {"chineseCounting", NumberStyle::Chinese},
        {"taiwaneseCounting", NumberStyle::Chinese},
        {"koreanDigital2", NumberStyle::Chinese},
        {"chineseCountingThousand", NumberStyle::ChineseThousand},
        {"taiwaneseCountingThousand", NumberStyle::ChineseThousand},
        {"japaneseCounting", NumberStyle::Japanese},
        {"japaneseDigitalTenThousand", NumberStyle::ChineseDigits},
        {"ideographDigital", NumberStyle::ChineseDigits},
        {"taiwaneseDigital", NumberStyle::ChineseDigits},
        {"chineseLegalSimplified", NumberStyle::ChineseLegal},
        {"japaneseLegal", NumberStyle::TraditionalLegal},
        {"ideographLegalTraditional", NumberStyle::TraditionalLegal},
        {"ideographTraditional", NumberStyle::HeavenlyStems},
        {"ideographZodiac", NumberStyle::EarthlyBranches},
        {"ideographEnclosedCircle", NumberStyle::ChineseCircle},
        {"ideographParenthesized", NumberStyle::ChineseParenthesis},
        {"ideographZodiacTraditional", NumberStyle::EarthlyBranches},
        {"decimalHalfWidth", NumberStyle::Decimal},
        {"cardinalText", NumberStyle::Decimal},
        {"ordinalText", NumberStyle::Ordinal},
        {"numberInDash", NumberStyle::Decimal},
        {"custom", NumberStyle::Decimal},
    }};
    for (const auto& [held, style] : known)
        if (held == name) return style;
    return NumberStyle::Decimal;
}

NumberStyle numberStyleOfSample(std::string_view sample) {
    const std::u32string points = toCodePoints(sample);
    if (points.empty()) return NumberStyle::None;
    static constexpr std::array<std::pair<char32_t, NumberStyle>, 17> known{{
        {U'1', NumberStyle::Decimal},
        {U'a', NumberStyle::LowerLetter},
        {U'A', NumberStyle::UpperLetter},
        {U'i', NumberStyle::LowerRoman},
        {U'I', NumberStyle::UpperRoman},
        {U'一', NumberStyle::ChineseThousand},
        {U'壹', NumberStyle::ChineseLegal},
        {U'甲', NumberStyle::HeavenlyStems},
        {U'子', NumberStyle::EarthlyBranches},
        {U'①', NumberStyle::EnclosedCircle},
        {U'⑴', NumberStyle::EnclosedParenthesis},
        {U'⒈', NumberStyle::EnclosedStop},
        {U'１', NumberStyle::DecimalFullWidth},
        {U'㊀', NumberStyle::ChineseCircle},
        {U'㈠', NumberStyle::ChineseParenthesis},
        {U'〇', NumberStyle::ChineseDigits},
        {U'•', NumberStyle::Bullet},
    }};
    for (const auto& [first, style] : known)
        if (first == points.front()) return style;
    return NumberStyle::Decimal;
}

}  // namespace layers
