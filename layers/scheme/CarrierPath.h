// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/scheme/BuildContext.h"
#include "layers/scheme/LinePath.h"

namespace layers {

/// The line that an element runs along.
struct CarriedPath {
    std::vector<LinePath> parts;  ///< none: see reason
    std::vector<std::string> carriers;
    std::vector<std::string> offPath;   ///< places too far off to take part
    bool isSchematic = false;           ///< at least one stretch is a smooth line through places, not a real one
    std::vector<std::string> inferred;  ///< of the carriers those that no loaded line is called by; see carriedPath
    double longestBridge = 0;           ///< m, of the gaps in loaded lines that were closed on the way
    gis::Message reason;
};

/// The path of an element, in the plane of the context, metres.
///
/// Each carrier that is not supporting gives a stretch between the places that lie within anchor_km of it: loaded lines
/// the shortest way on their network through the places in their order (CarrierNetwork.h; gaps up to gap_km are bridged;
/// bends smaller than generalise_km left out, all vertices those of the lines), a route without a line a smooth curve
/// (CarrierStretch.h). A carrier that no line is called by follows the loaded lines of its kind instead, called otherwise
/// or not at all, where they lead by its places (InferredWay.h; within half of anchor_km): that is told in a warning and
/// is schematic; an element that is such a line itself does so only if it is in use already. Stretches that meet within join_km are strung together; one that reaches no further place is left
/// out as parallel; a carrier with fewer than two places near, one that is left out and a place
/// farther than anchor_km from the path are told in warnings. Without carriers a route of the
/// element's own name serves, or else a smooth curve through the seats in the order given. Loaded carriers without two
/// places on them are taken whole (their longest chain), or as far as they lie in the one unit that is named; a kind
/// with the parameter least_places (axis, belt) has no path then. The path runs from the start (or first member) on.
gis::Result<CarriedPath> carriedPath(BuildContext& context);

}  // namespace layers
