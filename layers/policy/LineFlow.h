// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "layers/policy/TextLines.h"

namespace layers {

/// How far the words of one line go on in the next: pages and narrow columns break lines anywhere, so that references
/// and amounts open lines.
enum class LineBreak {
    None,    ///< a sentence, a title or a heading is at its end
    Likely,  ///< no end mark, but a long heading looks the same
    Comma,   ///< ends with a comma, as items of a list may
    Inside,  ///< a line with whole sentences ends without an end mark
    Certain  ///< ends with 、, an opening bracket or a word that asks for another (按照, 不少于, of, the)
};

/// The break behind line `before`. `parted` says that a blank line, and no page's end, lies between it and the next.
LineBreak lineBreak(std::u32string_view text, const TextLine& before, bool parted);

/// Whether a text asks for another word to follow: 按照, 不低于, 由, "under", "the".
bool asksForMore(std::u32string_view content);

/// Behind a decimal number come words, not a unit (1.5万亩, 10.2%, 1.1 km) or what goes on a sentence.
bool startsWords(std::u32string_view text, std::size_t numberEnd);

}  // namespace layers
