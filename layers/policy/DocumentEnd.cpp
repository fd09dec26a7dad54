// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/DocumentEnd.h"

#include <algorithm>

#include "layers/policy/CodePoints.h"

namespace layers {

namespace {

using Text = std::u32string_view;
using Lines = std::vector<TextLine>;

bool isAttachmentTitle(Text content) {
    if (content.substr(0, 2) != U"附件" || content.size() > 40) return false;
    return content.size() == 2 || isDigit(content[2]) || isOneOf(content[2], U":： 一二三四五六七八九十");
}

bool isSignatureLine(Text content) {
    return content.size() <= 40 && !content.empty() && !isOneOf(content.back(), U"。；：，、;:,");
}

/// The first of the lines with the issuers' names above the date in line `date`.
std::size_t signatureStart(Text text, const Lines& lines, std::size_t first, std::size_t date) {
    std::size_t start = date;
    for (std::size_t i = date; i > first + 1; --i) {
        const TextLine& above = lines[i - 1];
        if (above.isBlank()) continue;
        if (!isSignatureLine(above.content(text)) || date - i > 8) break;
        start = i - 1;
    }
    return start;
}

/// Furniture on the clause's own last line: "…载体。文件下载…".
std::size_t inlineFurniture(Text text, const TextLine& line, std::size_t from) {
    const Text rest = text.substr(0, line.to);
    const std::size_t stop = rest.find_last_of(U"。！？");
    if (stop == Text::npos || stop < from || stop + 1 >= line.to) return line.to;
    return isPageFurniture(rest.substr(stop + 1)) ? stop + 1 : line.to;
}

}  // namespace

bool isDateLine(Text content) {
    if (content.size() < 8 || content.size() > 24) return false;
    std::u32string words;
    std::size_t digits = 0;
    for (const char32_t c : content) {
        if (isDigit(c) || isOneOf(c, U"〇○零一二三四五六七八九十")) {
            ++digits;
        } else if (!isSpace(c)) {
            words += c;
        }
    }
    return digits >= 6 && (words == U"年月日" || words == U"--" || words == U"//");
}

std::size_t withoutTrailingFurniture(Text text, std::size_t start, std::size_t end) {
    while (true) {
        while (end > start && (isSpace(text[end - 1]) || isOneOf(text[end - 1], U"*#"))) --end;
        std::size_t lineStart = end;
        while (lineStart > start && end - lineStart < 24 && !isLineEnd(text[lineStart - 1])) --lineStart;
        const bool wholeLine = lineStart > start && isLineEnd(text[lineStart - 1]);
        if (!wholeLine || !isPageNumber(text.substr(lineStart, end - lineStart))) return end;
        end = lineStart;
    }
}

std::size_t findDocumentEnd(Text text, const Lines& lines, std::size_t line, std::size_t lastHead, std::size_t stop) {
    for (std::size_t i = line + 1; i < stop; ++i) {
        const Text content = lines[i].content(text);
        if (content.empty()) continue;
        if (isPageFurniture(content) || isAttachmentTitle(content)) return lines[i].start;
        if (isDateLine(content)) return lines[signatureStart(text, lines, line, i)].start;
    }
    std::size_t last = stop;
    while (last > line + 1 && lines[last - 1].isBlank()) --last;
    return inlineFurniture(text, lines[last - 1], lastHead);
}

}  // namespace layers
