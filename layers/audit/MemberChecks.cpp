// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layers/audit/AuditChecks.h"

namespace layers {

namespace {

void checkPlacesOf(const AuditGround& ground, const Clause& clause, AuditFindings& findings) {
    PlaceSet drawn;
    bool asked = false;
    for (const ClauseLink* link : ground.linksTo(clause.id)) {
        const DrawnFeature* feature = ground.featureOf(*link);
        if (feature == nullptr || link->relation == LinkRelation::Constraint) continue;
        asked = asked || !feature->members.isEmpty();
        for (const PlaceReference& member : feature->members.places()) drawn.add(member);
    }
    if (!asked) return;  // nothing linked to it says its members
    std::vector<std::string> missing;
    for (const PlaceReference& place : ground.printed(clause).places())
        if (!drawn.covers(place)) missing.push_back(place.name);
    if (missing.empty()) return;
    const auto text = gis::message("layers", "clause %1 names %2, which no feature linked to it has as a member",
                                   {ground.citedWithHeading(clause), joined(missing)});
    findings.add(AuditKind::PlaceNotDrawn, AuditSeverity::Warning, nullptr, clause.id, std::move(missing), text);
}

/// Whether the places of the clause are known: from its text or from the index.
bool isReadable(const AuditGround& ground, const Clause& clause) {
    return !clause.text.empty() || !clause.places.empty() || ground.isIndexed(clause.documentId);
}

bool isInferred(const AuditGround& ground, const std::string& elementId, const PlaceReference& place) {
    const PolicyElement* element = ground.element(elementId);
    return element != nullptr &&
           std::any_of(element->members.begin(), element->members.end(), [&place](const ElementMember& member) {
               return member.inferred &&
                      (member.adcode.empty() ? member.name == place.name : member.adcode == place.adcode);
           });
}

void checkMembersAgainst(const AuditGround& ground, const DrawnFeature& drawn,
                         const std::vector<const PlaceSet*>& named, const std::vector<std::string>& clauses,
                         AuditFindings& findings) {
    std::vector<std::string> unnamed;
    bool allInferred = true;
    for (const PlaceReference& member : drawn.members.places()) {
        if (std::any_of(named.begin(), named.end(), [&](const PlaceSet* places) { return places->covers(member); }))
            continue;
        unnamed.push_back(member.name);
        allInferred = allInferred && isInferred(ground, drawn.elementId, member);
    }
    if (unnamed.empty()) return;
    std::vector<std::string> cited;
    for (const std::string& clause : clauses) cited.push_back(ground.cited(clause));
    const auto severity = allInferred ? AuditSeverity::Note : AuditSeverity::Warning;
    const auto text =
        allInferred
            ? gis::message("layers", "its members %1 are not printed in clause %2 but read into it",
                           {joined(unnamed), joined(cited)})
            : gis::message("layers", "its members %1 are not named in clause %2", {joined(unnamed), joined(cited)});
    findings.add(AuditKind::PlaceNotNamed, severity, &drawn, clauses.front(), std::move(unnamed), text);
}

void compareMembers(const AuditGround& ground, const DrawnFeature& drawn, const PolicyElement& element,
                    AuditFindings& findings) {
    PlaceSet wanted;
    std::vector<std::string> missing;
    for (const ElementMember& member : element.members) {
        const PlaceReference place{member.name, member.adcode};
        wanted.add(place);
        if (!member.inferred && !drawn.members.holds(place)) missing.push_back(member.name);
    }
    std::vector<std::string> more;
    for (const PlaceReference& member : drawn.members.places())
        if (!wanted.holds(member)) more.push_back(member.name);
    if (missing.empty() && more.empty()) return;
    std::vector<std::string> names = missing;
    names.insert(names.end(), more.begin(), more.end());
    gis::Message text = gis::message("layers", "it lacks %1 and has %2, other than %3 in clause %4",
                                     {joined(missing), joined(more), element.name, ground.cited(element.clauseId)});
    if (more.empty())
        text = gis::message("layers", "it lacks %1, which belong to %2 in clause %3",
                            {joined(missing), element.name, ground.cited(element.clauseId)});
    if (missing.empty())
        text = gis::message("layers", "it has %1, which do not belong to %2 in clause %3",
                            {joined(more), element.name, ground.cited(element.clauseId)});
    findings.add(AuditKind::MembersDiffer, AuditSeverity::Warning, &drawn, element.clauseId, std::move(names), text);
}

}  // namespace

void checkPlacesOfClauses(const AuditGround& ground, AuditFindings& findings) {
    for (const auto& document : ground.snapshot.corpus.documents())
        for (const Clause& clause : document->clauses) {
            if (ground.isCanceled()) return;
            if (!ground.linksTo(clause.id).empty()) checkPlacesOf(ground, clause, findings);
        }
}

void checkPlacesOfFeatures(const AuditGround& ground, AuditFindings& findings) {
    for (const DrawnFeature& drawn : ground.features()) {
        if (ground.isCanceled()) return;
        std::vector<const PlaceSet*> named;  // of one clause hundreds may be named, so they are not put together
        std::vector<std::string> clauses;
        bool readable = true;
        for (const ClauseLink* link : drawn.links) {
            const Clause* clause = ground.snapshot.corpus.clause(link->clauseId);
            if (clause == nullptr || link->relation == LinkRelation::Constraint) continue;
            readable = readable && isReadable(ground, *clause);
            clauses.push_back(clause->id);
            named.push_back(&ground.meant(*clause));
        }
        // What stands in a clause that nobody has read cannot be missed.
        if (readable && !clauses.empty()) checkMembersAgainst(ground, drawn, named, clauses, findings);
    }
}

void checkMembers(const AuditGround& ground, AuditFindings& findings) {
    for (const DrawnFeature& drawn : ground.features()) {
        if (ground.isCanceled()) return;
        const PolicyElement* element = ground.element(drawn.elementId);
        if (element != nullptr && !element->members.empty()) compareMembers(ground, drawn, *element, findings);
    }
}

}  // namespace layers
