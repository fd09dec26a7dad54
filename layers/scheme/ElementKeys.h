// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace layers {

/// Everything that elementFromJson reads; what else stands in an element belongs to somebody else.
inline constexpr const char* elementKeys[] = {
    "id",        "document",  "kind",      "name",       "short_name", "aliases",  "clause",       "anchor", "status",
    "facts",     "relations", "inferred",  "decided_by", "as_named",   "carriers", "members",      "ends",   "rank",
    "schematic", "width_km",  "radius_km", "anchor_km",  "join_km",    "gap_km",   "generalise_km"};
/// A remark for the reader, read by nobody.
inline constexpr const char* noteKey = "note";

}  // namespace layers
