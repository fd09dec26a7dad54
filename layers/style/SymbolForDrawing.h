// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/style/Style.h"

namespace layers {

/// The symbol within the limits of the JSON form: a slip in the program must cost no more than a wrong look. What is no
/// number becomes the least.
Symbol bounded(Symbol symbol);
/// All colours of a symbol with their alpha multiplied by the opacity (0..1) of its layer.
Symbol faded(Symbol symbol, double opacity);

}  // namespace layers
