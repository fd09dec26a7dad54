// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/scheme/BuildContext.h"
#include "layers/scheme/LinePath.h"

namespace layers {

/// Members whose name and code mean different units. The code is the key (a name is none), so it is used; that and what
/// each of them means is told (member_code_mismatch). A short or a former name of the unit is no contradiction.
void warnOfMismatches(BuildContext& context);

/// The places farther than anchor_km from a path: they take no part in it. Each is told (member_off_path). None without
/// the parameter.
std::vector<std::string> placesOffPath(const BuildContext& context, const std::vector<LinePath>& path,
                                       const std::vector<SeatedPlace>& places);

/// The element's carriers that did not shape what was built along others of them, in its order: those with a supporting
/// role, and ridges beside rivers, are told here (carrier_not_used), the others by whoever left them out. Shapes that are
/// not made along carriers (a union, a node) have none.
std::vector<std::string> idleCarriers(const BuildContext& context, const BuiltShape& shape);

}  // namespace layers
