// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/RepeatedHeadings.h"

#include <algorithm>

#include "layers/document/CodePoints.h"
#include "layers/policy/NumberMark.h"

namespace layers {

namespace {

using Text = std::u32string_view;
using Lines = std::vector<TextLine>;

constexpr std::size_t longestEntry = 60;

bool isNumberedEntry(Text text, const TextLine& line) {
    const Text content = line.content(text);
    if (line.isBlank() || line.skipped || content.size() > longestEntry) return false;
    if (content.find_first_of(U"。；，;") != Text::npos || isOneOf(content.back(), U"：:")) return false;
    const auto mark = readMark(text, line.from);
    return (mark && mark->end < line.to) || readBareNumber(text, line.from);
}

/// The words of the entry stand at the line's beginning, alone or closed by 。
bool heads(const std::u32string& words, const std::u32string& entry) {
    if (words.compare(0, entry.size(), entry) != 0) return false;
    return words.size() == entry.size() || isOneOf(words[entry.size()], U"。.");
}

}  // namespace

std::u32string entryWords(Text content) {
    std::size_t end = content.size();
    const std::size_t bracket = content.find_last_of(U"（(");
    if (bracket != Text::npos && bracket > 0 && content.substr(bracket + 1, 1) == U"第") end = bracket;
    const bool page = end > 3 && isDigit(content[end - 1]);
    std::size_t cut = end;
    while (page && cut > 0 && isDigit(content[cut - 1])) --cut;
    while (!page && cut > 1 && isOneOf(content[cut - 1], U"IVXivx")) --cut;
    const bool roman = !page && cut < end;  // 前言II, as a paper without leaders loses the blank
    if (cut > 0 && (isSpace(content[cut - 1]) || (roman && isHan(content[cut - 1])))) end = cut;
    while (end > 0 && (isSpace(content[end - 1]) || isOneOf(content[end - 1], U".…·⋯"))) --end;
    return squeezed(content.substr(0, end));
}

bool comeAgain(Text text, const Lines& lines, std::size_t from, std::size_t to) {
    constexpr std::size_t farthest = 3;  // entries that a copy may have lost in a row
    std::vector<std::u32string> entries;
    for (std::size_t i = from; i < to; ++i)
        if (isNumberedEntry(text, lines[i])) entries.push_back(entryWords(lines[i].content(text)));
    std::size_t next = 0;
    std::size_t found = 0;
    std::size_t bodies = 0;  // lines below the headings that come again
    for (std::size_t i = to; i < lines.size() && next < entries.size(); ++i) {
        if (lines[i].isBlank() || lines[i].furniture) continue;
        const std::u32string words = squeezed(lines[i].content(text).substr(0, longestEntry * 2));
        const std::size_t limit = std::min(entries.size(), next + farthest);
        const std::size_t before = found;
        for (std::size_t k = next; k < limit; ++k) {
            if (!heads(words, entries[k])) continue;
            ++found;
            next = k + 1;
            break;
        }
        bodies += found > 0 && (found == before || words.size() > entries[next - 1].size() + 1) ? 1 : 0;
    }
    return found >= 3 && bodies > 0 && found * 5 >= entries.size() * 4;
}

std::pair<std::size_t, std::size_t> openingContents(Text text, const Lines& lines) {
    constexpr std::size_t deepest = 40;  // filled lines above a table at the beginning
    std::size_t first = 0;
    std::size_t filled = 0;
    while (first < lines.size() && filled < deepest && !isNumberedEntry(text, lines[first]))
        filled += lines[first++].isBlank() ? 0 : 1;
    if (first >= lines.size() || filled >= deepest) return {0, 0};
    const std::u32string opening = entryWords(lines[first].content(text));
    std::size_t end = first + 1;
    for (std::size_t i = end; i < lines.size(); ++i) {
        if (lines[i].isBlank()) continue;
        if (!isNumberedEntry(text, lines[i]) || entryWords(lines[i].content(text)) == opening) break;
        end = i + 1;
    }
    return {first, comeAgain(text, lines, first, end) ? end : first};
}

}  // namespace layers
