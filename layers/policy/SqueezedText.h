// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// A line that is a page number with its marks: "— 3 —", "第3页", "- 3 -"; a number alone may be a cell of a table.
bool isPageMark(std::u32string_view line);

/// A text as names are looked for in it: without blank space, Markdown marks and lines that are page numbers, for a page
/// breaks words as a line does; brackets in one width. `places` tells
/// where each character stands in the original, in code points.
struct SqueezedText {
    std::u32string text;
    std::vector<std::size_t> places;
};
SqueezedText squeezedText(const std::string& utf8);
SqueezedText squeezedText(std::u32string_view codePoints);
/// The squeezed characters alone.
std::u32string squeezed(const std::string& utf8);
/// The characters `start` to `end` of a squeezed text as `utf8` prints them, to be quoted: blank space and marks fall
/// away, but between two words of ASCII letters one space stays.
std::string quotedWords(const std::string& utf8, const SqueezedText& seen, std::size_t start, std::size_t end);

}  // namespace layers
