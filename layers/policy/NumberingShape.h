// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "layers/policy/NumberMark.h"
#include "layers/policy/TextLines.h"

namespace layers {

/// What the whole text tells before its first line is judged: which whole numbers have 1.1 below them, whether blank
/// space follows 第三条, whether it is an English outline.
class NumberingShape {
public:
    NumberingShape(std::u32string_view text, const std::vector<TextLine>& lines);

    /// Whether a line opens with this 1.2.3.
    bool hasDecimal(const std::vector<int>& ordinals) const { return m_decimals.count(ordinals) != 0; }
    /// Whether there are whole numbers with 1.1 below them.
    bool hasTops() const { return !m_tops.empty(); }
    bool hasBelow(int top) const;
    /// Most articles have blank space or a bracket behind 第三条.
    bool articlesParted() const { return m_articlesParted; }
    /// I. and II., A. and B. in a row, as an English outline prints them: "A. Smith" alone is a name.
    bool romanParts() const { return m_romanParts; }
    bool capitalClauses() const { return m_capitalClauses; }

private:
    void lookForOutline(std::u32string_view text, const std::vector<TextLine>& lines);

    std::set<std::vector<int>> m_decimals;
    std::vector<int> m_tops;  ///< in order
    bool m_articlesParted = false;
    bool m_romanParts = false;
    bool m_capitalClauses = false;
};

/// Blank space, a bracket or the line's end stands behind the article's number.
bool isParted(std::u32string_view text, const NumberMark& mark, const TextLine& line);

}  // namespace layers
