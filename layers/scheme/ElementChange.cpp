// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/ElementChange.h"

#include <algorithm>

#include "gis/engine/Overlay.h"
#include "layers/edit/EditSeries.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/LinkEdit.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/LayoutRecipe.h"

namespace layers {

namespace {

int dimensionOf(const Layer& layer) {
    for (const gis::Feature& feature : layer.table)
        if (!feature.geometry().isEmpty()) return feature.geometry().dimension();
    return -1;
}

int dimensionOf(const BuiltLayer& built) { return gis::dimension(built.geometryType); }

/// A built feature in the schema of the layer it goes into.
gis::Feature fitted(const gis::Feature& built, gis::FeatureId id, const gis::Schema& target) {
    const gis::Schema from = layoutSchema();
    std::vector<gis::Value> values(target.size());
    for (std::size_t i = 0; i < from.size(); ++i)
        if (const int at = target.indexOf(from.fields()[i].name); at >= 0)
            values[static_cast<std::size_t>(at)] = built.attribute(static_cast<int>(i));
    return {id, built.geometry(), std::move(values)};
}

std::string textOf(const Layer& layer, const gis::Feature& feature, const char* field) {
    return gis::toText(feature.attribute(layer.table.schema().indexOf(field)));
}

gis::Result<void> addBasis(EditSeries& series, const Layer& layer, const gis::Feature& feature,
                           const LayoutChangeOptions& options, gis::Warnings& warnings) {
    const std::string clause = textOf(layer, feature, layout_field::clause);
    if (clause.empty()) return {};
    const auto link = basisLink(*series.snapshot(), layer, feature, options);
    if (!link) {
        warnings.push_back(
            {"clause_unknown", {}, gis::message("layers", "the plan's corpus has no clause %1", {clause})});
        return {};
    }
    return series.apply(addLink(*series.snapshot(), *link));
}

gis::Result<void> addInto(EditSeries& series, gis::LayerId id, const BuiltLayer& built,
                          const LayoutChangeOptions& options, gis::Warnings& warnings) {
    const LayerPtr layer = series.snapshot()->layer(id);
    std::vector<gis::Feature> added;
    std::int64_t next = gis::number(layer->table.nextId());
    for (const gis::Feature& feature : built.table)
        added.push_back(fitted(feature, gis::FeatureId{next++}, layer->table.schema()));
    TUCE_CHECK(series.apply(upsertFeatures(*series.snapshot(), id, added)));
    for (const gis::Feature& feature : added) TUCE_CHECK(addBasis(series, *layer, feature, options, warnings));
    return {};
}

/// Where a built layer's features go: 0 for a new layer.
gis::LayerId placeFor(const ProjectSnapshot& plan, const BuiltLayout& layout, const BuiltLayer& built,
                      gis::LayerId wished) {
    if (wished == gis::LayerId{}) return {};
    const auto fits = [&](const LayerPtr& layer) {
        return layer && takesElements(*layer, dimensionOf(built)) && layer->table.crs() == layout.crs;
    };
    if (fits(plan.layer(wished))) return wished;
    const auto found = std::find_if(plan.layers.rbegin(), plan.layers.rend(), fits);
    return found == plan.layers.rend() ? gis::LayerId{} : (*found)->id;
}

gis::Message nameOf(const BuiltLayout& layout) {
    const auto built =
        std::count_if(layout.reports.begin(), layout.reports.end(), [](const auto& r) { return r.isBuilt; });
    if (built != 1) return gis::message("layers", "Build %1 elements of %2", {std::to_string(built), layout.title});
    const auto one =
        std::find_if(layout.reports.begin(), layout.reports.end(), [](const auto& r) { return r.isBuilt; });
    return gis::message("layers", "Build %1", {one->name});
}

/// A feature of the plan that is a part of an element.
struct Part {
    LayerPtr layer;
    gis::Feature feature;
};

/// The one feature of another dimension that was built with the same element; nothing if there are several.
std::optional<Part> companion(const ProjectSnapshot& plan, const std::string& elementId, int dimension,
                              const gis::CoordinateReferenceSystem& crs) {
    std::optional<Part> found;
    for (const LayerPtr& layer : plan.layers) {
        if (!takesElements(*layer, dimension) || !(layer->table.crs() == crs)) continue;
        for (const gis::Feature& feature : layer->table) {
            if (textOf(*layer, feature, layout_field::elementId) != elementId || !recipeOf(*layer, feature)) continue;
            if (found) return std::nullopt;
            found = Part{layer, feature};
        }
    }
    return found;
}

bool isMadeByHand(const Part& part) {
    const auto recipe = recipeOf(*part.layer, part.feature);
    return recipe && mayBeMadeByHand(*recipe, part.feature);
}

HandShape handShapeOf(const gis::Feature& feature, const LayoutChangeOptions& options) {
    return {gis::toWkt(feature.geometry()), options.who, options.when};
}

/// The recipe of what is built now, with the shape that gives way if a hand made it.
gis::Value recipeBeside(const Part& part, const gis::Value& built, const LayoutChangeOptions& options) {
    const auto before = recipeOf(*part.layer, part.feature);
    if (!before) return built;
    const auto kept =
        mayBeMadeByHand(*before, part.feature) ? std::optional(handShapeOf(part.feature, options)) : before->hand;
    return kept ? gis::Value(withHandShape(gis::toText(built), kept)) : built;
}

/// The new shape and what follows from the build; what a planner may have written stays.
gis::Feature rebuilt(const Part& part, const gis::Feature& built, const LayoutChangeOptions& options) {
    gis::Feature after = fitted(built, part.feature.id(), part.layer->table.schema());
    for (const char* kept : {layout_field::elementId, layout_field::name, layout_field::rank, layout_field::document,
                             layout_field::clause, layout_field::status}) {
        const int field = part.layer->table.schema().indexOf(kept);
        if (field >= 0) after = after.withAttribute(field, part.feature.attribute(field));
    }
    const int recipe = part.layer->table.schema().indexOf(layout_field::recipe);
    after = after.withAttribute(recipe, recipeBeside(part, after.attribute(recipe), options));
    // Fields that the builder knows nothing of.
    const gis::Schema known = layoutSchema();
    for (std::size_t i = 0; i < part.layer->table.schema().size(); ++i)
        if (known.indexOf(part.layer->table.schema().fields()[i].name) < 0)
            after = after.withAttribute(static_cast<int>(i), part.feature.attribute(static_cast<int>(i)));
    return after;
}

}  // namespace

bool takesElements(const Layer& layer, int dimension) {
    if (layer.kind != LayerKind::Layout || layer.source.isLinked()) return false;
    for (const char* field : {layout_field::elementId, layout_field::kind, layout_field::name, layout_field::recipe})
        if (layer.table.schema().indexOf(field) < 0) return false;
    const int present = dimensionOf(layer);
    return present < 0 || present == dimension;
}

gis::Result<ChangeSet> elementsChange(const SnapshotPtr& snapshot, const BuiltLayout& layout, gis::LayerId into,
                                      const LayoutChangeOptions& options, gis::Warnings& warnings) {
    EditSeries series(snapshot);
    BuiltLayout rest = layout;
    rest.layers.clear();
    for (const BuiltLayer& built : layout.layers) {
        const gis::LayerId target = placeFor(*snapshot, layout, built, into);
        if (target == gis::LayerId{})
            rest.layers.push_back(built);
        else
            TUCE_CHECK(addInto(series, target, built, options, warnings));
    }
    if (!rest.layers.empty()) TUCE_CHECK(series.apply(layoutChange(*series.snapshot(), rest, options, warnings)));
    return series.change(nameOf(layout));
}

gis::Result<ChangeSet> rebuildChange(const SnapshotPtr& snapshot, gis::LayerId layerId, gis::FeatureId featureId,
                                     const BuiltLayout& layout, const LayoutChangeOptions& options,
                                     gis::Warnings& warnings) {
    const LayerPtr layer = snapshot->layer(layerId);
    const gis::Feature* feature = layer ? layer->table.find(featureId) : nullptr;
    if (feature == nullptr || !recipeOf(*layer, *feature))
        return gis::fail(gis::ErrorCode::NotFound, {},
                         gis::message("layers", "the feature was not built from a scheme"));
    const int dimension = feature->geometry().dimension();
    const std::string elementId = textOf(*layer, *feature, layout_field::elementId);
    EditSeries series(snapshot);
    bool isDone = false;
    for (const int one : {2, 1, 0}) {
        const auto built = std::find_if(layout.layers.begin(), layout.layers.end(),
                                        [one](const BuiltLayer& b) { return dimensionOf(b) == one; });
        const bool hasShape = built != layout.layers.end() && !built->table.isEmpty();
        const auto part =
            one == dimension ? std::optional(Part{layer, *feature}) : companion(*snapshot, elementId, one, layout.crs);
        if (hasShape && part) {
            const gis::Feature after = rebuilt(*part, built->table.at(0), options);
            TUCE_CHECK(series.apply(upsertFeatures(*series.snapshot(), part->layer->id, {after})));
            isDone = isDone || one == dimension;
        } else if (hasShape && one != dimension && one == 0) {
            BuiltLayout seats = layout;
            seats.layers = {*built};
            TUCE_CHECK(series.apply(elementsChange(series.snapshot(), seats, layerId, options, warnings)));
        } else if (!hasShape && part && one != dimension && isMadeByHand(*part)) {
            warnings.push_back({"hand_part_stays",
                                {{}, part->layer->name, elementId},
                                gis::message("layers",
                                             "a part in the layer %1 is no longer needed, but was changed by hand, so "
                                             "it stays",
                                             {part->layer->name})});
        } else if (!hasShape && part && one != dimension) {
            TUCE_CHECK(series.apply(removeFeatures(*series.snapshot(), part->layer->id, {part->feature.id()})));
        }
    }
    if (!isDone)
        return gis::fail(gis::ErrorCode::Refused, {{}, layer->name, elementId},
                         gis::message("layers", "the element no longer has a shape of this kind"),
                         gis::message("layers", "build it anew from its scheme, then delete this feature"));
    return series.change(gis::message("layers", "Rebuild %1", {textOf(*layer, *feature, layout_field::name)}));
}

gis::Result<ChangeSet> handShapeBack(const SnapshotPtr& snapshot, gis::LayerId layerId, gis::FeatureId featureId,
                                     const LayoutChangeOptions& options) {
    const LayerPtr layer = snapshot->layer(layerId);
    const gis::Feature* feature = layer ? layer->table.find(featureId) : nullptr;
    const auto recipe = feature != nullptr ? recipeOf(*layer, *feature) : std::nullopt;
    if (!recipe || !recipe->hand)
        return gis::fail(gis::ErrorCode::NotFound, {},
                         gis::message("layers", "no shape made by hand is kept for the feature"));
    TUCE_TRY(shape, gis::fromWkt(recipe->hand->wkt));
    const auto aside = isHandEdited(*recipe, *feature) ? std::optional(handShapeOf(*feature, options)) : std::nullopt;
    const int field = layer->table.schema().indexOf(layout_field::recipe);
    const std::string text = withHandShape(gis::toText(feature->attribute(field)), aside);
    const gis::Feature after = feature->withGeometry(shape).withAttribute(field, gis::Value(text));
    EditSeries series(snapshot);
    TUCE_CHECK(series.apply(upsertFeatures(*snapshot, layerId, {after})));
    return series.change(gis::message("layers", "Take back the shape of %1 made by hand",
                                      {textOf(*layer, *feature, layout_field::name)}));
}

gis::Result<ChangeSet> detachChange(const SnapshotPtr& snapshot, gis::LayerId layerId,
                                    const std::vector<gis::FeatureId>& features) {
    EditSeries series(snapshot);
    std::string name;
    std::size_t count = 0;
    for (const gis::FeatureId id : features) {
        const LayerPtr layer = series.snapshot()->layer(layerId);
        const gis::Feature* feature = layer ? layer->table.find(id) : nullptr;
        if (feature == nullptr || textOf(*layer, *feature, layout_field::recipe).empty()) continue;
        name = textOf(*layer, *feature, layout_field::name);
        ++count;
        TUCE_CHECK(series.apply(setAttributes(*series.snapshot(), layerId, id, {{layout_field::recipe, {}}})));
    }
    return series.change(
        count == 1 ? gis::message("layers", "Detach %1 from its scheme", {name})
                   : gis::message("layers", "Detach %1 features from their schemes", {std::to_string(count)}));
}

}  // namespace layers
