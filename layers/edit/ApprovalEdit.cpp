// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/ApprovalEdit.h"

#include <map>
#include <set>

#include "layers/project/PresentTime.h"

namespace layers {

namespace {

std::optional<Approval> approvalOf(const ProjectSnapshot& snapshot, const std::string& key) {
    for (const Approval& approval : snapshot.approvals)
        if (approval.findingKey == key) return approval;
    return std::nullopt;
}

}  // namespace

gis::Result<ChangeSet> approveFindings(const ProjectSnapshot& snapshot, const std::vector<std::string>& findingKeys,
                                       const std::string& reason, const std::string& who) {
    std::vector<ApprovedFinding> findings;
    for (const std::string& key : findingKeys) findings.push_back({key, {}, {}});
    return approveOverlaps(snapshot, findings, reason, who);
}

gis::Result<ChangeSet> approveOverlaps(const ProjectSnapshot& snapshot, const std::vector<ApprovedFinding>& findings,
                                       const std::string& reason, const std::string& who) {
    if (reason.empty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "an approval needs a reason; it goes into the report"));
    ChangeSet change{gis::message("layers", "Approve %1 findings", {std::to_string(findings.size())}), {}};
    const std::string when = presentTime();
    std::map<std::string, const ApprovedFinding*> byKey;
    for (const ApprovedFinding& finding : findings) byKey[finding.key] = &finding;
    for (const auto& [key, finding] : byKey)
        change.changes.push_back(ApprovalChange{approvalOf(snapshot, key),
                                                Approval{key, reason, who, when, finding->overlap, finding->run}});
    return change;
}

gis::Result<ChangeSet> withdrawApprovals(const ProjectSnapshot& snapshot, const std::vector<std::string>& findingKeys) {
    ChangeSet change{gis::message("layers", "Withdraw approvals"), {}};
    for (const std::string& key : std::set<std::string>(findingKeys.begin(), findingKeys.end()))
        if (auto approval = approvalOf(snapshot, key))
            change.changes.push_back(ApprovalChange{std::move(approval), std::nullopt});
    return change;
}

}  // namespace layers
