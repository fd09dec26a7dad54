// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/policy/ClauseCorrection.h"
#include "layers/project/ChangeSet.h"

namespace layers {

/// Corrects the clauses of a document by hand and keeps the correction with the project, so that addDocument makes it
/// again on a text imported anew. Links to a clause that is joined go to the one it is joined to; places of the clauses
/// whose words changed are found anew, by the names that count in the plan. NotFound for an unknown document; InvalidData where the corrections that are kept for it are damaged; else as `corrected` fails. Pure.
gis::Result<ChangeSet> correctClauses(const ProjectSnapshot& snapshot, const std::string& documentId,
                                      const ClauseCorrection& correction);

/// The corrections that the project keeps, by document; those that are damaged are left out (and correctClauses refuses
/// to replace them).
KeptCorrections keptCorrections(const ProjectSnapshot& snapshot);

}  // namespace layers
