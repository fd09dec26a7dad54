// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/check/RedLineCheck.h"

namespace cli {

/// The result of a check in lines for people: what went in, how many findings of each class, totals by control
/// layer, the first conflicts, the files written.
std::vector<std::string> checkText(const layers::CheckReport& report, const std::vector<std::string>& files);

}  // namespace cli
