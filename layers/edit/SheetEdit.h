// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/project/ChangeSet.h"

namespace layers {

// Edits of map sheets. Pure; any thread. Names are unique: InvalidArgument for an empty or a taken one.

/// Behind the other sheets; an id of 0 becomes the next free one.
gis::Result<ChangeSet> addSheet(const ProjectSnapshot& snapshot, PrintLayout sheet);
/// Puts the sheet in the place of the one with its id. NotFound.
gis::Result<ChangeSet> updateSheet(const ProjectSnapshot& snapshot, const PrintLayout& sheet);
/// Shows layers on all sheets that show layers of their own; the others show what the window shows anyway. Empty if there
/// is none that lacks one.
ChangeSet showOnSheets(const ProjectSnapshot& snapshot, const std::vector<gis::LayerId>& layers);
gis::Result<ChangeSet> removeSheet(const ProjectSnapshot& snapshot, std::int64_t id);

}  // namespace layers
