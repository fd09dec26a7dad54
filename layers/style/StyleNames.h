// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace layers {

/// Whether a name of something shipped is safe to become a file name: a-z, digits and underscores alone.
bool isPlainName(const std::string& name);

}  // namespace layers
