// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/scheme/LayoutKinds.h"
#include "layers/scheme/Scheme.h"

namespace layers {

/// The element as builders get it: a place that is named twice counts once, and a whole of a kind built by union that
/// names no place and no carrier itself (a group of platforms) has the places of its parts, as inferred. Both are told
/// in `warnings` (member_twice, members_of_parts). Pure.
SchemeElement elementToBuild(const Scheme& scheme, const SchemeElement& element, const LayoutKind& kind,
                             gis::Warnings& warnings);

}  // namespace layers
