// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "layers/policy/PlaceEntry.h"

namespace layers {

/// The paragraphs right before the first clause that are sentences: what a paper says before it begins to count. Ends
/// above at a title, a list or an address. Code points; empty (start = end) where there are none. Pure.
TextScope preambleOf(std::u32string_view text, std::size_t firstClause);

}  // namespace layers
