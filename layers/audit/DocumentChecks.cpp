// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "gis/feature/Value.h"
#include "layers/audit/AuditChecks.h"
#include "layers/audit/ElementStatements.h"

namespace layers {

namespace {

PlaceSet membersOf(const PolicyElement& element, bool withInferred) {
    PlaceSet members;
    for (const ElementMember& member : element.members)
        if (withInferred || !member.inferred) members.add({member.name, member.adcode});
    return members;
}

/// Members that the one paper prints and the other neither prints nor means; a unit within one of the other's counts as
/// there.
std::vector<std::string> only(const PolicyElement& one, const PolicyElement& other) {
    const PlaceSet others = membersOf(other, true);
    std::vector<std::string> names;
    for (const PlaceReference& place : membersOf(one, false).places())
        if (!others.covers(place)) names.push_back(place.name);
    return names;
}

/// The cited clause, with the year where its document has one.
std::string sourceOf(const AuditGround& ground, const PolicyElement& element) {
    const std::string date = dateOf(ground, element);
    return ground.cited(element.clauseId) + (date.size() < 4 ? std::string() : " (" + date.substr(0, 4) + ")");
}

gis::Message memberMessage(const AuditGround& ground, const PolicyElement& one, const std::vector<std::string>& left,
                           const PolicyElement& other, const std::vector<std::string>& right) {
    if (left.empty())
        return gis::message("layers", "%1 names %2 as members, %3 does not",
                            {sourceOf(ground, other), joined(right), sourceOf(ground, one)});
    if (right.empty())
        return gis::message("layers", "%1 names %2 as members, %3 does not",
                            {sourceOf(ground, one), joined(left), sourceOf(ground, other)});
    return gis::message("layers", "only %1 names %2 as members, only %3 names %4",
                        {sourceOf(ground, one), joined(left), sourceOf(ground, other), joined(right)});
}

void compareMembers(const AuditGround& ground, const DrawnFeature& drawn, const PolicyElement& one,
                    const PolicyElement& other, AuditFindings& findings) {
    if (one.members.empty() || other.members.empty()) return;
    const auto left = only(one, other);
    const auto right = only(other, one);
    if (left.empty() && right.empty()) return;
    std::vector<std::string> names = left;
    names.insert(names.end(), right.begin(), right.end());
    findings.add(AuditKind::DocumentsDisagree, AuditSeverity::Warning, &drawn, other.clauseId, std::move(names),
                 memberMessage(ground, one, left, other, right), one.clauseId);
}

// Work goes on between two papers, so a later stage in the later paper is told as a note.
void compareStages(const AuditGround& ground, const DrawnFeature& drawn, const PolicyElement& one,
                   const PolicyElement& other, AuditFindings& findings) {
    const int left = ground.knowledge.stages.stage(one.statusClass);
    const int right = ground.knowledge.stages.stage(other.statusClass);
    if (left == 0 || right == 0 || left == right) return;
    const std::string leftDate = dateOf(ground, one);
    const std::string rightDate = dateOf(ground, other);
    const bool isProgress = !leftDate.empty() && !rightDate.empty() && (leftDate < rightDate) == (left < right);
    findings.add(
        AuditKind::DocumentsDisagree, isProgress ? AuditSeverity::Note : AuditSeverity::Warning, &drawn, other.clauseId,
        {one.statusClass, other.statusClass},
        gis::message("layers", "its papers name different stages: %1 says %2, %3 says %4",
                     {sourceOf(ground, one), stageOf(ground, one), sourceOf(ground, other), stageOf(ground, other)}),
        one.clauseId);
}

/// The same indicator of the same year (or of none) with another number.
void compareFigures(const AuditGround& ground, const DrawnFeature& drawn, const PolicyElement& one,
                    const PolicyElement& other, AuditFindings& findings) {
    const auto words = [](const ElementFact& fact) { return gis::toPlainDecimal(*fact.value) + fact.unit; };
    for (const ElementFact& left : one.facts)
        for (const ElementFact& right : other.facts) {
            if (!left.value || !right.value || left.indicator != right.indicator || left.year != right.year) continue;
            if (left.unit == right.unit && *left.value == *right.value) continue;
            findings.add(AuditKind::DocumentsDisagree, AuditSeverity::Warning, &drawn, other.clauseId,
                         {left.indicator, words(left), words(right)},
                         gis::message("layers", "its papers print different figures of %1: %2 says %3, %4 says %5",
                                      {left.indicator, sourceOf(ground, one), words(left), sourceOf(ground, other),
                                       words(right)}),
                         one.clauseId);
        }
}

}  // namespace

void checkDocuments(const AuditGround& ground, AuditFindings& findings) {
    std::set<std::string> told;
    for (const DrawnFeature& drawn : ground.features()) {
        if (ground.isCanceled()) return;
        const PolicyElement* element = ground.element(drawn.elementId);
        // An element drawn as several features is told of at the first.
        if (element == nullptr || !told.insert(element->id).second) continue;
        for (const PolicyElement* other : statementsOf(ground, *element)) {
            if (other == element || other->documentId == element->documentId) continue;
            compareMembers(ground, drawn, *element, *other, findings);
            compareStages(ground, drawn, *element, *other, findings);
            compareFigures(ground, drawn, *element, *other, findings);
        }
    }
}

}  // namespace layers
