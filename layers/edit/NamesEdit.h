// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/policy/GazetteerReader.h"
#include "layers/project/ChangeSet.h"

namespace layers {

/// Takes names into the plan; an entry with the id of one that is there takes its place. InvalidData if what the plan
/// holds is damaged. Pure.
gis::Result<ChangeSet> addUserNames(const ProjectSnapshot& snapshot, const UserNames& names);
/// The plan has these names of the user and no others; without entries none. Places of clauses with a text follow. Pure.
gis::Result<ChangeSet> setUserNames(const ProjectSnapshot& snapshot, const UserNames& names);

}  // namespace layers
