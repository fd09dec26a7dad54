// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layers/scheme/CarrierNetwork.h"
#include "layers/scheme/CarrierStretch.h"

namespace layers {

/// The shortest way between places on lines that do not bear the name of the carrier: a guess at its course. The stops
/// of the carrier between the outermost places, where they are known, have to be passed too, else it is another line.
struct InferredWay {
    CarrierStretch stretch;    ///< its path is empty if there is no such way
    bool isReordered = false;  ///< the places lie in another order on it than they are given
};

/// Places and stops count within limits.reach of the lines. There is no way if fewer than two places or two thirds of
/// the stops are on one network, or if it is more than `greatestDetour` times as long as they lie apart. Metres, in the
/// plane. Pure; any thread.
InferredWay inferredWay(const std::vector<LinePath>& lines, const LinePath& stops,
                        const std::vector<SeatedPlace>& places, const NetworkLimits& limits, double greatestDetour);

}  // namespace layers
