// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/SkippedLines.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "layers/document/CodePoints.h"
#include "layers/policy/NumberMark.h"
#include "layers/policy/RepeatedHeadings.h"
#include "layers/policy/TaskRows.h"

namespace layers {

namespace {

using Text = std::u32string_view;
using Lines = std::vector<TextLine>;

/// 一、总体要求………3: leaders and a page number at the end.
bool hasLeaders(Text content) {
    std::size_t end = content.size();
    while (end > 0 && (isDigit(content[end - 1]) || isSpace(content[end - 1]) || isOneOf(content[end - 1], U"()（）-")))
        --end;
    if (end == content.size()) return false;
    std::size_t leaders = 0;
    while (end > leaders && isOneOf(content[end - 1 - leaders], U".…·⋯—_\t ")) ++leaders;
    return leaders >= 2;
}

bool sameNumber(const NumberMark& a, const NumberMark& b) {
    return a.kind == b.kind && a.ordinals == b.ordinals && a.latin == b.latin;
}

bool isShortEntry(Text content) { return content.size() <= 60 && content.find(U'。') == Text::npos; }

/// Where the first or second entry of a table of contents comes again, there the text begins.
class ContentsTable {
public:
    ContentsTable(Text text, const Lines& lines, std::size_t first) : m_text(text), m_lines(lines), m_first(first) {
        for (std::size_t i = first; i < lines.size() && m_keys.size() < 2; ++i)
            if (!lines[i].isBlank()) m_keys.push_back(entryWords(lines[i].content(text)));
        m_opening = markOf(first);
        m_leaders = hasLeaders(lines[first].content(text));
    }
    /// Index of the first line behind the table; `first` if there is no table.
    std::size_t end() {
        const std::size_t stop = std::min(m_lines.size(), m_first + 3000);  // no table of contents is longer
        for (std::size_t i = m_first + 1; i < stop; ++i) {
            if (m_lines[i].isBlank()) continue;
            const Text content = m_lines[i].content(m_text);
            const bool leaders = hasLeaders(content);
            if (!leaders && beginsText(i, content)) return i;
            if (!isShortEntry(content)) return m_leaders || comeAgain(m_text, m_lines, m_first, i) ? i : m_first;
            m_leaders = m_leaders || leaders;
        }
        return m_first;
    }

private:
    std::optional<NumberMark> markOf(std::size_t i) const {
        const auto mark = readMark(m_text, m_lines[i].from);
        return mark ? mark : readBareNumber(m_text, m_lines[i].from);
    }
    bool beginsText(std::size_t i, Text content) const {
        const auto mark = markOf(i);
        if (mark && m_opening && sameNumber(*mark, *m_opening)) return true;
        const std::u32string words = entryWords(content);
        if (words.size() < 2) return false;
        const bool second = i > m_first + 1 && m_keys.size() > 1 && words == m_keys[1];
        return (words == m_keys.front() || second) && (mark || !m_opening);
    }

    Text m_text;
    const Lines& m_lines;
    std::size_t m_first;
    std::vector<std::u32string> m_keys;
    std::optional<NumberMark> m_opening;
    bool m_leaders = false;
};

void skip(Lines& lines, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to && i < lines.size(); ++i) lines[i].skipped = true;
}

/// Three or more lines in a row that end in leaders and a page number are a table of contents under any title.
void markLeaderBlocks(Text text, Lines& lines) {
    std::size_t i = 0;
    while (i < lines.size()) {
        std::size_t end = i;
        std::size_t filled = 0;
        while (end < lines.size() && (lines[end].isBlank() || hasLeaders(lines[end].content(text))))
            filled += lines[end++].isBlank() ? 0 : 1;
        if (filled >= 3) skip(lines, i, end);
        i = std::max(end, i + 1);
    }
}

/// Between ``` and ``` Markdown quotes other things. An unclosed fence skips nothing.
void markCodeBlocks(Text text, Lines& lines) {
    std::size_t open = lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].content(text).substr(0, 3) != U"```") continue;
        if (open < lines.size()) skip(lines, open, i + 1);
        open = open < lines.size() ? lines.size() : i;
    }
}

/// 附件：1.… and the lines 2.… 3.… below it are titles of other papers.
std::size_t attachmentListEnd(Text text, const Lines& lines, std::size_t first) {
    const auto entry = [&](std::size_t i) {
        const auto number = readMark(text, lines[i].from);
        return number && number->kind == MarkKind::Arabic && isShortEntry(lines[i].content(text));
    };
    std::size_t i = first + 1;
    while (i < lines.size() && (lines[i].isBlank() || entry(i))) ++i;
    return i;
}

bool opensAttachmentList(Text content) {
    return content.size() > 2 && content.substr(0, 2) == U"附件" && isOneOf(content[2], U":：");
}

/// 附件1：… 附件2：… in lines that follow each other are a list of other papers.
std::size_t annexListEnd(Text text, const Lines& lines, std::size_t first) {
    const auto entry = [&](std::size_t i) {
        const auto number = readMark(text, lines[i].from);
        return number && number->kind == MarkKind::Annex && isShortEntry(lines[i].content(text));
    };
    if (!entry(first)) return first;
    std::size_t end = first;
    for (std::size_t i = first; i < lines.size() && (lines[i].isBlank() || entry(i)); ++i)
        if (!lines[i].isBlank()) end = i + 1;
    const std::size_t next = nextFilled(lines, first + 1);
    return next < end ? end : first;
}

/// Below a page's number and a form feed, alone above a blank line, while the page before ends inside its sentence.
bool isHeadOfOnePage(Text text, const Lines& lines, const TextLine& above, std::size_t i) {
    constexpr std::size_t shortestLine = 20;
    if (above.length() < shortestLine || endsSentence(above.content(text)) || lines[i].length() > shortestLine)
        return false;
    const Text indent = text.substr(lines[i].start, lines[i].from - lines[i].start);
    const bool parted = i + 2 < lines.size() && lines[i + 1].isBlank() && !lines[i + 2].isBlank();
    return parted && indent.find(U'\f') != Text::npos && !readMark(text, lines[i].from) &&
           !endsSentence(lines[i].content(text));
}

/// Marks running heads: lines beside a page number that stand elsewhere in the text, too.
void markRunningHeads(Text text, Lines& lines) {
    std::unordered_map<std::u32string_view, int> counts;
    for (const TextLine& line : lines)
        if (!line.isBlank() && line.length() <= 60) ++counts[line.content(text)];
    const auto mark = [&](TextLine& line) {
        const Text content = line.content(text);
        const bool sentence = content.find_first_of(U"。；，") != Text::npos;
        if (line.isBlank() || line.length() > 60 || sentence) return;
        if (readMark(text, line.from) || readBareNumber(text, line.from)) return;
        if (counts[content] > 1) line.furniture = line.skipped = true;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!isPageNumber(lines[i].content(text))) continue;
        lines[i].furniture = lines[i].skipped = true;
        std::size_t above = i;
        while (above > 0 && lines[above - 1].isBlank() && i - above < 4) --above;
        if (above > 0) mark(lines[above - 1]);
        const std::size_t below = nextFilled(lines, i + 1);
        if (below >= lines.size()) continue;
        mark(lines[below]);
        if (above > 0 && isHeadOfOnePage(text, lines, lines[above - 1], below))
            lines[below].furniture = lines[below].skipped = true;
    }
}

/// Notes at a page's end: [1] …, and ① … where the sign stood behind a word above.
void markFootnotes(Text text, Lines& lines) {
    std::u32string open;
    for (TextLine& line : lines) {
        if (line.isBlank() || line.skipped) continue;
        const Text content = line.content(text);
        const char32_t first = content.front();
        const bool numbered = isOneOf(first, U"[［") && content.size() > 3 && isDigit(content[1]) &&
                              content.substr(0, 5).find_first_of(U"]］") != Text::npos;
        if (numbered || open.find(first) != std::u32string::npos) {
            line.furniture = line.skipped = true;
            continue;
        }
        for (std::size_t i = 1; i < content.size(); ++i) {
            const bool sign = content[i] >= U'①' && content[i] <= U'⑳';
            if (sign && (isHan(content[i - 1]) || isDigit(content[i - 1])) && open.size() < 40) open += content[i];
        }
        if (first >= U'①' && first <= U'⑳') open.clear();
    }
}

/// "表3.2.1  绿道净宽(m)" above a table.
bool isTableTitle(Text content) {
    if (content.size() < 2 || content.size() > 40 || content.front() != U'表') return false;
    const char32_t second = content[1] == U' ' && content.size() > 2 ? content[2] : content[1];
    const bool numbered =
        isDigit(second) || (second >= U'A' && second <= U'Z') || isOneOf(second, U"一二三四五六七八九十");
    return numbered && content.find_first_of(U"。；，给规应见") == Text::npos;
}

/// "Table A-1 Projects", but not "Table 1 shows the projects."
bool isLatinTableTitle(Text content) {
    if (content.size() > 80 || content.substr(0, 6) != U"Table " ||
        content.find_first_of(U".;", 6) + 1 == content.size())
        return false;
    std::size_t i = 6;
    bool digits = false;
    for (; i < content.size() && !isSpace(content[i]) && i < 14; ++i) {
        if (!isDigit(content[i]) && !isOneOf(content[i], U"-–.:") && !(content[i] >= U'A' && content[i] <= U'Z'))
            return false;
        digits = digits || isDigit(content[i]);
    }
    while (i < content.size() && isSpace(content[i])) ++i;
    return digits && (i == content.size() || (content[i] >= U'A' && content[i] <= U'Z'));
}

/// "No.  Project  Cost"
bool isLatinTableHead(Text content) {
    std::size_t i = 3;
    while (i < content.size() && (isSpace(content[i]) || isOneOf(content[i], U"|｜"))) ++i;
    const bool opening = content.substr(0, 3) == U"No." && i > 3 && i < content.size() && isLatinLetter(content[i]);
    return opening && content.size() <= 120 && (cellCount(content) > 1 || content.find(U'|') != Text::npos);
}

/// "序号  方式  提前时间"
bool isTableHead(Text content) {
    if (isLatinTableHead(content)) return true;
    const bool opening = content.substr(0, 2) == U"序号" || content.substr(0, 2) == U"编号";
    return opening && content.size() <= 80 && content.find_first_of(U"。；，：") == Text::npos &&
           content.find_first_of(U" \t　|") != Text::npos;
}

bool isNumeric(Text content) {
    bool digits = false;
    for (const char32_t c : content) {
        if (!isDigit(c) && !isSpace(c) && !isOneOf(c, U".,．，%％-—–+±~～/")) return false;
        digits = digits || isDigit(c);
    }
    return digits;
}

bool endsLikeCell(Text content) { return !isOneOf(content.back(), U"。；：，、;:!！?？"); }

bool hasCells(Text content) { return cellCount(content) > 1 || content.find_first_of(U"|｜") != Text::npos; }

/// Whether 一、 (一) or 1. in line `i` of a table is printed as a row: with cells, as the first row is, or above rows
/// that it groups.
bool isNumberedRow(Text text, const Lines& lines, std::size_t i, const std::optional<NumberMark>& firstRow) {
    const auto number = readMark(text, lines[i].from);
    if (!number) return true;
    const MarkKind kind = number->kind;
    const bool list = kind == MarkKind::ChinesePart || kind == MarkKind::ChineseBracket || kind == MarkKind::Arabic;
    if (!list) return !number->isStructural();
    if ((firstRow && firstRow->kind == kind && kind == MarkKind::Arabic) || hasCells(lines[i].content(text)))
        return true;
    if (kind == MarkKind::Arabic || i + 1 >= lines.size() || lines[i + 1].isBlank()) return false;
    const Text below = lines[i + 1].content(text);
    return !isTableHead(below) && (hasCells(below) || readBareNumber(text, lines[i + 1].from));
}

/// Rows under a table's title or head until a blank line or a line that ends like a sentence.
std::size_t tableEnd(Text text, const Lines& lines, std::size_t first) {
    std::size_t i = first + 1;
    const Text title = lines[first].content(text);
    if ((isTableTitle(title) || isLatinTableTitle(title)) && i < lines.size() && lines[i].isBlank()) {
        const std::size_t next = nextFilled(lines, i);
        if (next < lines.size() && (cellCount(lines[next].content(text)) > 2 || isTableHead(lines[next].content(text))))
            i = next;
    }
    const std::size_t top = nextFilled(lines, i + (i < lines.size() && isTableHead(lines[i].content(text)) ? 1 : 0));
    const auto firstRow = top < lines.size() ? readMark(text, lines[top].from) : std::nullopt;
    while (i < lines.size() && !lines[i].isBlank() && endsLikeCell(lines[i].content(text))) {
        if (!isNumberedRow(text, lines, i, firstRow)) break;
        ++i;
    }
    return i;
}

/// Cells printed one a line: six or more short lines in a row without an end mark, a quarter of them numbers.
bool isCellColumn(Text text, const Lines& lines, std::size_t first, std::size_t end) {
    if (end - first < 6) return false;
    const auto numbers = static_cast<std::size_t>(std::count_if(
        lines.begin() + static_cast<std::ptrdiff_t>(first), lines.begin() + static_cast<std::ptrdiff_t>(end),
        [&](const TextLine& line) { return isNumeric(line.content(text)); }));
    return numbers >= 3 && numbers * 4 >= end - first;
}
std::size_t shortRunEnd(Text text, const Lines& lines, std::size_t first) {
    std::size_t i = first;
    while (i < lines.size() && !lines[i].isBlank() && lines[i].length() <= 16 && endsLikeCell(lines[i].content(text)))
        ++i;
    return i;
}

/// Entries of a menu: three or more short cells with wide blanks or bars between, none of them an amount.
bool isMenu(Text content) {
    if (content.size() > 120 || content.find_first_of(U"。；，") != Text::npos) return false;
    const std::size_t cells = cellCount(content);
    const auto bars = static_cast<std::size_t>(
        std::count_if(content.begin(), content.end(), [](char32_t c) { return isOneOf(c, U"|｜>"); }));
    const std::size_t entries = std::max(cells, bars + 1);
    return entries >= 3 && content.size() / entries <= 8;
}

/// 一、要闻 二、公告 三、专题: three or more short entries of one line, each with a number.
bool isNumberedMenu(Text text, const TextLine& line) {
    const Text content = line.content(text);
    if (content.size() > 60 || content.find_first_of(U"。；，") != Text::npos) return false;
    std::size_t entries = 0;
    for (std::size_t i = line.from; i < line.to; ++i) {
        if (isSpace(text[i]) || (i > line.from && !isSpace(text[i - 1]))) continue;
        const auto number = readMark(text, i);
        if (!number || number->kind != MarkKind::ChinesePart) return false;
        ++entries;
    }
    return entries >= 3;
}

/// A number that heads the whole line: "2.0.2  会让点  passing bay", but not "一、要闻  二、公告  三、专题".
bool opensNumbered(Text text, const TextLine& line) {
    if (readBareNumber(text, line.from)) return true;
    if (!readMark(text, line.from)) return false;
    for (std::size_t i = line.from + 1; i < line.to; ++i)
        if (isSpace(text[i - 1]) && !isSpace(text[i]) && readMark(text, i)) return false;
    return true;
}

bool isTabRow(Text content) { return std::count(content.begin(), content.end(), U'\t') >= 2; }

void markTables(Text text, Lines& lines) {
    std::size_t tried = 0;  // a run that was no column of cells is not looked at again from its middle
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].isBlank() || lines[i].skipped) continue;
        const Text content = lines[i].content(text);
        if (isTableTitle(content) || isLatinTableTitle(content) || isTableHead(content)) {
            skip(lines, i, tableEnd(text, lines, i));
        } else if (isTabRow(content) || (isMenu(content) && !opensNumbered(text, lines[i])) ||
                   isNumberedMenu(text, lines[i])) {
            lines[i].skipped = true;
        } else if (i >= tried) {
            const std::size_t end = shortRunEnd(text, lines, i);
            if (isCellColumn(text, lines, i, end)) skip(lines, i, end);
            tried = end;
        }
    }
}

}  // namespace

void markSkippedLines(Text text, Lines& lines) {
    markLeaderBlocks(text, lines);
    markCodeBlocks(text, lines);
    markRunningHeads(text, lines);
    const auto [opening, openingEnd] = openingContents(text, lines);
    skip(lines, opening, openingEnd);
    std::size_t tables = 0;  // of contents; a text that says 目录 a million times shall not cost a million searches
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Text content = lines[i].content(text);
        if (lines[i].furniture || lines[i].skipped || content.empty()) continue;
        if (content.size() <= 20 && isContentsTitle(content) && tables++ < 20) {
            const std::size_t first = nextFilled(lines, i + 1);
            if (first < lines.size()) skip(lines, i, std::max(ContentsTable(text, lines, first).end(), i + 1));
        } else if (opensAttachmentList(content)) {
            skip(lines, i, attachmentListEnd(text, lines, i));
        } else if (const std::size_t end = annexListEnd(text, lines, i); end > i) {
            skip(lines, i, end);
        }
    }
    markFootnotes(text, lines);
    const std::vector<std::size_t> tasks = findTaskRows(text, lines);
    markTables(text, lines);
    for (const std::size_t row : tasks) {
        lines[row].skipped = false;
        if (readRowNumber(text, lines[row])) lines[row].row = RowKind::Task;
    }
}

}  // namespace layers
