// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/ClauseHeading.h"

#include <algorithm>

#include "layers/document/CodePoints.h"
#include "layers/policy/LineFlow.h"
#include "layers/policy/NumberContext.h"
#include "layers/policy/Numerals.h"
#include "layers/policy/TaskRows.h"

namespace layers {

namespace {

using Text = std::u32string_view;

constexpr std::size_t longestHeading = 40;
constexpr std::size_t longestHeadingLine = 60;
constexpr std::size_t longestItemHeading = 15;
constexpr std::size_t longestArticleHeading = 24;

bool isLatinText(Text words) {
    const auto latin = std::count_if(words.begin(), words.end(), [](char32_t c) { return isLatinLetter(c); });
    return static_cast<std::size_t>(latin) * 2 > words.size();
}

/// Words that make a sentence of an item, so that it is no name.
bool isSentence(Text words) {
    if (isLatinText(words)) {
        for (const Text word : {U" is ", U" are ", U" shall ", U" may ", U" must ", U" means ", U" has ", U" have ",
                                U" does ", U" do ", U" will ", U" exceed"})
            if (words.find(word) != Text::npos) return true;
        return std::count(words.begin(), words.end(), U' ') > 6;
    }
    for (const Text word : {U"应", U"不得", U"不宜", U"必须", U"须", U"不应", U"可以", U"禁止", U"不少于", U"不大于"})
        if (words.find(word) != Text::npos && words.find(U"应急") == Text::npos && words.find(U"供应") == Text::npos &&
            words.find(U"响应") == Text::npos && words.find(U"适应") == Text::npos)
            return true;
    return false;
}

/// 涉及农田的, but not 目的: a name does not end so.
bool endsInsidePhrase(Text words) {
    return words.size() > 2 && words.back() == U'的' && !isOneOf(words[words.size() - 2], U"目标");
}

/// "farmland; or", "rural, being": an item that goes on below.
bool isLatinItem(Text words) {
    const Text item = withoutJoiningWord(words);
    if (item.size() < words.size() && !item.empty() && isOneOf(item.back(), U";,")) return true;
    const std::size_t comma = words.rfind(U',');
    return comma != Text::npos && words.find(U' ', comma + 2) == Text::npos && words[0] >= U'a';
}

class Reader {
public:
    explicit Reader(const HeadingQuestion& question)
        : m_text(question.text), m_lines(question.lines), m_asked(question), m_kind(question.head.mark.kind) {}

    HeadingSpan read() const {
        if (line().row == RowKind::Task) return taskHeading();
        const std::size_t start = behindDash(m_asked.head.mark.end);
        const std::size_t word = firstWord(m_text, start, m_asked.end);
        if (word == m_asked.end) return none(word);
        const TextLine& line = m_lines[m_asked.head.line];
        if (word >= line.end) return belowHeading(word);
        if (m_kind == MarkKind::Article) return articleHeading(word);
        const bool bodyOnly = m_kind == MarkKind::Paragraph || m_kind == MarkKind::NamedItem;
        if (bodyOnly) return none(word);
        if (m_asked.insideArticle) return runInHeading(word);
        if (m_asked.head.boxed)
            if (const auto entry = entryHeading(word)) return *entry;
        if (m_asked.closesList && (m_asked.head.mark.isList() || isOneSentence(word))) return none(word);
        return openHeading(word);
    }

private:
    static HeadingSpan none(std::size_t word) { return {word, word, word}; }

    /// Article 1 - Purpose, 附件1：名单: behind the dash or colon.
    std::size_t behindDash(std::size_t end) const {
        const bool named = m_kind <= MarkKind::Article || m_kind == MarkKind::Box;
        std::size_t i = end;
        while (i < m_asked.end && isSpace(m_text[i]) && !isLineEnd(m_text[i])) ++i;
        if (i < m_asked.end && isOneOf(m_text[i], i == end ? U"：:—–" : U"：:—–-") && (i == end || named)) return i + 1;
        return end;
    }

    /// The first cell behind the number.
    HeadingSpan taskHeading() const {
        const std::size_t start = m_asked.head.mark.end;
        const std::size_t cell = std::min(cellEnd(m_text, start, line().to), m_asked.end);
        std::size_t end = cell;
        while (end > start && isOneOf(m_text[end - 1], U"。；;")) --end;
        return {start, end, firstWord(m_text, cell, m_asked.end)};
    }

    /// All the clause says is one sentence.
    bool isOneSentence(std::size_t start) const {
        const std::size_t stop = m_text.substr(0, m_asked.end).find(U'。', start);
        return stop != Text::npos && firstWord(m_text, stop + 1, m_asked.end) >= m_asked.end;
    }

    /// （一）申请。向村里提出。 below an article: a short name, closed by 。, with the words behind it in its line.
    HeadingSpan runInHeading(std::size_t start) const {
        constexpr std::size_t longest = 8;
        const std::size_t stop = headingStop(start);
        if (m_asked.closesList || stop >= line().to || stop - start > longest || m_text[stop] != U'。')
            return none(start);
        const Text words = m_text.substr(start, stop - start);
        if (words.find_first_of(U"，,；;：:、") != Text::npos || isSentence(words) || endsInsidePhrase(words))
            return none(start);
        const std::size_t body = firstWord(m_text, stop + 1, m_asked.end);
        return body < line().to ? HeadingSpan{start, stop, body} : none(start);
    }

    /// （1）沿江：治理十处。 in a box.
    std::optional<HeadingSpan> entryHeading(std::size_t start) const {
        const std::size_t colon = m_text.substr(0, line().to).find_first_of(U"：:", start);
        if (colon == Text::npos || colon - start > longestItemHeading) return std::nullopt;
        const Text words = m_text.substr(start, colon - start);
        if (words.empty() || words.find_first_of(U"。，,；;") != Text::npos) return std::nullopt;
        return HeadingSpan{start, colon, firstWord(m_text, colon + 1, m_asked.end)};
    }

    const TextLine& line() const { return m_lines[m_asked.head.line]; }
    bool high() const {
        return m_kind <= MarkKind::ChineseBracket || m_kind == MarkKind::Box || m_kind == MarkKind::Step;
    }

    HeadingSpan openHeading(std::size_t start) const {
        const std::size_t stop = headingStop(start);
        if (line().column != 0 && stop > line().to) return none(start);
        if (const auto wrapped = wrappedHeading(start, stop)) return *wrapped;
        if (stop == m_asked.end || isLineEnd(m_text[stop])) return lineHeading(start, stop);
        const Text words = m_text.substr(start, stop - start);
        const bool sameLine = firstWord(m_text, stop + 1, lineEnd()) < lineEnd();
        const bool more = firstWord(m_text, stop + 1, m_asked.end) < m_asked.end;
        const bool clauses = words.find_first_of(U"，,；;：:") != Text::npos;
        if (words.size() > longestHeading || m_asked.head.mark.listed) return none(start);
        if (!more && (!high() || clauses) && !(m_asked.childFollows && !clauses && words.size() <= longestItemHeading))
            return none(start);
        if (isLatinText(words) && isSentence(words)) return none(start);
        const bool provision = m_kind == MarkKind::Decimal && words.size() > longestItemHeading;
        if (!high() && !isLatinText(words) && !sameLine && !m_asked.childFollows && (provision || isSentence(words)))
            return none(start);
        if (!high() && !isLatinText(words) && words.size() > longestItemHeading && isSentence(words))
            return none(start);
        return {start, withoutMarkup(start, stop), firstWord(m_text, stop + 1, m_asked.end)};
    }

    std::size_t lineEnd() const { return std::min(m_lines[m_asked.head.line].end, m_asked.end); }

    std::size_t withoutMarkup(std::size_t start, std::size_t end) const {
        while (end > start && (isSpace(m_text[end - 1]) || isOneOf(m_text[end - 1], U"*#"))) --end;
        return end;
    }

    /// The first 。, English full stop before blank space, or line end.
    std::size_t headingStop(std::size_t start) const {
        for (std::size_t i = start; i < m_asked.end; ++i) {
            if (m_text[i] == U'。' || isLineEnd(m_text[i])) return i;
            const bool fullStop = m_text[i] == U'.' && i > start && isLatinLetter(m_text[i - 1]);
            if (fullStop && (i + 1 == m_asked.end || isSpace(m_text[i + 1]))) return i;
        }
        return m_asked.end;
    }

    /// Whether the line below goes on the sentence of the heading's line.
    bool isBroken(std::size_t start, std::size_t last, std::size_t stop) const {
        const Text words = m_text.substr(start, last - start);
        if (asksForMore(words)) return true;
        const std::size_t below = firstWord(m_text, stop, m_asked.end);
        if (below >= m_asked.end) return false;
        const bool commas = words.find_first_of(U"，,；;") != Text::npos;
        const bool parted = blankBelow(stop, below);
        if (opensInsideSentence(below, commas, isShort(words))) return true;
        if (parted) return false;
        return isOutdented(stop, below) || (commas && !high());
    }
    static bool isShort(Text words) {
        if (!isLatinText(words)) return words.size() <= longestItemHeading;
        return words.size() <= longestHeading && std::count(words.begin(), words.end(), U' ') < 6;
    }
    bool blankBelow(std::size_t stop, std::size_t below) const {
        int ends = 0;
        for (std::size_t i = stop; i < below; ++i)
            if (isLineEnd(m_text[i]) && !(m_text[i] == U'\n' && i > 0 && m_text[i - 1] == U'\r')) ++ends;
        return ends > 1;
    }
    /// An amount, a number that heads nothing, or a mark that no sentence begins with.
    bool opensInsideSentence(std::size_t below, bool commas, bool shortWords) const {
        if (isOneOf(m_text[below], U"，。；、）)：,;%％℃")) return true;
        if (shortWords && high() && m_kind != MarkKind::Article && !commas) return false;
        if (readMark(m_text, below)) return true;
        if (m_text[below] == U'第') {  // 第三屯, but not 第一，
            const Numeral numeral = readChineseNumeral(m_text, below + 1);
            return numeral && !isOneOf(m_text.substr(below + 1 + numeral.length, 1).front(), U"，,、：:");
        }
        if (!isDigit(m_text[below])) return false;
        const Numeral number = readArabic(m_text, below);
        const bool year = number.length == 4 && m_text.substr(below + 4, 1) == U"年";
        return !year || commas;
    }
    /// Paragraphs begin further to the right than the lines that go on with them.
    bool isOutdented(std::size_t stop, std::size_t below) const {
        std::size_t start = below;
        while (start > stop && !isLineEnd(m_text[start - 1])) --start;
        const TextLine& line = m_lines[m_asked.head.line];
        const bool marked = m_text[line.start] == U'#' || m_text[line.start] == U'*' || m_text[line.start] == U'-';
        return !marked && below - start + 1 < line.from - line.start;
    }

    /// A heading without 。 on a line of its own.
    HeadingSpan lineHeading(std::size_t start, std::size_t stop) const {
        const std::size_t last = withoutMarkup(start, stop);
        const Text words = m_text.substr(start, last - start);
        if (words.empty() || isOneOf(words.back(), U"；;，,：:、.") || endsInsidePhrase(words)) return none(start);
        if (isOneOf(words.back(), U"！？!?")) return questionHeading(start, last, stop);
        if (line().column != 0) return none(start);  // lines of narrow columns are broken anywhere
        if (words.size() > longestHeadingLine || isBroken(start, last, stop)) return none(start);
        const bool latinSentence = isLatinText(words) && (isSentence(words) || isLatinItem(words));
        if (latinSentence || (!high() && m_asked.head.mark.listed)) return none(start);
        return {start, last, firstWord(m_text, stop, m_asked.end)};
    }

    /// A heading that the page's right edge breaks: its line is as wide as those around, or a sibling's heading ends
    /// with 。; a few words in the next line close it, with 。 and a body behind or alone in their line.
    std::optional<HeadingSpan> wrappedHeading(std::size_t start, std::size_t stop) const {
        constexpr std::size_t longestTail = 20;
        const std::size_t index = m_asked.head.line;
        const std::size_t next = nextOfText(index);
        if (stop >= m_asked.end || !isLineEnd(m_text[stop]) || line().column != 0 || next >= m_lines.size())
            return std::nullopt;
        const TextLine& below = m_lines[next];
        const Text words = m_text.substr(start, line().to - start);
        if (below.isBlank() || below.skipped || below.to > m_asked.end || readMark(m_text, below.from))
            return std::nullopt;
        const Text rest = below.content(m_text);
        const std::size_t point = rest.find(U'。');
        const Text tail = rest.substr(0, point);
        const Text closing = U"，,；;：:！？";
        if (words.size() < longestTail || words.find_first_of(closing) != Text::npos || !isHan(words.back()))
            return std::nullopt;
        if (tail.empty() || tail.size() > longestTail || words.size() + tail.size() > longestHeadingLine)
            return std::nullopt;
        if (tail.find_first_of(closing) != Text::npos || !isHan(tail.front())) return std::nullopt;
        const bool alone = point == Text::npos &&
                           (next + 1 >= m_lines.size() || m_lines[next + 1].isBlank() || below.to >= m_asked.end);
        const bool bodyBehind =
            point != Text::npos && firstWord(m_text, below.from + point + 1, m_asked.end) < m_asked.end;
        if (!(alone || bodyBehind) || !(fillsThePage(index) || (bodyBehind && siblingCloses(index))))
            return std::nullopt;
        const std::size_t end = below.from + tail.size();
        HeadingSpan span{start, end, firstWord(m_text, end + (alone ? 0 : 1), m_asked.end)};
        if (next > index + 1) {
            span.cut = line().to;
            span.cutEnd = below.from;
        }
        return span;
    }
    /// The line below, or behind the page's end the first of the next page.
    std::size_t nextOfText(std::size_t index) const {
        constexpr std::size_t farthest = 12;
        bool page = false;
        std::size_t i = index + 1;
        for (; i < m_lines.size() && i < index + farthest && (m_lines[i].isBlank() || m_lines[i].furniture); ++i)
            page = page || m_lines[i].furniture;
        return page ? i : index + 1;
    }
    /// The number before or behind closes its heading with 。 and goes on, so that this one may do the same.
    bool siblingCloses(std::size_t index) const {
        constexpr std::size_t around = 30;
        const NumberMark& own = m_asked.head.mark;
        const std::size_t last = std::min(m_lines.size(), index + around + 1);
        for (std::size_t i = index > around ? index - around : 0; i < last; ++i) {
            if (m_lines[i].isBlank() || m_lines[i].skipped) continue;
            const auto mark = readMark(m_text, m_lines[i].from);
            if (!mark || mark->kind != own.kind) continue;
            if (mark->ordinal() != own.ordinal() + 1 && mark->ordinal() + 1 != own.ordinal()) continue;
            const std::size_t point = m_lines[i].content(m_text).find(U'。');
            if (point != Text::npos && point <= longestHeading && point + 1 < m_lines[i].length()) return true;
        }
        return false;
    }
    /// No line around is wider, so that the page may have broken this one.
    bool fillsThePage(std::size_t index) const {
        constexpr std::size_t around = 10;
        const auto width = [&](const TextLine& line) {
            std::size_t sum = 0;
            for (std::size_t i = line.from; i < line.to && sum < 400; ++i) sum += m_text[i] < 0x2E80 ? 1 : 2;
            return sum;
        };
        const std::size_t own = width(m_lines[index]) + 2;
        const std::size_t last = std::min(m_lines.size(), index + around + 1);
        for (std::size_t i = index > around ? index - around : 0; i < last; ++i)
            if (width(m_lines[i]) > own) return false;
        return true;
    }

    /// A question or call on a line of its own heads the text below it.
    HeadingSpan questionHeading(std::size_t start, std::size_t last, std::size_t stop) const {
        const Text words = m_text.substr(start, last - start);
        const std::size_t below = firstWord(m_text, stop, m_asked.end);
        const bool single = words.find_first_of(U"。！？!?；") + 1 == words.size();
        const bool body = below < m_asked.end || m_asked.childFollows;
        if (!single || !body || line().column != 0 || words.size() > longestHeading) return none(start);
        return {start, last, below};
    }

    /// Articles have headings in brackets or on a line of their own only; else the body follows at once.
    HeadingSpan articleHeading(std::size_t start) const {
        const auto pair = Text(U"（(【［").find(m_text[start]);
        if (pair != Text::npos) {
            const std::size_t limit = std::min(m_asked.end, start + longestHeading + 1);
            const std::size_t close = m_text.substr(0, limit).find(Text(U"）)】］")[pair], start);
            if (close != Text::npos && !readMark(m_text, start)) {
                const bool whole = firstWord(m_text, close + 1, m_asked.end) >= m_asked.end && !m_asked.childFollows;
                if (whole) return none(start);  // （刪除） is all there is
                return {start + 1, close, firstWord(m_text, close + 1, m_asked.end)};
            }
        }
        if (m_asked.head.mark.latin) return openHeading(start);
        const std::size_t stop = headingStop(start);
        const bool ended = stop >= m_asked.end
                               ? m_asked.headFollows
                               : isLineEnd(m_text[stop]) && firstWord(m_text, stop, m_asked.end) < m_asked.end;
        const Text words = m_text.substr(start, stop - start);
        if (!ended || words.size() > longestArticleHeading || words.find_first_of(U"，,；;。") != Text::npos)
            return none(start);
        return lineHeading(start, stop);
    }

    /// The number stands alone in its line: a short line below without an end mark is the heading. A kind in brackets
    /// ("（资料性）") is passed over.
    HeadingSpan belowHeading(std::size_t word) const {
        if (m_asked.head.mark.isList() || m_asked.insideArticle) return none(word);
        std::size_t i = nextFilled(m_lines, m_asked.head.line + 1);
        if (i >= m_lines.size()) return none(word);
        Text words = m_lines[i].content(m_text);
        if (m_kind == MarkKind::Annex && words.size() <= 10 && isOneOf(words.front(), U"（(") &&
            isOneOf(words.back(), U"）)")) {
            i = nextFilled(m_lines, i + 1);
            if (i >= m_lines.size()) return none(word);
            words = m_lines[i].content(m_text);
        }
        const TextLine& line = m_lines[i];
        const std::size_t longest = m_kind == MarkKind::Article ? 12 : longestHeading + (isLatinText(words) ? 20 : 0);
        const bool open = words.find_first_of(U"，；。：") != Text::npos || isOneOf(words.back(), U".;,:!?！？、");
        const bool body = isOneOf(words.front(), U"（(") && m_kind == MarkKind::Article;
        if (open || body || words.size() > longest || line.to > m_asked.end || readMark(m_text, line.from))
            return none(word);
        const std::size_t behind = firstWord(m_text, line.to, m_asked.end);
        if (m_kind == MarkKind::Article && behind >= m_asked.end) return none(word);
        if (behind < m_asked.end && !m_text.empty() && m_kind == MarkKind::Article &&
            opensInsideSentence(behind, false, false))
            return none(word);
        return {line.from, line.to, behind};
    }

    Text m_text;
    const std::vector<TextLine>& m_lines;
    const HeadingQuestion& m_asked;
    MarkKind m_kind;
};

}  // namespace

HeadingSpan findHeading(const HeadingQuestion& question) { return Reader(question).read(); }

std::size_t firstWord(Text text, std::size_t from, std::size_t end) {
    while (from < end && (isSpace(text[from]) || isOneOf(text[from], U"*#"))) ++from;
    return from;
}

}  // namespace layers
