// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/project/ChangeSet.h"

namespace layers {

/// Keeps a reviewer's word on findings, by their keys; an approval that is there gets the new reason. An empty `who`
/// stays empty. InvalidArgument without a reason. Pure apart from the clock.
gis::Result<ChangeSet> approveFindings(const ProjectSnapshot& snapshot, const std::vector<std::string>& findingKeys,
                                       const std::string& reason, const std::string& who = {});
/// What is approved, and what it was when it was: see Approval.
struct ApprovedFinding {
    std::string key, overlap, run;
};
/// The same for findings of a check: each approval lasts as long as its overlap stays the same.
gis::Result<ChangeSet> approveOverlaps(const ProjectSnapshot& snapshot, const std::vector<ApprovedFinding>& findings,
                                       const std::string& reason, const std::string& who);
/// Keys without an approval are passed over.
gis::Result<ChangeSet> withdrawApprovals(const ProjectSnapshot& snapshot, const std::vector<std::string>& findingKeys);

}  // namespace layers
