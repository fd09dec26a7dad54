// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/Numerals.h"

#include <array>
#include <utility>

#include "layers/document/CodePoints.h"

namespace layers {

namespace {

using Text = std::u32string_view;

char32_t at(Text text, std::size_t i) { return i < text.size() ? text[i] : U'\0'; }

int digitOf(char32_t c) {
    const auto place = Text(U"一二三四五六七八九").find(c);
    return place == Text::npos ? 0 : static_cast<int>(place) + 1;
}

/// Tens that are written as one character.
int tensOf(char32_t c) { return c == U'廿' ? 20 : c == U'卅' ? 30 : c == U'卌' ? 40 : 0; }

int romanDigit(char32_t c) {
    switch (c) {
        case U'I':
        case U'i':
            return 1;
        case U'V':
        case U'v':
            return 5;
        case U'X':
        case U'x':
            return 10;
        default:
            return 0;
    }
}

}  // namespace

Numeral readChineseNumeral(Text text, std::size_t position) {
    // thousands, hundreds, tens and ones in falling order; 零 only as filler; 十 alone is ten
    std::size_t i = position;
    int value = 0;
    for (const auto& [unit, worth] : {std::pair{U'千', 1000}, std::pair{U'百', 100}, std::pair{U'十', 10}}) {
        const int digit = digitOf(at(text, i));
        if (digit != 0 && at(text, i + 1) == unit) {
            value += digit * worth;
            i += 2;
        } else if (worth == 10 && at(text, i) == unit) {
            value += worth;
            ++i;
        } else if (worth == 10 && tensOf(at(text, i)) != 0) {
            value += tensOf(at(text, i));
            ++i;
        }
        if (value != 0 && worth > 10 && isOneOf(at(text, i), U"零〇○")) ++i;
    }
    if (const int digit = digitOf(at(text, i)); digit != 0) {
        value += digit;
        ++i;
    }
    if (value == 0 || digitOf(at(text, i)) != 0 || isOneOf(at(text, i), U"〇零百千万亿")) return {};
    return {value, i - position};
}

Numeral readChineseDigits(Text text, std::size_t position) {
    Numeral numeral;
    while (numeral.length < 4) {
        const char32_t c = at(text, position + numeral.length);
        if (digitOf(c) == 0 && !(numeral.length > 0 && isOneOf(c, U"〇○零"))) break;
        numeral.value = numeral.value * 10 + digitOf(c);
        ++numeral.length;
    }
    return numeral.length == 2 || numeral.length == 3 ? numeral : Numeral{};
}

Numeral readArabic(Text text, std::size_t position, bool zero) {
    Numeral number;
    while (isDigit(at(text, position + number.length))) {
        if (number.length == 4) return {};
        number.value = number.value * 10 + digitValue(text[position + number.length++]);
    }
    return number.value == 0 && !(zero && number.length == 1) ? Numeral{} : number;
}

Numeral readRoman(Text text, std::size_t position) {
    Numeral numeral;
    const bool upper = at(text, position) < U'a';
    while (numeral.length < 8) {
        const char32_t c = at(text, position + numeral.length);
        const int digit = romanDigit(c);
        if (digit == 0 || (c < U'a') != upper) break;
        const int next = romanDigit(at(text, position + numeral.length + 1));
        numeral.value += digit < next ? -digit : digit;
        ++numeral.length;
    }
    if (isLatinLetter(at(text, position + numeral.length)) || numeral.value <= 0 || numeral.value > 39) return {};
    // only the usual spelling: IV, not IIII
    std::u32string usual;
    int rest = numeral.value;
    constexpr std::array<std::pair<int, Text>, 5> signs = {{{10, U"X"}, {9, U"IX"}, {5, U"V"}, {4, U"IV"}, {1, U"I"}}};
    for (const auto& [worth, sign] : signs)
        for (; rest >= worth; rest -= worth) usual += sign;
    for (char32_t& c : usual)
        if (!upper) c = c - U'A' + U'a';
    return text.substr(position, numeral.length) == usual ? numeral : Numeral{};
}

}  // namespace layers
