// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "layers/scheme/BuildContext.h"
#include "layers/scheme/LinePath.h"

namespace layers {

/// The part of a carrier between the outermost places on it.
struct CarrierStretch {
    std::string carrier;
    LinePath path;
    std::set<std::size_t> places;  ///< indexes of the places that it reaches
    bool isSchematic = false;
};

/// Along a loaded line between the outermost of the places within `greatestDistance` of it; vertices untouched. A place
/// beyond an end of the line counts only within 10 km. The path is empty if fewer than two places are reached. Metres.
CarrierStretch lineStretch(const LinePath& line, const std::vector<SeatedPlace>& places, double greatestDistance);

/// A smooth curve along a route that is known by its stops. Places within half of `greatestDistance` are taken in the
/// line's order, those farther off where they make the way least longer; all of them pin the curve. The stops between
/// them only guide it: they are pulled half-way to the chord of their neighbours, so that a place taken out of a scheme
/// changes the shape although the railway still stops there.
CarrierStretch routeStretch(const LinePath& stops, const std::vector<SeatedPlace>& places, double greatestDistance);

/// Metres between the vertices of a smooth curve.
inline constexpr double curveStep = 1000;

}  // namespace layers
