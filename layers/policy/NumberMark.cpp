// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/NumberMark.h"

#include <algorithm>
#include <array>
#include <utility>

#include "layers/policy/CodePoints.h"

namespace layers {

namespace {

using Text = std::u32string_view;

char32_t at(Text text, std::size_t i) { return i < text.size() ? text[i] : U'\0'; }

struct ArabicNumber {
    int value = 0;
    std::size_t length = 0;
};

/// Up to four digits; longer rows are no clause numbers.
ArabicNumber readArabic(Text text, std::size_t position) {
    ArabicNumber number;
    while (isDigit(at(text, position + number.length))) {
        if (number.length == 4) return {};
        number.value = number.value * 10 + digitValue(text[position + number.length++]);
    }
    return number.value == 0 ? ArabicNumber{} : number;
}

NumberMark mark(MarkKind kind, int ordinal, std::size_t start, std::size_t numberEnd, std::size_t end) {
    return {kind, {ordinal}, start, numberEnd, end, 0, 0};
}

/// 第三条之一.
NumberMark withInsertion(Text text, NumberMark mark) {
    if (at(text, mark.end) != U'之') return mark;
    const ChineseNumeral numeral = readChineseNumeral(text, mark.end + 1);
    mark.inserted = numeral.value;
    if (numeral.value != 0) mark.numberEnd = mark.end = mark.end + 1 + numeral.length;
    return mark;
}

/// 第X章 and the like; X in Chinese or Arabic digits, blank space allowed inside (第 一 章).
std::optional<NumberMark> readNamed(Text text, std::size_t start) {
    std::size_t i = start + 1;
    while (at(text, i) == U' ' || at(text, i) == 0x3000) ++i;
    const ChineseNumeral chinese = readChineseNumeral(text, i);
    const ArabicNumber arabic = chinese.value ? ArabicNumber{} : readArabic(text, i);
    const int value = chinese.value ? chinese.value : arabic.value;
    if (value == 0) return std::nullopt;
    i += chinese.value ? chinese.length : arabic.length;
    while (at(text, i) == U' ' || at(text, i) == 0x3000) ++i;
    if (text.substr(i, 2) == U"部分") return mark(MarkKind::NamedPart, value, start, i + 2, i + 2);
    constexpr std::array<std::pair<char32_t, MarkKind>, 6> words = {{{U'编', MarkKind::Volume},
                                                                     {U'篇', MarkKind::Volume},
                                                                     {U'章', MarkKind::Chapter},
                                                                     {U'节', MarkKind::Section},
                                                                     {U'条', MarkKind::Article},
                                                                     {U'款', MarkKind::Paragraph}}};
    for (const auto& [word, kind] : words)
        if (at(text, i) == word) return withInsertion(text, mark(kind, value, start, i + 1, i + 1));
    return std::nullopt;
}

/// (一) (1) (a), with brackets of either width.
std::optional<NumberMark> readBracketed(Text text, std::size_t start) {
    std::size_t i = start + 1;
    const ChineseNumeral chinese = readChineseNumeral(text, i);
    const ArabicNumber arabic = readArabic(text, i);
    MarkKind kind = MarkKind::ChineseBracket;
    int value = chinese.value;
    if (chinese.value != 0) {
        i += chinese.length;
    } else if (arabic.value != 0) {
        kind = MarkKind::ArabicBracket;
        value = arabic.value;
        i += arabic.length;
    } else if (at(text, i) >= U'a' && at(text, i) <= U'z') {
        kind = MarkKind::Letter;
        value = static_cast<int>(text[i++] - U'a') + 1;
    } else {
        return std::nullopt;
    }
    if (!isOneOf(at(text, i), U")）")) return std::nullopt;
    return mark(kind, value, start, i + 1, i + 1);
}

/// 1. 1、 1) 1.1 1.1.1
std::optional<NumberMark> readArabicMark(Text text, std::size_t start) {
    const ArabicNumber first = readArabic(text, start);
    if (first.value == 0) return std::nullopt;
    std::size_t i = start + first.length;
    if (isOneOf(at(text, i), U")）")) return mark(MarkKind::ArabicHalf, first.value, start, i + 1, i + 1);
    if (isOneOf(at(text, i), U"、．")) return mark(MarkKind::Arabic, first.value, start, i, i + 1);
    NumberMark decimal = mark(MarkKind::Decimal, first.value, start, i, i);
    while (at(text, i) == U'.') {
        const ArabicNumber next = readArabic(text, i + 1);
        if (next.value == 0 || decimal.ordinals.size() == 6) break;
        decimal.ordinals.push_back(next.value);
        i += 1 + next.length;
        decimal.numberEnd = decimal.end = i;
    }
    if (decimal.depth() > 1) {
        if (isDigit(at(text, i))) return std::nullopt;
        if (isOneOf(at(text, i), U".、．")) decimal.end = i + 1;
        return decimal;
    }
    if (at(text, i) != U'.' || isDigit(at(text, i + 1))) return std::nullopt;
    return mark(MarkKind::Arabic, first.value, start, i, i + 1);
}

/// Article 3, Chapter II, Section 4, Part 1 at the beginning of a line.
std::optional<NumberMark> readEnglish(Text text, std::size_t start) {
    constexpr std::array<std::pair<Text, MarkKind>, 4> words = {{{U"Part ", MarkKind::NamedPart},
                                                                 {U"Chapter ", MarkKind::Chapter},
                                                                 {U"Section ", MarkKind::Section},
                                                                 {U"Article ", MarkKind::Article}}};
    for (const auto& [word, kind] : words) {
        if (text.substr(start, word.size()) != word) continue;
        const ArabicNumber number = readArabic(text, start + word.size());
        const std::size_t numberEnd = start + word.size() + number.length;
        if (number.value == 0 || isLatinLetter(at(text, numberEnd))) return std::nullopt;
        const char32_t next = at(text, numberEnd + 1);  // "Article 5 of the agreement" is spoken of
        if (next >= U'a' && next <= U'z') return std::nullopt;
        const bool separated = isOneOf(at(text, numberEnd), U".:");
        return mark(kind, number.value, start, numberEnd, numberEnd + (separated ? 1 : 0));
    }
    return std::nullopt;
}

std::optional<NumberMark> readLetter(Text text, std::size_t start) {
    if (!isOneOf(at(text, start + 1), U")）")) return std::nullopt;
    return mark(MarkKind::Letter, static_cast<int>(text[start] - U'a') + 1, start, start + 2, start + 2);
}

int digitOf(char32_t c) {
    const auto place = Text(U"一二三四五六七八九").find(c);
    return place == Text::npos ? 0 : static_cast<int>(place) + 1;
}

}  // namespace

int NumberMark::rank() const {
    const int base = static_cast<int>(kind) * 10;
    return kind == MarkKind::Decimal ? base + static_cast<int>(depth()) : base + std::min(nesting, 9);
}

ChineseNumeral readChineseNumeral(Text text, std::size_t position) {
    // hundreds, tens and ones in falling order; 零 only as filler; 十 alone is ten
    std::size_t i = position;
    int value = 0;
    for (const auto& [unit, worth] : {std::pair{U'百', 100}, std::pair{U'十', 10}}) {
        const int digit = digitOf(at(text, i));
        if (digit != 0 && at(text, i + 1) == unit) {
            value += digit * worth;
            i += 2;
        } else if (worth == 10 && at(text, i) == unit) {
            value += worth;
            ++i;
        }
        if (value != 0 && at(text, i) == U'零') ++i;
    }
    if (const int digit = digitOf(at(text, i)); digit != 0) {
        value += digit;
        ++i;
    }
    if (value == 0 || digitOf(at(text, i)) != 0 || isOneOf(at(text, i), U"〇零百千万亿")) return {};
    return {value, i - position};
}

std::optional<NumberMark> readMark(Text text, std::size_t position) {
    const char32_t c = at(text, position);
    if (c == U'第') return readNamed(text, position);
    if (c == U'(' || c == U'（') return readBracketed(text, position);
    if (isDigit(c)) return readArabicMark(text, position);
    if (c >= U'①' && c <= U'⑳')
        return mark(MarkKind::Circled, static_cast<int>(c - U'①') + 1, position, position + 1, position + 1);
    if (isOneOf(c, U"PCSA")) return readEnglish(text, position);
    if (c >= U'a' && c <= U'z') return readLetter(text, position);
    const ChineseNumeral numeral = readChineseNumeral(text, position);
    if (numeral.value == 0) return std::nullopt;
    std::size_t i = position + numeral.length;
    const std::size_t numberEnd = i;
    while (at(text, i) == U' ') ++i;
    if (!isOneOf(at(text, i), U"、．.")) return std::nullopt;
    return mark(MarkKind::ChinesePart, numeral.value, position, numberEnd, i + 1);
}

std::optional<NumberMark> readBareNumber(Text text, std::size_t position) {
    const ArabicNumber number = readArabic(text, position);
    const std::size_t end = position + number.length;
    if (number.value == 0 || number.length > 2 || !(at(text, end) == U' ' || at(text, end) == 0x3000))
        return std::nullopt;
    return mark(MarkKind::Decimal, number.value, position, end, end);
}

}  // namespace layers
