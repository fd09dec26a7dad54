// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/NumberMark.h"

#include <array>
#include <string>
#include <utility>

#include "layers/document/CodePoints.h"
#include "layers/policy/Numerals.h"

namespace layers {

namespace {

using Text = std::u32string_view;

char32_t at(Text text, std::size_t i) { return i < text.size() ? text[i] : U'\0'; }

std::size_t behindBlank(Text text, std::size_t i) {
    while (i < text.size() && isSpace(text[i]) && !isLineEnd(text[i])) ++i;
    return i;
}

bool isLower(char32_t c) { return c >= U'a' && c <= U'z'; }
bool isUpper(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool isDash(char32_t c) { return isOneOf(c, U"-–—‑"); }

NumberMark mark(MarkKind kind, int ordinal, std::size_t start, std::size_t numberEnd, std::size_t end) {
    NumberMark made;
    made.kind = kind;
    made.ordinals = {ordinal};
    made.start = start;
    made.numberEnd = numberEnd;
    made.end = end;
    return made;
}

/// 第三条之一.
NumberMark withInsertion(Text text, NumberMark mark) {
    if (at(text, mark.end) != U'之') return mark;
    const Numeral numeral = readChineseNumeral(text, mark.end + 1);
    mark.inserted = numeral.value;
    if (numeral) mark.numberEnd = mark.end = mark.end + 1 + numeral.length;
    return mark;
}

Numeral readAnyNumeral(Text text, std::size_t position) {
    if (const Numeral chinese = readChineseNumeral(text, position)) return chinese;
    if (const Numeral digits = readChineseDigits(text, position)) return digits;
    return readArabic(text, position);
}

/// 第十 三条: a numeral with blank space between its signs, that a typist left.
Numeral readSpacedNumeral(Text text, std::size_t position) {
    constexpr std::size_t longest = 7;
    std::u32string signs;
    std::size_t end = position;
    for (std::size_t i = position; signs.size() < longest; i = behindBlank(text, i + 1)) {
        if (!isOneOf(at(text, i), U"一二三四五六七八九十百千零〇廿卅")) break;
        signs += text[i];
        end = i + 1;
    }
    const Numeral numeral = readChineseNumeral(signs, 0);
    return numeral.length == signs.size() && !signs.empty() ? Numeral{numeral.value, end - position} : Numeral{};
}

/// 第X章 and the like; X in Chinese or Arabic digits, blank space allowed inside (第 一 章), 5-1 for a later one.
std::optional<NumberMark> readNamed(Text text, std::size_t start) {
    std::size_t i = behindBlank(text, start + 1);
    Numeral numeral = readAnyNumeral(text, i);
    if (const Numeral spaced = readSpacedNumeral(text, i); spaced.length > numeral.length) numeral = spaced;
    if (!numeral) return std::nullopt;
    i += numeral.length;
    int inserted = 0;
    if (isDash(at(text, i))) {
        const Numeral later = readArabic(text, i + 1);
        if (!later) return std::nullopt;
        inserted = later.value;
        i += 1 + later.length;
    }
    i = behindBlank(text, i);
    if (text.substr(i, 2) == U"部分" || text.substr(i, 2) == U"分编")
        return mark(MarkKind::NamedPart, numeral.value, start, i + 2, i + 2);
    if (at(text, i) == U'步') {
        const char32_t next = at(text, i + 1);
        const bool colon = isOneOf(next, U"：:");
        if (!colon && next != U'\0' && !isSpace(next)) return std::nullopt;
        return mark(MarkKind::Step, numeral.value, start, i + 1, i + (colon ? 2 : 1));
    }
    constexpr std::array<std::pair<Text, MarkKind>, 6> words = {{{U"编編篇", MarkKind::Volume},
                                                                 {U"章", MarkKind::Chapter},
                                                                 {U"节節", MarkKind::Section},
                                                                 {U"条條", MarkKind::Article},
                                                                 {U"款", MarkKind::Paragraph},
                                                                 {U"项項", MarkKind::NamedItem}}};
    for (const auto& [word, kind] : words) {
        if (!isOneOf(at(text, i), word)) continue;
        NumberMark made = withInsertion(text, mark(kind, numeral.value, start, i + 1, i + 1));
        if (inserted != 0) made.inserted = inserted;
        return made;
    }
    return std::nullopt;
}

/// (一) (1) (a) (A) (ii), with brackets of either width and blank space inside; 〔一〕, but not 〔2025〕.
std::optional<NumberMark> readBracketed(Text text, std::size_t start) {
    const bool shell = text[start] == U'〔';
    std::size_t i = behindBlank(text, start + 1);
    const Numeral chinese = readChineseNumeral(text, i);
    const Numeral arabic = readArabic(text, i);
    MarkKind kind = MarkKind::ChineseBracket;
    int value = chinese.value;
    if (chinese) {
        i += chinese.length;
    } else if (arabic) {
        if (shell && arabic.length > 2) return std::nullopt;
        kind = MarkKind::ArabicBracket;
        value = arabic.value;
        i += arabic.length;
    } else if (isLatinLetter(at(text, i)) && isOneOf(at(text, behindBlank(text, i + 1)), U")）")) {
        kind = isLower(text[i]) ? MarkKind::Letter : MarkKind::Capital;
        value = static_cast<int>(text[i] - (isLower(text[i]) ? U'a' : U'A')) + 1;
        ++i;
    } else if (const Numeral roman = readRoman(text, i)) {
        kind = MarkKind::Roman;
        value = roman.value;
        i += roman.length;
    } else {
        return std::nullopt;
    }
    i = behindBlank(text, i);
    if (!isOneOf(at(text, i), shell ? U"〕" : U")）")) return std::nullopt;
    return mark(kind, value, start, i + 1, i + 1);
}

/// ① ⑴ ⒈ ㈠ ❶: numbers that are one character.
std::optional<NumberMark> readSign(Text text, std::size_t start) {
    struct Row {
        char32_t first;
        int count;
        MarkKind kind;
    };
    constexpr std::array<Row, 5> rows = {{{U'①', 20, MarkKind::Circled},
                                          {U'❶', 10, MarkKind::Circled},
                                          {U'⑴', 20, MarkKind::ArabicBracket},
                                          {U'⒈', 20, MarkKind::Arabic},
                                          {U'㈠', 10, MarkKind::ChineseBracket}}};
    for (const Row& row : rows) {
        const char32_t c = text[start];
        if (c < row.first || c >= row.first + static_cast<char32_t>(row.count)) continue;
        const std::size_t end = start + (at(text, start + 1) == U'、' ? 2 : 1);
        return mark(row.kind, static_cast<int>(c - row.first) + 1, start, start + 1, end);
    }
    return std::nullopt;
}

/// The rest of 1.2.3 or A.0.1 behind its first place. A 0 stands only between others (1.0.1).
bool readPlaces(Text text, NumberMark& decimal) {
    std::size_t i = decimal.end;
    while (isOneOf(at(text, i), U".．") && isDigit(at(text, i + 1)) && decimal.depth() < 6) {
        const Numeral next = readArabic(text, i + 1, true);
        const std::size_t behind = i + 1 + next.length;
        if (!next || (next.value == 0 && !(at(text, behind) == U'.' && isDigit(at(text, behind + 1))))) return false;
        decimal.ordinals.push_back(next.value);
        decimal.numberEnd = decimal.end = i = behind;
    }
    if (isDigit(at(text, i))) return false;
    if (decimal.depth() > 1 && isOneOf(at(text, i), U".、．") && !isDigit(at(text, i + 1))) decimal.end = i + 1;
    return true;
}

/// 1. 1、 1) 1.1 1.1.1, and 1\. as Markdown escapes it.
std::optional<NumberMark> readArabicMark(Text text, std::size_t start) {
    const Numeral first = readArabic(text, start);
    if (!first) return std::nullopt;
    const std::size_t i = start + first.length;
    const char32_t next = at(text, i);
    if (isOneOf(next, U")）")) return mark(MarkKind::ArabicHalf, first.value, start, i + 1, i + 1);
    const std::size_t comma = behindBlank(text, i);  // 4 、
    if (isOneOf(at(text, comma), U"、﹑")) return mark(MarkKind::Arabic, first.value, start, i, comma + 1);
    if (next == U'\\' && isOneOf(at(text, i + 1), U".)")) return mark(MarkKind::Arabic, first.value, start, i, i + 2);
    if (!isOneOf(next, U".．")) return std::nullopt;
    if (!isDigit(at(text, i + 1))) return mark(MarkKind::Arabic, first.value, start, i, i + 1);
    NumberMark decimal = mark(MarkKind::Decimal, first.value, start, i, i);
    if (!readPlaces(text, decimal) || decimal.depth() < 2) return std::nullopt;
    return decimal;
}

/// A.1, A.0.1 of a standard's annex A.
std::optional<NumberMark> readAnnexDecimal(Text text, std::size_t start) {
    if (at(text, start + 1) != U'.' || !isDigit(at(text, start + 2))) return std::nullopt;
    NumberMark decimal = mark(MarkKind::Decimal, static_cast<int>(text[start] - U'A') + 1, start, start + 1, start + 1);
    if (!readPlaces(text, decimal) || decimal.depth() < 2) return std::nullopt;
    decimal.latin = true;
    return decimal;
}

/// 9a, put in behind Article 9: one small letter before blank space, a dash, a colon or the line's end.
bool isInsertedLetter(Text text, std::size_t i) {
    const char32_t next = at(text, i + 1);
    return isLower(at(text, i)) && (next == U'\0' || isSpace(next) || isOneOf(next, U".:-–—"));
}

/// Behind a Latin word: "Article 5 of the agreement" and "Article 6(a)" are spoken of.
bool isSpokenOf(Text text, std::size_t numberEnd) {
    const char32_t next = at(text, numberEnd);
    if (isLatinLetter(next) || isOneOf(next, U"(,;)'’\"”/")) return true;
    return next == U' ' && isLower(at(text, behindBlank(text, numberEnd)));
}

/// 3, 2.1, 12-1, IV behind a Latin word; a capital letter for annexes.
bool readLatinNumber(Text text, NumberMark& mark) {
    std::size_t i = mark.end;
    const Numeral arabic = readArabic(text, i);
    const Numeral roman = arabic ? Numeral{} : readRoman(text, i);
    if (arabic || roman) {
        mark.ordinals = {arabic ? arabic.value : roman.value};
        i += arabic ? arabic.length : roman.length;
        while ((at(text, i) == U'.' || isDash(at(text, i))) && isDigit(at(text, i + 1))) {
            const Numeral next = readArabic(text, i + 1);
            if (!next) return false;
            mark.ordinals.push_back(next.value);
            i += 1 + next.length;
        }
        if (arabic && isInsertedLetter(text, i)) mark.inserted = static_cast<int>(text[i++] - U'a') + 1;
    } else if (mark.kind == MarkKind::Annex && isUpper(at(text, i))) {
        mark.ordinals = {static_cast<int>(text[i++] - U'A') + 1};
    } else {
        return false;
    }
    mark.numberEnd = mark.end = i;
    if (isSpokenOf(text, i)) return false;
    if (isOneOf(at(text, i), U".:")) ++mark.end;
    return true;
}

/// Article 3, CHAPTER II, Section 4.1, Part 1, § 12-1, Annex B at the beginning of a line.
std::optional<NumberMark> readLatin(Text text, std::size_t start) {
    constexpr std::array<std::pair<Text, MarkKind>, 19> words = {{{U"Part ", MarkKind::NamedPart},
                                                                  {U"PART ", MarkKind::NamedPart},
                                                                  {U"Chapter ", MarkKind::Chapter},
                                                                  {U"CHAPTER ", MarkKind::Chapter},
                                                                  {U"Section ", MarkKind::Section},
                                                                  {U"SECTION ", MarkKind::Section},
                                                                  {U"Sec. ", MarkKind::Section},
                                                                  {U"SEC. ", MarkKind::Section},
                                                                  {U"§ ", MarkKind::Section},
                                                                  {U"§", MarkKind::Section},
                                                                  {U"Article ", MarkKind::Article},
                                                                  {U"ARTICLE ", MarkKind::Article},
                                                                  {U"Art. ", MarkKind::Article},
                                                                  {U"Annex ", MarkKind::Annex},
                                                                  {U"ANNEX ", MarkKind::Annex},
                                                                  {U"Appendix ", MarkKind::Annex},
                                                                  {U"APPENDIX ", MarkKind::Annex},
                                                                  {U"Schedule ", MarkKind::Annex},
                                                                  {U"SCHEDULE ", MarkKind::Annex}}};
    for (const auto& [word, kind] : words) {
        if (text.substr(start, word.size()) != word) continue;
        NumberMark made = mark(kind, 0, start, start, start + word.size());
        made.latin = true;
        if (!readLatinNumber(text, made)) return std::nullopt;
        return made;
    }
    return std::nullopt;
}

/// 附件1, 附录A, 附表1, 专栏2 before blank space, a colon, a bracket or the line's end; 附件2所列 is spoken of.
std::optional<NumberMark> readAttached(Text text, std::size_t start) {
    const Text word = text.substr(start, 2);
    const bool box = word == U"专栏" || word == U"專欄";
    const bool table = word == U"附表";
    if (!box && !table && word != U"附件" && word != U"附录" && word != U"附錄") return std::nullopt;
    const std::size_t number = behindBlank(text, start + 2);
    Numeral numeral = readAnyNumeral(text, number);
    if (!numeral && isUpper(at(text, number))) numeral = {static_cast<int>(text[number] - U'A') + 1, 1};
    const std::size_t end = number + numeral.length;
    const char32_t next = at(text, end);
    const bool parted = next == U'\0' || isSpace(next) || isOneOf(next, U"：:（(—*");
    if (!numeral || !parted || (isOneOf(next, U"（(") && readMark(text, end))) return std::nullopt;
    const bool colon = isOneOf(next, U"：:");
    return mark(box ? MarkKind::Box : MarkKind::Annex, numeral.value, start, end, end + (colon ? 1 : 0));
}

std::optional<NumberMark> readLetter(Text text, std::size_t start) {
    if (isOneOf(at(text, start + 1), U")）"))
        return mark(isLower(text[start]) ? MarkKind::Letter : MarkKind::Capital,
                    static_cast<int>(text[start] - (isLower(text[start]) ? U'a' : U'A')) + 1, start, start + 2,
                    start + 2);
    const Numeral roman = isLower(text[start]) ? readRoman(text, start) : Numeral{};
    if (!roman || !isOneOf(at(text, start + roman.length), U")）")) return std::nullopt;
    const std::size_t end = start + roman.length + 1;
    return mark(MarkKind::Roman, roman.value, start, end, end);
}

}  // namespace

int NumberMark::rank() const {
    constexpr int listRank = 1000;
    if (isList()) return listRank + nesting;
    return static_cast<int>(kind) * 10 + (kind == MarkKind::Decimal ? static_cast<int>(depth()) : 0);
}

std::optional<NumberMark> readMark(Text text, std::size_t position) {
    const char32_t c = at(text, position);
    if (c == U'第') return readNamed(text, position);
    if (isOneOf(c, U"(（〔")) return readBracketed(text, position);
    if (isDigit(c)) return readArabicMark(text, position);
    if (c >= U'①' && c <= U'㉀') {
        if (auto sign = readSign(text, position)) return sign;
    }
    if (c == U'附' || c == U'专' || c == U'專') return readAttached(text, position);
    if (isUpper(c) || c == U'§') {
        if (auto latin = readLatin(text, position)) return latin;
        if (auto annexed = c == U'§' ? std::nullopt : readAnnexDecimal(text, position)) return annexed;
    }
    if (isLatinLetter(c)) return readLetter(text, position);
    const Numeral numeral = readChineseNumeral(text, position);
    if (!numeral) return std::nullopt;
    const std::size_t numberEnd = position + numeral.length;
    const std::size_t i = behindBlank(text, numberEnd);
    if (!isOneOf(at(text, i), U"、．.﹑")) return std::nullopt;
    return mark(MarkKind::ChinesePart, numeral.value, position, numberEnd, i + 1);
}

std::optional<NumberMark> readBareNumber(Text text, std::size_t position) {
    const Numeral number = readArabic(text, position);
    const std::size_t end = position + number.length;
    if (!number || number.length > 2 || !isSpace(at(text, end)) || isLineEnd(at(text, end))) return std::nullopt;
    return mark(MarkKind::Plain, number.value, position, end, end);
}

std::optional<NumberMark> readItemBeforeDigit(Text text, std::size_t position) {
    const Numeral number = readArabic(text, position);
    const std::size_t point = position + number.length;
    if (!number || number.length > 2 || !isOneOf(at(text, point), U".．") || !isDigit(at(text, point + 1)))
        return std::nullopt;
    const auto behindDigits = [text](std::size_t i) {
        const std::size_t limit = i + 8;
        while (i < limit && isDigit(at(text, i))) ++i;
        return i;
    };
    std::size_t i = behindDigits(point + 1);
    if (isOneOf(at(text, i), U"-–—~～") && isDigit(at(text, i + 1))) {  // 1.3—5月
        i = behindDigits(i + 1);
        if (!isOneOf(at(text, i), U"月日年")) return std::nullopt;
    }
    if (!isHan(at(text, i)) && !isLatinLetter(at(text, i))) return std::nullopt;
    return mark(MarkKind::Arabic, number.value, position, point, point + 1);
}

OutlineReadings readOutline(Text text, std::size_t position) {
    OutlineReadings readings;
    const auto headsWords = [text](std::size_t point) {
        const std::size_t word = behindBlank(text, point + 1);
        const char32_t first = at(text, word);
        return at(text, point) == U'.' && word > point + 1 && (isUpper(first) || isHan(first));
    };
    const char32_t c = at(text, position);
    if (!isLatinLetter(c)) return readings;
    const Numeral roman = isUpper(c) ? readRoman(text, position) : Numeral{};
    if (roman && headsWords(position + roman.length)) {
        const std::size_t end = position + roman.length;
        readings.roman = mark(MarkKind::ChinesePart, roman.value, position, end, end + 1);
        readings.roman->latin = true;
    }
    if (headsWords(position + 1)) {
        const int place = static_cast<int>(c - (isUpper(c) ? U'A' : U'a')) + 1;
        readings.letter =
            mark(isUpper(c) ? MarkKind::ChineseBracket : MarkKind::Letter, place, position, position + 1, position + 2);
        readings.letter->latin = true;
    }
    return readings;
}

std::optional<NumberMark> romanReading(Text text, const NumberMark& letter) {
    if (letter.kind != MarkKind::Letter) return std::nullopt;
    const bool bracket = !isLatinLetter(text[letter.start]);
    const Numeral roman = readRoman(text, letter.start + (bracket ? 1 : 0));
    if (roman.length != 1) return std::nullopt;
    NumberMark made = letter;
    made.kind = MarkKind::Roman;
    made.ordinals = {roman.value};
    return made;
}

}  // namespace layers
