// SPDX-License-Identifier: Apache-2.0
#include "layers/report/AuditDocument.h"

#include <algorithm>
#include <map>
#include <set>

#include "layers/audit/AuditGround.h"
#include "layers/project/PresentTime.h"
#include "layers/report/ReportBlocks.h"

namespace layers {

namespace {

using gis::message;
using gis::translated;

/// Papers without a title are known by their id.
const std::string& titleOf(const PolicyDocument& document) {
    return document.title.empty() ? document.id : document.title;
}

ReportCell clauseCell(const ProjectSnapshot& snapshot, const std::string& clauseId) {
    const Clause* clause = snapshot.corpus.clause(clauseId);
    if (clause == nullptr) return ReportCell::words(clauseId);
    const auto document = snapshot.corpus.document(clause->documentId);
    std::string title = document ? titleOf(*document) : clause->documentId;
    for (const std::string& part : {clause->number, clause->heading})
        if (!part.empty()) title += " " + part;
    return ReportCell::words(std::move(title));
}

std::string stateOf(const ProjectSnapshot& snapshot, const AuditFinding& finding) {
    for (const Approval& approval : snapshot.approvals)
        if (approval.findingKey == finding.key) {
            const std::string by = approval.who.empty() ? std::string() : " (" + approval.who + ")";
            return translated(message("layers", "approved: %1", {approval.reason + by}));
        }
    return finding.severity == AuditSeverity::Note ? translated(message("layers", "for information"))
                                                   : translated(message("layers", "open"));
}

using FeaturesByLayer = std::map<gis::LayerId, std::set<gis::FeatureId>>;

}  // namespace

std::string nameOf(AuditKind kind) {
    switch (kind) {
        case AuditKind::UnknownClause:
            return translated(message("layers", "links to clauses that are not there"));
        case AuditKind::UnknownFeature:
            return translated(message("layers", "links from features that are not there"));
        case AuditKind::OrphanedAnchor:
            return translated(message("layers", "quoted words that are gone from their clause"));
        case AuditKind::ClauseWithoutFeature:
            return translated(message("layers", "in the text, not on the map"));
        case AuditKind::FeatureWithoutClause:
            return translated(message("layers", "on the map, resting on no clause"));
        case AuditKind::PlaceNotDrawn:
            return translated(message("layers", "places in the text, not in the feature"));
        case AuditKind::PlaceNotNamed:
            return translated(message("layers", "members of the feature, not in the text"));
        case AuditKind::MembersDiffer:
            return translated(message("layers", "members other than the paper's"));
        case AuditKind::NameDiffers:
            return translated(message("layers", "names other than the paper's"));
        case AuditKind::StageDiffers:
            return translated(message("layers", "stages other than the paper's"));
        case AuditKind::FigureDiffers:
            return translated(message("layers", "figures other than what is drawn"));
        case AuditKind::DocumentsDisagree:
            return translated(message("layers", "papers that disagree"));
    }
    return {};
}

ReportSection auditBlock(const ProjectSnapshot& snapshot, const AuditReport& audit) {
    ReportSection section;
    section.title = translated(message("layers", "Map and text"));
    section.sheet = section.title;
    section.paragraphs.push_back(translated(
        message("layers", "%1 open, %2 approved",
                {std::to_string(audit.openCount()), std::to_string(audit.findings.size() - audit.openCount())})));
    for (std::size_t i = 0; i < audit.findings.size();) {
        const AuditKind kind = audit.findings[i].kind;
        ReportTable table;
        table.title = nameOf(kind);
        table.headings = words({message("layers", "Layer"), message("layers", "Feature"), message("layers", "Clause"),
                                message("layers", "What differs"), message("layers", "State")});
        for (; i < audit.findings.size() && audit.findings[i].kind == kind; ++i) {
            const AuditFinding& finding = audit.findings[i];
            table.rows.push_back({ReportCell::words(finding.layerName), ReportCell::words(finding.featureName),
                                  clauseCell(snapshot, finding.clauseId), ReportCell::words(translated(finding.text)),
                                  ReportCell::words(stateOf(snapshot, finding), !finding.approved)});
        }
        section.tables.push_back(std::move(table));
    }
    if (section.tables.empty())
        section.paragraphs.push_back(
            translated(message("layers", "No disagreement was found in what is linked and imported.")));
    return section;
}

Coverage coverageOf(const ProjectSnapshot& snapshot) {
    Coverage coverage;
    std::map<std::string, FeaturesByLayer> features;
    std::map<std::string, std::set<std::string>> clauses;
    FeaturesByLayer linked;
    for (const ClauseLink& link : snapshot.links) {
        const Clause* clause = snapshot.corpus.clause(link.clauseId);
        if (clause == nullptr) continue;
        clauses[clause->documentId].insert(clause->id);
        features[clause->documentId][link.layer].insert(link.feature);
        linked[link.layer].insert(link.feature);
    }
    for (const LayerPtr& layer : snapshot.layers)
        if (layer->kind == LayerKind::Layout || linked.count(layer->id) != 0) coverage.layers.push_back(layer);
    for (const auto& document : snapshot.corpus.documents()) {
        Coverage::Row row{document, clauses[document->id].size(), {}};
        for (const LayerPtr& layer : coverage.layers) row.features.push_back(features[document->id][layer->id].size());
        coverage.rows.push_back(std::move(row));
    }
    for (const LayerPtr& layer : coverage.layers) {
        const std::set<gis::FeatureId>& drawn = linked[layer->id];
        coverage.without.push_back(static_cast<std::size_t>(
            std::count_if(layer->table.begin(), layer->table.end(),
                          [&drawn](const gis::Feature& feature) { return drawn.count(feature.id()) == 0; })));
    }
    return coverage;
}

ReportSection coverageBlock(const ProjectSnapshot& snapshot) {
    const Coverage coverage = coverageOf(snapshot);
    ReportSection section;
    section.title = translated(message("layers", "Documents and layers"));
    section.sheet = section.title;
    ReportTable table;
    table.headings = words(
        {message("layers", "Document"), message("layers", "Clauses"), message("layers", "Clauses with features")});
    for (const LayerPtr& layer : coverage.layers) table.headings.push_back(layer->name);
    for (const Coverage::Row& covered : coverage.rows) {
        std::vector<ReportCell> row{ReportCell::words(titleOf(*covered.document)),
                                    ReportCell::count(covered.document->clauses.size()),
                                    ReportCell::count(covered.linkedClauses)};
        for (const std::size_t features : covered.features) row.push_back(ReportCell::count(features));
        table.rows.push_back(std::move(row));
    }
    std::vector<ReportCell> rest{ReportCell::words(translated(message("layers", "Features without a clause")), true),
                                 ReportCell::words({}), ReportCell::words({})};
    for (const std::size_t without : coverage.without) rest.push_back(ReportCell::count(without));
    table.rows.push_back(std::move(rest));
    section.tables.push_back(std::move(table));
    return section;
}

ReportSection clauseListBlock(const ProjectSnapshot& snapshot) {
    ReportSection section;
    section.title = translated(message("layers", "Clauses and their features"));
    section.sheet = section.title;
    std::map<std::string, std::set<std::pair<gis::LayerId, gis::FeatureId>>> features;
    for (const ClauseLink& link : snapshot.links) features[link.clauseId].insert({link.layer, link.feature});
    for (const auto& document : snapshot.corpus.documents()) {
        ReportTable table;
        table.title = titleOf(*document);
        table.headings = words({message("layers", "Number"), message("layers", "Heading"), message("layers", "Places"),
                                message("layers", "Features")});
        for (const Clause& clause : document->clauses) {
            table.rows.push_back({ReportCell::words(clause.number), ReportCell::words(clause.heading),
                                  ReportCell::words(joined(clause.places)),
                                  ReportCell::count(features[clause.id].size())});
        }
        section.tables.push_back(std::move(table));
    }
    return section;
}

ReportDocument auditDocument(const ProjectSnapshot& snapshot, const AuditReport& audit) {
    ReportDocument document;
    document.title = translated(message("layers", "%1: map and text", {snapshot.info.title}));
    document.notice = translated(message(
        "layers", "For review support only. It states where map and text differ; it does not judge which is right."));
    document.made = presentTime();
    document.sections = {auditBlock(snapshot, audit), coverageBlock(snapshot), clauseListBlock(snapshot)};
    return document;
}

}  // namespace layers
