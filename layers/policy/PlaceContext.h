// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/policy/PlaceEntry.h"

namespace layers {

/// A short name that a prefecture shares with a unit inside it (广安市, 广安区) means the prefecture. Pure.
void decideByLevel(std::vector<PlaceMatch>& matches, const std::vector<PlaceEntry>& entries);

/// Decides matches whose spelling belongs to several units by the prefecture that stands right before the name. Offsets
/// count in a text without blank space. Pure.
void decideByPrefectureBefore(std::vector<PlaceMatch>& matches, const std::vector<PlaceEntry>& entries);

/// Decides those that are left by the other units in the same scope: that unit is meant with whose prefecture, else
/// province, most of them share the code; first the innermost scope, then the wider ones, in the end all matches. What
/// stays even keeps its `others`. O(ambiguous matches times matches of their scopes). Pure.
void decideByScope(std::vector<PlaceMatch>& matches, const std::vector<PlaceEntry>& entries,
                   std::vector<TextScope> scopes);

}  // namespace layers
