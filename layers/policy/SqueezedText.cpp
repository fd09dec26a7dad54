// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/SqueezedText.h"

#include "layers/document/CodePoints.h"
#include "layers/policy/TextLines.h"

namespace layers {

namespace {

char32_t folded(char32_t c) { return c == U'（' ? U'(' : c == U'）' ? U')' : c; }

bool isIgnored(char32_t c) { return isSpace(c) || c == U'*' || c == U'#'; }

std::u32string_view trimmed(std::u32string_view line) {
    while (!line.empty() && isSpace(line.front())) line.remove_prefix(1);
    while (!line.empty() && isSpace(line.back())) line.remove_suffix(1);
    return line;
}

/// Where the line that begins there ends, if it is a page number; else its begin.
std::size_t behindPageMark(std::u32string_view text, std::size_t start) {
    constexpr std::size_t longest = 40;
    std::size_t end = start;
    while (end < text.size() && end - start <= longest && !isLineEnd(text[end])) ++end;
    return end - start <= longest && isPageMark(text.substr(start, end - start)) ? end : start;
}

}  // namespace

bool isPageMark(std::u32string_view line) {
    const std::u32string_view content = trimmed(line);
    return content.size() > 1 && isOneOf(content.front(), U"-—–－·第") && isPageNumber(content);
}

SqueezedText squeezedText(const std::string& utf8) { return squeezedText(toCodePoints(utf8)); }

SqueezedText squeezedText(std::u32string_view all) {
    SqueezedText made;
    made.text.reserve(all.size());
    made.places.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0 && isLineEnd(all[i - 1])) i = behindPageMark(all, i);
        if (i == all.size()) break;
        if (isIgnored(all[i])) continue;
        made.text += folded(all[i]);
        made.places.push_back(i);
    }
    return made;
}

std::u32string squeezed(const std::string& utf8) { return squeezedText(utf8).text; }

std::string quotedWords(const std::string& utf8, const SqueezedText& seen, std::size_t start, std::size_t end) {
    const std::u32string all = toCodePoints(utf8);
    std::u32string words;
    for (std::size_t i = start; i < end; ++i) {
        const char32_t c = all[seen.places[i]];
        const bool apart = i > start && seen.places[i] > seen.places[i - 1] + 1;
        if (apart && c < 0x80 && words.back() < 0x80) words += U' ';
        words += c;
    }
    return toUtf8(words);
}

}  // namespace layers
