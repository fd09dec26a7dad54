// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// A text as names are looked for in it: without blank space and Markdown marks, brackets in one width. `places` tells
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
