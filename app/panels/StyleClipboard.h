// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "layers/plan/Layer.h"

namespace app {

// Styles on the clipboard, as JSON, so that they also go to an editor of texts and to another window. GUI thread.

void copyStyle(const layers::Style& style);
/// Nothing if the clipboard holds no style that reads well.
std::optional<layers::Style> copiedStyle();
/// A style for a layer that it was not made for: where the layer lacks the field of its labels, they take the layer's
/// name field.
layers::Style styleFor(const layers::Layer& layer, layers::Style style);

}  // namespace app
