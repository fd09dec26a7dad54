// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "layers/policy/TextLines.h"

namespace layers {

/// Where the document proper ends: behind its last words, before signature and date, lists of attachments, and the
/// furniture of the web page. `lastHead` is behind the last clause's number and `line` its line; looks only behind
/// them and before the line `stop`.
std::size_t findDocumentEnd(std::u32string_view text, const std::vector<TextLine>& lines, std::size_t line,
                            std::size_t lastHead, std::size_t stop);

/// `end` moved back over blank space, Markdown marks and lines of the page (its number, running head, footnotes), but
/// not before `start`.
std::size_t withoutTrailingFurniture(std::u32string_view text, const std::vector<TextLine>& lines, std::size_t start,
                                     std::size_t end);

/// An offset behind a line that is nothing but a date ("2023年3月11日", "二〇二三年三月十一日"), or false.
bool isDateLine(std::u32string_view content);

}  // namespace layers
