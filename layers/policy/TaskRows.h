// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "layers/policy/NumberMark.h"
#include "layers/policy/TextLines.h"

namespace layers {

/// The number in the first cell of a table's row, where a cell with words follows: 12 or 13-1 before a tab, a bar or
/// two blanks. Its mark ends where that cell begins.
std::optional<NumberMark> readRowNumber(std::u32string_view text, const TextLine& line);

/// Where the words of the cell at `from` end.
std::size_t cellEnd(std::u32string_view text, std::size_t from, std::size_t lineEnd);

/// A plan of tasks printed as a table: below a row that begins with 序号 and names who answers or when (牵头单位, 时限)
/// come rows numbered 1, 2, 3 … which run on over two or more of the text's own divisions, so that a number names its
/// task in the whole plan. Rows numbered in one division only, or anew in each, or grouped by numbers that are the
/// table's own, and indicators are data. The lines of the rows and of the divisions between them, in order.
std::vector<std::size_t> findTaskRows(std::u32string_view text, const std::vector<TextLine>& lines);

}  // namespace layers
