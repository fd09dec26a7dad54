// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/ClauseEdit.h"

#include <algorithm>

#include "layers/policy/SqueezedText.h"

namespace layers {

namespace {

constexpr const char* keptPrefix = "corrections/";

std::string keptName(const std::string& documentId) { return keptPrefix + documentId; }

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
        moved.anchorPosition = -1;  // it counted in the text of the clause that is gone
        change.changes.push_back(LinkChange{link, isThere(moved) ? std::nullopt : std::optional(moved)});
    }
}

/// Links whose words now stand in the new clause alone go there with them.
void moveAnchored(const ProjectSnapshot& snapshot, const CorrectedDocument& made, ChangeSet& change) {
    const auto clauseOf = [&made](const std::string& id) {
        return std::find_if(made.document.clauses.begin(), made.document.clauses.end(),
                            [&id](const Clause& clause) { return clause.id == id; });
    };
    const auto added = clauseOf(made.clauseId);
    if (added == made.document.clauses.begin() || added == made.document.clauses.end()) return;
    const std::u32string words = squeezed(added->text);
    for (const ClauseLink& link : snapshot.links) {
        const auto held = link.anchor.empty() ? made.document.clauses.end() : clauseOf(link.clauseId);
        if (held == made.document.clauses.end() || held->id == made.clauseId) continue;
        const std::u32string quote = squeezed(link.anchor);
        const Clause* before = snapshot.corpus.clause(link.clauseId);
        const bool stoodThere = before != nullptr && squeezed(before->text).find(quote) != std::u32string::npos;
        if (!stoodThere || squeezed(held->text).find(quote) != std::u32string::npos) continue;
        if (words.find(quote) == std::u32string::npos) continue;
        ClauseLink moved = link;
        moved.clauseId = made.clauseId;
        moved.anchorPosition = -1;
        change.changes.push_back(LinkChange{link, moved});
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

KeptCorrections keptCorrections(const ProjectSnapshot& snapshot) {
    KeptCorrections kept;
    for (const auto& [name, json] : snapshot.info.values) {
        if (name.rfind(keptPrefix, 0) != 0) continue;
        if (auto corrections = correctionsFromJson(json))
            kept[name.substr(std::string(keptPrefix).size())] = std::move(*corrections);
    }
    return kept;
}

gis::Result<ChangeSet> correctClauses(const ProjectSnapshot& snapshot, const std::string& documentId,
                                      const ClauseCorrection& correction) {
    const auto document = snapshot.corpus.document(documentId);
    if (!document)
        return gis::fail(gis::ErrorCode::NotFound, {},
                         gis::message("layers", "the project has no document \"%1\"", {documentId}));
    TUCE_TRY(made, corrected(*document, correction));
    ChangeSet change{titleOf(correction.kind), {}};
    change.changes.push_back(DocumentChange{document, keyed(snapshot.corpus, made.document)});
    if (!made.removedClauseId.empty()) moveLinks(snapshot, made.removedClauseId, made.clauseId, change);
    if (correction.kind == CorrectionKind::Split) moveAnchored(snapshot, made, change);
    std::vector<ClauseCorrection> corrections;
    if (const auto kept = snapshot.info.values.find(keptName(documentId)); kept != snapshot.info.values.end()) {
        TUCE_TRY(read, correctionsFromJson(kept->second));
        corrections = std::move(read);
    }
    corrections.push_back(correction);
    ProjectInfo info = snapshot.info;
    info.values[keptName(documentId)] = correctionsJson(corrections);
    change.changes.push_back(InfoChange{snapshot.info, std::move(info)});
    return change;
}

}  // namespace layers
