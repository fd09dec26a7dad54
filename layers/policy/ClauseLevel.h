// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "layers/policy/NumberMark.h"

namespace layers {

/// The level's name: by the number's form, and for lists by what they lie in. A list takes the level of its form, or
/// the next one down item, subitem, point, subpoint if that is not deeper than its parent; directly below a Chinese
/// article any list is an item. `parent` is the level above (empty at the top).
std::string levelOf(const NumberMark& mark, const std::string& parent, bool insideChineseArticle);

}  // namespace layers
