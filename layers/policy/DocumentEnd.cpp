// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/DocumentEnd.h"

#include <algorithm>

#include "layers/document/CodePoints.h"
#include "layers/policy/NumberMark.h"

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

/// "白鹭洲区人民政府2024年6月12日" behind the last words.
bool isSignedDate(Text rest) {
    if (rest.size() > 50 || rest.empty() || rest.back() != U'日' || rest.find_first_of(U"。；，：") != Text::npos)
        return false;
    for (std::size_t i = 0; i + 8 <= rest.size(); ++i)
        if (isDateLine(rest.substr(i))) return true;
    return false;
}

/// Titles of what follows the last clause.
bool isAppendixTitle(Text content) {
    if (content.size() > 12) return false;
    const std::u32string words = squeezed(content);
    const bool wording = words.size() > 5 && words.front() == U'本' && words.substr(words.size() - 4) == U"用词说明";
    return wording || words == U"参考文献" || words == U"参考资料" || words == U"引用标准名录" ||
           words == U"条文说明" || words == U"附录" || words == U"附表" || words == U"附图" ||
           ((words.substr(0, 2) == U"特此" || words == U"此复。") && words.size() < 9) || words == U"References" ||
           words == U"Bibliography";
}

/// "（根据录音整理）" as the last line, below the clause's words.
bool isClosingRemark(Text content) {
    return content.size() > 3 && content.size() <= 40 && isOneOf(content.front(), U"（(") &&
           isOneOf(content.back(), U"）)") && content.substr(1).find_first_of(U"（(") == Text::npos &&
           !readMark(content, 0);
}

/// Furniture on the clause's own last line: "…载体。文件下载…".
std::size_t inlineFurniture(Text text, const TextLine& line, std::size_t from) {
    const std::size_t start = std::max(from, line.start);
    const Text rest = text.substr(0, line.to);
    const std::size_t found = start < line.to ? rest.substr(start).find_last_of(U"。！？") : Text::npos;
    if (found == Text::npos || start + found + 1 >= line.to) return line.to;
    const std::size_t stop = start + found;
    const Text behind = rest.substr(stop + 1);
    return isPageFurniture(behind) || isSignedDate(behind) ? stop + 1 : line.to;
}

}  // namespace

bool isDateLine(Text content) {
    if (content.size() < 7 || content.size() > 24) return false;
    std::u32string words;
    std::size_t digits = 0;
    for (const char32_t c : content) {
        if (isDigit(c) || isOneOf(c, U"〇○零一二三四五六七八九十")) {
            ++digits;
        } else if (!isSpace(c)) {
            words += c;
        }
    }
    if (words == U"年月") return digits >= 5;
    return digits >= 5 && (words == U"年月日" || words == U"--" || words == U"//" || words == U"..") &&
           (isHan(words.front()) || digits >= 6);
}

std::size_t withoutTrailingFurniture(Text text, const Lines& lines, std::size_t start, std::size_t end) {
    while (end > start) {
        while (end > start && (isSpace(text[end - 1]) || isOneOf(text[end - 1], U"*#>") || isFrame(text[end - 1])))
            --end;
        const auto behind = std::upper_bound(lines.begin(), lines.end(), end > 0 ? end - 1 : 0,
                                             [](std::size_t at, const TextLine& line) { return at < line.start; });
        if (behind == lines.begin()) return end;
        const TextLine& last = *std::prev(behind);
        if (!last.furniture || last.start <= start) return end;
        end = last.start;
    }
    return end;
}

std::size_t findDocumentEnd(Text text, const Lines& lines, std::size_t line, std::size_t lastHead, std::size_t stop) {
    for (std::size_t i = line + 1; i < stop; ++i) {
        const Text content = lines[i].content(text);
        if (content.empty()) continue;
        if (isPageFurniture(content) || isAttachmentTitle(content) || isAppendixTitle(content)) return lines[i].start;
        if (isDateLine(content)) return lines[signatureStart(text, lines, line, i)].start;
    }
    std::size_t last = stop;
    while (last > line + 1 && (lines[last - 1].isBlank() || lines[last - 1].furniture)) --last;
    while (last > line + 2 && isClosingRemark(lines[last - 1].content(text))) {
        --last;
        while (last > line + 1 && lines[last - 1].isBlank()) --last;
    }
    return inlineFurniture(text, lines[last - 1], lastHead);
}

}  // namespace layers
