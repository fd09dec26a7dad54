// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/Result.h"

namespace layers {

enum class FigureBound { Exact, AtLeast, AtMost, About };
/// "exact", "at_least", "at_most", "about".
std::string toText(FigureBound bound);

/// A number with its unit as printed. Offsets are code points, end exclusive; they take in number and unit.
struct TextFigure {
    std::size_t start = 0;
    std::size_t end = 0;
    double value = 0;      ///< as printed
    double halfStep = 0;   ///< half of the last printed digit's worth, in the printed unit
    std::string unit;      ///< as printed
    std::string quantity;  ///< area, length, time, people, money, share … as in corpus/figures.json
    double factor = 1;     ///< value × factor is in m², m, s or the quantity's own base unit
    FigureBound bound = FigureBound::Exact;
    bool isOfAThing = true;   ///< false for a speed, a distance from something, a width, a height
    std::optional<int> year;  ///< the nearest one named before it in its sentence
    bool operator==(const TextFigure&) const = default;
};

/// A day, month, year or span of years: "2023-03-11", "2023-03", "2025", "2021/2025".
struct TextDate {
    std::size_t start = 0;
    std::size_t end = 0;
    std::string iso;
    bool operator==(const TextDate&) const = default;
};

/// A body that is told to do something.
struct TextBody {
    std::size_t start = 0;
    std::size_t end = 0;
    std::string name;
    bool operator==(const TextBody&) const = default;
};

/// How figures are written; corpus/figures.json.
struct FigureWords {
    struct Unit {
        std::u32string word;
        std::string quantity;
        double factor = 1;
    };
    std::vector<Unit> units;  ///< longest first
    std::vector<std::pair<std::u32string, FigureBound>> before, after;
    std::vector<std::u32string> notSizesBefore, notSizesAfter;
    std::vector<std::u32string> bodyListsAfter, bodyListEndsWith, bodyNamesEndWith;
};
/// InvalidData if the file is damaged.
gis::Result<FigureWords> shippedFigureWords();

/// Numbers with a unit, in order; not those of headings, dates, document numbers or road names (G60). Linear in the
/// length of the text. Pure.
std::vector<TextFigure> figuresIn(const std::u32string& text, const FigureWords& words);
/// Years from 1900 to 2099, with month and day where they follow; spans as one. Pure.
std::vector<TextDate> datesIn(const std::u32string& text);
/// Bodies of a list that begins with "责任单位：", ends with "负责)", or stands before 牵头, 负责, 配合 in a sentence (由…负责),
/// each by itself, in order. Pure.
std::vector<TextBody> bodiesIn(const std::u32string& text, const FigureWords& words);

}  // namespace layers
