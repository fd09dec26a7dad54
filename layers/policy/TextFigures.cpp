// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/TextFigures.h"

#include <algorithm>
#include <cmath>

#include "layers/document/CodePoints.h"

namespace layers {

namespace {

constexpr std::u32string_view sentenceEnds = U"。；;！？\n";

bool startsWith(const std::u32string& text, std::size_t at, std::u32string_view word) {
    return text.compare(at, word.size(), word) == 0;
}

bool endsWith(const std::u32string& text, std::size_t at, std::u32string_view word) {
    return at >= word.size() && startsWith(text, at - word.size(), word);
}

/// A printed number at a place: digits, commas between thousands, one point.
struct Number {
    std::size_t end = 0;
    double value = 0;
    int decimals = 0;
    bool isSane = true;
};

bool isThousandsComma(const std::u32string& text, std::size_t at) {
    if (text[at] != U',') return false;  // ， parts a list
    if (at + 3 >= text.size()) return false;
    for (std::size_t i = 1; i <= 3; ++i)
        if (!isDigit(text[at + i])) return false;
    return at + 4 >= text.size() || !isDigit(text[at + 4]);
}

Number numberAt(const std::u32string& text, std::size_t at) {
    Number number;
    std::size_t i = at;
    for (; i < text.size(); ++i) {
        if (isDigit(text[i]))
            number.value = number.value * 10 + digitValue(text[i]);
        else if (!(i > at && isThousandsComma(text, i)))
            break;
    }
    if (i + 1 < text.size() && (text[i] == U'.' || text[i] == U'．') && isDigit(text[i + 1])) {
        for (++i; i < text.size() && isDigit(text[i]); ++i) {
            ++number.decimals;
            number.value += digitValue(text[i]) * std::pow(10, -number.decimals);
        }
        // The nearest double of what is printed, not the sum of its digits' errors.
        const double scale = std::pow(10, number.decimals);
        number.value = std::round(number.value * scale) / scale;
    }
    number.end = i;
    // More digits than a number of a paper has, or a double holds.
    constexpr std::size_t mostDigits = 15;
    number.isSane = i - at <= mostDigits;
    return number;
}

// G60, 第3条, 〔2023〕9号, 1.1.1: digits that are no quantity.
bool isPartOfAName(const std::u32string& text, std::size_t at) {
    if (at == 0) return false;
    const char32_t before = text[at - 1];
    // The end of a range: 30—50, 30至50; which of both is meant no single number says.
    if (at > 1 && isOneOf(before, U"~～至到") && isDigit(text[at - 2])) return true;
    return isLatinLetter(before) || isOneOf(before, U"第〔[.．-—_/");
}

FigureBound boundOf(const std::u32string& text, std::size_t start, std::size_t end, const FigureWords& words) {
    for (const auto& [word, bound] : words.after)
        if (startsWith(text, end, word)) return bound;
    while (start > 0 && isSpace(text[start - 1])) --start;
    if (endsWith(text, start, U"到") || endsWith(text, start, U"在") || endsWith(text, start, U"至")) {
        for (const auto& [word, bound] : words.before)
            if (endsWith(text, start, word)) return bound;
        --start;
    }
    for (const auto& [word, bound] : words.before)
        if (endsWith(text, start, word)) return bound;
    return FigureBound::Exact;
}

/// Not a speed, a distance, a width or a height.
bool isOfAThing(const std::u32string& text, std::size_t start, std::size_t end, const FigureWords& words) {
    constexpr std::size_t nearby = 6;
    for (const std::u32string& word : words.notSizesAfter)
        if (startsWith(text, end, word)) return false;
    const std::u32string_view before(text.data() + (start > nearby ? start - nearby : 0), std::min(start, nearby));
    const std::size_t cut = before.find_last_of(U"，。；、,;\n");
    const std::u32string_view phrase = cut == std::u32string_view::npos ? before : before.substr(cut + 1);
    return std::none_of(words.notSizesBefore.begin(), words.notSizesBefore.end(), [phrase](const std::u32string& word) {
        return phrase.find(word) != std::u32string_view::npos;
    });
}

/// Year of a date, 0 if it is none: the last of a span.
int yearOf(const TextDate& date) {
    const std::size_t slash = date.iso.find('/');
    return std::stoi(date.iso.substr(slash == std::string::npos ? 0 : slash + 1, 4));
}

std::optional<int> yearBefore(const std::u32string& text, std::size_t at, const std::vector<TextDate>& dates,
                              std::size_t& next) {
    while (next < dates.size() && dates[next].end <= at) ++next;
    if (next == 0) return std::nullopt;
    const TextDate& date = dates[next - 1];
    const std::u32string_view between(text.data() + date.end, at - date.end);
    if (between.find_first_of(sentenceEnds) != std::u32string_view::npos) return std::nullopt;
    return yearOf(date);
}

}  // namespace

std::vector<TextFigure> figuresIn(const std::u32string& text, const FigureWords& words) {
    const std::vector<TextDate> dates = datesIn(text);
    std::vector<TextFigure> figures;
    std::size_t nextDate = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (!isDigit(text[i])) {
            ++i;
            continue;
        }
        const Number number = numberAt(text, i);
        std::size_t unitAt = number.end;
        while (unitAt < text.size() && unitAt < number.end + 2 && text[unitAt] == U' ') ++unitAt;
        if (number.isSane && !isPartOfAName(text, i))
            for (const FigureWords::Unit& unit : words.units) {
                if (!startsWith(text, unitAt, unit.word)) continue;
                TextFigure figure;
                figure.start = i;
                figure.end = unitAt + unit.word.size();
                figure.value = number.value;
                figure.halfStep = 0.5 * std::pow(10, -number.decimals);
                figure.unit = toUtf8(unit.word);
                figure.quantity = unit.quantity;
                figure.factor = unit.factor;
                figure.bound = boundOf(text, i, figure.end, words);
                figure.year = yearBefore(text, i, dates, nextDate);
                figure.isOfAThing = isOfAThing(text, i, figure.end, words);
                figures.push_back(std::move(figure));
                break;
            }
        i = number.end;
    }
    return figures;
}

}  // namespace layers
