// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/DocumentPreamble.h"

#include <algorithm>

#include "layers/document/CodePoints.h"

namespace layers {

namespace {

constexpr std::size_t shortestSentence = 20;  // characters: 各区县人民政府： is an address

bool isAround(char32_t c) { return isSpace(c) || isLineEnd(c) || isOneOf(c, U"*#"); }

}  // namespace

TextScope preambleOf(std::u32string_view text, std::size_t firstClause) {
    TextScope found{firstClause, firstClause};
    std::size_t end = std::min(firstClause, text.size());
    while (end > 0) {
        std::size_t start = end;
        while (start > 0 && !isLineEnd(text[start - 1])) --start;
        std::size_t from = start;
        std::size_t to = end;
        while (from < to && isAround(text[from])) ++from;
        while (to > from && isAround(text[to - 1])) --to;
        if (to > from) {
            if (to - from < shortestSentence || !isOneOf(text[to - 1], U"。：:；")) break;
            found.start = from;
            if (found.end == firstClause) found.end = to;
        }
        end = start > 0 ? start - 1 : 0;
    }
    if (found.start == firstClause) found.end = firstClause;
    return found;
}

}  // namespace layers
