// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// A link whose words no longer stand in its clause, and the best place for it now.
struct OrphanedAnchor {
    ClauseLink link;
    std::string clauseId;  ///< where the proposal is: its clause, else another of the document; empty without one
    FoundAnchor found;     ///< Kept where the very words stand in another clause, Changed for something like them
    gis::Message reason;   ///< why it is proposed, or that nothing is
};

/// The links of a plan whose words are gone, in the order of the links, each with a proposal if there is one. Clauses
/// without a text are not asked. Pure.
std::vector<OrphanedAnchor> orphanedAnchors(const ProjectSnapshot& snapshot);

}  // namespace layers
