// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/check/RedLineCheck.h"

namespace layers {

/// True for an optional minus and digits.
bool isIntegerText(const std::string& text);
/// By value, of any length; texts of equal value by code point. Both must be integer texts or empty (empty first).
bool integerTextLess(const std::string& a, const std::string& b);

/// The order of CLI.md: plan layer, plan id, control layer, control id; ids by value if all that stand in the column
/// are integers, else by code point. Rows alike in all four are ordered by what else they say, so that the result
/// does not depend on the order of the input.
void sortFindings(std::vector<Finding>& findings);
void sortSummaries(std::vector<FindingSummary>& summaries);

}  // namespace layers
