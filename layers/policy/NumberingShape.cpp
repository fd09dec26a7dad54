// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/NumberingShape.h"

#include <algorithm>

#include "layers/document/CodePoints.h"
#include "layers/policy/LineFlow.h"

namespace layers {

NumberingShape::NumberingShape(std::u32string_view text, const std::vector<TextLine>& lines) {
    std::size_t parted = 0;
    std::size_t joined = 0;
    for (const TextLine& line : lines) {
        const auto mark = line.skipped || line.isBlank() ? std::nullopt : readMark(text, line.from);
        if (!mark) continue;
        if (mark->kind == MarkKind::Decimal) m_decimals.insert(mark->ordinals);
        const bool first = mark->kind == MarkKind::Decimal && mark->ordinal() == 1 && mark->depth() < 4;
        if (first && !mark->latin && (startsWords(text, mark->end) || mark->end >= line.to))
            m_tops.push_back(mark->ordinals.front());
        if (mark->kind == MarkKind::Article) ++(isParted(text, *mark, line) ? parted : joined);
    }
    lookForOutline(text, lines);
    std::sort(m_tops.begin(), m_tops.end());
    m_articlesParted = parted > joined;
}

void NumberingShape::lookForOutline(std::u32string_view text, const std::vector<TextLine>& lines) {
    int roman = 0;
    int capital = 0;
    for (const TextLine& line : lines) {
        if (line.skipped || line.isBlank()) continue;
        const OutlineReadings readings = readOutline(text, line.from);
        if (readings.roman && readings.roman->ordinal() == roman + 1) ++roman;
        const bool isCapital = readings.letter && readings.letter->kind == MarkKind::ChineseBracket;
        if (isCapital && readings.letter->ordinal() == capital + 1) ++capital;
    }
    m_romanParts = roman > 1;
    m_capitalClauses = capital > 1;
}

bool NumberingShape::hasBelow(int top) const { return std::binary_search(m_tops.begin(), m_tops.end(), top); }

bool isParted(std::u32string_view text, const NumberMark& mark, const TextLine& line) {
    return mark.end >= line.to || isSpace(text[mark.end]) || isOneOf(text[mark.end], U"（(【［：:*");
}

}  // namespace layers
