// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace layers {

/// How large a page is, counted over its tags before it is parsed: a parser's time grows faster than what it is given.
struct HtmlShape {
    std::size_t elements = 0;  ///< opening tags
    std::size_t depth = 0;     ///< most of them open at a time; those that need no end are not counted
};

/// Linear in the bytes; comments, scripts, styles and quoted attributes hold no tags. Pure.
HtmlShape htmlShape(std::string_view utf8);

}  // namespace layers
