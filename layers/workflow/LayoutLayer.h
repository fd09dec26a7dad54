// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/Result.h"
#include "layers/project/ChangeSet.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// Adds an empty layout layer to draw into, in CGCS2000 longitude and latitude with the fields of layout elements and
/// the shipped style, above all others. A taken name gets a number. Errors: the shipped style cannot be read.
gis::Result<ChangeSet> addLayoutLayer(const ProjectSnapshot& snapshot, const std::string& name);

}  // namespace layers
