// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/TaskRows.h"

#include <algorithm>
#include <array>
#include <map>

#include "layers/document/CodePoints.h"
#include "layers/policy/NumberContext.h"
#include "layers/policy/Numerals.h"

namespace layers {

namespace {

using Text = std::u32string_view;

bool isBar(char32_t c) { return isOneOf(c, U"|｜"); }

/// Behind the blank space and the bar between two cells; `from` if no other cell begins there.
std::size_t nextCell(Text text, std::size_t from, std::size_t end) {
    std::size_t i = from;
    std::size_t blanks = 0;
    for (; i < end && (isSpace(text[i]) || isBar(text[i])); ++i) blanks += isSpace(text[i]) && text[i] != U'\t' ? 1 : 2;
    return blanks >= 2 && i < end ? i : from;
}

/// The rows found so far.
class Rows {
public:
    void add(std::size_t line, const NumberMark& number) {
        const bool inserted = number.inserted != 0 && number.ordinal() == m_last;
        if (number.ordinal() == 1 && number.inserted == 0) finish();
        if (number.ordinal() != m_last + 1 && !inserted) return;
        m_last = number.ordinal();
        if (m_divided || m_rows == 0) ++m_divisions;
        if (m_divided) m_lines.push_back(m_division);
        m_ofTheText = m_ofTheText && (m_fits || !m_divided);
        m_divided = false;
        m_lines.push_back(line);
        ++m_rows;
    }
    /// `fits` says that the division goes on the text's own row of numbers.
    void divide(std::size_t line, bool fits) {
        m_division = line;
        m_divided = true;
        m_fits = fits;
    }
    void finish() {
        constexpr std::size_t fewest = 3;
        if (m_rows >= fewest && m_divisions > 1 && m_ofTheText)
            m_found.insert(m_found.end(), m_lines.begin(), m_lines.end());
        m_lines.clear();
        m_rows = m_divisions = 0;
        m_last = 0;
        m_ofTheText = true;
    }
    std::vector<std::size_t> found() {
        finish();
        return std::move(m_found);
    }

private:
    std::vector<std::size_t> m_lines;
    std::vector<std::size_t> m_found;
    std::size_t m_rows = 0;
    std::size_t m_divisions = 0;
    std::size_t m_division = 0;
    bool m_divided = false;
    bool m_fits = true;
    bool m_ofTheText = true;
    int m_last = 0;
};

/// The last number of each kind of division; a higher one closes the row of the lower.
class DivisionRows {
public:
    /// Whether the number goes on its row; 一、 in a table below 一、 of the text does not.
    bool goOn(const NumberMark& mark) {
        constexpr int longestGap = 3;
        int& last = m_last[mark.kind];
        const bool fits = mark.ordinal() > last && mark.ordinal() <= last + longestGap;
        last = mark.ordinal();
        m_last.erase(m_last.upper_bound(mark.kind), m_last.end());
        return fits;
    }
    void clear() { m_last.clear(); }

private:
    std::map<MarkKind, int> m_last;
};

}  // namespace

std::size_t cellEnd(Text text, std::size_t from, std::size_t lineEnd) {
    std::size_t i = from;
    while (i < lineEnd && text[i] != U'\t' && !isBar(text[i]) &&
           !(isSpace(text[i]) && i + 1 < lineEnd && isSpace(text[i + 1])))
        ++i;
    while (i > from && isSpace(text[i - 1])) --i;
    return i;
}

std::optional<NumberMark> readRowNumber(Text text, const TextLine& line) {
    const Numeral number = readArabic(text, line.from);
    if (!number || number.length > 3) return std::nullopt;
    NumberMark mark;
    mark.kind = MarkKind::Arabic;
    mark.ordinals = {number.value};
    mark.start = line.from;
    mark.numberEnd = line.from + number.length;
    if (mark.numberEnd < line.to && isOneOf(text[mark.numberEnd], U"-－")) {
        const Numeral later = readArabic(text, mark.numberEnd + 1);
        if (!later || later.length > 2) return std::nullopt;
        mark.inserted = later.value;
        mark.numberEnd += 1 + later.length;
    }
    mark.end = nextCell(text, mark.numberEnd, line.to);
    const bool words = mark.end > mark.numberEnd &&
                       (isHan(text[mark.end]) || isLatinLetter(text[mark.end]) || isOneOf(text[mark.end], U"“《\""));
    return words ? std::optional(mark) : std::nullopt;
}

namespace {

/// "序号	任务	牵头": three cells or more, one for who answers for the task or when it is due. Indicators are no tasks.
bool isHeadOfTasks(Text text, const TextLine& line) {
    constexpr std::size_t longest = 80;
    const Text content = line.content(text);
    const bool opening = content.substr(0, 2) == U"序号" || content.substr(0, 2) == U"编号";
    if (!opening || content.size() > longest || content.find_first_of(U"。；，：") != Text::npos) return false;
    constexpr std::array<Text, 8> answers = {U"牵头", U"责任", U"承办", U"主办",
                                             U"配合", U"负责", U"时限", U"完成时间"};
    const auto named = [content](Text word) { return content.find(word) != Text::npos; };
    if (named(U"指标") || std::none_of(answers.begin(), answers.end(), named)) return false;
    std::size_t cells = 1;
    for (std::size_t i = cellEnd(text, line.from, line.to); i < line.to; i = cellEnd(text, i, line.to)) {
        const std::size_t next = nextCell(text, i, line.to);
        if (next == i) break;
        ++cells;
        i = next;
    }
    return cells > 2;
}

}  // namespace

std::vector<std::size_t> findTaskRows(Text text, const std::vector<TextLine>& lines) {
    Rows rows;
    DivisionRows divisions;
    bool open = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const TextLine& line = lines[i];
        if (line.isBlank() || (line.skipped && line.row != RowKind::Data) || line.column != 0) continue;
        const auto mark = readMark(text, line.from);
        if (mark && mark->kind == MarkKind::Annex) {
            rows.finish();
            divisions.clear();
            open = false;
        } else if (mark && mark->isStructural()) {
            const bool reference = isReference(text, *mark) || cellCount(line.content(text)) > 2;
            if (!reference && (open || line.row == RowKind::None)) rows.divide(i, divisions.goOn(*mark));
        } else if (isHeadOfTasks(text, line)) {
            open = true;
        } else if (open) {
            if (const auto number = readRowNumber(text, line)) rows.add(i, *number);
        }
    }
    return rows.found();
}

}  // namespace layers
