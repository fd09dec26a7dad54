// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "gis/feature/FeatureTable.h"

namespace layers {

/// A value as a finite number: numbers, and texts that are wholly a number; else nothing.
std::optional<double> numberOf(const gis::Value& value);
/// The numbers of a field, ascending; features without one are left out.
std::vector<double> numbersOf(const gis::FeatureTable& table, int field);

}  // namespace layers
