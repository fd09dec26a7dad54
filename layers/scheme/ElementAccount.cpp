// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/ElementAccount.h"

#include "gis/analysis/EllipsoidMeasure.h"
#include "layers/scheme/ElementProfile.h"
#include "layers/scheme/LayoutRecipe.h"
#include "layers/scheme/PlanSchemes.h"

namespace layers {
namespace {

std::optional<SchemeFact> copyOf(const SchemeFact* fact) {
    return fact == nullptr ? std::nullopt : std::optional(*fact);
}

SchemeDocument documentOf(const std::string& id, const Scheme& all, const ProjectSnapshot& plan) {
    if (const SchemeDocument* known = all.document(id)) return *known;
    if (const auto document = plan.corpus.document(id)) return {id, document->title, document->number, {}, false};
    return {};
}

/// The schemes without what is drawn: members that somebody changed are not what a paper says.
Scheme papersOf(const ProjectSnapshot& plan) {
    gis::Warnings ignored;  // the register tells them
    return mergedScheme(schemeSources(plan, ignored));
}

gis::Result<ElementStatistics> statisticsOf(const LayoutRecipe& recipe, const gis::Geometry& shape,
                                            const gis::CoordinateReferenceSystem& crs) {
    TUCE_TRY(measure, gis::EllipsoidMeasure::make(crs, true));
    ElementStatistics statistics;
    statistics.id = recipe.element.id;
    statistics.members = recipe.element.members.size();
    statistics.membersWithoutBoundary = recipe.withoutBoundary.size();
    if (shape.dimension() == 2) statistics.areaSquareMetres = measure.areaSquareMetres(shape);
    if (shape.dimension() == 1) statistics.lengthMetres = measure.lengthMetres(shape);
    return statistics;
}

}  // namespace

gis::Result<std::optional<ElementAccount>> elementAccount(const ProjectSnapshot& plan, gis::LayerId layerId,
                                                          gis::FeatureId featureId) {
    const LayerPtr layer = plan.layer(layerId);
    const gis::Feature* feature = layer ? layer->table.find(featureId) : nullptr;
    const auto recipe = feature != nullptr ? recipeOf(*layer, *feature) : std::nullopt;
    if (!recipe) return std::optional<ElementAccount>();
    const Scheme papers = papersOf(plan);
    ElementAccount account;
    account.element = recipe->element;
    if (const SchemeElement* told = papers.element(account.element.id)) {
        if (!statesFacts(account.element)) account.element.facts = told->facts;
        if (account.element.statusClass.empty() && account.element.statusWording.empty()) {
            account.element.statusClass = told->statusClass;
            account.element.statusWording = told->statusWording;
        }
    }
    for (const SchemeRelation& relation : account.element.relations) {
        const SchemeElement* target = papers.element(relation.target);
        account.relations.push_back({relation, target != nullptr ? target->name : std::string()});
    }
    account.document = documentOf(account.element.documentId, papers, plan);
    TUCE_TRY(statistics, statisticsOf(*recipe, feature->geometry(), layer->table.crs()));
    TUCE_TRY(units, shippedFactUnits());
    account.statistics = statistics;
    account.statistics.printedSquareMetres = units.area.printed(account.element.facts);
    account.statistics.printedMetres = units.length.printed(account.element.facts);
    account.printedArea = copyOf(units.area.printedFact(account.element.facts));
    account.printedLength = copyOf(units.length.printedFact(account.element.facts));
    account.statements = statementsOf(papers, account.element.id);
    return std::optional(std::move(account));
}

}  // namespace layers
