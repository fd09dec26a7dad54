// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/document/PdfLine.h"

namespace layers {

/// Printed lines, in reading order over all pages, joined to paragraphs: by first-line indents, lines that end early,
/// distances and sizes. Where that leaves a doubt, a line that ends a sentence ends a line of the text. UTF-8, a line
/// for each paragraph or row of a table.
std::string joinedParagraphs(const std::vector<PdfLine>& lines);

/// A line's words without what printing adds: narrow blanks between Chinese and Latin, radicals in place of characters,
/// control signs.
std::u32string cleanedLine(const std::u32string& text);

}  // namespace layers
