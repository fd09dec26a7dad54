// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace layers {

/// A text as names are looked for in it: without blank space and Markdown marks, brackets in one width. `places` tells
/// where each character stands in the original, in code points.
struct SqueezedText {
    std::u32string text;
    std::vector<std::size_t> places;
};
SqueezedText squeezedText(const std::string& utf8);
/// The squeezed characters alone.
std::u32string squeezed(const std::string& utf8);

}  // namespace layers
