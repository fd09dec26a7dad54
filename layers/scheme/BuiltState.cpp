// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/BuiltState.h"

#include <algorithm>
#include <cmath>

#include "layers/plan/LayoutElement.h"
#include "layers/scheme/PlanGround.h"

namespace layers {
namespace {

constexpr double sameMetres = 50;
constexpr double sameShare = 1e-4;
constexpr double metresPerDegree = 111'320;

struct Built {
    LayerPtr layer;
    gis::Feature feature;
    LayoutRecipe recipe;
};

/// Elements that can be built in one go: of one CRS, each id once.
struct Round {
    gis::CoordinateReferenceSystem crs;
    Scheme scheme;
    std::vector<std::size_t> built;
};

std::vector<Built> builtFeatures(const ProjectSnapshot& plan) {
    std::vector<Built> found;
    for (const LayerPtr& layer : plan.layers) {
        if (layer->kind != LayerKind::Layout || layer->table.schema().indexOf(layout_field::recipe) < 0) continue;
        for (const gis::Feature& feature : layer->table)
            if (auto recipe = recipeOf(*layer, feature)) found.push_back({layer, feature, std::move(*recipe)});
    }
    return found;
}

std::vector<Round> roundsOf(const std::vector<Built>& all) {
    std::vector<Round> rounds;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const SchemeElement& element = all[i].recipe.element;
        const auto fits = [&](const Round& round) {
            const SchemeElement* same = round.scheme.element(element.id);
            return round.crs == all[i].layer->table.crs() && (same == nullptr || *same == element);
        };
        auto round = std::find_if(rounds.begin(), rounds.end(), fits);
        if (round == rounds.end()) round = rounds.insert(rounds.end(), Round{all[i].layer->table.crs(), {}, {}});
        if (round->scheme.element(element.id) == nullptr) round->scheme.elements.push_back(element);
        round->built.push_back(i);
    }
    return rounds;
}

bool isSameShape(const ShapeMeasures& a, const ShapeMeasures& b, double sameUnits) {
    for (const double apart : {a.extent.minX - b.extent.minX, a.extent.minY - b.extent.minY,
                               a.extent.maxX - b.extent.maxX, a.extent.maxY - b.extent.maxY})
        if (!(std::abs(apart) <= sameUnits)) return false;
    return std::abs(b.size - a.size) <= sameShare * std::max(a.size, 1e-9);
}

const gis::Feature* builtAgain(const BuiltLayout& layout, const std::string& elementId, int dimension) {
    for (const BuiltLayer& layer : layout.layers) {
        if (gis::dimension(layer.geometryType) != dimension) continue;
        const int id = layer.table.schema().indexOf(layout_field::elementId);
        if (layer.table.schema().indexOf(layout_field::recipe) < 0) continue;
        for (const gis::Feature& feature : layer.table)
            if (gis::toText(feature.attribute(id)) == elementId) return &feature;
    }
    return nullptr;
}

/// What there is to compare: of a shape changed by hand only what was written down when it was built.
std::optional<ShapeMeasures> asBuilt(const Built& built, bool isHandEdited) {
    return isHandEdited ? built.recipe.measures : std::optional(measuresOf(built.feature.geometry()));
}

gis::Message whyOutdated(const Built& built, bool isHandEdited, const gis::Feature* again) {
    const double units = built.layer->table.crs().isGeographic() ? sameMetres / metresPerDegree : sameMetres;
    if (again == nullptr) return gis::message("layers", "built again it would have no shape like this");
    if (shapeMark(again->geometry()) == built.recipe.shape) return {};
    const auto before = asBuilt(built, isHandEdited);
    if (!before || isSameShape(*before, measuresOf(again->geometry()), units)) return {};
    if (isHandEdited)
        return gis::message(
            "layers",
            "it was changed by hand, and the ground or the rules have changed since it was built: built "
            "again it would have another shape; the one made by hand is then kept beside");
    return gis::message("layers",
                        "the ground or the rules have changed since: built again it would have another shape");
}

void judge(const Built& built, const BuiltLayout& layout, BuiltState& state) {
    const int dimension = built.feature.geometry().dimension();
    state.why = whyOutdated(built, state.isHandEdited, builtAgain(layout, built.recipe.element.id, dimension));
    state.isOutdated = !state.why.empty();
}

gis::Result<std::vector<BuiltState>> statesOf(const ProjectSnapshot& plan, const std::vector<Built>& all,
                                              const gis::JobControl& control) {
    std::vector<BuiltState> states;
    for (const Built& built : all)
        states.push_back({built.layer->id,
                          built.feature.id(),
                          built.recipe.element.id,
                          isHandEdited(built.recipe, built.feature),
                          false,
                          {}});
    if (all.empty()) return states;
    TUCE_TRY(ground, planGround(plan));
    TUCE_TRY(options, shippedBuildOptions());
    for (const Round& round : roundsOf(all)) {
        options.crs = round.crs;
        TUCE_TRY(layout, buildLayout(round.scheme, ground, options, control));
        for (const std::size_t index : round.built) judge(all[index], layout, states[index]);
    }
    return states;
}

}  // namespace

gis::Result<std::vector<BuiltState>> builtStates(const ProjectSnapshot& plan, const gis::JobControl& control) {
    return statesOf(plan, builtFeatures(plan), control);
}

gis::Result<std::optional<BuiltState>> builtState(const ProjectSnapshot& plan, gis::LayerId layerId,
                                                  gis::FeatureId featureId, const gis::JobControl& control) {
    std::vector<Built> all = builtFeatures(plan);
    std::erase_if(all,
                  [&](const Built& built) { return built.layer->id != layerId || built.feature.id() != featureId; });
    TUCE_TRY(states, statesOf(plan, all, control));
    return states.empty() ? std::optional<BuiltState>() : std::optional(states.front());
}

bool mayHoldHandEdits(const ProjectSnapshot& plan, const std::string& elementId) {
    for (const LayerPtr& layer : plan.layers) {
        const int field = layer->table.schema().indexOf(layout_field::elementId);
        if (field < 0) continue;
        for (const gis::Feature& feature : layer->table) {
            if (gis::toText(feature.attribute(field)) != elementId) continue;
            const auto recipe = recipeOf(*layer, feature);
            if (recipe && mayBeMadeByHand(*recipe, feature)) return true;
        }
    }
    return false;
}

}  // namespace layers
