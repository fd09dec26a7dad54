// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/ColumnLines.h"

#include <algorithm>

#include "layers/document/CodePoints.h"

namespace layers {

namespace {

using Text = std::u32string_view;
using Lines = std::vector<TextLine>;

constexpr std::size_t narrowestGap = 4;  ///< in Latin characters
constexpr std::size_t fewestRows = 6;
constexpr std::size_t shortestHalf = 16;  ///< on the average, in Latin characters
constexpr std::size_t longestRow = 300;

/// Chinese characters and full-width signs take two places.
std::size_t widthOf(char32_t c) { return c >= 0x2E80 || (c >= 0x2460 && c < 0x2500) ? 2 : 1; }

/// A line seen as a row of two columns; `right` is where the right one's words begin.
struct Row {
    bool parted = false;      ///< words at both sides of one wide gap
    bool rightOnly = false;   ///< blanks only before the words
    std::size_t right = 0;    ///< code point
    std::size_t place = 0;    ///< of `right` on the page
    std::size_t leftEnd = 0;  ///< behind the left one's words
    std::size_t halves = 0;   ///< width of the shorter half
};

Row rowOf(Text text, const TextLine& line) {
    Row row;
    if (line.isBlank() || line.end - line.start > longestRow) return row;
    std::size_t place = 0;
    std::size_t gap = 0;
    std::size_t words = 0;
    std::size_t left = 0;
    int gaps = 0;
    for (std::size_t i = line.start; i < line.to; ++i) {
        const std::size_t width = widthOf(text[i]);
        if (isSpace(text[i])) {
            gap += width;
        } else {
            if (gap >= narrowestGap) {
                row.parted = words > 0 && ++gaps == 1;
                row.right = i;
                row.place = place;
                left = words;
            }
            if (gap < narrowestGap || words == 0 || gaps <= 1) row.leftEnd = gaps == 0 ? i + 1 : row.leftEnd;
            words += width;
            gap = 0;
        }
        place += width;
    }
    row.rightOnly = gaps == 0 && row.right == line.from && row.place > 0;
    row.parted = row.parted && gaps == 1;
    row.halves = std::min(left, words - left);
    return row;
}

struct Block {
    std::size_t end = 0;    ///< behind its last line
    std::size_t place = 0;  ///< of the right column
};

/// The block of columns that begins at line `first`; end == first if there is none.
Block blockAt(const Lines& lines, const std::vector<Row>& rows, std::size_t first) {
    Block block{first, rows[first].place};
    if (!rows[first].parted) return block;
    std::size_t parted = 0;
    std::size_t width = 0;
    std::size_t end = first;
    for (std::size_t i = first; i < lines.size(); ++i) {
        if (lines[i].isBlank()) continue;
        const Row& row = rows[i];
        const bool fits = row.parted && row.place + 3 > block.place && row.place <= block.place + 8;
        if (row.parted && !fits) break;
        if (!row.parted && !row.rightOnly && lines[i].to - lines[i].start > block.place) break;
        parted += fits ? 1 : 0;
        width += fits ? row.halves : 0;
        end = i + 1;
    }
    if (parted >= fewestRows && width >= parted * shortestHalf) block.end = end;
    return block;
}

TextLine piece(const TextLine& line, std::size_t start, std::size_t end, std::size_t from, std::size_t to, int column) {
    TextLine made = line;
    made.start = start;
    made.end = end;
    made.from = from;
    made.to = to;
    made.column = column;
    return made;
}

void cut(const TextLine& line, const Row& row, std::size_t place, Lines& made) {
    if (row.parted) {
        made.push_back(piece(line, line.start, row.right, line.from, row.leftEnd, 1));
        made.push_back(piece(line, row.right, line.end, row.right, line.to, 2));
        return;
    }
    made.push_back(line);
    made.back().column = row.rightOnly && row.place + 3 > place ? 2 : 1;
}

}  // namespace

Lines cutColumns(Text text, Lines lines) {
    std::vector<Row> rows;
    rows.reserve(lines.size());
    for (const TextLine& line : lines) rows.push_back(line.skipped ? Row() : rowOf(text, line));
    const auto parted = std::count_if(rows.begin(), rows.end(), [](const Row& row) { return row.parted; });
    if (static_cast<std::size_t>(parted) < fewestRows) return lines;
    Lines made;
    made.reserve(lines.size() + static_cast<std::size_t>(parted));
    std::size_t tried = 0;  // rows that were looked at in vain are no beginning of another block
    for (std::size_t i = 0; i < lines.size();) {
        const Block block = i < tried ? Block{i, 0} : blockAt(lines, rows, i);
        if (block.end == i) {
            made.push_back(lines[i++]);
            continue;
        }
        for (; i < block.end; ++i) cut(lines[i], rows[i], block.place, made);
    }
    return made;
}

std::vector<std::size_t> readingOrder(const Lines& lines) {
    std::vector<std::size_t> order;
    order.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i;
        while (end < lines.size() && lines[end].column != 0) ++end;
        for (int column = 1; column <= 2; ++column)
            for (std::size_t k = i; k < end; ++k)
                if (lines[k].column == column) order.push_back(k);
        if (end == i) order.push_back(end++);
        i = end;
    }
    return order;
}

}  // namespace layers
