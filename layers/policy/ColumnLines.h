// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "layers/policy/TextLines.h"

namespace layers {

/// Cuts lines of two columns that are printed side by side into one line for each column. A block of columns has six
/// or more lines with one wide gap of blanks that ends at the same place; its halves hold words, not cells.
std::vector<TextLine> cutColumns(std::u32string_view text, std::vector<TextLine> lines);

/// Indexes of the lines as they are read: in a block of columns the left one first.
std::vector<std::size_t> readingOrder(const std::vector<TextLine>& lines);

}  // namespace layers
