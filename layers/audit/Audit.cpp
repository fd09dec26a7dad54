// SPDX-License-Identifier: Apache-2.0
#include "layers/audit/Audit.h"

#include "layers/audit/AuditChecks.h"

namespace layers {

gis::Result<AuditReport> audit(const ProjectSnapshot& snapshot, const AuditKnowledge& knowledge,
                               const gis::JobControl& control) {
    const AuditGround ground(snapshot, knowledge, control.cancel);
    AuditFindings findings(snapshot.approvals);
    using Check = void (*)(const AuditGround&, AuditFindings&);
    for (const Check check :
         {checkLinks, checkAnchors, checkClauses, checkFeatures, checkPlacesOfClauses, checkPlacesOfFeatures,
          checkMembers, checkNames, checkStages, checkFigures, checkDocuments}) {
        if (control.cancel.isCanceled()) return gis::canceled();
        check(ground, findings);
    }
    if (control.cancel.isCanceled()) return gis::canceled();
    AuditReport report;
    report.findings = findings.take();
    return report;
}

}  // namespace layers
