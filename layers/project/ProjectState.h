// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/Ids.h"
#include "gis/base/Result.h"
#include "gis/io/SqliteDatabase.h"

namespace layers {

/// Which save a project file holds. A journal names the state that its changes follow, so that the journal of
/// another file, or of an older copy, is not replayed.
struct ProjectState {
    std::string id;          ///< random, new at each save
    std::string previousId;  ///< of the save before, empty for a new file
    gis::Revision revision{};
    static constexpr std::size_t idLength = 32;
};

/// A new random id: 32 hexadecimal digits.
std::string newStateId();
/// Unreadable if the file is no project of ours.
gis::Result<ProjectState> readProjectState(const gis::SqliteDatabase& database);
gis::Result<ProjectState> readProjectState(const std::string& projectPath);

}  // namespace layers
