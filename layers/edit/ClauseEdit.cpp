// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/ClauseEdit.h"

#include <algorithm>

#include "layers/edit/DocumentEdit.h"
#include "layers/policy/DocumentPlaces.h"
#include "layers/policy/SqueezedText.h"
#include "layers/project/ProjectGazetteer.h"

namespace layers {

namespace {

std::string keptName(const std::string& documentId) { return correctionsPrefix + documentId; }

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

/// Links whose words now stand in the new clause alone go there with them; the clause it was cut from is before it.
void moveAnchored(const ProjectSnapshot& snapshot, const CorrectedDocument& made, ChangeSet& change) {
    const auto added = std::find_if(made.document.clauses.begin(), made.document.clauses.end(),
                                    [&made](const Clause& clause) { return clause.id == made.clauseId; });
    if (added == made.document.clauses.begin()) return;
    const Clause& rest = *std::prev(added);
    const std::u32string here = squeezed(added->text);
    const std::u32string there = squeezed(rest.text);
    for (const ClauseLink& link : snapshot.links) {
        if (link.clauseId != rest.id || link.anchor.empty()) continue;
        const std::u32string quote = squeezed(link.anchor);
        if (there.find(quote) != std::u32string::npos || here.find(quote) == std::u32string::npos) continue;
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
        case CorrectionKind::Take:
            return gis::message("layers", "Take words into a clause");
        case CorrectionKind::Name:
            break;
    }
    return gis::message("layers", "Number and heading of a clause");
}

}  // namespace

KeptCorrections keptCorrections(const ProjectSnapshot& snapshot) {
    KeptCorrections kept;
    for (const auto& [name, json] : snapshot.info.values) {
        if (name.rfind(correctionsPrefix, 0) != 0) continue;
        if (auto corrections = correctionsFromJson(json))
            kept[name.substr(std::string(correctionsPrefix).size())] = std::move(*corrections);
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
    if (const auto names = gazetteerOf(snapshot)) findPlacesAnew(made.document, *document, *names);
    TUCE_TRY(change, addDocument(snapshot, made.document));
    change.text = titleOf(correction.kind);
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
