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
    LinePath path;                   ///< empty if fewer than two places are reached
    std::vector<LinePath> branches;  ///< to places that lie off the path
    std::set<std::size_t> places;    ///< indexes of the places that it reaches
    bool isSchematic = false;
    double longestBridge = 0;  ///< m, of the gaps in the line that were closed on the way
};

/// A smooth curve along a route that is known by its stops. Places within half of `greatestDistance` are taken in the
/// line's order, those farther off where they make the way least longer; all of them pin the curve. The stops between
/// them only guide it: they are pulled half-way to the chord of their neighbours, so that a place taken out of a scheme
/// changes the shape although the railway still stops there. Metres.
CarrierStretch routeStretch(const LinePath& stops, const std::vector<SeatedPlace>& places, double greatestDistance);

/// Metres between the vertices of a smooth curve.
inline constexpr double curveStep = 1000;

}  // namespace layers
