// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "gis/feature/Value.h"
#include "layers/audit/AuditChecks.h"
#include "layers/audit/ElementStatements.h"
#include "layers/audit/TextStatements.h"

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

/// A clause with the year of its document, if it has one.
std::string sourceOf(const AuditGround& ground, const Clause& clause) {
    const auto document = ground.snapshot.corpus.document(clause.documentId);
    const std::string date = document && !document->dates.empty() ? document->dates.front() : std::string();
    return ground.cited(clause.id) + (date.size() < 4 ? std::string() : " (" + date.substr(0, 4) + ")");
}

/// Members of the one that are neither members of the other nor within one of them.
std::vector<std::string> missingIn(const PlaceSet& others, const PlaceSet& members) {
    std::vector<std::string> names;
    for (const PlaceReference& place : members.places())
        if (!others.covers(place)) names.push_back(place.name);
    return names;
}

std::optional<gis::Message> disagreement(const AuditGround& ground, const TextStatement& one,
                                         const TextStatement& other) {
    const std::string left = sourceOf(ground, *one.clause);
    const std::string right = sourceOf(ground, *other.clause);
    switch (one.kind) {
        case StatementKind::Figure: {
            if (canBothBeTrue(one.figure, other.figure, ground.knowledge)) return std::nullopt;
            const std::string what = one.indicator.empty() ? one.subject : one.subject + " " + one.indicator;
            if (!one.figure.year)
                return gis::message("layers", "its papers print different figures of %1: %2 says %3, %4 says %5",
                                    {what, left, one.words, right, other.words});
            return gis::message("layers", "papers print different figures of %1 for %2: %3 says %4, %5 says %6",
                                {what, std::to_string(*one.figure.year), left, one.words, right, other.words});
        }
        case StatementKind::Stage:
            if (one.stage == other.stage || one.stage == 0 || other.stage == 0) return std::nullopt;
            return gis::message("layers", "its papers name different stages: %1 says %2, %3 says %4",
                                {left, one.words, right, other.words});
        case StatementKind::Members: {
            const auto onlyLeft = missingIn(other.members, one.members);
            const auto onlyRight = missingIn(one.members, other.members);
            if (onlyLeft.empty() && onlyRight.empty()) return std::nullopt;
            if (onlyLeft.empty())
                return gis::message("layers", "%1 names %2 as members, %3 does not", {right, joined(onlyRight), left});
            if (onlyRight.empty())
                return gis::message("layers", "%1 names %2 as members, %3 does not", {left, joined(onlyLeft), right});
            return gis::message("layers", "only %1 names %2 as members, only %3 names %4",
                                {left, joined(onlyLeft), right, joined(onlyRight)});
        }
    }
    return std::nullopt;
}

/// Whether the register compares these two papers already.
bool isKnownToTheRegister(const AuditGround& ground, const TextStatement& one, const TextStatement& other) {
    return one.feature != nullptr && ground.element(one.feature->elementId) != nullptr &&
           ground.isIndexed(one.clause->documentId) && ground.isIndexed(other.clause->documentId);
}

/// What a statement answers: only answers to one question can disagree.
std::string questionOf(const TextStatement& one) {
    std::string question = one.subjectKey;
    if (one.kind == StatementKind::Figure)
        question += "|" + one.figure.quantity + "|" + one.indicator + (one.isTarget ? "|target|" : "|") +
                    (one.figure.year ? std::to_string(*one.figure.year) : std::string());
    return question;
}

/// Each paper is told of once: against the first before it that says something else.
void compareAnswers(const AuditGround& ground, const std::vector<const TextStatement*>& statements,
                    AuditFindings& findings) {
    std::set<std::string> told;
    for (std::size_t k = 1; k < statements.size(); ++k) {
        const TextStatement& other = *statements[k];
        if (told.count(other.clause->documentId) != 0) continue;
        if (ground.isCanceled()) return;
        for (std::size_t i = 0; i < k; ++i) {
            const TextStatement& one = *statements[i];
            if (one.clause->documentId == other.clause->documentId || isKnownToTheRegister(ground, one, other))
                continue;
            auto text = disagreement(ground, one, other);
            if (!text) continue;
            findings.add(AuditKind::DocumentsDisagree, AuditSeverity::Warning, one.feature, other.clause->id,
                         {one.feature != nullptr ? one.indicator : one.subject, one.words, other.words},
                         std::move(*text), one.clause->id);
            told.insert(other.clause->documentId);
            break;
        }
    }
}

/// Sentences of two papers about one thing.
void compareTexts(const AuditGround& ground, AuditFindings& findings) {
    const std::vector<TextStatement> all = textStatements(ground);
    std::map<std::pair<StatementKind, std::string>, std::vector<const TextStatement*>> byQuestion;
    for (const TextStatement& one : all) byQuestion[{one.kind, questionOf(one)}].push_back(&one);
    for (const auto& [key, statements] : byQuestion) {
        if (ground.isCanceled()) return;
        compareAnswers(ground, statements, findings);
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
    compareTexts(ground, findings);
}

}  // namespace layers
