// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// A part of the map that somebody comes back to; kept with the plan.
struct Bookmark {
    std::string name;     ///< unique within the plan
    std::string crsCode;  ///< of the extent, e.g. "EPSG:4545"
    gis::Extent extent;
    bool operator==(const Bookmark&) const = default;
};

/// The name of the value in which a plan keeps them.
inline constexpr const char* bookmarksValue = "bookmarks";

/// In the order in which they were added. InvalidData if what the plan holds is damaged.
gis::Result<std::vector<Bookmark>> bookmarksOf(const ProjectSnapshot& snapshot);
std::string toJson(const std::vector<Bookmark>& bookmarks);

}  // namespace layers
