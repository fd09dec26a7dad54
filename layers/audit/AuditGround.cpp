// SPDX-License-Identifier: Apache-2.0
#include "layers/audit/AuditGround.h"

#include <algorithm>

#include "layers/document/CodePoints.h"
#include "layers/plan/LayoutElement.h"
#include "layers/policy/SqueezedText.h"

namespace layers {

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
    return text;
}

std::vector<std::string> namesOf(const std::vector<PlaceReference>& places) {
    std::vector<std::string> names;
    for (const PlaceReference& place : places) names.push_back(place.name);
    return names;
}

std::vector<std::shared_ptr<const PolicyDocument>> documentsInUse(const ProjectSnapshot& snapshot) {
    std::set<std::string> linked;
    for (const ClauseLink& link : snapshot.links)
        if (const Clause* clause = snapshot.corpus.clause(link.clauseId)) linked.insert(clause->documentId);
    std::vector<std::shared_ptr<const PolicyDocument>> used;
    for (const auto& document : snapshot.corpus.documents())
        if (!document->text.empty() || linked.count(document->id) != 0) used.push_back(document);
    return used;
}

AuditGround::AuditGround(const ProjectSnapshot& plan, const AuditKnowledge& known, gis::CancelToken cancel)
    : snapshot(plan), knowledge(known), m_cancel(std::move(cancel)) {
    for (const PolicyElement& one : knowledge.elements) {
        m_elements.emplace(one.id, &one);
        m_elementsOf[one.clauseId].push_back(&one);
        m_indexed.insert(one.documentId);
    }
    for (const PolicyElement& one : knowledge.elements)
        for (const ElementRelation& relation : one.relations) {
            const PolicyElement* other = relation.type == "same_as" ? element(relation.target) : nullptr;
            if (other == nullptr) continue;
            m_sameAs[one.id].push_back(other);
            m_sameAs[other->id].push_back(&one);
        }
    collectFeatures();
}

void AuditGround::collectFeatures() {
    std::map<std::pair<gis::LayerId, gis::FeatureId>, std::vector<const ClauseLink*>> links;
    for (const ClauseLink& link : snapshot.links) {
        links[{link.layer, link.feature}].push_back(&link);
        m_linksTo[link.clauseId].push_back(&link);
    }
    for (const LayerPtr& layer : snapshot.layers) {
        if (layer->kind != LayerKind::Layout) continue;
        const gis::Schema& schema = layer->table.schema();
        const auto text = [&schema](const gis::Feature& feature, const char* field) {
            return gis::toText(feature.attribute(schema.indexOf(field)));
        };
        for (const gis::Feature& feature : layer->table) {
            if (isCanceled()) return;
            DrawnFeature drawn{layer,
                               &feature,
                               text(feature, layout_field::elementId),
                               text(feature, layout_field::kind),
                               layer->featureName(feature),
                               text(feature, layout_field::status),
                               memberPlaces(text(feature, layout_field::members), knowledge.gazetteer),
                               {}};
            if (drawn.name.empty()) drawn.name = text(feature, layout_field::name);
            if (const auto found = links.find({layer->id, feature.id()}); found != links.end())
                drawn.links = found->second;
            m_drawnKinds.insert(drawn.kind);
            m_place[{layer->id, feature.id()}] = m_features.size();
            m_features.push_back(std::move(drawn));
        }
    }
}

const DrawnFeature* AuditGround::featureOf(const ClauseLink& link) const {
    const auto found = m_place.find({link.layer, link.feature});
    return found == m_place.end() ? nullptr : &m_features[found->second];
}

const std::vector<const ClauseLink*>& AuditGround::linksTo(const std::string& clauseId) const {
    static const std::vector<const ClauseLink*> none;
    const auto found = m_linksTo.find(clauseId);
    return found == m_linksTo.end() ? none : found->second;
}

const PolicyElement* AuditGround::element(const std::string& id) const {
    const auto found = m_elements.find(id);
    return found == m_elements.end() ? nullptr : found->second;
}

const std::vector<const PolicyElement*>& AuditGround::elementsOf(const std::string& clauseId) const {
    static const std::vector<const PolicyElement*> none;
    const auto found = m_elementsOf.find(clauseId);
    return found == m_elementsOf.end() ? none : found->second;
}

const std::vector<const PolicyElement*>& AuditGround::sameAs(const std::string& id) const {
    static const std::vector<const PolicyElement*> none;
    const auto found = m_sameAs.find(id);
    return found == m_sameAs.end() ? none : found->second;
}

const std::vector<PlaceMatch>& AuditGround::matches(const Clause& clause) const {
    const auto [place, isNew] = m_matches.try_emplace(clause.id);
    if (isNew && !clause.text.empty()) place->second = knowledge.gazetteer.matches(clause.text);
    return place->second;
}

const PlaceSet& AuditGround::printed(const Clause& clause) const {
    const auto [place, isNew] = m_printed.try_emplace(clause.id);
    if (isNew)
        place->second = printedPlaces(
            clause, knowledge.gazetteer, matches(clause),
            clause.text.empty() ? std::vector<TextBody>() : bodiesIn(codePoints(clause), knowledge.figures));
    return place->second;
}

const PlaceSet& AuditGround::meant(const Clause& clause) const {
    const auto [place, isNew] = m_meant.try_emplace(clause.id);
    if (isNew) place->second = meantPlaces(clause, knowledge.gazetteer, matches(clause));
    return place->second;
}

const std::u32string& AuditGround::squeezedText(const Clause& clause) const {
    const auto [place, isNew] = m_squeezed.try_emplace(clause.id);
    if (isNew) place->second = squeezed(clause.text);
    return place->second;
}

const std::u32string& AuditGround::codePoints(const Clause& clause) const {
    const auto [place, isNew] = m_codePoints.try_emplace(clause.id);
    if (isNew) place->second = toCodePoints(clause.text);
    return place->second;
}

std::string AuditGround::cited(const std::string& clauseId) const {
    const Clause* clause = snapshot.corpus.clause(clauseId);
    if (clause == nullptr) return clauseId;
    const auto document = snapshot.corpus.document(clause->documentId);
    if (!document) return clauseId;
    const std::string name = document->number.empty() ? "《" + document->title + "》" : document->number;
    return name + (clause->number.empty() ? clause->heading : clause->number);
}

std::string AuditGround::citedWithHeading(const Clause& clause) const {
    // One without a number is cited by its heading.
    const bool isTold = clause.number.empty() || clause.heading.empty();
    return cited(clause.id) + (isTold ? std::string() : " " + clause.heading);
}

AuditFindings::AuditFindings(const std::vector<Approval>& approvals) {
    for (const Approval& approval : approvals) m_approvals.insert(approval.findingKey);
}

void AuditFindings::add(AuditKind kind, AuditSeverity severity, const DrawnFeature* feature,
                        const std::string& clauseId, std::vector<std::string> names, gis::Message text,
                        const std::string& drawn) {
    AuditFinding finding;
    finding.kind = kind;
    finding.severity = severity;
    if (feature != nullptr) {
        finding.layer = feature->layer->id;
        finding.feature = feature->feature->id();
        finding.layerName = feature->layer->name;
        finding.featureName = feature->name;
    }
    finding.clauseId = clauseId;
    finding.names = std::move(names);
    finding.text = std::move(text);
    add(std::move(finding), drawn);
}

void AuditFindings::add(AuditFinding finding, const std::string& drawn) {
    const auto number = [](const auto& id) { return id ? std::to_string(gis::number(*id)) : std::string(); };
    finding.key = toText(finding.kind) + "|" + number(finding.layer) + "|" + number(finding.feature) + "|" +
                  finding.clauseId + "|" + joined(finding.names) + (drawn.empty() ? "" : "|" + drawn);
    finding.approved = m_approvals.count(finding.key) != 0;
    if (m_told.insert(finding.key).second) m_findings.push_back(std::move(finding));
}

std::vector<AuditFinding> AuditFindings::take() {
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const AuditFinding& a, const AuditFinding& b) { return a.kind < b.kind; });
    return std::move(m_findings);
}

}  // namespace layers
