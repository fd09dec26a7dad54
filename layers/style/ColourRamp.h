// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/style/Style.h"

namespace layers {

/// Colours for classes, from resources/ramps.json.
struct ColourRamp {
    std::string name;
    std::string title;            ///< for people
    std::string origin;           ///< where it comes from
    bool isQualitative = false;   ///< single colours for kinds, not a run from little to much
    std::vector<Colour> colours;  ///< at least two
};

/// All that ship. NotFound, InvalidData.
gis::Result<std::vector<ColourRamp>> shippedRamps();

/// `count` colours: of a run evenly from its first to its last, between its stops by straight lines in sRGB; of single
/// colours one after the other, beginning anew when they are used up.
std::vector<Colour> coloursOf(const ColourRamp& ramp, std::size_t count);

}  // namespace layers
