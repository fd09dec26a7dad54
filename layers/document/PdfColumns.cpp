// SPDX-License-Identifier: Apache-2.0
#include "layers/document/PdfColumns.h"

#include <algorithm>
#include <optional>

namespace layers {

double usualHeight(const std::vector<PdfLine>& lines) {
    std::vector<double> heights;
    for (const PdfLine& line : lines)
        if (line.text.size() >= 4) heights.push_back(line.height());
    if (heights.empty()) return 12;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return std::max(*middle, 1.0);
}

bool hasLeaders(const PdfLine& line) {
    std::size_t dots = 0;
    for (const char32_t c : line.text) {
        dots = c == U'.' || c == U'…' || c == U'·' || c == U'⋯' ? dots + (c == U'.' || c == U'·' ? 1 : 3) : 0;
        if (dots >= 5) return true;
    }
    return false;
}

namespace {

using Lines = std::vector<PdfLine>;

struct Span {
    double left = 0;
    double right = 0;
    double width() const { return right - left; }
};

Span spanOf(const Lines& lines) {
    Span span{lines.front().left, lines.front().right};
    for (const PdfLine& line : lines) {
        span.left = std::min(span.left, line.left);
        span.right = std::max(span.right, line.right);
    }
    return span;
}

/// Where the lines of a column end that are full: most of them there, or at least a fifth; else the longest one's end.
/// A page head that is longer than all lines below must not make each of them look like a paragraph's last.
double fullEdge(const Lines& lines, const Span& span) {
    const double em = usualHeight(lines);
    std::vector<double> ends;
    for (const PdfLine& line : lines)
        if (line.right - line.left > 12 * em && line.right > span.left + span.width() * 0.5 && !hasLeaders(line))
            ends.push_back(line.right);
    std::sort(ends.begin(), ends.end());
    double edge = span.right;
    std::size_t most = std::max<std::size_t>(3, lines.size() / 5);
    for (std::size_t from = 0, i = 0; i < ends.size(); ++i) {
        while (ends[i] - ends[from] > 1.3 * em) ++from;
        if (i - from + 1 < most) continue;
        most = i - from + 1;
        edge = ends[i];
    }
    return edge;
}

/// A side of a gutter holds running text, not cells: at least three lines, long ones, most of them about as wide as the
/// widest.
bool isTextColumn(const Lines& lines) {
    if (lines.size() < 3) return false;
    const double widest = spanOf(lines).width();
    if (widest < 8 * usualHeight(lines)) return false;
    const auto wide = std::count_if(lines.begin(), lines.end(),
                                    [&](const PdfLine& line) { return line.right - line.left > widest * 0.6; });
    return wide * 2 >= static_cast<std::ptrdiff_t>(lines.size());
}

struct Sides {
    Lines left;
    Lines right;
    Lines across;
};

/// Boxes hold the ink, so lines of one column begin and end a little apart; a closing mark may hang out of it.
Sides partedAt(double x, double em, const Lines& lines) {
    const double slack = 0.4 * em;
    Sides sides;
    for (const PdfLine& line : lines) {
        const bool left = line.right <= x + slack && line.left < x - slack;
        Lines& side = left ? sides.left : line.left >= x - slack ? sides.right : sides.across;
        side.push_back(line);
    }
    return sides;
}

bool standSideBySide(const Lines& left, const Lines& right) {
    const auto edges = [](const Lines& lines) {
        Span edge{lines.front().top, lines.front().bottom};
        for (const PdfLine& line : lines) {
            edge.left = std::min(edge.left, line.top);
            edge.right = std::max(edge.right, line.bottom);
        }
        return edge;
    };
    const Span a = edges(left);
    const Span b = edges(right);
    const double common = std::min(a.right, b.right) - std::max(a.left, b.left);
    return common > 0.5 * std::min(a.width(), b.width());
}

std::optional<double> gutterOf(const Lines& lines, int depth);

/// Running text, or columns of it.
bool holdsText(const Lines& lines, int depth) { return isTextColumn(lines) || gutterOf(lines, depth - 1).has_value(); }

/// The best place for a gutter: where the right-hand column's lines begin. Few lines may cross it. Up to `depth` gutters
/// are looked for within each other.
std::optional<double> gutterOf(const Lines& lines, int depth) {
    if (depth <= 0 || lines.size() < 6) return std::nullopt;
    const Span page = spanOf(lines);
    const double em = usualHeight(lines);
    std::optional<double> best;
    std::size_t fewest = lines.size() * 3 / 10 + 1;
    std::vector<double> tried;
    for (const PdfLine& line : lines) {
        const double x = line.left - 0.5;
        if (x < page.left + page.width() * 0.2 || x > page.right - page.width() * 0.2) continue;
        if (std::any_of(tried.begin(), tried.end(), [x](double t) { return t - x < 1 && x - t < 1; })) continue;
        tried.push_back(x);
        if (tried.size() > 40) break;  // ragged pages have no columns
        const Sides sides = partedAt(x, em, lines);
        if (sides.across.size() >= fewest) continue;
        if (sides.left.empty() || sides.right.empty() || !standSideBySide(sides.left, sides.right)) continue;
        if (!holdsText(sides.left, depth) || !holdsText(sides.right, depth)) continue;
        fewest = sides.across.size();
        best = x;
    }
    return best;
}

class Reading {
public:
    void read(Lines lines, int depth) {
        if (lines.empty()) return;
        const auto gutter = gutterOf(lines, depth);
        if (!gutter) return readColumn(std::move(lines));
        Sides sides = partedAt(*gutter, usualHeight(lines), lines);
        std::stable_sort(sides.across.begin(), sides.across.end(),
                         [](const PdfLine& a, const PdfLine& b) { return a.top < b.top; });
        for (const PdfLine& line : sides.across) {
            readAbove(line.middle(), sides, depth);
            readColumn({line});
        }
        read(std::move(sides.left), depth - 1);
        read(std::move(sides.right), depth - 1);
    }
    Lines take() { return std::move(m_ordered); }

private:
    void readAbove(double y, Sides& sides, int depth) {
        for (Lines* side : {&sides.left, &sides.right}) {
            const auto below = std::stable_partition(side->begin(), side->end(),
                                                     [y](const PdfLine& line) { return line.middle() < y; });
            Lines above(side->begin(), below);
            side->erase(side->begin(), below);
            read(std::move(above), depth - 1);
        }
    }

    /// Lines of one column from the top; those at the same height are cells of one row.
    void readColumn(Lines lines) {
        std::stable_sort(lines.begin(), lines.end(),
                         [](const PdfLine& a, const PdfLine& b) { return a.middle() < b.middle(); });
        const Span span = spanOf(lines);
        const double edge = fullEdge(lines, span);
        std::size_t i = 0;
        while (i < lines.size()) {
            std::size_t end = i + 1;
            while (end < lines.size() && sameHeight(lines[i], lines[end])) ++end;
            std::sort(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(end),
                      [](const PdfLine& a, const PdfLine& b) { return a.left < b.left; });
            PdfLine row = lines[i];
            for (std::size_t k = i + 1; k < end; ++k) join(row, lines[k]);
            row.columnLeft = span.left;
            row.columnRight = edge;
            row.column = m_column;
            m_ordered.push_back(std::move(row));
            i = end;
        }
        ++m_column;
    }
    static bool sameHeight(const PdfLine& a, const PdfLine& b) {
        const double common = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
        return common > 0.6 * std::min(a.height(), b.height());
    }
    static void join(PdfLine& row, const PdfLine& cell) {
        // Parts that touch were one word: a change of font, a raised sign.
        const bool apart = cell.left - row.right > 0.8 * std::max(row.height(), cell.height());
        const bool oneWord = row.text.size() <= 2 && cell.text.size() <= 2;  // 总　则
        if (apart) row.text += oneWord ? U' ' : U'\t';
        row.isRow = row.isRow || (apart && !oneWord);
        row.text += cell.text;
        row.right = std::max(row.right, cell.right);
        row.top = std::min(row.top, cell.top);
        row.bottom = std::max(row.bottom, cell.bottom);
    }

    Lines m_ordered;
    std::size_t m_column = 0;
};

}  // namespace

std::vector<PdfLine> inReadingOrder(const PdfPage& page) {
    constexpr int nestedGutters = 3;
    Reading reading;
    reading.read(page.lines, nestedGutters);
    return reading.take();
}

}  // namespace layers
