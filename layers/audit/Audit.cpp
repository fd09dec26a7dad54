// SPDX-License-Identifier: Apache-2.0
#include "layers/audit/Audit.h"

#include <algorithm>
#include <map>

#include "layers/audit/NamedPlaces.h"
#include "layers/plan/LayoutElement.h"
#include "layers/policy/CodePoints.h"

namespace layers {

namespace {

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

/// A layout feature with what the audit asks of it.
struct DrawnFeature {
    LayerPtr layer;
    const gis::Feature* feature = nullptr;
    std::string elementId;
    std::string kind;
    std::string name;
    PlaceSet members;
    std::vector<const ClauseLink*> links;
};

using FeatureKey = std::pair<gis::LayerId, gis::FeatureId>;

std::u32string squeezed(const std::string& text) {
    std::u32string kept;
    for (const char32_t c : toCodePoints(text))
        if (!isSpace(c) && c != U'*' && c != U'#') kept += c;
    return kept;
}

/// One run over one snapshot.
class AuditRun {
public:
    AuditRun(const ProjectSnapshot& snapshot, const AuditKnowledge& knowledge)
        : m_snapshot(snapshot), m_knowledge(knowledge) {
        for (const PolicyElement& element : knowledge.elements) {
            m_elements.emplace(element.id, &element);
            m_elementsOf[element.clauseId].push_back(&element);
            m_indexed.insert(element.documentId);
        }
        for (const Approval& approval : snapshot.approvals) m_approvals.insert(approval.findingKey);
        collectFeatures();
    }

    gis::Result<AuditReport> run(const gis::CancelToken& cancel) {
        using Check = void (AuditRun::*)();
        for (const Check check :
             {&AuditRun::checkLinks, &AuditRun::checkAnchors, &AuditRun::checkClauses, &AuditRun::checkFeatures,
              &AuditRun::checkPlacesOfClauses, &AuditRun::checkPlacesOfFeatures, &AuditRun::checkMembers}) {
            if (cancel.isCanceled()) return gis::canceled();
            (this->*check)();
        }
        std::stable_sort(m_report.findings.begin(), m_report.findings.end(),
                         [](const AuditFinding& a, const AuditFinding& b) { return a.kind < b.kind; });
        return std::move(m_report);
    }

private:
    void collectFeatures() {
        std::map<FeatureKey, std::vector<const ClauseLink*>> links;
        for (const ClauseLink& link : m_snapshot.links) {
            links[{link.layer, link.feature}].push_back(&link);
            m_linksTo[link.clauseId].push_back(&link);
        }
        for (const LayerPtr& layer : m_snapshot.layers) {
            if (layer->kind != LayerKind::Layout) continue;
            const gis::Schema& schema = layer->table.schema();
            const auto text = [&schema](const gis::Feature& feature, const char* field) {
                return gis::toText(feature.attribute(schema.indexOf(field)));
            };
            for (const gis::Feature& feature : layer->table) {
                DrawnFeature drawn{layer,
                                   &feature,
                                   text(feature, layout_field::elementId),
                                   text(feature, layout_field::kind),
                                   layer->featureName(feature),
                                   memberPlaces(text(feature, layout_field::members), m_knowledge.gazetteer),
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

    void add(AuditKind kind, AuditSeverity severity, const DrawnFeature* feature, const std::string& clauseId,
             std::vector<std::string> names, gis::Message text) {
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
        put(std::move(finding));
    }

    void put(AuditFinding finding) {
        const auto number = [](const auto& id) { return id ? std::to_string(gis::number(*id)) : std::string(); };
        finding.key = toText(finding.kind) + "|" + number(finding.layer) + "|" + number(finding.feature) + "|" +
                      finding.clauseId + "|" + joined(finding.names);
        finding.approved = m_approvals.count(finding.key) != 0;
        if (m_told.insert(finding.key).second) m_report.findings.push_back(std::move(finding));
    }

    /// The feature of a link, also outside layout layers (then without a DrawnFeature).
    AuditFinding findingAt(const ClauseLink& link, AuditKind kind) const {
        AuditFinding finding;
        finding.kind = kind;
        finding.severity = AuditSeverity::Error;
        finding.layer = link.layer;
        finding.feature = link.feature;
        finding.clauseId = link.clauseId;
        const LayerPtr layer = m_snapshot.layer(link.layer);
        if (layer == nullptr) return finding;
        finding.layerName = layer->name;
        const gis::Feature* feature = layer->table.find(link.feature);
        if (feature != nullptr) finding.featureName = layer->featureName(*feature);
        return finding;
    }

    void checkLinks() {
        for (const ClauseLink& link : m_snapshot.links) {
            const LayerPtr layer = m_snapshot.layer(link.layer);
            if (layer == nullptr || layer->table.find(link.feature) == nullptr) {
                AuditFinding finding = findingAt(link, AuditKind::UnknownFeature);
                finding.text = gis::message(
                    "layers", "a link to clause %1 comes from a feature that is not in the plan", {link.clauseId});
                put(std::move(finding));
            }
            if (m_snapshot.corpus.clause(link.clauseId) != nullptr) continue;
            AuditFinding finding = findingAt(link, AuditKind::UnknownClause);
            finding.text =
                gis::message("layers", "linked to clause %1, which is not in the plan's documents", {link.clauseId});
            put(std::move(finding));
        }
    }

    void checkAnchors() {
        for (const ClauseLink& link : m_snapshot.links) {
            const Clause* clause = m_snapshot.corpus.clause(link.clauseId);
            if (link.anchor.empty() || clause == nullptr) continue;
            const auto document = m_snapshot.corpus.document(clause->documentId);
            const bool hasText = !clause->text.empty() || (document != nullptr && !document->text.empty());
            if (!hasText || squeezed(clause->text).find(squeezed(link.anchor)) != std::u32string::npos) continue;
            AuditFinding finding = findingAt(link, AuditKind::OrphanedAnchor);
            finding.names = {link.anchor};
            finding.text = gis::message("layers", "the words \"%1\" that the link rests on do not stand in clause %2",
                                        {link.anchor, link.clauseId});
            put(std::move(finding));
        }
    }

    bool isInUse(const PolicyDocument& document) const {
        if (!document.text.empty()) return true;
        return std::any_of(document.clauses.begin(), document.clauses.end(),
                           [this](const Clause& clause) { return m_linksTo.count(clause.id) != 0; });
    }

    /// What a clause names that a plan is expected to draw.
    std::vector<std::string> expectedOf(const Clause& clause) const {
        std::vector<std::string> names;
        if (const auto elements = m_elementsOf.find(clause.id); elements != m_elementsOf.end()) {
            for (const PolicyElement* element : elements->second)
                if (m_knowledge.layoutKinds.count(element->kind) != 0 || m_drawnKinds.count(element->kind) != 0)
                    names.push_back(element->name);
        } else if (m_indexed.count(clause.documentId) == 0) {
            names = namesOf(printedPlaces(clause, m_knowledge.gazetteer).places());
        }
        return names;
    }

    void checkClauses() {
        for (const auto& document : m_snapshot.corpus.documents()) {
            if (!isInUse(*document)) continue;
            for (const Clause& clause : document->clauses) {
                if (m_linksTo.count(clause.id) != 0) continue;
                std::vector<std::string> names = expectedOf(clause);
                if (names.empty()) continue;
                const auto text = gis::message("layers", "clause %1 %2 names %3, and no feature is linked to it",
                                               {clause.id, clause.heading, joined(names)});
                add(AuditKind::ClauseWithoutFeature, AuditSeverity::Warning, nullptr, clause.id, std::move(names),
                    text);
            }
        }
    }

    void checkFeatures() {
        for (const DrawnFeature& drawn : m_features)
            if (drawn.links.empty())
                add(AuditKind::FeatureWithoutClause, AuditSeverity::Warning, &drawn, {}, {},
                    gis::message("layers", "the feature rests on no clause"));
    }

    void checkPlacesOfClauses() {
        for (const auto& document : m_snapshot.corpus.documents())
            for (const Clause& clause : document->clauses) {
                const auto links = m_linksTo.find(clause.id);
                if (links != m_linksTo.end()) checkPlacesOf(clause, links->second);
            }
    }
    void checkPlacesOf(const Clause& clause, const std::vector<const ClauseLink*>& links) {
        PlaceSet drawn;
        bool asked = false;
        for (const ClauseLink* link : links) {
            const auto place = m_place.find({link->layer, link->feature});
            if (place == m_place.end() || link->relation == LinkRelation::Constraint) continue;
            asked = asked || !m_features[place->second].members.isEmpty();
            for (const PlaceReference& member : m_features[place->second].members.places()) drawn.add(member);
        }
        if (!asked) return;  // nothing linked to it says its members
        std::vector<std::string> missing;
        for (const PlaceReference& place : printedPlaces(clause, m_knowledge.gazetteer).places())
            if (!drawn.covers(place)) missing.push_back(place.name);
        if (missing.empty()) return;
        const auto text = gis::message("layers", "clause %1 %2 names %3, which no feature linked to it has as a member",
                                       {clause.id, clause.heading, joined(missing)});
        add(AuditKind::PlaceNotDrawn, AuditSeverity::Warning, nullptr, clause.id, std::move(missing), text);
    }

    void checkPlacesOfFeatures() {
        for (const DrawnFeature& drawn : m_features) {
            PlaceSet named;
            std::vector<std::string> clauses;
            for (const ClauseLink* link : drawn.links) {
                const Clause* clause = m_snapshot.corpus.clause(link->clauseId);
                if (clause == nullptr || link->relation == LinkRelation::Constraint) continue;
                if (!isReadable(*clause)) return;
                clauses.push_back(clause->id);
                for (const PlaceReference& place : meantPlaces(*clause, m_knowledge.gazetteer).places())
                    named.add(place);
            }
            if (!clauses.empty()) checkMembersAgainst(drawn, named, clauses);
        }
    }
    /// Whether the places of the clause are known: from its text or from the index.
    bool isReadable(const Clause& clause) const {
        return !clause.text.empty() || !clause.places.empty() || m_indexed.count(clause.documentId) != 0;
    }
    void checkMembersAgainst(const DrawnFeature& drawn, const PlaceSet& named,
                             const std::vector<std::string>& clauses) {
        std::vector<std::string> unnamed;
        bool allInferred = true;
        for (const PlaceReference& member : drawn.members.places()) {
            if (named.covers(member)) continue;
            unnamed.push_back(member.name);
            allInferred = allInferred && isInferred(drawn.elementId, member);
        }
        if (unnamed.empty()) return;
        const auto severity = allInferred ? AuditSeverity::Note : AuditSeverity::Warning;
        const auto text = allInferred
                              ? gis::message("layers", "its members %1 are not printed in clause %2 but read into it",
                                             {joined(unnamed), joined(clauses)})
                              : gis::message("layers", "its members %1 are not named in clause %2",
                                             {joined(unnamed), joined(clauses)});
        add(AuditKind::PlaceNotNamed, severity, &drawn, clauses.front(), std::move(unnamed), text);
    }
    bool isInferred(const std::string& elementId, const PlaceReference& place) const {
        const auto element = m_elements.find(elementId);
        return element != m_elements.end() &&
               std::any_of(element->second->members.begin(), element->second->members.end(),
                           [&place](const ElementMember& member) {
                               return member.inferred && (member.adcode.empty() ? member.name == place.name
                                                                                : member.adcode == place.adcode);
                           });
    }

    void checkMembers() {
        for (const DrawnFeature& drawn : m_features) {
            const auto element = m_elements.find(drawn.elementId);
            if (element == m_elements.end() || element->second->members.empty()) continue;
            compareMembers(drawn, *element->second);
        }
    }
    void compareMembers(const DrawnFeature& drawn, const PolicyElement& element) {
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
                                         {joined(missing), joined(more), element.name, element.clauseId});
        if (more.empty())
            text = gis::message("layers", "it lacks %1, which belong to %2 in clause %3",
                                {joined(missing), element.name, element.clauseId});
        if (missing.empty())
            text = gis::message("layers", "it has %1, which do not belong to %2 in clause %3",
                                {joined(more), element.name, element.clauseId});
        add(AuditKind::MembersDiffer, AuditSeverity::Warning, &drawn, element.clauseId, std::move(names), text);
    }

    const ProjectSnapshot& m_snapshot;
    const AuditKnowledge& m_knowledge;
    std::map<std::string, const PolicyElement*> m_elements;
    std::map<std::string, std::vector<const PolicyElement*>> m_elementsOf;
    std::set<std::string> m_indexed;  ///< documents whose elements are known
    std::map<std::string, std::vector<const ClauseLink*>> m_linksTo;
    std::map<FeatureKey, std::size_t> m_place;
    std::vector<DrawnFeature> m_features;
    std::set<std::string> m_drawnKinds;
    std::set<std::string> m_approvals;
    std::set<std::string> m_told;  ///< keys of the findings so far
    AuditReport m_report;
};

}  // namespace

gis::Result<AuditReport> audit(const ProjectSnapshot& snapshot, const AuditKnowledge& knowledge,
                               const gis::JobControl& control) {
    return AuditRun(snapshot, knowledge).run(control.cancel);
}

}  // namespace layers
