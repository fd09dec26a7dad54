// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/ClauseHeads.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "layers/policy/CodePoints.h"

namespace layers {

namespace {

using Text = std::u32string_view;

constexpr std::size_t longestTitle = 45;

char32_t at(Text text, std::size_t i) { return i < text.size() ? text[i] : U'\0'; }

std::size_t behindSpace(Text text, std::size_t i) {
    while (i < text.size() && isSpace(text[i]) && !isLineEnd(text[i])) ++i;
    return i;
}

bool isChineseKind(MarkKind kind) { return kind <= MarkKind::ChineseBracket; }

/// 按照第三条, (二)和(三), 一、二类: what follows shows that the number is spoken of, not printed as a head.
bool isReference(Text text, const NumberMark& mark) {
    const std::size_t i = behindSpace(text, mark.end);
    const char32_t next = at(text, i);
    if (isOneOf(next, U"的，,；;）)》”。")) return true;
    if (isOneOf(next, U"：:")) return mark.kind > MarkKind::Article;
    if (mark.kind == MarkKind::ChinesePart || mark.kind == MarkKind::Arabic) return false;
    if (next == U'、') return true;
    for (const Text words : {U"规定", U"所列", U"所称", U"所述", U"项规定", U"款规定", U"款、", U"项、", U"之规定",
                             U"项所", U"款所", U"项的", U"款的"})
        if (text.substr(i, words.size()) == words) return true;
    const bool article = mark.kind == MarkKind::Article || mark.kind == MarkKind::Paragraph;
    if (article && (next == U'第' || next == U'之')) return true;
    return isOneOf(next, U"和与及或至到—－~") && readMark(text, behindSpace(text, i + 1)).has_value();
}

/// 二、三产业; 三、四线城市: a row of numerals, not a head.
bool isNumeralRow(Text text, const NumberMark& mark) {
    if (mark.kind != MarkKind::ChinesePart) return false;
    const std::size_t i = behindSpace(text, mark.end);
    const ChineseNumeral next = readChineseNumeral(text, i);
    return next.value != 0 && isOneOf(at(text, i + next.length), U"、产次类级线期季等批层是月年者方");
}

/// What was accepted last, so that a number can be judged by the row it stands in.
class NumberRow {
public:
    void accept(const NumberMark& mark) {
        // deeper rows begin anew below a higher head; Chinese clause numbers and articles may run on
        m_lists.erase(m_lists.upper_bound(mark.rank()), m_lists.end());
        m_lists[mark.rank()] = mark.ordinals;
        m_last[mark.kind] = mark.ordinal();
        if (mark.kind == MarkKind::Decimal) {
            m_decimal = mark.ordinals;
            m_top = mark.ordinals.front();
        }
    }
    bool follows(const NumberMark& mark) const {
        const auto last = m_last.find(mark.kind);
        return mark.ordinal() == 1 || (last != m_last.end() && mark.ordinal() == last->second + 1);
    }
    /// For lists: 1, or at most three further than the last of the open list.
    bool fitsList(const NumberMark& mark) const {
        if (mark.ordinal() == 1) return true;
        const auto open = m_lists.find(mark.rank());
        if (open == m_lists.end()) return false;
        const int step = mark.ordinal() - open->second.back();
        return step >= 0 && step <= 3;
    }
    /// For 1.2.3: the next sibling (with a gap of at most two), or the first below an open number.
    bool fitsDecimal(const NumberMark& mark) const {
        const std::vector<int>& now = mark.ordinals;
        for (std::size_t depth = 1; depth < now.size(); ++depth) {
            const bool known = depth - 1 < m_decimal.size() && m_decimal[depth - 1] == now[depth - 1];
            if (!known) {
                const int before = depth - 1 < m_decimal.size() ? m_decimal[depth - 1] : 0;
                const bool near = now[depth - 1] > before && now[depth - 1] <= before + 3;
                return (near || m_decimal.empty()) && onesFrom(now, depth);
            }
        }
        const std::size_t own = now.size() - 1;
        const int before = own < m_decimal.size() ? m_decimal[own] : 0;
        return now[own] > before ? now[own] <= before + 3 : now[own] == before && before != 0;
    }
    bool continuesList(const NumberMark& mark) const {
        const auto open = m_lists.find(mark.rank());
        return open != m_lists.end() && mark.ordinal() == open->second.back() + 1;
    }
    bool isNextTop(int ordinal) const { return ordinal == m_top + 1; }

private:
    static bool onesFrom(const std::vector<int>& ordinals, std::size_t depth) {
        return std::all_of(ordinals.begin() + static_cast<std::ptrdiff_t>(depth), ordinals.end(),
                           [](int ordinal) { return ordinal == 1; });
    }
    std::map<int, std::vector<int>> m_lists;
    std::map<MarkKind, int> m_last;
    std::vector<int> m_decimal;
    int m_top = 0;
};

class HeadFinder {
public:
    HeadFinder(Text text, const std::vector<TextLine>& lines) : m_text(text), m_lines(lines) {
        for (const TextLine& line : lines) m_hasDecimals = m_hasDecimals || opensWithDecimal(line);
    }

    std::vector<ClauseHead> run(const gis::CancelToken& cancel) {
        for (m_line = 0; m_line < m_lines.size(); ++m_line) {
            if (m_line % 1024 == 0 && cancel.isCanceled()) return {};
            const TextLine& line = m_lines[m_line];
            if (line.skipped || line.isBlank()) continue;
            if (m_text.substr(line.from, 2) == U"附件" && line.length() <= 12) m_row = {};
            readLine(line);
            m_before = &line;
        }
        dropNavigation();
        return std::move(m_heads);
    }

private:
    bool opensWithDecimal(const TextLine& line) const {
        const auto mark = line.skipped ? std::nullopt : readMark(m_text, line.from);
        return mark && mark->kind == MarkKind::Decimal && startsWords(mark->end);
    }
    /// Behind the number come words, not a unit (1.5万亩, 10.2%, 1.1 公里).
    bool startsWords(std::size_t end) const {
        const std::size_t i = behindSpace(m_text, end);
        for (const Text unit :
             {U"万",   U"亿",   U"%",    U"％",   U"倍",   U"℃",    U"吨",   U"元",   U"米",     U"公里", U"公顷",
              U"公斤", U"平方", U"立方", U"千米", U"千克", U"千瓦", U"千伏", U"百分", U"个百分", U"个月"})
            if (m_text.substr(i, unit.size()) == unit) return false;
        const char32_t next = at(m_text, i);
        if (next == U'年' && at(m_text, i + 1) != U'度') return false;
        return isHan(next) || isLatinLetter(next) || isOneOf(next, U"“《【*");
    }

    /// Lists inside lists of the same shape are told by their indentation (Markdown): a 1 further to the right opens
    /// one, a number further to the left closes it.
    void nest(NumberMark& mark, const TextLine& line) {
        if (mark.kind != MarkKind::Arabic) {
            if (isChineseKind(mark.kind)) m_indents.clear();
            return;
        }
        const std::size_t indent = line.from - line.start;
        while (m_indents.size() > 1 && indent < m_indents.back()) m_indents.pop_back();
        if (m_indents.empty() || (mark.ordinal() == 1 && indent >= m_indents.back() + 2)) m_indents.push_back(indent);
        mark.nesting = static_cast<int>(m_indents.size()) - 1;
    }

    void readLine(const TextLine& line) {
        std::size_t next = line.from;
        const auto opening = lineMark(line);
        if (opening) {
            accept(*opening, line.start, true);
            next = opening->end;
            nestedHead(*opening, line);
        }
        for (std::size_t i = next; i < line.to; ++i) {
            const bool semicolon = isOneOf(m_text[i], U"；;");
            if (!isOneOf(m_text[i], U"。！？") && !(semicolon && opening)) continue;
            std::size_t j = i + 1;
            while (j < line.to && (isOneOf(m_text[j], U"”’』」）)】*") || isSpace(m_text[j]))) ++j;
            const auto mark = j < line.to ? readMark(m_text, j) : std::nullopt;
            if (!mark || !headsSentence(*mark)) continue;
            // (一)甲；(二)乙；: a list that opened the line goes on in it
            if (semicolon && !(mark->kind == opening->kind && m_row.continuesList(*mark))) continue;
            accept(*mark, j, false);
            nestedHead(*mark, line);
        }
    }

    void accept(const NumberMark& mark, std::size_t block, bool opensLine) {
        m_row.accept(mark);
        m_heads.push_back({mark, block, m_line, opensLine});
    }

    /// 一、总体要求(一)指导思想。: the clause follows the part's heading with nothing between.
    void nestedHead(const NumberMark& mark, const TextLine& line) {
        if (mark.kind >= MarkKind::ChineseBracket || mark.kind == MarkKind::Article) return;
        const std::size_t end = std::min(line.to, mark.end + longestTitle);
        for (std::size_t i = mark.end; i < end && !isOneOf(m_text[i], U"。！？；，,：:"); ++i) {
            if (!isOneOf(m_text[i], U"(（第一") || i == behindSpace(m_text, mark.end)) continue;
            const auto nested = readMark(m_text, i);
            if (!nested || nested->rank() <= mark.rank() || !isChineseKind(nested->kind)) continue;
            if (isReference(m_text, *nested) || isNumeralRow(m_text, *nested)) continue;
            if (nested->kind != MarkKind::ChineseBracket && !m_row.follows(*nested)) continue;
            accept(*nested, i, false);
            return nestedHead(*nested, line);
        }
    }

    std::optional<NumberMark> lineMark(const TextLine& line) {
        auto mark = readMark(m_text, line.from);
        const auto indents = m_indents;
        if (mark) nest(*mark, line);
        if (m_hasDecimals && (!mark || mark->kind == MarkKind::Arabic)) {
            auto top = mark ? mark : readBareNumber(m_text, line.from);
            if (top && !(mark && m_row.continuesList(*mark)) && headsStandard(*top, line)) {
                top->kind = MarkKind::Decimal;
                top->nesting = 0;
                m_indents.clear();
                return top;
            }
        }
        if (mark && headsLine(*mark, line)) return mark;
        m_indents = indents;
        return std::nullopt;
    }

    /// "4 Requirements" on a line of its own, next in the row of whole numbers of a standard.
    bool headsStandard(const NumberMark& mark, const TextLine& line) const {
        return m_row.isNextTop(mark.ordinal()) && startsWords(mark.end) && line.length() <= longestTitle * 2 &&
               !isOneOf(m_text[line.to - 1], U"。；;，,");
    }

    bool headsLine(const NumberMark& mark, const TextLine& line) const {
        if (isReference(m_text, mark) || isNumeralRow(m_text, mark)) return false;
        if (behindSpace(m_text, mark.end) >= line.to && !isChineseKind(mark.kind)) return false;
        const bool broken = m_before != nullptr && isUnfinished(*m_before);
        switch (mark.kind) {
            case MarkKind::Decimal:
                return startsWords(mark.end) && m_row.fitsDecimal(mark);
            case MarkKind::Arabic:
            case MarkKind::ArabicBracket:
            case MarkKind::ArabicHalf:
            case MarkKind::Circled:
            case MarkKind::Letter:
                return m_row.fitsList(mark) && (!broken || m_row.follows(mark));
            default:
                return !broken || m_row.follows(mark);
        }
    }

    bool headsSentence(const NumberMark& mark) const {
        if (isReference(m_text, mark) || isNumeralRow(m_text, mark)) return false;
        const char32_t next = at(m_text, behindSpace(m_text, mark.end));
        if (!isHan(next) && !isOneOf(next, U"“《")) return false;
        switch (mark.kind) {
            case MarkKind::ChinesePart:
            case MarkKind::ChineseBracket:
                return true;
            case MarkKind::Decimal:
            case MarkKind::Letter:
                return false;
            case MarkKind::Arabic:
            case MarkKind::ArabicBracket:
            case MarkKind::ArabicHalf:
            case MarkKind::Circled:
                return m_row.fitsList(mark) && m_row.follows(mark) && !m_heads.empty();
            default:
                return m_row.follows(mark);
        }
    }

    /// A line that ends inside a sentence, so that the next one goes on (pages break lines anywhere). Short lines
    /// are titles.
    bool isUnfinished(const TextLine& line) const {
        if (endsSentence(line.content(m_text))) return false;
        return line.length() > longestTitle ||
               (isOneOf(m_text[line.to - 1], U"，,、和与及或按照据") && !(line.length() < 8));
    }

    /// Lists before the first real head that hold no sentence are menus of a web page.
    void dropNavigation() {
        const auto chinese = [](const ClauseHead& head) {
            return isChineseKind(head.mark.kind) || head.mark.kind == MarkKind::Decimal;
        };
        const auto first = std::find_if(m_heads.begin(), m_heads.end(), chinese);
        if (first == m_heads.end()) return;
        const auto menu = [this](const ClauseHead& head) {
            const Text content = m_lines[head.line].content(m_text);
            return content.find_first_of(U"。；;！？") == Text::npos;
        };
        m_heads.erase(std::remove_if(m_heads.begin(), first, menu), first);
    }

    Text m_text;
    const std::vector<TextLine>& m_lines;
    const TextLine* m_before = nullptr;
    NumberRow m_row;
    std::vector<ClauseHead> m_heads;
    std::vector<std::size_t> m_indents;  ///< of the open lists 1. 2. 3.
    std::size_t m_line = 0;
    bool m_hasDecimals = false;
};

}  // namespace

std::vector<ClauseHead> findClauseHeads(Text text, const std::vector<TextLine>& lines, const gis::CancelToken& cancel) {
    return HeadFinder(text, lines).run(cancel);
}

}  // namespace layers
