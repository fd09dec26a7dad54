// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace layers {

/// Shapes of numbers before clauses. Down to Decimal from the highest rank to the lowest; lists below them lie in each
/// other as they are opened.
enum class MarkKind {
    Annex,           ///< 附件1, 附录A, 附表1, Annex B: numbering begins anew below it
    Volume,          ///< 第一编, 第一篇
    NamedPart,       ///< 第一部分, 第一分编, Part 1, PART II
    Chapter,         ///< 第一章, Chapter 1; 附则 without a number
    Section,         ///< 第一节, Section 1, Section 2.1, § 12-1
    Article,         ///< 第一条, 第 5-1 條, Article 1
    Paragraph,       ///< 第一款
    NamedItem,       ///< 第一项
    ChinesePart,     ///< 一、
    ChineseBracket,  ///< (一) （一） 〔一〕 ㈠
    Decimal,         ///< 1.1, 1.1.1, 1.0.1, A.0.1; a whole number where such ones follow
    Box,             ///< 专栏1
    Step,            ///< 第一步 and its name above their text
    Arabic,          ///< 1. 1、 1．
    ArabicBracket,   ///< (1) （1） ⑴
    ArabicHalf,      ///< 1) 1）
    Plain,           ///< 1 before blank space, as standards print lists
    Circled,         ///< ①
    Letter,          ///< (a) a)
    Capital,         ///< (A) A)
    Roman,           ///< (i) ii)
};

/// A number that may head a clause. Offsets are code points in the text it was read from.
struct NumberMark {
    MarkKind kind = MarkKind::Arabic;
    std::vector<int> ordinals;  ///< one value; one for each depth of 1.2.3, Section 2.1, § 12-1. 0 for a bare 附则
    std::size_t start = 0;
    std::size_t numberEnd = 0;  ///< behind the number as printed
    std::size_t end = 0;        ///< behind the separator (、 .), before blank space
    int inserted = 0;           ///< 之一, 5-1, 9a: put in behind an article, chapter or row later
    int nesting = 0;            ///< how many lists a list lies in
    bool latin = false;         ///< Article 1, § 2: a row of its own beside 第一条
    bool listed = false;        ///< 3.1 below a list's plain 3.
    bool translated = false;    ///< (2) above the English of （二）: no row of its own

    int ordinal() const { return ordinals.back(); }
    std::size_t depth() const { return ordinals.size(); }
    bool isList() const { return listed || kind > MarkKind::Box; }
    /// Chinese and Latin names of divisions, 一、 and (一).
    bool isStructural() const { return kind <= MarkKind::ChineseBracket; }
    /// Greater is deeper.
    int rank() const;
};

/// The mark that begins exactly at `position`, by its shape alone. Blank space may stand between its signs. Reads at
/// most some 30 code points.
std::optional<NumberMark> readMark(std::u32string_view text, std::size_t position);
/// A whole number without separator before blank space, as standards print it ("1 范围").
std::optional<NumberMark> readBareNumber(std::u32string_view text, std::size_t position);
/// "1." of "1.5月31日前" and "2.100个村": the point parts an item's number from the digits that its words begin with. By
/// shape alone, so that 1.5公里 is read, too; 1.1.1, 1.5% and 1.1 before blank space are not.
std::optional<NumberMark> readItemBeforeDigit(std::u32string_view text, std::size_t position);
/// I. A. a. before blank space and a capitalised word or a Han character, as English outlines number: the Roman reading
/// and that as a letter, where the sign has them. Roman numbers count as parts (ChinesePart), capitals as clauses
/// (ChineseBracket), both `latin`; small letters as lists.
struct OutlineReadings {
    std::optional<NumberMark> roman;
    std::optional<NumberMark> letter;
};
OutlineReadings readOutline(std::u32string_view text, std::size_t position);
/// The Roman reading of a letter in brackets: (i), v). None for other marks.
std::optional<NumberMark> romanReading(std::u32string_view text, const NumberMark& letter);

}  // namespace layers
