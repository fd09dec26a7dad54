// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "layers/scheme/BaseLayers.h"
#include "layers/scheme/Scheme.h"

namespace layers {

/// The loaded units that a place of a scheme stands for.
struct ResolvedUnit {
    std::vector<const BaseUnit*> units;  ///< their union is the place; none: no boundary is loaded
    const UnitChange* change = nullptr;  ///< of code or name, where the place was found only through it
};

/// By code; else, through a dated change of codes, the unit that took its place or those it was made of; for a
/// prefecture without a polygon of its own the units below it. A place without a code by its name within
/// `withinAdcode`, or within the prefecture that its name begins with (内江市市中区), or if the name is unique.
/// Pointers live as long as `base`. Pure; any thread.
ResolvedUnit resolvedUnit(const BaseLayers& base, const SchemePlace& place);

}  // namespace layers
