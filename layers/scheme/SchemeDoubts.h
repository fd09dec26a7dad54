// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/scheme/LayoutKinds.h"
#include "layers/scheme/Scheme.h"

namespace layers {

/// What is probably a slip in a scheme that can be read: words of kind, status, relation or carrier that are none of the
/// known ones (status_unknown, relation_unknown, carrier_kind_unknown, kind_unknown), a paper that the scheme's list does
/// not have (document_unlisted), a key that is nearly a known one and therefore has no effect (key_unknown). Each names
/// the element. Targets of relations may lie in another scheme, other keys may be somebody's own: neither is told. Pure.
gis::Warnings schemeDoubts(const Scheme& scheme, const LayoutKinds& kinds, const StatusClasses& stages);
/// With the kinds and stages that ship.
gis::Result<gis::Warnings> schemeDoubts(const Scheme& scheme);

}  // namespace layers
