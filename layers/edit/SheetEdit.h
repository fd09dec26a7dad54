// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/project/ChangeSet.h"

namespace layers {

// Edits of map sheets. Pure; any thread. Names are unique: InvalidArgument for an empty or a taken one.

/// Behind the other sheets; an id of 0 becomes the next free one.
gis::Result<ChangeSet> addSheet(const ProjectSnapshot& snapshot, PrintLayout sheet);
/// Puts the sheet in the place of the one with its id. NotFound.
gis::Result<ChangeSet> updateSheet(const ProjectSnapshot& snapshot, const PrintLayout& sheet);
gis::Result<ChangeSet> removeSheet(const ProjectSnapshot& snapshot, std::int64_t id);

}  // namespace layers
