// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace layers {

/// What a character of a symbol font shows, as a Unicode character: Wingdings 0xFC is ✓. `code` with or without the
/// 0xF000 under which word processors keep it. 0 if it is not known. A font that is none of symbols gives the code itself.
char32_t symbolSign(std::string_view font, char32_t code);

}  // namespace layers
