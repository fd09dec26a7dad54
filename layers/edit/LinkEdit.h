// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/project/ChangeSet.h"

namespace layers {

/// Links a feature to a clause. An id of 0 becomes the next free one, an empty time the present one. NotFound if
/// layer, feature or clause are not there; InvalidArgument if the very same link is there already. Pure apart from
/// the clock.
gis::Result<ChangeSet> addLink(const ProjectSnapshot& snapshot, ClauseLink link);
/// NotFound if there is no such link.
gis::Result<ChangeSet> removeLink(const ProjectSnapshot& snapshot, std::int64_t id);

}  // namespace layers
