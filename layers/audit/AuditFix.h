// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "layers/audit/Audit.h"
#include "layers/project/ChangeSet.h"

namespace layers {

/// What puts a finding right in one step.
struct AuditFix {
    gis::Message title;  ///< what it does: "Take over the paper's members"
    ChangeSet change;
};

/// The fix of a finding of this very snapshot; nothing where only a person can decide: what has no clause, what is to be
/// drawn, figures, papers that disagree. Linked layers are not changed. Pure.
std::optional<AuditFix> fixOf(const ProjectSnapshot& snapshot, const AuditKnowledge& knowledge,
                              const AuditFinding& finding);

}  // namespace layers
