// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/project/ChangeSet.h"

namespace layers {

/// Takes a document in, or puts it in the place of the one with its id. Integer keys are the project's: clauses keep
/// theirs by their text id, new ones get new ones. InvalidArgument without an id. Pure.
gis::Result<ChangeSet> addDocument(const ProjectSnapshot& snapshot, PolicyDocument document);
/// All documents of a corpus that the project does not have yet.
gis::Result<ChangeSet> addCorpus(const ProjectSnapshot& snapshot, const PolicyCorpus& corpus);
/// Links to its clauses stay; the audit lists them as orphaned. NotFound.
gis::Result<ChangeSet> removeDocument(const ProjectSnapshot& snapshot, const std::string& id);

}  // namespace layers
