// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/ClauseParser.h"

#include <algorithm>
#include <map>
#include <set>

#include "layers/policy/ClauseHeads.h"
#include "layers/policy/CodePoints.h"
#include "layers/policy/DocumentEnd.h"
#include "layers/policy/DocumentHead.h"

namespace layers {

namespace {

using Text = std::u32string_view;

constexpr std::size_t longestHeading = 40;
constexpr std::size_t longestHeadingLine = 60;

std::string levelOf(const NumberMark& mark, bool insideArticle) {
    switch (mark.kind) {
        case MarkKind::Volume:
            return "volume";
        case MarkKind::NamedPart:
        case MarkKind::ChinesePart:
            return "part";
        case MarkKind::Chapter:
            return "chapter";
        case MarkKind::Section:
            return "section";
        case MarkKind::Article:
            return "article";
        case MarkKind::Paragraph:
            return "paragraph";
        case MarkKind::ChineseBracket:
            return insideArticle ? "item" : "clause";
        case MarkKind::Decimal:
            return mark.depth() == 1   ? "chapter"
                   : mark.depth() == 2 ? "section"
                   : mark.depth() == 3 ? "item"
                                       : "subitem";
        case MarkKind::Arabic:
            return insideArticle || mark.nesting > 0 ? "subitem" : "item";
        case MarkKind::ArabicBracket:
        case MarkKind::ArabicHalf:
            return "subitem";
        case MarkKind::Circled:
        case MarkKind::Letter:
            return "point";
    }
    return "item";
}

/// Where a clause's heading and body lie.
struct HeadingSpan {
    std::size_t start = 0;
    std::size_t end = 0;  ///< equal to start: no heading
    std::size_t body = 0;
};

class Builder {
public:
    Builder(Text text, const std::vector<TextLine>& lines, std::vector<ClauseHead> heads)
        : m_text(text), m_lines(lines), m_heads(std::move(heads)) {}

    std::vector<Clause> run() {
        if (m_heads.empty()) return {};
        for (std::size_t i = 0; i < m_heads.size(); ++i) add(i);
        closeDownTo(0);
        return std::move(m_clauses);
    }

private:
    /// An open clause on the way from the top to the present one.
    struct Open {
        std::size_t clause;
        int rank;
        bool article;
    };

    void add(std::size_t index) {
        const ClauseHead& head = m_heads[index];
        const std::size_t limit = limitOf(index);
        const std::size_t end = withoutTrailingFurniture(m_text, head.mark.end, limit);
        while (!m_open.empty() && m_open.back().rank >= head.mark.rank()) close();
        const bool inside = insideArticle();
        Clause clause;
        clause.level = levelOf(head.mark, inside);
        clause.number = toUtf8(m_text.substr(head.mark.start, head.mark.numberEnd - head.mark.start));
        clause.path = m_open.empty() ? clause.number : m_clauses[m_open.back().clause].path + "/" + clause.number;
        clause.sequence = static_cast<int>(index) + 1;
        const HeadingSpan span = headingOf(head, end, inside);
        clause.heading = toUtf8(m_text.substr(span.start, span.end - span.start));
        clause.start = head.mark.start;
        clause.headingStart = span.start;
        clause.bodyStart = std::min(span.body, end);
        clause.end = std::max(end, head.mark.numberEnd);
        clause.text = toUtf8(m_text.substr(std::min(firstWord(head.mark.end, end), end),
                                           end - std::min(firstWord(head.mark.end, end), end)));
        m_open.push_back({m_clauses.size(), head.mark.rank(), head.mark.kind == MarkKind::Article});
        m_clauses.push_back(std::move(clause));
    }

    /// Where the next clause begins; before a paper that is annexed and at the end, where this paper ends.
    std::size_t limitOf(std::size_t index) const {
        const ClauseHead& head = m_heads[index];
        if (index + 1 == m_heads.size())
            return findDocumentEnd(m_text, m_lines, head.line, head.mark.end, m_lines.size());
        const ClauseHead& next = m_heads[index + 1];
        const bool beginsAnew = next.mark.ordinal() == 1 && next.mark.rank() <= head.mark.rank();
        if (!beginsAnew || next.line <= head.line + 1) return next.block;
        return std::min(next.block, findDocumentEnd(m_text, m_lines, head.line, head.mark.end, next.line));
    }

    bool insideArticle() const {
        for (const Open& open : m_open)
            if (open.article) return true;
        return false;
    }

    void close() {
        const std::size_t end = m_clauses[m_open.back().clause].end;
        m_open.pop_back();
        if (!m_open.empty()) {
            Clause& above = m_clauses[m_open.back().clause];
            above.end = std::max(above.end, end);
        }
    }
    void closeDownTo(std::size_t depth) {
        while (m_open.size() > depth) close();
    }

    std::size_t firstWord(std::size_t from, std::size_t end) const {
        while (from < end && (isSpace(m_text[from]) || isOneOf(m_text[from], U"*"))) ++from;
        return from;
    }

    HeadingSpan headingOf(const ClauseHead& head, std::size_t end, bool insideArticle) const {
        std::size_t start = head.mark.end;
        if (start < end && isOneOf(m_text[start], U"：:")) ++start;
        start = firstWord(start, end);
        const HeadingSpan none{start, start, start};
        if (start == end) return none;
        if (head.mark.kind == MarkKind::Article) return articleHeading(start, end);
        if (insideArticle) return none;
        const std::size_t stop = headingStop(start, end);
        if (stop == end || isLineEnd(m_text[stop])) return lineHeading(start, stop, end);
        const std::size_t length = stop - start;
        const bool more = firstWord(stop + 1, end) < end;
        const bool high = head.mark.kind <= MarkKind::ChineseBracket;
        const bool sentence = m_text.substr(start, length).find_first_of(U"，,；;：:") != Text::npos;
        if (length > longestHeading || (!more && (!high || sentence))) return none;
        return {start, withoutMarkup(start, stop), firstWord(stop + 1, end)};
    }

    std::size_t withoutMarkup(std::size_t start, std::size_t end) const {
        while (end > start && (isSpace(m_text[end - 1]) || isOneOf(m_text[end - 1], U"*#"))) --end;
        return end;
    }

    /// The first 。, English full stop before blank space, or line end.
    std::size_t headingStop(std::size_t start, std::size_t end) const {
        for (std::size_t i = start; i < end; ++i) {
            if (m_text[i] == U'。' || isLineEnd(m_text[i])) return i;
            const bool fullStop = m_text[i] == U'.' && i > start && isLatinLetter(m_text[i - 1]);
            if (fullStop && (i + 1 == end || isSpace(m_text[i + 1]))) return i;
        }
        return end;
    }

    /// A heading without 。 on a line of its own. Where the next line opens with a number that is no head, the line
    /// was broken inside a sentence.
    HeadingSpan lineHeading(std::size_t start, std::size_t stop, std::size_t end) const {
        const std::size_t last = withoutMarkup(start, stop);
        const bool broken = readMark(m_text, firstWord(stop, end)).has_value() && firstWord(stop, end) < end;
        const bool open = broken || (last > start && isOneOf(m_text[last - 1], U"；;，,：:、."));
        if (open || last - start > longestHeadingLine) return {start, start, start};
        return {start, last, firstWord(stop, end)};
    }

    /// Articles have headings in brackets or on a line of their own only; else the body follows at once.
    HeadingSpan articleHeading(std::size_t start, std::size_t end) const {
        const auto pair = Text(U"（(【［").find(m_text[start]);
        if (pair != Text::npos) {
            const std::size_t close = m_text.substr(0, end).find(Text(U"）)】］")[pair], start);
            const bool numbered = readMark(m_text, start).has_value();
            if (close != Text::npos && close - start <= longestHeading && !numbered)
                return {start + 1, close, firstWord(close + 1, end)};
        }
        const std::size_t stop = headingStop(start, end);
        if (stop < end && isLineEnd(m_text[stop]) && firstWord(stop, end) < end && stop - start <= longestHeading)
            return lineHeading(start, stop, end);
        return {start, start, start};
    }

    Text m_text;
    const std::vector<TextLine>& m_lines;
    std::vector<ClauseHead> m_heads;
    std::vector<Clause> m_clauses;
    std::vector<Open> m_open;
};

std::string parentPath(const Clause& clause) {
    const std::size_t cut = clause.path.size() - clause.number.size();
    return cut == 0 ? std::string() : clause.path.substr(0, cut - 1);
}

/// Judges the order of numbers and gives occurrences, ids and warnings.
class Numbering {
public:
    Numbering(std::vector<Clause>& clauses, const std::vector<ClauseHead>& heads) : m_clauses(clauses), m_heads(heads) {
        findRestarts();
    }

    std::vector<std::string> run(const std::string& documentId) {
        for (std::size_t i = 0; i < m_clauses.size(); ++i) {
            followCopy(m_clauses[i]);
            warn(m_clauses[i], m_heads[i].mark);
            name(m_clauses[i], documentId);
        }
        return std::move(m_warnings);
    }

private:
    /// A level whose number one stands below two parents begins anew there; else its numbers run on.
    void findRestarts() {
        std::map<std::string, std::string> firstParent;
        for (std::size_t i = 0; i < m_clauses.size(); ++i) {
            const Clause& clause = m_clauses[i];
            if (m_heads[i].mark.ordinal() != 1) continue;
            const auto [held, isNew] = firstParent.emplace(clause.level, parentPath(clause));
            if (!isNew && held->second != parentPath(clause)) m_restarting.insert(clause.level);
        }
        for (const char* level : {"item", "subitem", "point", "paragraph"}) m_restarting.insert(level);
    }
    bool runsOn(const Clause& clause) const { return m_restarting.count(clause.level) == 0; }
    /// What must be unique: the number where it runs on, else the path.
    std::string keyOf(const Clause& clause) const {
        return clause.level + "/" + (runsOn(clause) ? clause.number : clause.path);
    }

    /// A second copy of a numbered piece belongs where the first stood, whatever part was printed last.
    void followCopy(Clause& clause) {
        const auto first = m_first.find(keyOf(clause));
        if (first == m_first.end()) {
            m_first.emplace(keyOf(clause), &clause);
            return;
        }
        if (first->second->heading == clause.heading) clause.path = first->second->path;
    }

    void warn(Clause& clause, const NumberMark& mark) {
        const std::string row = clause.level + "|" + (runsOn(clause) ? std::string() : parentPath(clause)) + "|" +
                                std::to_string(mark.depth());
        const auto last = m_last.find(row);
        const int before = last == m_last.end() ? 0 : last->second.first;
        clause.occurrence = ++m_count[keyOf(clause)];
        if (clause.occurrence > 1) {
            add(clause, "number_repeated: " + clause.number);
        } else if (mark.ordinal() > before + 1 && !startsRow(mark, last == m_last.end())) {
            add(clause, before == 0 ? "number_gap: " + clause.number
                                    : "number_gap: " + last->second.second + " " + clause.number);
        } else if (mark.ordinal() <= before && mark.inserted == 0) {
            add(clause, "number_out_of_order: " + clause.number);
        }
        if (mark.ordinal() > before) m_last[row] = {mark.ordinal(), clause.number};
    }
    /// 4.1 may open a row below a chapter; the row of 1, 2, 3 … must begin with one.
    static bool startsRow(const NumberMark& mark, bool first) { return first && mark.ordinal() == 1; }

    void name(Clause& clause, const std::string& documentId) {
        std::string id = runsOn(clause) ? clause.number : clause.path;
        if (clause.level == "part") id = "part/" + id;
        const std::string base = documentId.empty() ? id : documentId + "/" + id;
        const int copies = ++m_ids[base];
        clause.id = copies == 1 ? base : base + "#" + std::to_string(copies);
        clause.documentId = documentId;
    }

    void add(Clause& clause, std::string warning) {
        clause.warnings.push_back(warning);
        m_warnings.push_back(std::move(warning));
    }

    std::vector<Clause>& m_clauses;
    const std::vector<ClauseHead>& m_heads;
    std::set<std::string> m_restarting;
    std::map<std::string, const Clause*> m_first;
    std::map<std::string, int> m_count;
    std::map<std::string, std::pair<int, std::string>> m_last;
    std::map<std::string, int> m_ids;
    std::vector<std::string> m_warnings;
};

/// Lists behind the document's end are links of the web page.
void dropListsOfThePage(Text text, const std::vector<TextLine>& lines, std::vector<ClauseHead>& heads) {
    if (heads.empty()) return;
    const auto last = std::find_if(heads.rbegin(), heads.rend(),
                                   [](const ClauseHead& head) { return head.mark.kind <= MarkKind::Decimal; });
    const ClauseHead& from = last == heads.rend() ? heads.front() : *last;
    const std::size_t end = findDocumentEnd(text, lines, from.line, from.mark.end, lines.size());
    while (heads.back().block >= end && heads.size() > 1) heads.pop_back();
}

}  // namespace

gis::Result<PolicyDocument> parseDocument(const std::string& text, const std::string& documentId,
                                          const gis::JobControl& control) {
    const std::u32string codePoints = toCodePoints(text);
    std::vector<TextLine> lines = splitLines(codePoints);
    markSkippedLines(codePoints, lines);
    std::vector<ClauseHead> heads = findClauseHeads(codePoints, lines, control.cancel);
    dropListsOfThePage(codePoints, lines, heads);
    if (control.cancel.isCanceled()) return gis::canceled();
    PolicyDocument document;
    document.id = documentId;
    document.text = text;
    document.length = codePoints.size();
    document.clauses = Builder(codePoints, lines, heads).run();
    document.warnings = Numbering(document.clauses, heads).run(documentId);
    readDocumentHead(codePoints, lines, heads.empty() ? codePoints.size() : heads.front().block, document);
    return document;
}

}  // namespace layers
