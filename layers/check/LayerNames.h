// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/check/RedLineCheck.h"

namespace layers {

/// What the result calls the layers, first those of the plan, then the control layers: the layer's name or, where the
/// same name stands in two files, `file|layer`. `file` is the file's name, the whole path where those are alike too.
std::vector<std::string> resultNames(const CheckInput& input);

}  // namespace layers
