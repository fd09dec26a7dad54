// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/policy/ClauseCorrection.h"
#include "layers/project/ChangeSet.h"

namespace layers {

/// Corrects the clauses of a document by hand and keeps the correction with the project, so that addDocument makes it
/// again on a text imported anew. Links to a clause that is joined go to the one it is joined to. NotFound for an
/// unknown document; else as `corrected` fails. Pure.
gis::Result<ChangeSet> correctClauses(const ProjectSnapshot& snapshot, const std::string& documentId,
                                      const ClauseCorrection& correction);

/// The corrections that the project keeps for a document, in the order they were made; none where they are damaged.
std::vector<ClauseCorrection> keptCorrections(const ProjectSnapshot& snapshot, const std::string& documentId);

}  // namespace layers
