// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layers/policy/TextLines.h"

namespace layers {

/// An entry of a table of contents without blank space, page number, leaders and a range of articles in brackets.
std::u32string entryWords(std::u32string_view content);

/// Whether the numbered lines of `from`..`to` head the text from `to` on in the same order: three of them or more, and
/// four of five, with words below. That makes them a table of contents even without leaders and page numbers.
bool comeAgain(std::u32string_view text, const std::vector<TextLine>& lines, std::size_t from, std::size_t to);

/// The first line, and the one behind the last, of numbered headings at the beginning of a text that come again below;
/// two equal lines if there are none.
std::pair<std::size_t, std::size_t> openingContents(std::u32string_view text, const std::vector<TextLine>& lines);

}  // namespace layers
