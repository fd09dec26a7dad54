// SPDX-License-Identifier: Apache-2.0
#include "layers/audit/AuditChecks.h"

namespace layers {

namespace {

/// What a clause names that a plan is expected to draw.
std::vector<std::string> expectedOf(const AuditGround& ground, const Clause& clause) {
    std::vector<std::string> names;
    if (const auto& elements = ground.elementsOf(clause.id); !elements.empty()) {
        for (const PolicyElement* element : elements)
            if (ground.knowledge.layoutKinds.count(element->kind) != 0 || ground.isDrawn(element->kind))
                names.push_back(element->name);
    } else if (!ground.isIndexed(clause.documentId)) {
        names = namesOf(ground.printed(clause).places());
    }
    return names;
}

}  // namespace

void checkClauses(const AuditGround& ground, AuditFindings& findings) {
    for (const auto& document : documentsInUse(ground.snapshot)) {
        for (const Clause& clause : document->clauses) {
            if (ground.isCanceled()) return;
            if (!ground.linksTo(clause.id).empty()) continue;
            std::vector<std::string> names = expectedOf(ground, clause);
            if (names.empty()) continue;
            const auto text = gis::message("layers", "clause %1 names %2, and no feature is linked to it",
                                           {ground.citedWithHeading(clause), joined(names)});
            findings.add(AuditKind::ClauseWithoutFeature, AuditSeverity::Warning, nullptr, clause.id, std::move(names),
                         text);
        }
    }
}

void checkFeatures(const AuditGround& ground, AuditFindings& findings) {
    for (const DrawnFeature& drawn : ground.features())
        if (drawn.links.empty())
            findings.add(AuditKind::FeatureWithoutClause, AuditSeverity::Warning, &drawn, {}, {},
                         gis::message("layers", "the feature rests on no clause"));
}

}  // namespace layers
