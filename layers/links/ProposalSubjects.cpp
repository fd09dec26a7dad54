// SPDX-License-Identifier: Apache-2.0
#include "layers/links/ProposalSubjects.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "layers/document/CodePoints.h"
#include "layers/plan/LayoutElement.h"

namespace layers {

namespace {

/// Names with 、 or another comma between.
std::vector<std::string> namesIn(const std::string& list) {
    std::vector<std::string> names;
    std::u32string name;
    const auto finish = [&] {
        if (!name.empty()) names.push_back(toUtf8(name));
        name.clear();
    };
    for (const char32_t c : toCodePoints(list)) {
        if (isOneOf(c, U"、，,；;|") || isLineEnd(c))
            finish();
        else if (!isSpace(c))
            name += c;
    }
    finish();
    return names;
}

ProposalSubject fieldsOf(const Layer& layer, const gis::Feature& feature) {
    const auto text = [&](const char* field) {
        return gis::toText(feature.attribute(layer.table.schema().indexOf(field)));
    };
    ProposalSubject subject;
    subject.layer = layer.id;
    subject.feature = feature.id();
    subject.isControl = layer.kind == LayerKind::ControlLine;
    if (layer.kind == LayerKind::Layout) {
        subject.elementId = text(layout_field::elementId);
        subject.name = text(layout_field::name);
        subject.kind = text(layout_field::kind);
        subject.members = namesIn(text(layout_field::members));
        subject.carriers = namesIn(text(layout_field::carriers));
        subject.clauseId = text(layout_field::clause);
    }
    if (subject.name.empty()) subject.name = layer.featureName(feature);
    return subject;
}

void addKnown(ProposalSubject& subject, const PolicyElement& element) {
    subject.aliases = element.aliases;
    if (element.name != subject.name) subject.aliases.push_back(element.name);
    if (!element.anchor.empty()) subject.aliases.push_back(element.anchor);
    if (subject.kind.empty()) subject.kind = element.kind;
}

}  // namespace

ProposalSubject subjectOf(const PolicyElement& element) {
    ProposalSubject subject;
    subject.elementId = element.id;
    subject.name = element.name;
    subject.aliases = element.aliases;
    subject.kind = element.kind;
    for (const ElementMember& member : element.members) subject.members.push_back(member.name);
    for (const ElementCarrier& carrier : element.carriers) subject.carriers.push_back(carrier.name);
    return subject;
}

ProposalSubject subjectOf(const Layer& layer, const gis::Feature& feature, const std::vector<PolicyElement>& elements) {
    ProposalSubject subject = fieldsOf(layer, feature);
    const auto known = std::find_if(elements.begin(), elements.end(), [&](const PolicyElement& element) {
        return !subject.elementId.empty() && element.id == subject.elementId;
    });
    if (known != elements.end()) addKnown(subject, *known);
    return subject;
}

std::vector<ProposalSubject> subjectsOf(const ProjectSnapshot& snapshot, const std::vector<PolicyElement>& elements) {
    std::unordered_map<std::string, const PolicyElement*> byId;
    for (const PolicyElement& element : elements) byId.emplace(element.id, &element);
    std::vector<ProposalSubject> subjects;
    for (const LayerPtr& layer : snapshot.layers) {
        if (layer->kind != LayerKind::Layout && layer->kind != LayerKind::ControlLine) continue;
        for (const gis::Feature& feature : layer->table) {
            ProposalSubject subject = fieldsOf(*layer, feature);
            if (const auto known = byId.find(subject.elementId); known != byId.end()) addKnown(subject, *known->second);
            if (!subject.name.empty()) subjects.push_back(std::move(subject));
        }
    }
    return subjects;
}

std::vector<LinkProposal> withoutLinked(std::vector<LinkProposal> proposals, const ProjectSnapshot& snapshot) {
    std::set<std::tuple<gis::LayerId, gis::FeatureId, std::string>> linked;
    for (const ClauseLink& link : snapshot.links) linked.emplace(link.layer, link.feature, link.clauseId);
    proposals.erase(
        std::remove_if(
            proposals.begin(), proposals.end(),
            [&](const LinkProposal& proposal) {
                return linked.count({proposal.subject.layer, proposal.subject.feature, proposal.clauseId}) != 0;
            }),
        proposals.end());
    return proposals;
}

}  // namespace layers
