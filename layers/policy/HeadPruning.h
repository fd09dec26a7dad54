// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "layers/policy/ClauseHeads.h"

namespace layers {

/// Lists before the first real head that hold no sentence are menus of a web page; so are parts, where the page's own
/// words stand between them and the paper, in which the numbers begin again.
void dropNavigation(std::u32string_view text, const std::vector<TextLine>& lines, std::vector<ClauseHead>& heads);

/// Behind 相关链接, 上一篇 and the like numbers that go on no row of the text are links of the web page.
void dropListsOfThePage(std::u32string_view text, const std::vector<TextLine>& lines, std::vector<ClauseHead>& heads);

/// The only number of its kind that is not a one and opens a sentence (三、五个人) is none.
void dropSingles(std::u32string_view text, const std::vector<TextLine>& lines, std::vector<ClauseHead>& heads);

}  // namespace layers
