// SPDX-License-Identifier: Apache-2.0
#include "layers/links/AnchorProposals.h"

#include <cmath>

namespace layers {

namespace {

gis::Message reasonOf(const OrphanedAnchor& orphan) {
    const bool moved = orphan.clauseId != orphan.link.clauseId;
    if (orphan.clauseId.empty()) return gis::message("layers", "nothing like these words stands in the document");
    if (orphan.found.state == AnchorState::Kept)
        return gis::message("layers", "the very words stand in clause %1 now", {orphan.clauseId});
    if (orphan.found.likeness <= 0)
        return gis::message("layers", "what stood before and behind the words now holds “%1”", {orphan.found.quote});
    const std::string percent = std::to_string(std::lround(orphan.found.likeness * 100));
    if (moved)
        return gis::message("layers", "“%1” in clause %2 is %3 % like them",
                            {orphan.found.quote, orphan.clauseId, percent});
    return gis::message("layers", "“%1” is %2 % like them", {orphan.found.quote, percent});
}

/// Kept before changed, then the more alike.
bool isBetter(const FoundAnchor& a, const FoundAnchor& b) {
    if (a.state != b.state) return static_cast<int>(a.state) < static_cast<int>(b.state);
    return a.likeness > b.likeness;
}

OrphanedAnchor orphanOf(const ProjectSnapshot& snapshot, const ClauseLink& link, const Clause& clause,
                        const FoundAnchor& here) {
    OrphanedAnchor orphan{link, {}, here, {}};
    if (here.state != AnchorState::Lost) orphan.clauseId = clause.id;
    if (const auto document = snapshot.corpus.document(clause.documentId); document != nullptr)
        for (const Clause& other : document->clauses) {
            if (other.id == clause.id || other.text.empty()) continue;
            const FoundAnchor there = findAnchor(link.textAnchor(), other.text);
            // The clause itself is the likelier place unless another one has the words whole.
            const bool better =
                orphan.clauseId.empty() || there.state == AnchorState::Kept ? isBetter(there, orphan.found) : false;
            if (there.state == AnchorState::Lost || !better) continue;
            orphan.clauseId = other.id;
            orphan.found = there;
        }
    orphan.reason = reasonOf(orphan);
    return orphan;
}

}  // namespace

std::optional<OrphanedAnchor> orphanedAnchor(const ProjectSnapshot& snapshot, const ClauseLink& link) {
    const Clause* clause = snapshot.corpus.clause(link.clauseId);
    if (link.anchor.empty() || clause == nullptr) return std::nullopt;
    const auto document = snapshot.corpus.document(clause->documentId);
    if (clause->text.empty() && (document == nullptr || document->text.empty())) return std::nullopt;
    const FoundAnchor here = findAnchor(link.textAnchor(), clause->text);
    if (here.state == AnchorState::Kept) return std::nullopt;
    return orphanOf(snapshot, link, *clause, here);
}

std::vector<OrphanedAnchor> orphanedAnchors(const ProjectSnapshot& snapshot) {
    std::vector<OrphanedAnchor> orphans;
    for (const ClauseLink& link : snapshot.links)
        if (auto orphan = orphanedAnchor(snapshot, link)) orphans.push_back(std::move(*orphan));
    return orphans;
}

}  // namespace layers
