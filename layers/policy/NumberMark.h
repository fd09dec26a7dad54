// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace layers {

/// Shapes of numbers before clauses, from the highest rank to the lowest.
enum class MarkKind {
    Volume,          ///< 第一编, 第一篇
    NamedPart,       ///< 第一部分, Part 1
    Chapter,         ///< 第一章, Chapter 1
    Section,         ///< 第一节, Section 1
    Article,         ///< 第一条, Article 1
    Paragraph,       ///< 第一款
    ChinesePart,     ///< 一、
    ChineseBracket,  ///< (一) （一）
    Decimal,         ///< 1.1, 1.1.1; a whole number where such ones follow
    Arabic,          ///< 1. 1、 1．
    ArabicBracket,   ///< (1) （1）
    ArabicHalf,      ///< 1) 1）
    Circled,         ///< ①
    Letter,          ///< (a) a)
};

/// A number that may head a clause. Offsets are code points in the text it was read from.
struct NumberMark {
    MarkKind kind = MarkKind::Arabic;
    std::vector<int> ordinals;  ///< one value; for Decimal one for each depth
    std::size_t start = 0;
    std::size_t numberEnd = 0;  ///< behind the number as printed
    std::size_t end = 0;        ///< behind the separator (、 .), before blank space
    int inserted = 0;           ///< 之一, 之二: put in behind an article or chapter later
    int nesting = 0;            ///< how deep a list lies in lists of its own kind, by indentation

    int ordinal() const { return ordinals.back(); }
    std::size_t depth() const { return ordinals.size(); }
    /// Greater is deeper.
    int rank() const;
};

/// The mark that begins exactly at `position`, by its shape alone. Reads at most some 30 code points.
std::optional<NumberMark> readMark(std::u32string_view text, std::size_t position);
/// A whole number without separator before blank space, as standards print it ("1 范围").
std::optional<NumberMark> readBareNumber(std::u32string_view text, std::size_t position);

/// A Chinese number 一 … 九百九十九 at `position`; value 0 if there is none. 〇 and digit rows (二〇二三) are none.
struct ChineseNumeral {
    int value = 0;
    std::size_t length = 0;
};
ChineseNumeral readChineseNumeral(std::u32string_view text, std::size_t position);

}  // namespace layers
