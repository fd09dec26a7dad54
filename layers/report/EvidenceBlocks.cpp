// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <set>

#include "gis/base/Units.h"
#include "layers/report/ReportBlocks.h"

namespace layers {

namespace {

using gis::message;
using gis::translated;

// Where the plan's area less net and rest is further from 0 than this share of the area, the balance does not pass.
constexpr double balanceTolerance = 1e-9;
constexpr double balanceFloorSquareMetres = 1e-3;

bool balances(const FindingSummary& s) {
    const double allowed = std::max(balanceFloorSquareMetres, s.planAreaSquareMetres.value_or(0) * balanceTolerance);
    return std::fabs(*s.balanceErrorSquareMetres) <= allowed;
}

std::string certaintyName(const std::string& word) {
    if (word == "high") return translated(message("layers", "certainty high"));
    if (word == "medium") return translated(message("layers", "certainty medium"));
    return translated(message("layers", "certainty low"));
}

void addRule(ReportSection& section, const ControlTypeRule& rule, std::size_t findingCount) {
    ReportTable steps;
    steps.title = translated(message("layers", "%1: %2 findings", {rule.title, std::to_string(findingCount)}));
    steps.headings = {translated(message("layers", "Case")), translated(message("layers", "Paper the rule asks for")),
                      translated(message("layers", "Certainty"))};
    for (const ControlTypeRule::Case& one : rule.cases)
        steps.rows.push_back({ReportCell::words(one.when), ReportCell::words(one.paper),
                              ReportCell::words(certaintyName(one.certainty))});
    steps.notes = {rule.statement, translated(message("layers", "Rule: %1, dated %2, %3",
                                                      {rule.basis, rule.date, certaintyName(rule.certainty)}))};
    section.tables.push_back(std::move(steps));
    if (rule.kinds.empty()) return;
    ReportTable kinds;
    kinds.title = rule.kindsTitle;
    kinds.headings = {translated(message("layers", "No.")), translated(message("layers", "Kind of activity")),
                      translated(message("layers", "Certainty"))};
    for (const ControlTypeRule::Kind& kind : rule.kinds)
        kinds.rows.push_back({ReportCell::words(kind.number), ReportCell::words(kind.text),
                              ReportCell::words(certaintyName(kind.certainty))});
    section.tables.push_back(std::move(kinds));
}

ReportCell clauseCell(const ProjectSnapshot& snapshot, const ClauseLink& link) {
    const Clause* clause = snapshot.corpus.clause(link.clauseId);
    if (clause == nullptr) return ReportCell::words(link.clauseId);
    std::string text = clause->number + " " + clause->heading;
    if (!clause->summary.empty()) text += ": " + clause->summary;
    return ReportCell::words(std::move(text));
}

std::string documentOf(const ProjectSnapshot& snapshot, const ClauseLink& link) {
    const Clause* clause = snapshot.corpus.clause(link.clauseId);
    const auto document = clause != nullptr ? snapshot.corpus.document(clause->documentId) : nullptr;
    if (!document) return {};
    return document->number.empty() ? document->title : document->title + " (" + document->number + ")";
}

std::string relationName(LinkRelation relation) {
    switch (relation) {
        case LinkRelation::Basis:
            return translated(message("layers", "rests on"));
        case LinkRelation::Constraint:
            return translated(message("layers", "must obey"));
        case LinkRelation::Implementation:
            return translated(message("layers", "carries out"));
        case LinkRelation::Mention:
            break;
    }
    return translated(message("layers", "is named in"));
}

void addClausesOf(const ProjectSnapshot& snapshot, const Layer& layer, ReportTable& table) {
    for (const gis::Feature& feature : layer.table) {
        const std::string name = layer.featureName(feature);
        const std::string shown = name.empty() ? std::to_string(gis::number(feature.id())) : name;
        const std::vector<ClauseLink> links = snapshot.linksOf(layer.id, feature.id());
        for (const ClauseLink& link : links)
            table.rows.push_back({ReportCell::words(layer.name), ReportCell::words(shown),
                                  ReportCell::words(relationName(link.relation)),
                                  ReportCell::words(documentOf(snapshot, link)), clauseCell(snapshot, link),
                                  ReportCell::words(link.anchor)});
        if (links.empty())
            table.rows.push_back({ReportCell::words(layer.name), ReportCell::words(shown),
                                  ReportCell::words(translated(message("layers", "no clause linked")), true),
                                  ReportCell::words({}), ReportCell::words({}), ReportCell::words({})});
    }
}

}  // namespace

ReportSection ruleStepsBlock(const ReportSource& source) {
    ReportSection section;
    section.title = translated(message("layers", "What the rules ask for"));
    section.sheet = translated(message("layers", "Rules"));
    section.paragraphs.push_back(source.rules.note);
    section.paragraphs.push_back(
        translated(message("layers", "Rule data looked at last on %1. Which case applies is for the user to choose.",
                           {source.rules.checked})));
    for (const ControlType type : {ControlType::EcoRedline, ControlType::BasicFarmland, ControlType::DevBoundary}) {
        const auto count = std::count_if(source.check.findings.begin(), source.check.findings.end(),
                                         [&](const Finding& f) { return f.rule.type == type && f.isConflict(); });
        const ControlTypeRule* rule = source.rules.ruleFor(type);
        if (count > 0 && rule != nullptr) addRule(section, *rule, static_cast<std::size_t>(count));
    }
    if (section.tables.empty())
        section.paragraphs.push_back(translated(message("layers", "No finding asks for a step.")));
    return section;
}

ReportSection clausesBlock(const ReportSource& source) {
    ReportSection section;
    section.title = translated(message("layers", "Clauses that the features rest on"));
    section.sheet = translated(message("layers", "Clauses"));
    ReportTable table;
    table.headings =
        words({message("layers", "Layer"), message("layers", "Feature"), message("layers", "Relation"),
               message("layers", "Document"), message("layers", "Clause"), message("layers", "Words it rests on")});
    for (const LayerPtr& layer : source.snapshot.layers)
        if (layer->kind == LayerKind::Layout) addClausesOf(source.snapshot, *layer, table);
    section.tables.push_back(std::move(table));
    return section;
}

ReportSection balanceBlock(const ReportSource& source) {
    ReportSection section;
    section.title = translated(message("layers", "Balance check"));
    section.sheet = translated(message("layers", "Balance"));
    section.paragraphs.push_back(
        translated(message("layers",
                           "Overlap and rest, computed by different routes, must add up to the feature: off by "
                           "no more than the greater of %1 m² and %2 of its area.",
                           {gis::toPlainDecimal(balanceFloorSquareMetres), gis::toPlainDecimal(balanceTolerance)})));
    ReportTable table;
    table.headings =
        words({message("layers", "Layer"), message("layers", "Feature"), message("layers", "Control layer"),
               message("layers", "Area (m²)"), message("layers", "Net overlap (m²)"),
               message("layers", "Sum of pieces (m²)"), message("layers", "Off by (m²)"), message("layers", "Result")});
    for (const FindingSummary& s : source.check.summaries) {
        if (!s.balanceErrorSquareMetres || s.netAreaSquareMetres.value_or(0) == 0) continue;
        const bool passes = balances(s);
        table.rows.push_back(
            {ReportCell::words(s.planLayer), ReportCell::words(s.planName.empty() ? s.planId : s.planName),
             ReportCell::words(s.controlLayer), ReportCell::value(s.planAreaSquareMetres, 2),
             ReportCell::value(s.netAreaSquareMetres, 2), ReportCell::value(s.sumAreaSquareMetres, 2),
             ReportCell::value(s.balanceErrorSquareMetres, 6),
             ReportCell::words(translated(passes ? message("layers", "adds up") : message("layers", "does not add up")),
                               !passes)});
    }
    if (table.rows.empty()) table.notes.push_back(translated(message("layers", "no polygon overlaps")));
    section.tables.push_back(std::move(table));
    return section;
}

ReportSection qualityBlock(const ReportSource& source) {
    ReportSection section;
    section.title = translated(message("layers", "Repaired and skipped features, warnings"));
    section.sheet = translated(message("layers", "Quality"));
    section.tables.push_back(mendedTable(source));
    ReportTable table;
    table.title = translated(message("layers", "Warnings"));
    table.headings = {translated(message("layers", "Kind")), translated(message("layers", "What"))};
    for (const gis::Warning& warning : source.check.warnings) {
        // Those are named above, with their place.
        if (warning.kind == "geometry_repaired" || warning.kind == "geometry_skipped") continue;
        table.rows.push_back({ReportCell::words(warning.kind), ReportCell::words(gis::describe(warning))});
    }
    if (table.rows.empty()) table.notes.push_back(translated(message("layers", "none")));
    section.tables.push_back(std::move(table));
    return section;
}

ReportDocument reportDocument(const ReportSource& source) {
    ReportDocument document;
    document.title = translated(message("layers", "%1: overlap with the three lines", {source.snapshot.info.title}));
    document.notice = translated(message(
        "layers", "For review support only. It states what overlaps on the data named here; it does not judge it."));
    document.made = translated(
        message("layers", "Made %1 with tuce %2", {source.check.run.startedAt, source.check.run.programVersion}));
    for (const auto block : {basicBlock, methodBlock, threeLinesBlock, piecesBlock, linearWorksBlock, ruleStepsBlock,
                             clausesBlock, approvalsBlock, balanceBlock, sliversBlock, areasBlock, qualityBlock})
        document.sections.push_back(block(source));
    return document;
}

}  // namespace layers
