// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/project/ChangeSet.h"

namespace layers {

/// New head data: title, CRS of the map, named values. CrsUnknown for a code that PROJ does not know; an empty code is
/// InvalidArgument.
gis::Result<ChangeSet> setInfo(const ProjectSnapshot& snapshot, const ProjectInfo& info);

}  // namespace layers
