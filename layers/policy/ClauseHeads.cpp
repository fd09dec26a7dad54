// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/ClauseHeads.h"

#include <algorithm>
#include <optional>

#include "layers/document/CodePoints.h"
#include "layers/policy/ColumnLines.h"
#include "layers/policy/DocumentEnd.h"
#include "layers/policy/HeadPruning.h"
#include "layers/policy/LineFlow.h"
#include "layers/policy/NumberContext.h"
#include "layers/policy/NumberingShape.h"
#include "layers/policy/OpenRows.h"
#include "layers/policy/TaskRows.h"

namespace layers {

namespace {

using Text = std::u32string_view;

constexpr std::size_t longestTitle = 45;

char32_t at(Text text, std::size_t i) { return i < text.size() ? text[i] : U'\0'; }

class HeadFinder {
public:
    HeadFinder(Text text, const std::vector<TextLine>& lines) : m_text(text), m_lines(lines), m_shape(text, lines) {}

    std::vector<ClauseHead> run(const gis::CancelToken& cancel) {
        std::size_t read = 0;
        for (const std::size_t index : readingOrder(m_lines)) {
            if (read++ % 1024 == 0 && cancel.isCanceled()) return {};
            m_line = index;
            const TextLine& line = m_lines[m_line];
            m_parted = m_parted || (line.isBlank() && !m_pageBetween);
            if (m_inBox && closesFrame(m_text, line)) leaveBox();
            if (line.furniture) {
                m_pageBetween = true;
                m_parted = false;
            }
            if (line.isBlank() || line.furniture) continue;
            if (opensBareAnnex(line)) beginAnnex();
            if (!line.skipped) readLine(line);
            m_before = line.skipped || line.row == RowKind::Task ? nullptr : &line;  // a row goes on nowhere
            m_beforeIndex = m_line;
            m_parted = m_pageBetween = false;
        }
        for (std::size_t i = 0; i < m_heads.size(); ++i) m_heads[i].order = i;
        std::stable_sort(m_heads.begin(), m_heads.end(),
                         [](const ClauseHead& a, const ClauseHead& b) { return a.mark.start < b.mark.start; });
        return std::move(m_heads);
    }

private:
    /// 附件 alone above the title of a paper that has its own numbers, or 附件：title right above its 一、.
    bool opensBareAnnex(const TextLine& line) const {
        if (m_heads.empty() || m_text[line.from] != U'附' || line.length() > longestTitle) return false;
        const Text content = line.content(m_text);
        const std::size_t next = nextFilled(m_lines, m_line + 1);
        if (next >= m_lines.size() || m_lines[next].length() > longestTitle) return false;
        const auto below = readMark(m_text, m_lines[next].from);
        const std::u32string words = squeezed(content.substr(0, 8));
        if (content.size() <= 6 && words == U"附件") return !below && isTitle(m_lines[next].content(m_text));
        const bool titled = words.substr(0, 2) == U"附件" && isOneOf(words.substr(2, 1).front(), U"：:") &&
                            !readMark(m_text, behindSpace(m_text, line.from + content.find_first_of(U"：:") + 1));
        return titled && isTitle(content.substr(2)) && below && below->ordinal() == 1 && below->isStructural();
    }
    /// No sentence, and no file to be loaded.
    static bool isTitle(Text words) {
        return words.find_first_of(U"。；，.") == Text::npos && !isOneOf(words.back(), U"：:、") &&
               !isDateLine(words) && !isPageFurniture(words);
    }
    void beginAnnex() {
        m_rows = {};
        m_inBox = false;
        m_annexBegins = true;
    }

    void leaveBox() {
        m_rows.closeBox();
        m_inBox = false;
    }

    std::size_t indentOf(const TextLine& line) const { return line.from - line.start; }

    void readLine(const TextLine& line) {
        std::size_t next = line.from;
        const auto opening = lineMark(line);
        if (opening) {
            accept(*opening, line.start, true);
            next = opening->end;
            nestedHead(*opening, line);
            if (opening->kind == MarkKind::Annex || opening->kind == MarkKind::Box) return;
        }
        if (m_inBox) return;
        constexpr MarkKind none = MarkKind::Annex;  // heads no sentence
        MarkKind enumerated = none;                 // 分两种：1.甲；2.乙。 goes on inside its sentence
        for (std::size_t i = next; i < line.to; ++i) {
            if (isOneOf(m_text[i], U"：:")) {
                const auto first = readMark(m_text, behindSpace(m_text, i + 1));
                if (first && first->isList() && first->ordinal() == 1 && !first->listed) enumerated = first->kind;
            }
            const bool semicolon = isOneOf(m_text[i], U"；;");
            if (!isOneOf(m_text[i], U"。！？") && !(semicolon && opening)) continue;
            std::size_t j = i + 1;
            while (j < line.to && (isOneOf(m_text[j], U"”’』」）)】*") || isSpace(m_text[j]))) ++j;
            auto mark = j < line.to ? readMark(m_text, j) : std::nullopt;
            if (!mark) continue;
            if (mark->isList() && mark->ordinal() == 1 && !semicolon)
                enumerated = isEnumeration(*mark, line) ? mark->kind : none;
            if (enumerated == mark->kind || !headsSentence(*mark, line)) continue;
            // (一)甲；(二)乙；: a list that opened the line goes on in it
            if (semicolon && !(mark->kind == opening->kind && goesOn(*mark))) continue;
            if (!mark->isList()) enumerated = none;
            accept(*mark, j, false);
            nestedHead(*mark, line);
        }
    }
    /// 能。1.甲；2.乙。 inside a line: semicolons keep the list in its sentence.
    bool isEnumeration(const NumberMark& first, const TextLine& line) const {
        const std::size_t limit = std::min(line.to, first.end + 300);
        for (std::size_t i = first.end; i < limit && !isOneOf(m_text[i], U"。！？"); ++i) {
            if (!isOneOf(m_text[i], U"；;")) continue;
            const auto second = readMark(m_text, behindSpace(m_text, i + 1));
            if (second && second->kind == first.kind && second->ordinal() == 2) return true;
        }
        return false;
    }
    bool goesOn(const NumberMark& mark) const {
        return mark.isList() ? m_rows.continuesList(mark) : m_rows.follows(mark) && mark.ordinal() > 1;
    }

    void accept(const NumberMark& mark, std::size_t block, bool opensLine) {
        if (m_inBox && !mark.isList()) leaveBox();
        m_rows.accept(mark, opensLine ? indentOf(m_lines[m_line]) : 0);
        if (mark.kind == MarkKind::Box) {
            m_inBox = true;
            m_rows.openBox();
        }
        const bool isCapital = mark.latin && (mark.kind == MarkKind::ChineseBracket ||
                                              (mark.kind == MarkKind::ChinesePart && !m_shape.romanParts()));
        if (isCapital) {
            m_lastCapital = mark.ordinal();
        } else if (mark.latin && mark.kind == MarkKind::ChinesePart) {
            m_lastRoman = mark.ordinal();
            m_lastCapital = 0;
        }
        m_heads.push_back({mark, block, m_line, opensLine, m_annexBegins, m_inBox && mark.kind != MarkKind::Box, 0});
        m_annexBegins = false;
    }

    /// 一、总体要求(一)指导思想。: the clause follows the part's heading with nothing between.
    void nestedHead(const NumberMark& mark, const TextLine& line) {
        const bool attached = mark.kind == MarkKind::Annex || mark.kind == MarkKind::Box;
        if (mark.kind >= MarkKind::ChineseBracket || mark.kind == MarkKind::Article || attached) return;
        const std::size_t end = std::min(line.to, mark.end + longestTitle);
        for (std::size_t i = mark.end; i < end && !isOneOf(m_text[i], U"。！？；，,：:"); ++i) {
            if (!isOneOf(m_text[i], U"(（第一") || i == behindSpace(m_text, mark.end)) continue;
            const auto nested = readMark(m_text, i);
            if (!nested || nested->rank() <= mark.rank() || !nested->isStructural()) continue;
            if (isReference(m_text, *nested) || isNumeralRow(m_text, *nested)) continue;
            if (nested->kind != MarkKind::ChineseBracket && !m_rows.follows(*nested)) continue;
            accept(*nested, i, false);
            return nestedHead(*nested, line);
        }
    }

    std::optional<NumberMark> lineMark(const TextLine& line) {
        if (line.row == RowKind::Task) return taskMark(line);
        if (auto closing = supplementaryRules(line)) return closing;
        auto mark = readMark(m_text, line.from);
        if (m_inBox && (!mark || !mark->isStructural())) return boxMark(mark, line);
        if (mark && line.quoted && !mark->isList()) return std::nullopt;
        if (!mark || mark->kind == MarkKind::Arabic)
            if (auto top = wholeNumber(mark, line)) return top;
        if (!mark || mark->kind == MarkKind::Decimal)
            if (auto item = itemBeforeDigit(mark, line)) mark = item;
        if (!mark) mark = outlineMark(line);
        if (!mark) return plainItem(line);
        if (mark->kind == MarkKind::Letter) preferRoman(*mark);
        if (mark->kind == MarkKind::Decimal && m_rows.isBelowListItem(*mark)) mark->listed = true;
        if (mark->isList()) {
            auto place = m_rows.placeOf(*mark, indentOf(line));
            if (!place && goesOnBehindGap(*mark)) place = m_rows.placeBehindGap(*mark);
            mark->translated = translatesHead(*mark, line);
            if (!place && mark->translated) place = m_rows.innermost();
            if (!place) return std::nullopt;
            mark->nesting = *place;
        }
        return headsLine(*mark, line) ? mark : std::nullopt;
    }

    /// 12 in the first cell of a plan's row.
    std::optional<NumberMark> taskMark(const TextLine& line) const {
        auto mark = readRowNumber(m_text, line);
        if (mark) mark->nesting = m_rows.placeOf(*mark, 0).value_or(m_rows.innermost());
        return mark;
    }

    /// In a box the next box, or the items of its list: 1.修堤。长三公里。 Rows of indicators hold no sentence.
    std::optional<NumberMark> boxMark(std::optional<NumberMark> mark, const TextLine& line) const {
        if (!mark || mark->kind == MarkKind::Box) return mark;
        if (!mark->isList() || mark->listed || line.content(m_text).find_first_of(U"。；：;:") == Text::npos)
            return std::nullopt;
        const auto place = m_rows.placeOf(*mark, indentOf(line));
        if (!place || !headsLine(*mark, line)) return std::nullopt;
        mark->nesting = *place;
        return mark;
    }

    /// "(2) Sea." below （二）海域。: a line in Latin letters says again what the line of the same number said in
    /// Chinese.
    bool translatesHead(const NumberMark& mark, const TextLine& line) const {
        if (m_heads.empty() || !m_heads.back().opensLine) return false;
        const ClauseHead& above = m_heads.back();
        if (above.mark.ordinal() != mark.ordinal() || !above.mark.isStructural()) return false;
        const auto isHanLine = [this](const TextLine& held) {
            const Text words = held.content(m_text);
            return std::any_of(words.begin(), words.end(), isHan);
        };
        const Text words = line.content(m_text);
        return isHanLine(m_lines[above.line]) && !isHanLine(line) &&
               std::any_of(words.begin(), words.end(), isLatinLetter);
    }

    /// "1.5月31日前" where a list wants its 1; else the number is read as 1.5.
    std::optional<NumberMark> itemBeforeDigit(const std::optional<NumberMark>& decimal, const TextLine& line) const {
        auto item = line.quoted ? std::nullopt : readItemBeforeDigit(m_text, line.from);
        if (!item || !wantsItem(*item, isAmount(m_text, *item))) return std::nullopt;
        if (!decimal || !startsWords(m_text, decimal->end)) return item;
        if (decimal->depth() > 2 || m_rows.isBelowListItem(*decimal)) return std::nullopt;
        std::vector<int> beside = decimal->ordinals;
        beside.back() += 1;
        if (m_shape.hasDecimal(beside)) return std::nullopt;
        beside.back() -= 2;
        if (m_shape.hasDecimal(beside)) return std::nullopt;
        const Text words = m_text.substr(decimal->end, 2);
        const bool counted = words.substr(0, 1) == U"月" || (words.substr(0, 1) == U"个" && words != U"个人") ||
                             (words.substr(0, 1) == U"日" && words != U"日常");
        return counted || !m_rows.fitsDecimal(*decimal) ? item : std::nullopt;
    }

    /// A list goes on with this number, or begins with it and has its 2 below. Amounts open broken lines as well.
    bool wantsItem(const NumberMark& mark, bool amount) const {
        const bool ended = m_before == nullptr || endsSentence(m_before->content(m_text));
        const LineBreak found = breakBefore();
        const bool belowHead = !m_heads.empty() && m_heads.back().line == m_beforeIndex && m_heads.back().opensLine;
        if (found > LineBreak::None || !(ended || m_parted || belowHead)) return false;
        const bool opens = mark.ordinal() == 1 && goesOnBelow(mark);
        const bool openBelowDivision = opens && belowHead && m_heads.back().mark.isStructural();
        if (!ended && amount && !openBelowDivision) return false;
        if (opens) return true;
        if (!m_rows.continuesList(mark) && !m_rows.runsOn(mark)) return false;
        NumberMark last = mark;  // 2.甲。 3.5万亩… 3.乙。: the list's own 3 comes below
        last.ordinals = {mark.ordinal() - 1};
        return !goesOnBelow(last, true);
    }

    /// Whether the next number of its list opens one of the lines below, before the next division; or before the next
    /// list, if `inThisList`.
    bool goesOnBelow(const NumberMark& mark, bool inThisList = false) const {
        constexpr int farthest = 60;  // filled lines: the search must not cost more in a long text
        int filled = 0;
        for (std::size_t i = m_line + 1; i < m_lines.size() && filled < farthest; ++i) {
            if (m_lines[i].isBlank() || m_lines[i].skipped) continue;
            ++filled;
            auto next = readMark(m_text, m_lines[i].from);
            if (next && next->isStructural()) return false;
            if (!next || next->kind == MarkKind::Decimal) {
                next = readItemBeforeDigit(m_text, m_lines[i].from);
                if (next && isAmount(m_text, *next)) continue;
            }
            if (!next || next->kind != mark.kind) continue;
            if (next->ordinal() == mark.ordinal() + 1) return true;
            if (inThisList && next->ordinal() == 1) return false;
        }
        return false;
    }

    /// 6. behind 2., or a list that begins with 6.: the typist's gap, if a sentence ended before and words follow.
    bool goesOnBehindGap(const NumberMark& mark) const {
        constexpr int widestGap = 10;
        if (mark.kind != MarkKind::Arabic || mark.ordinal() > 99 || breakBefore() != LineBreak::None) return false;
        const bool ended = m_before == nullptr || endsSentence(m_before->content(m_text));
        const bool belowHead = !m_heads.empty() && m_heads.back().line == m_beforeIndex && m_heads.back().opensLine;
        if (!(ended || m_parted || belowHead) || !startsWords(m_text, mark.end)) return false;
        const int last = m_rows.lastOf(mark.kind);
        const bool near = last > 0 && mark.ordinal() > last && mark.ordinal() <= last + widestGap;
        return (ended && near) || goesOnBelow(mark);
    }

    /// I. A. a. of an English outline. Where I. may be the first part or the ninth clause, the row that it continues
    /// decides.
    std::optional<NumberMark> outlineMark(const TextLine& line) const {
        if ((!m_shape.romanParts() && !m_shape.capitalClauses()) || line.quoted) return std::nullopt;
        OutlineReadings readings = readOutline(m_text, line.from);
        const auto next = [](int ordinal, int last) { return ordinal > last && ordinal <= last + 3; };
        if (readings.letter && readings.letter->kind == MarkKind::Letter) return readings.letter;
        const bool clause = readings.letter && m_shape.capitalClauses() &&
                            (readings.letter->ordinal() == 1 || next(readings.letter->ordinal(), m_lastCapital));
        const bool part = readings.roman && m_shape.romanParts() && next(readings.roman->ordinal(), m_lastRoman);
        if (clause && !(part && readings.letter->ordinal() != m_lastCapital + 1)) {
            if (!m_shape.romanParts()) readings.letter->kind = MarkKind::ChinesePart;
            return readings.letter;
        }
        return part ? readings.roman : std::nullopt;
    }

    /// (i) below (a), but (i) behind (h).
    void preferRoman(NumberMark& mark) const {
        const auto roman = romanReading(m_text, mark);
        if (!roman) return;
        const bool goesOn = m_rows.continuesList(*roman);
        if (goesOn || (roman->ordinal() == 1 && !m_rows.continuesList(mark))) mark = *roman;
    }

    /// "附则" without a number above articles that begin again.
    std::optional<NumberMark> supplementaryRules(const TextLine& line) const {
        if (m_text[line.from] != U'附' || line.length() > 6 || !m_rows.hasOpen(MarkKind::Article)) return std::nullopt;
        const std::u32string words = squeezed(line.content(m_text));
        const std::size_t next = nextFilled(m_lines, m_line + 1);
        if (next >= m_lines.size()) return std::nullopt;
        const auto below = readMark(m_text, m_lines[next].from);
        if (words == U"附则" || words == U"附則") {
            if (!below || below->kind != MarkKind::Article) return std::nullopt;
            return unnumbered(MarkKind::Chapter, line);
        }
        return std::nullopt;
    }
    static NumberMark unnumbered(MarkKind kind, const TextLine& line) {
        NumberMark mark;
        mark.kind = kind;
        mark.ordinals = {0};
        mark.start = line.from;
        mark.numberEnd = mark.end = line.to;
        return mark;
    }

    /// "4 Requirements" and "4. Requirements" on a line of its own where 4.1 stands below or 3 before.
    std::optional<NumberMark> wholeNumber(const std::optional<NumberMark>& arabic, const TextLine& line) const {
        if (!m_shape.hasTops() || line.quoted || m_rows.hasDivisions()) return std::nullopt;
        auto top = arabic ? arabic : readBareNumber(m_text, line.from);
        if (!top || (arabic && m_rows.continuesList(*arabic) && !m_shape.hasBelow(top->ordinal()))) return std::nullopt;
        const int step = top->ordinal() - m_rows.top();
        if (step != 1 && !(step > 0 && step <= 3 && m_shape.hasBelow(top->ordinal()))) return std::nullopt;
        const std::size_t from = std::min(behindSpace(m_text, top->end), line.to);
        const Text words = m_text.substr(from, line.to - from);
        if (!startsWords(m_text, top->end) || words.size() > longestTitle * 2) return std::nullopt;
        if (words.find_first_of(U"。；;，：") != Text::npos || cellCount(words) > 2) return std::nullopt;
        const LineBreak found = breakBefore();
        if (found > LineBreak::Likely && !(found == LineBreak::Inside && m_shape.hasBelow(top->ordinal())))
            return std::nullopt;
        top->kind = MarkKind::Decimal;
        return top;
    }

    /// "1  甲；" "2  乙。" below a line that ends with a colon, as standards print lists.
    std::optional<NumberMark> plainItem(const TextLine& line) const {
        auto mark = line.quoted ? std::nullopt : readBareNumber(m_text, line.from);
        if (!mark || m_heads.empty() || !startsWords(m_text, mark->end)) return std::nullopt;
        const bool opens = mark->ordinal() == 1 && m_before != nullptr && isOneOf(m_text[m_before->to - 1], U"：:") &&
                           m_before->length() > 4;
        const auto place = m_rows.placeOf(*mark, 0);
        if (!place || !(opens || m_rows.continuesList(*mark))) return std::nullopt;
        mark->nesting = *place;
        return mark;
    }

    LineBreak breakBefore() const {
        return m_before == nullptr ? LineBreak::None : lineBreak(m_text, *m_before, m_parted);
    }

    /// The line before opened with the number before this one: "1.甲。乙" above "2.丙".
    bool goesOnFromLineBefore(const NumberMark& mark) const {
        if (m_heads.empty()) return false;
        const ClauseHead& last = m_heads.back();
        return last.line == m_beforeIndex && last.opensLine && last.mark.kind == mark.kind &&
               last.mark.ordinal() + 1 == mark.ordinal();
    }

    bool isAlone(const NumberMark& mark, const TextLine& line) const {
        return behindSpace(m_text, mark.end) >= line.to;
    }

    bool headsLine(const NumberMark& mark, const TextLine& line) const {
        const bool attached = mark.kind == MarkKind::Annex || mark.kind == MarkKind::Box;
        if (isReference(m_text, mark) && !(attached && isAlone(mark, line))) return false;
        if (isNumeralRow(m_text, mark) && !(mark.kind == MarkKind::Arabic && wantsItem(mark, true))) return false;
        if (attached) return headsAttachment(mark, line);
        if (mark.kind == MarkKind::Step) return headsStep(mark, line);
        const bool decimal = mark.kind == MarkKind::Decimal;
        if (isAlone(mark, line) && !mark.isStructural() && !(decimal && headsTerm(mark))) return false;
        if (!isUnbroken(mark, line)) return false;
        if (!decimal) return mark.kind != MarkKind::NamedItem || m_rows.follows(mark);
        return (startsWords(m_text, mark.end) || isAlone(mark, line)) &&
               (mark.listed || m_rows.fitsDecimal(mark) || opensExcerpt(mark));
    }

    /// 第一步 with its name alone in the line, and 第二步 further below.
    bool headsStep(const NumberMark& mark, const TextLine& line) const {
        if (line.length() > longestTitle || breakBefore() != LineBreak::None || isAlone(mark, line)) return false;
        if (line.content(m_text).find_first_of(U"。；，,;") != Text::npos) return false;
        return mark.ordinal() == 1 ? goesOnBelow(mark, true) : m_rows.continuesList(mark);
    }

    /// A text that begins inside a standard: 4.2.3 with 4.2.4 further below.
    bool opensExcerpt(const NumberMark& mark) const {
        if (!m_heads.empty() || mark.latin) return false;
        std::vector<int> next = mark.ordinals;
        ++next.back();
        return m_shape.hasDecimal(next);
    }

    /// "3.1" alone above the term that it numbers.
    bool headsTerm(const NumberMark& mark) const {
        const std::size_t next = nextFilled(m_lines, m_line + 1);
        if (mark.depth() < 2 || next >= m_lines.size() || breakBefore() > LineBreak::None) return false;
        const Text words = m_lines[next].content(m_text);
        return words.size() <= longestTitle && !isOneOf(words.back(), U"。；;，,") &&
               (isHan(words[0]) || isLatinLetter(words[0]));
    }

    bool headsAttachment(const NumberMark& mark, const TextLine& line) const {
        if (line.length() > longestTitle + 15 || breakBefore() > LineBreak::Likely) return false;
        if (mark.kind == MarkKind::Annex && endsSoon()) return false;
        return line.content(m_text).find_first_of(U"。；，") == Text::npos;
    }
    /// A single "附件1：…" above the signature names another paper.
    bool endsSoon() const {
        std::size_t filled = 0;
        for (std::size_t i = m_line + 1; i < m_lines.size() && filled < 5; ++i) {
            if (m_lines[i].isBlank()) continue;
            if (isDateLine(m_lines[i].content(m_text))) return true;
            if (readMark(m_text, m_lines[i].from)) return false;
            ++filled;
        }
        return filled == 0;
    }

    bool isUnbroken(const NumberMark& mark, const TextLine& line) const {
        const LineBreak found = breakBefore();
        if (mark.kind == MarkKind::Article && m_shape.articlesParted() && !isParted(m_text, mark, line))
            return found == LineBreak::None && m_rows.follows(mark) && m_rows.hasOpen(MarkKind::Article);
        switch (found) {
            case LineBreak::None:
                return true;
            case LineBreak::Likely:
                // 占三成，其余为 above 一、二类: parts do not begin anew inside a sentence
                if (mark.kind == MarkKind::ChinesePart && mark.ordinal() == 1 && m_rows.hasOpen(mark.kind))
                    return false;
                return mark.kind == MarkKind::Decimal || m_rows.follows(mark);
            case LineBreak::Comma:
                return mark.isList() && goesOnFromLineBefore(mark);
            case LineBreak::Inside:
                return goesOnFromLineBefore(mark);
            case LineBreak::Certain:
                return goesOnBehindAnd(mark);
        }
        return true;
    }

    /// "(b) 甲; and" above "(c) 乙": the word joins items of a list.
    bool goesOnBehindAnd(const NumberMark& mark) const {
        if (!mark.isList() && mark.kind != MarkKind::ChineseBracket) return false;
        const Text content = m_before->content(m_text);
        const Text item = withoutJoiningWord(content);
        if (item.empty() || item.size() == content.size() || !goesOn(mark)) return false;
        return isOneOf(item.back(), U"；;") || (isOneOf(item.back(), U"，,") && goesOnFromLineBefore(mark));
    }

    bool headsSentence(NumberMark& mark, const TextLine& line) const {
        if (isReference(m_text, mark) || isNumeralRow(m_text, mark)) return false;
        const char32_t next = at(m_text, behindSpace(m_text, mark.end));
        if (!isHan(next) && !isOneOf(next, U"“《")) return false;
        if (mark.kind == MarkKind::ChinesePart || mark.kind == MarkKind::ChineseBracket) return true;
        if (mark.kind == MarkKind::Annex || mark.kind == MarkKind::Box || mark.kind == MarkKind::NamedItem)
            return false;
        if (mark.isStructural())
            return m_rows.follows(mark) &&
                   !(mark.kind == MarkKind::Article && m_shape.articlesParted() && !isParted(m_text, mark, line));
        if (mark.kind == MarkKind::Decimal || mark.kind > MarkKind::Circled || m_heads.empty()) return false;
        const auto place = m_rows.placeOf(mark, 0);
        if (!place || !m_rows.follows(mark)) return false;
        mark.nesting = *place;
        if (mark.ordinal() == 1 && m_rows.lastOf(mark.kind) > 0) {  // the list of the lines goes on below
            NumberMark last = mark;
            last.ordinals = {m_rows.lastOf(mark.kind)};
            if (goesOnBelow(last)) mark.nesting = m_rows.innermost();
        }
        return true;
    }

    Text m_text;
    const std::vector<TextLine>& m_lines;
    NumberingShape m_shape;
    const TextLine* m_before = nullptr;  ///< the last line that holds words of the text
    std::size_t m_beforeIndex = 0;
    bool m_parted = false;       ///< a blank line lies between it and the present one
    bool m_pageBetween = false;  ///< a page's end does
    bool m_inBox = false;
    bool m_annexBegins = false;  ///< the next head is the first of an annexed paper
    OpenRows m_rows;
    std::vector<ClauseHead> m_heads;
    std::size_t m_line = 0;
    int m_lastRoman = 0, m_lastCapital = 0;
};

}  // namespace

std::vector<ClauseHead> findClauseHeads(Text text, const std::vector<TextLine>& lines, const gis::CancelToken& cancel) {
    std::vector<ClauseHead> heads = HeadFinder(text, lines).run(cancel);
    dropNavigation(text, lines, heads);
    dropListsOfThePage(text, lines, heads);
    dropSingles(text, lines, heads);
    return heads;
}

}  // namespace layers
