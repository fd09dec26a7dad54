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
    bool isLarger = false;  ///< the units hold more than the place: it was merged with others, or is one of
                            ///< several that they were split into
};

/// By code; else, through a dated change of codes, the unit or units that took its place or those it was made of; for a
/// prefecture without a polygon of its own the units below it. A place without a code by its name within
/// `withinAdcode`, or within the prefecture that its name begins with (内江市市中区), or if the name is unique.
/// Pointers live as long as `base`. Pure; any thread.
ResolvedUnit resolvedUnit(const BaseLayers& base, const SchemePlace& place);

/// The dated change with which the boundaries of a place moved although its code and name stayed, if the loaded
/// boundaries are of the other side of it than a paper of `date` ("2021-12-27"; empty: of before all changes); null if
/// there is none.
const UnitChange* movedBoundary(const BaseLayers& base, const SchemePlace& place, const std::string& date);

}  // namespace layers
