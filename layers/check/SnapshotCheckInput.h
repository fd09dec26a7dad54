// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/check/RedLineCheck.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// What redLineCheck needs of a plan: every layout layer against every control layer, hidden ones too. Ids and names
/// follow Layer.idField and nameField; directions by kind are the shipped ones (KindRules). Copies handles only; any
/// thread.
CheckInput checkInput(const ProjectSnapshot& snapshot, const CheckOptions& options = {});

}  // namespace layers
