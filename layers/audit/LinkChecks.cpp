// SPDX-License-Identifier: Apache-2.0
#include "layers/audit/AuditChecks.h"
#include "layers/policy/SqueezedText.h"

namespace layers {

namespace {

/// The feature of a link, also outside layout layers (then without a DrawnFeature).
AuditFinding findingAt(const AuditGround& ground, const ClauseLink& link, AuditKind kind) {
    AuditFinding finding;
    finding.kind = kind;
    finding.severity = AuditSeverity::Error;
    finding.layer = link.layer;
    finding.feature = link.feature;
    finding.clauseId = link.clauseId;
    const LayerPtr layer = ground.snapshot.layer(link.layer);
    if (layer == nullptr) return finding;
    finding.layerName = layer->name;
    const gis::Feature* feature = layer->table.find(link.feature);
    if (feature != nullptr) finding.featureName = layer->featureName(*feature);
    return finding;
}

}  // namespace

void checkLinks(const AuditGround& ground, AuditFindings& findings) {
    for (const ClauseLink& link : ground.snapshot.links) {
        if (ground.isCanceled()) return;
        const LayerPtr layer = ground.snapshot.layer(link.layer);
        if (layer == nullptr || layer->table.find(link.feature) == nullptr) {
            AuditFinding finding = findingAt(ground, link, AuditKind::UnknownFeature);
            finding.text = gis::message("layers", "a link to clause %1 comes from a feature that is not in the plan",
                                        {ground.cited(link.clauseId)});
            findings.add(std::move(finding));
        }
        if (ground.snapshot.corpus.clause(link.clauseId) != nullptr) continue;
        AuditFinding finding = findingAt(ground, link, AuditKind::UnknownClause);
        finding.text =
            gis::message("layers", "linked to clause %1, which is not in the plan's documents", {link.clauseId});
        findings.add(std::move(finding));
    }
}

void checkAnchors(const AuditGround& ground, AuditFindings& findings) {
    for (const ClauseLink& link : ground.snapshot.links) {
        if (ground.isCanceled()) return;
        const Clause* clause = ground.snapshot.corpus.clause(link.clauseId);
        if (link.anchor.empty() || clause == nullptr) continue;
        const auto document = ground.snapshot.corpus.document(clause->documentId);
        const bool hasText = !clause->text.empty() || (document != nullptr && !document->text.empty());
        if (!hasText || ground.squeezedText(*clause).find(squeezed(link.anchor)) != std::u32string::npos) continue;
        AuditFinding finding = findingAt(ground, link, AuditKind::OrphanedAnchor);
        finding.names = {link.anchor};
        finding.text = gis::message("layers", "the words \"%1\" that the link rests on do not stand in clause %2",
                                    {link.anchor, ground.cited(link.clauseId)});
        findings.add(std::move(finding));
    }
}

}  // namespace layers
