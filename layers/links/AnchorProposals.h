// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
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

/// The same for one link of the plan; nothing if its words stand where they should, or if there is no text to look in.
std::optional<OrphanedAnchor> orphanedAnchor(const ProjectSnapshot& snapshot, const ClauseLink& link);
/// The links of a plan whose words are gone, in the order of the links, each with a proposal if there is one. Clauses
/// without a text are not asked. Pure.
std::vector<OrphanedAnchor> orphanedAnchors(const ProjectSnapshot& snapshot);

}  // namespace layers
