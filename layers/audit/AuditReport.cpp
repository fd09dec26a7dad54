// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layers/audit/Audit.h"

namespace layers {

std::string toText(AuditKind kind) {
    switch (kind) {
        case AuditKind::UnknownClause:
            return "unknown_clause";
        case AuditKind::UnknownFeature:
            return "unknown_feature";
        case AuditKind::OrphanedAnchor:
            return "orphaned_anchor";
        case AuditKind::ClauseWithoutFeature:
            return "clause_without_feature";
        case AuditKind::FeatureWithoutClause:
            return "feature_without_clause";
        case AuditKind::PlaceNotDrawn:
            return "place_not_drawn";
        case AuditKind::PlaceNotNamed:
            return "place_not_named";
        case AuditKind::MembersDiffer:
            return "members_differ";
        case AuditKind::NameDiffers:
            return "name_differs";
        case AuditKind::StageDiffers:
            return "stage_differs";
        case AuditKind::FigureDiffers:
            return "figure_differs";
        case AuditKind::DocumentsDisagree:
            return "documents_disagree";
    }
    return {};
}

std::string toText(AuditSeverity severity) {
    switch (severity) {
        case AuditSeverity::Error:
            return "error";
        case AuditSeverity::Warning:
            return "warning";
        case AuditSeverity::Note:
            return "note";
    }
    return {};
}

std::size_t AuditReport::openCount() const {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [](const AuditFinding& finding) { return !finding.approved; }));
}

std::size_t AuditReport::count(AuditKind kind) const {
    return static_cast<std::size_t>(std::count_if(
        findings.begin(), findings.end(), [kind](const AuditFinding& finding) { return finding.kind == kind; }));
}

}  // namespace layers
