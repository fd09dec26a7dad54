// SPDX-License-Identifier: Apache-2.0
#include "layers/audit/AuditFix.h"

#include <algorithm>

#include "layers/audit/AuditGround.h"
#include "layers/edit/EditSeries.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/LinkEdit.h"
#include "layers/links/AnchorProposals.h"
#include "layers/plan/LayoutElement.h"

namespace layers {

namespace {

std::optional<AuditFix> fix(gis::Message title, const gis::Result<ChangeSet>& change) {
    if (!change || change->changes.empty()) return std::nullopt;
    AuditFix made{title, *change};
    made.change.text = std::move(title);
    return made;
}

/// Sets one field of the finding's feature.
std::optional<AuditFix> setField(const ProjectSnapshot& snapshot, const AuditFinding& finding, const char* field,
                                 const std::string& value, gis::Message title) {
    if (!finding.layer || !finding.feature) return std::nullopt;
    return fix(std::move(title), setAttributes(snapshot, *finding.layer, *finding.feature, {{field, value}}));
}

std::string attribute(const Layer& layer, const gis::Feature& feature, const char* field) {
    return gis::toText(feature.attribute(layer.table.schema().indexOf(field)));
}

/// The feature of the finding; null if it is gone.
const gis::Feature* featureOf(const ProjectSnapshot& snapshot, const AuditFinding& finding, LayerPtr& layer) {
    if (!finding.layer || !finding.feature) return nullptr;
    layer = snapshot.layer(*finding.layer);
    return layer ? layer->table.find(*finding.feature) : nullptr;
}

const PolicyElement* elementOf(const ProjectSnapshot& snapshot, const AuditKnowledge& knowledge,
                               const AuditFinding& finding) {
    LayerPtr layer;
    const gis::Feature* feature = featureOf(snapshot, finding, layer);
    if (feature == nullptr) return nullptr;
    const std::string id = attribute(*layer, *feature, layout_field::elementId);
    const auto found = std::find_if(knowledge.elements.begin(), knowledge.elements.end(),
                                    [&id](const PolicyElement& element) { return element.id == id; });
    return found == knowledge.elements.end() ? nullptr : &*found;
}

std::optional<AuditFix> removeLinks(const ProjectSnapshot& snapshot, const AuditFinding& finding) {
    EditSeries edits(std::make_shared<const ProjectSnapshot>(snapshot));
    for (const ClauseLink& link : snapshot.links)
        if (link.clauseId == finding.clauseId && finding.layer == link.layer && finding.feature == link.feature)
            if (!edits.apply(removeLink(*edits.snapshot(), link.id))) return std::nullopt;
    return fix(gis::message("layers", "Remove the link"), edits.change());
}

/// Without the named places; a name that is written otherwise stays, so nothing is taken off by mistake.
std::optional<AuditFix> takeMembersOff(const ProjectSnapshot& snapshot, const AuditKnowledge& knowledge,
                                       const AuditFinding& finding) {
    LayerPtr layer;
    const gis::Feature* feature = featureOf(snapshot, finding, layer);
    if (feature == nullptr) return std::nullopt;
    // Pieces as they are written: one that stands for several places stays.
    std::vector<std::string> kept;
    for (const std::string& piece : memberPieces(attribute(*layer, *feature, layout_field::members))) {
        const auto places = memberPlaces(piece, knowledge.gazetteer).places();
        const bool goes = places.size() == 1 && std::find(finding.names.begin(), finding.names.end(),
                                                          places.front().name) != finding.names.end();
        if (!goes) kept.push_back(piece);
    }
    return setField(snapshot, finding, layout_field::members, joined(kept),
                    gis::message("layers", "Take %1 off the members", {joined(finding.names)}));
}

/// Where one feature alone is linked to the clause, it is the one that lacks them.
std::optional<AuditFix> addMembers(const ProjectSnapshot& snapshot, const AuditFinding& finding) {
    AuditFinding target = finding;
    for (const ClauseLink& link : snapshot.linksTo(finding.clauseId)) {
        const LayerPtr layer = snapshot.layer(link.layer);
        if (link.relation == LinkRelation::Constraint || !layer || layer->kind != LayerKind::Layout) continue;
        if (target.feature && (target.layer != link.layer || target.feature != link.feature)) return std::nullopt;
        target.layer = link.layer;
        target.feature = link.feature;
    }
    LayerPtr layer;
    const gis::Feature* feature = featureOf(snapshot, target, layer);
    if (feature == nullptr) return std::nullopt;
    const std::string before = attribute(*layer, *feature, layout_field::members);
    const std::string added = joined(finding.names);
    return setField(snapshot, target, layout_field::members, before.empty() ? added : before + "、" + added,
                    gis::message("layers", "Add %1 to the members of %2", {added, layer->featureName(*feature)}));
}

std::optional<AuditFix> takeMembersOver(const ProjectSnapshot& snapshot, const PolicyElement& element,
                                        const AuditFinding& finding) {
    std::vector<std::string> names;
    for (const ElementMember& member : element.members) names.push_back(member.name);
    return setField(snapshot, finding, layout_field::members, joined(names),
                    gis::message("layers", "Take over the paper's members"));
}

/// The words proposed in the place of those that are gone.
std::optional<AuditFix> restOnOtherWords(const ProjectSnapshot& snapshot, const AuditFinding& finding) {
    for (const ClauseLink& link : snapshot.links) {
        const bool isMeant = finding.layer == link.layer && finding.feature == link.feature &&
                             finding.clauseId == link.clauseId && finding.names == std::vector{link.anchor};
        const auto orphan = isMeant ? orphanedAnchor(snapshot, link) : std::nullopt;
        if (!orphan || orphan->clauseId.empty()) continue;
        return fix(gis::message("layers", "Rest on “%1”: %2", {orphan->found.quote, gis::translated(orphan->reason)}),
                   moveAnchor(snapshot, link.id, orphan->clauseId, orphan->found.quote));
    }
    return std::nullopt;
}

}  // namespace

std::optional<AuditFix> fixOf(const ProjectSnapshot& snapshot, const AuditKnowledge& knowledge,
                              const AuditFinding& finding) {
    switch (finding.kind) {
        case AuditKind::UnknownClause:
        case AuditKind::UnknownFeature:
            return removeLinks(snapshot, finding);
        case AuditKind::PlaceNotDrawn:
            return addMembers(snapshot, finding);
        case AuditKind::PlaceNotNamed:
            // What is read into a clause by good reason is not taken off by a click.
            if (finding.severity == AuditSeverity::Note) return std::nullopt;
            return takeMembersOff(snapshot, knowledge, finding);
        case AuditKind::MembersDiffer:
        case AuditKind::NameDiffers:
        case AuditKind::StageDiffers: {
            const PolicyElement* element = elementOf(snapshot, knowledge, finding);
            if (element == nullptr) return std::nullopt;
            if (finding.kind == AuditKind::MembersDiffer) return takeMembersOver(snapshot, *element, finding);
            if (finding.kind == AuditKind::NameDiffers)
                return setField(snapshot, finding, layout_field::name, element->name,
                                gis::message("layers", "Take over the paper's name"));
            return setField(snapshot, finding, layout_field::status, element->statusClass,
                            gis::message("layers", "Take over the paper's stage"));
        }
        case AuditKind::OrphanedAnchor:
            return restOnOtherWords(snapshot, finding);
        case AuditKind::ClauseWithoutFeature:
        case AuditKind::FeatureWithoutClause:
        case AuditKind::FigureDiffers:
        case AuditKind::DocumentsDisagree:
            break;
    }
    return std::nullopt;
}

}  // namespace layers
