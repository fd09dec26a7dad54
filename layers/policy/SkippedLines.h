// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "layers/policy/TextLines.h"

namespace layers {

/// Marks lines that hold no heads: tables of contents, Markdown code, tables (rows below a title or head, tabbed rows,
/// cells one a line), menus, the list behind 附件：, and as furniture page numbers, running heads and footnotes. Rows
/// of a plan of tasks are marked as such (TaskRows.h).
void markSkippedLines(std::u32string_view text, std::vector<TextLine>& lines);

}  // namespace layers
