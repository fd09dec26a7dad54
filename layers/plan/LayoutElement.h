// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/feature/Value.h"

namespace layers {

/// The fields of every layout layer, in this order. `kind` is a word of resources/schemes/kinds.json (axis, belt,
/// cluster, platform, eco_corridor, eco_barrier, …); `code` a layer code of ours (GHJG_ZX, GHJG_FZD, GHJG_ZT,
/// GHJG_JD, GHJG_GNPT); `recipe` the JSON that the shape was built from, empty if drawn by hand; `members` the names
/// of the member places joined by 、; `schematic` 1 where the shape is 示意.
namespace layout_field {
inline constexpr const char* elementId = "element_id";
inline constexpr const char* kind = "kind";
inline constexpr const char* name = "name";
inline constexpr const char* code = "code";
inline constexpr const char* rank = "rank";
inline constexpr const char* members = "members";
inline constexpr const char* carriers = "carriers";
inline constexpr const char* document = "document";
inline constexpr const char* clause = "clause";
inline constexpr const char* status = "status";
inline constexpr const char* schematic = "schematic";
inline constexpr const char* recipe = "recipe";
inline constexpr const char* note = "note";
}  // namespace layout_field

gis::Schema layoutSchema();

}  // namespace layers
