// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/LinkEdit.h"

#include "layers/project/PresentTime.h"

namespace layers {

namespace {

gis::Result<void> checkAlone(const ProjectSnapshot& snapshot, const ClauseLink& link, const gis::Subject& subject) {
    for (const ClauseLink& other : snapshot.links)
        if ((link.id == 0 || other.id != link.id) && other.layer == link.layer && other.feature == link.feature &&
            other.clauseId == link.clauseId && other.relation == link.relation && other.anchor == link.anchor)
            return gis::fail(
                gis::ErrorCode::InvalidArgument, subject,
                gis::message("layers", "the feature is linked to clause \"%1\" in this way already", {link.clauseId}));
    return {};
}

gis::Result<void> checkEnds(const ProjectSnapshot& snapshot, const ClauseLink& link) {
    const LayerPtr layer = snapshot.layer(link.layer);
    if (!layer) return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "no such layer"));
    const gis::Subject subject{{}, layer->name, std::to_string(gis::number(link.feature))};
    if (layer->table.find(link.feature) == nullptr)
        return gis::fail(gis::ErrorCode::NotFound, subject, gis::message("layers", "the layer has no such feature"));
    if (snapshot.corpus.clause(link.clauseId) == nullptr)
        return gis::fail(gis::ErrorCode::NotFound, subject,
                         gis::message("layers", "the project has no clause \"%1\"", {link.clauseId}),
                         gis::message("layers",
                                      "add its document first, or look for its id with "
                                      "`tuce-cli project info --json`"));
    return checkAlone(snapshot, link, subject);
}

tl::unexpected<gis::Error> wordsNotThere(const std::string& words, const std::string& clauseId) {
    return gis::fail(gis::ErrorCode::InvalidArgument, {},
                     gis::message("layers", "the words \"%1\" do not stand in clause %2", {words, clauseId}),
                     gis::message("layers", "choose words as the clause prints them, or none"));
}

}  // namespace

gis::Result<ChangeSet> addLink(const ProjectSnapshot& snapshot, ClauseLink link) {
    TUCE_CHECK(checkEnds(snapshot, link));
    if (link.id == 0) link.id = snapshot.nextLinkId();
    if (link.when.empty()) link.when = presentTime();
    const Clause& clause = *snapshot.corpus.clause(link.clauseId);
    if (link.anchorPosition < 0) link.setTextAnchor(anchorAt(clause.text, link.anchor));
    if (!link.anchor.empty() && link.anchorPosition < 0 && !clause.text.empty())
        return wordsNotThere(link.anchor, link.clauseId);
    ChangeSet change{gis::message("layers", "Link to clause %1", {link.clauseId}), {}};
    change.changes.push_back(LinkChange{std::nullopt, std::move(link)});
    return change;
}

gis::Result<ChangeSet> moveAnchor(const ProjectSnapshot& snapshot, std::int64_t id, const std::string& clauseId,
                                  const std::string& quote) {
    const Clause* clause = snapshot.corpus.clause(clauseId);
    if (clause == nullptr)
        return gis::fail(gis::ErrorCode::NotFound, {},
                         gis::message("layers", "the project has no clause \"%1\"", {clauseId}));
    for (const ClauseLink& link : snapshot.links) {
        if (link.id != id) continue;
        ClauseLink moved = link;
        moved.clauseId = clauseId;
        moved.setTextAnchor(anchorAt(clause->text, quote));
        if (!quote.empty() && moved.anchorPosition < 0 && !clause->text.empty()) return wordsNotThere(quote, clauseId);
        ChangeSet change{gis::message("layers", "Rest the link on other words"), {}};
        if (moved != link) change.changes.push_back(LinkChange{link, std::move(moved)});
        return change;
    }
    return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "no such link"));
}

gis::Result<ChangeSet> describeLink(const ProjectSnapshot& snapshot, std::int64_t id, LinkRelation relation,
                                    const std::string& note) {
    for (const ClauseLink& link : snapshot.links) {
        if (link.id != id) continue;
        ClauseLink other = link;
        other.relation = relation;
        other.note = note;
        ChangeSet change{gis::message("layers", "Change link to clause %1", {link.clauseId}), {}};
        if (other == link) return change;
        TUCE_CHECK(checkAlone(snapshot, other, {}));
        change.changes.push_back(LinkChange{link, std::move(other)});
        return change;
    }
    return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "no such link"));
}

gis::Result<ChangeSet> removeLink(const ProjectSnapshot& snapshot, std::int64_t id) {
    for (const ClauseLink& link : snapshot.links) {
        if (link.id != id) continue;
        ChangeSet change{gis::message("layers", "Remove link to clause %1", {link.clauseId}), {}};
        change.changes.push_back(LinkChange{link, std::nullopt});
        return change;
    }
    return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "no such link"));
}

}  // namespace layers
