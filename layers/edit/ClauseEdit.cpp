// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/ClauseEdit.h"

#include <algorithm>

namespace layers {

namespace {

std::string keptName(const std::string& documentId) { return "corrections/" + documentId; }

/// Links of a clause that is gone lead to the one that took its words; one that is there already is not doubled.
void moveLinks(const ProjectSnapshot& snapshot, const std::string& from, const std::string& to, ChangeSet& change) {
    const auto isThere = [&](const ClauseLink& wanted) {
        return std::any_of(snapshot.links.begin(), snapshot.links.end(), [&](const ClauseLink& link) {
            return link.layer == wanted.layer && link.feature == wanted.feature && link.clauseId == to &&
                   link.relation == wanted.relation && link.anchor == wanted.anchor;
        });
    };
    for (const ClauseLink& link : snapshot.links) {
        if (link.clauseId != from) continue;
        ClauseLink moved = link;
        moved.clauseId = to;
        change.changes.push_back(LinkChange{link, isThere(moved) ? std::nullopt : std::optional(moved)});
    }
}

gis::Message titleOf(CorrectionKind kind) {
    switch (kind) {
        case CorrectionKind::Split:
            return gis::message("layers", "Begin a new clause");
        case CorrectionKind::Join:
            return gis::message("layers", "Join to the clause before");
        case CorrectionKind::Name:
            break;
    }
    return gis::message("layers", "Number and heading of a clause");
}

/// The document as the corpus will hold it: a new clause gets its key.
std::shared_ptr<const PolicyDocument> keyed(const PolicyCorpus& corpus, PolicyDocument document) {
    const std::string id = document.id;
    return corpus.with(id, std::make_shared<const PolicyDocument>(std::move(document))).document(id);
}

}  // namespace

std::vector<ClauseCorrection> keptCorrections(const ProjectSnapshot& snapshot, const std::string& documentId) {
    const auto kept = snapshot.info.values.find(keptName(documentId));
    if (kept == snapshot.info.values.end()) return {};
    auto corrections = correctionsFromJson(kept->second);
    return corrections ? std::move(*corrections) : std::vector<ClauseCorrection>();
}

gis::Result<ChangeSet> correctClauses(const ProjectSnapshot& snapshot, const std::string& documentId,
                                      const ClauseCorrection& correction) {
    const auto document = snapshot.corpus.document(documentId);
    if (!document)
        return gis::fail(gis::ErrorCode::NotFound, {},
                         gis::message("layers", "the project has no document \"%1\"", {documentId}));
    TUCE_TRY(made, corrected(*document, correction));
    ChangeSet change{titleOf(correction.kind), {}};
    change.changes.push_back(DocumentChange{document, keyed(snapshot.corpus, std::move(made.document))});
    if (!made.removedClauseId.empty()) moveLinks(snapshot, made.removedClauseId, made.clauseId, change);
    auto corrections = keptCorrections(snapshot, documentId);
    corrections.push_back(correction);
    ProjectInfo info = snapshot.info;
    info.values[keptName(documentId)] = correctionsJson(corrections);
    change.changes.push_back(InfoChange{snapshot.info, std::move(info)});
    return change;
}

}  // namespace layers
