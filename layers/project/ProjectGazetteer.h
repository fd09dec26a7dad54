// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "layers/policy/Gazetteer.h"
#include "layers/policy/GazetteerReader.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// Where a plan keeps its user's names: ProjectInfo::values, as userNamesFromJson reads them.
inline constexpr const char* userNamesValue = "gazetteer/names";

/// The user's names of a plan; InvalidData if they are damaged.
gis::Result<UserNames> userNamesOf(const ProjectSnapshot& snapshot);

/// Units of a boundary layer as entries: the name by its name field, the code by its id field or else by the first
/// field that holds codes of GB/T 2260 (6 digits; also with the country's 156 before or zeros behind). Features without
/// a name are passed over. Each unit has its full name, its short one, and that of its prefecture before it where the
/// two run together (内江市中区).
std::vector<PlaceEntry> boundaryNames(const Layer& layer, const GazetteerData& known);

/// The names that count in a plan: the user's, the shipped ones, those of all boundary layers. Pure.
gis::Result<Gazetteer> gazetteerOf(const ProjectSnapshot& snapshot);

/// The same, made again only when names or boundary layers changed. Any thread.
class GazetteerCache {
public:
    gis::Result<Gazetteer> of(const ProjectSnapshot& snapshot);

private:
    struct Kept {
        std::string userNames;
        std::vector<LayerPtr> layers;
        Gazetteer gazetteer;
    };
    std::mutex m_mutex;
    std::optional<Kept> m_kept;
};

}  // namespace layers
