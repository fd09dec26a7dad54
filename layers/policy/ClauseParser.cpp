// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/ClauseParser.h"

#include <algorithm>

#include "layers/document/CodePoints.h"
#include "layers/policy/ClauseHeading.h"
#include "layers/policy/ClauseHeads.h"
#include "layers/policy/ClauseLevel.h"
#include "layers/policy/ClauseNumbering.h"
#include "layers/policy/ColumnLines.h"
#include "layers/policy/DocumentEnd.h"
#include "layers/policy/DocumentHead.h"
#include "layers/policy/SkippedLines.h"

namespace layers {

namespace {

using Text = std::u32string_view;

/// 一、 above 第一条 and Article 1 above Section 1.1 where they are printed in that order; else the usual ranks hold.
class Ranks {
public:
    explicit Ranks(const std::vector<ClauseHead>& heads) {
        for (std::size_t i = 0; i < heads.size(); ++i) {
            const NumberMark& mark = heads[i].mark;
            if (mark.kind == MarkKind::Annex || heads[i].opensAnnex) begin(i);
            note(heads, i);
        }
    }
    int rankOf(const NumberMark& mark, std::size_t index) const {
        const Scope& scope = *std::prev(std::upper_bound(
            m_scopes.begin(), m_scopes.end(), index, [](std::size_t at, const Scope& held) { return at < held.from; }));
        if (mark.kind == MarkKind::ChinesePart && scope.partsAboveArticles) return partRank;
        if (mark.kind == MarkKind::Section && mark.latin && scope.articlesAboveSections) return sectionRank;
        return mark.rank();
    }

private:
    static constexpr int partRank = static_cast<int>(MarkKind::Chapter) * 10 - 5;
    static constexpr int sectionRank = static_cast<int>(MarkKind::Article) * 10 + 5;
    /// From one annex to the next.
    struct Scope {
        std::size_t from = 0;
        bool article = false;
        bool section = false;
        bool partsAboveArticles = false;
        bool articlesAboveSections = false;
    };
    void begin(std::size_t from) {
        m_scopes.emplace_back();
        m_scopes.back().from = from;
    }
    void note(const std::vector<ClauseHead>& heads, std::size_t i) {
        const NumberMark& mark = heads[i].mark;
        Scope& scope = m_scopes.back();
        const bool article = i + 1 < heads.size() && heads[i + 1].mark.kind == MarkKind::Article;
        if (mark.kind == MarkKind::ChinesePart && !scope.article && mark.ordinal() == 1 && article)
            scope.partsAboveArticles = true;
        if (mark.kind == MarkKind::Section && mark.latin && !scope.section && scope.article)
            scope.articlesAboveSections = true;
        scope.section = scope.section || mark.kind == MarkKind::Section;
        scope.article = scope.article || mark.kind == MarkKind::Article;
    }
    std::vector<Scope> m_scopes{Scope{}};
};

class Builder {
public:
    Builder(Text text, const std::vector<TextLine>& lines, const std::vector<ClauseHead>& heads)
        : m_text(text), m_lines(lines), m_heads(heads), m_ranks(heads) {}

    std::vector<Clause> run() {
        if (m_heads.empty()) return {};
        m_clauses.reserve(m_heads.size());
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
        bool latin;
        bool chapter;       ///< or a division above it, or a section
        std::size_t above;  ///< the clause it stands in, if it has one
        bool box;
    };

    void add(std::size_t index) {
        const ClauseHead& head = m_heads[index];
        const std::size_t end = withoutTrailingFurniture(m_text, m_lines, head.mark.end, limitOf(index));
        const bool box = head.mark.kind == MarkKind::Box;
        const int rank = m_ranks.rankOf(head.mark, index);
        if (head.opensAnnex) closeDownTo(0);
        while (m_openBoxes > 0 && !head.boxed) close();
        while (!box && !m_open.empty() && m_open.back().rank >= rank) close();
        const Open* above = box ? boxParent() : m_open.empty() ? nullptr : &m_open.back();
        const Clause* parent = above == nullptr ? nullptr : &m_clauses[above->clause];
        const bool inside = insideChineseArticle();
        Clause clause;
        clause.level = levelOf(head.mark, parent == nullptr ? std::string() : parent->level, inside);
        clause.number = toUtf8(m_text.substr(head.mark.start, head.mark.numberEnd - head.mark.start));
        clause.path = parent == nullptr ? clause.number : parent->path + "/" + clause.number;
        clause.sequence = static_cast<int>(index) + 1;
        const HeadingSpan span = findHeading(questionOf(index, end, inside));
        clause.heading = toUtf8(headingOf(span));
        clause.start = head.mark.start;
        clause.headingStart = span.start;
        clause.bodyStart = std::min(span.body, end);
        clause.end = std::max(end, head.mark.numberEnd);
        const std::size_t words = std::min(firstWord(m_text, head.mark.end, end), end);
        clause.text = toUtf8(m_text.substr(words, end - words));
        if (box) ++m_openBoxes;
        m_open.push_back({m_clauses.size(), rank, head.mark.kind == MarkKind::Article, head.mark.latin,
                          head.mark.kind <= MarkKind::Section || head.mark.kind == MarkKind::Decimal,
                          above == nullptr ? m_clauses.size() : above->clause, box});
        m_clauses.push_back(std::move(clause));
    }

    /// A heading that the page's edge or its end broke, in one line.
    std::u32string headingOf(const HeadingSpan& span) const {
        if (span.cutEnd == 0) return withoutLineEnds(m_text.substr(span.start, span.end - span.start));
        return withoutLineEnds(m_text.substr(span.start, span.cut - span.start)) +
               withoutLineEnds(m_text.substr(span.cutEnd, span.end - span.cutEnd));
    }
    static std::u32string withoutLineEnds(Text words) {
        std::u32string joined;
        bool broken = false;
        for (const char32_t c : words) {
            broken = isLineEnd(c) || (broken && isSpace(c));
            if (!broken) joined += c;
        }
        return joined;
    }

    HeadingQuestion questionOf(std::size_t index, std::size_t end, bool insideArticle) const {
        const ClauseHead& head = m_heads[index];
        HeadingQuestion question{m_text, m_lines, head, end};
        question.insideArticle = insideArticle && head.mark.kind > MarkKind::NamedItem;
        if (index + 1 < m_heads.size() && m_heads[index + 1].line > head.line) {
            const std::size_t next = m_heads[index + 1].mark.start;
            question.headFollows = firstWord(m_text, end, next) == next;
            question.childFollows = question.headFollows && m_ranks.rankOf(m_heads[index + 1].mark, index + 1) >
                                                                m_ranks.rankOf(head.mark, index);
        }
        const std::size_t before = m_clauses.empty() ? 0 : m_clauses.back().end;
        question.closesList = (head.mark.isList() || head.mark.kind >= MarkKind::ChinesePart) &&
                              head.mark.ordinal() > 1 && before > 0 && isOneOf(m_text[before - 1], U"；;");
        return question;
    }

    /// A box stands below the innermost chapter or section, else below the innermost clause.
    const Open* boxParent() const {
        for (std::size_t i = m_open.size(); i > 0; --i)
            if (m_open[i - 1].chapter) return &m_open[i - 1];
        return m_open.empty() ? nullptr : &m_open.back();
    }

    /// Where the next clause begins; before a paper that is annexed and at the end, where this paper ends.
    std::size_t limitOf(std::size_t index) const {
        const ClauseHead& head = m_heads[index];
        if (index + 1 == m_heads.size())
            return findDocumentEnd(m_text, m_lines, head.line, head.mark.end, m_lines.size());
        const ClauseHead& next = m_heads[index + 1];
        const bool beginsAnew = next.mark.kind == MarkKind::Annex || next.opensAnnex ||
                                (next.mark.ordinal() == 1 && next.mark.rank() <= head.mark.rank());
        if (!beginsAnew || next.line <= head.line + 1) return next.block;
        return std::min(next.block, findDocumentEnd(m_text, m_lines, head.line, head.mark.end, next.line));
    }

    bool insideChineseArticle() const {
        return std::any_of(m_open.begin(), m_open.end(), [](const Open& open) { return open.article && !open.latin; });
    }

    void close() {
        const std::size_t end = m_clauses[m_open.back().clause].end;
        Clause& above = m_clauses[m_open.back().above];
        above.end = std::max(above.end, end);
        if (m_open.back().box) --m_openBoxes;
        m_open.pop_back();
    }
    void closeDownTo(std::size_t depth) {
        while (m_open.size() > depth) close();
    }

    Text m_text;
    const std::vector<TextLine>& m_lines;
    const std::vector<ClauseHead>& m_heads;
    Ranks m_ranks;
    std::vector<Clause> m_clauses;
    std::vector<Open> m_open;
    int m_openBoxes = 0;  ///< a box with its items lies above what is open around it
};

}  // namespace

gis::Result<PolicyDocument> parseDocument(std::string text, const std::string& documentId,
                                          const gis::JobControl& control, const std::vector<LineRange>& tables) {
    const std::u32string codePoints = toCodePoints(text);
    std::vector<TextLine> split = splitLines(codePoints);
    for (const LineRange& rows : tables)
        for (std::size_t i = rows.from; i < rows.to && i < split.size(); ++i) {
            split[i].skipped = true;
            split[i].row = RowKind::Data;
        }
    std::vector<TextLine> lines = cutColumns(codePoints, std::move(split));
    markSkippedLines(codePoints, lines);
    const std::vector<ClauseHead> heads = findClauseHeads(codePoints, lines, control.cancel);
    if (control.cancel.isCanceled()) return gis::canceled();
    PolicyDocument document;
    document.id = documentId;
    document.text = std::move(text);
    document.length = codePoints.size();
    document.clauses = Builder(codePoints, lines, heads).run();
    document.warnings = judgeNumbering(document.clauses, heads, documentId);
    readDocumentHead(codePoints, lines, heads.empty() ? codePoints.size() : heads.front().block, document);
    return document;
}

}  // namespace layers
