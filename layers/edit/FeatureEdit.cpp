// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/FeatureEdit.h"

#include <algorithm>
#include <map>

namespace layers {

namespace {

std::string textOf(gis::FeatureId id) { return std::to_string(gis::number(id)); }

gis::Result<LayerPtr> editable(const ProjectSnapshot& snapshot, gis::LayerId id) {
    LayerPtr layer = snapshot.layer(id);
    if (!layer) return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "no such layer"));
    if (layer->source.isLinked())
        return gis::fail(gis::ErrorCode::Refused, {layer->source.path, layer->name, {}},
                         gis::message("layers", "the layer is linked and read-only"),
                         gis::message("layers", "copy it into the project to edit it"));
    return layer;
}

gis::Result<gis::Feature> existing(const Layer& layer, gis::FeatureId id) {
    if (const gis::Feature* feature = layer.table.find(id)) return *feature;
    return gis::fail(gis::ErrorCode::NotFound, {{}, layer.name, textOf(id)},
                     gis::message("layers", "the layer has no such feature"));
}

std::string fieldNames(const gis::Schema& schema) {
    std::string names;
    for (const gis::Field& field : schema.fields()) names += (names.empty() ? "" : ", ") + field.name;
    return names;
}

gis::Feature completed(const gis::Feature& feature, std::size_t fields) {
    if (feature.attributes().size() == fields) return feature;
    auto attributes = feature.attributes();
    attributes.resize(fields);
    return gis::Feature(feature.id(), feature.geometry(), std::move(attributes));
}

}  // namespace

gis::Result<ChangeSet> upsertFeatures(const ProjectSnapshot& snapshot, gis::LayerId layerId,
                                      const std::vector<gis::Feature>& features) {
    TUCE_TRY(layer, editable(snapshot, layerId));
    ChangeSet change{gis::message("layers", "Change features of %1", {layer->name}), {}};
    std::map<gis::FeatureId, const gis::Feature*> wanted;  // of two with one id the later one
    for (const gis::Feature& feature : features) wanted.insert_or_assign(feature.id(), &feature);
    for (const auto& [id, feature] : wanted) {
        gis::Feature after = completed(*feature, layer->table.schema().size());
        const gis::Feature* before = layer->table.find(id);
        if (before != nullptr && *before == after) continue;
        change.changes.push_back(
            FeatureChange{layerId, before != nullptr ? std::optional(*before) : std::nullopt, std::move(after)});
    }
    return change;
}

gis::Result<ChangeSet> removeFeatures(const ProjectSnapshot& snapshot, gis::LayerId layerId,
                                      const std::vector<gis::FeatureId>& features) {
    TUCE_TRY(layer, editable(snapshot, layerId));
    ChangeSet change{gis::message("layers", "Delete features of %1", {layer->name}), {}};
    auto ids = features;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (const ClauseLink& link : snapshot.links)
        if (link.layer == layerId && std::binary_search(ids.begin(), ids.end(), link.feature))
            change.changes.push_back(LinkChange{link, std::nullopt});
    for (const LabelPin& pin : snapshot.labelPins)
        if (pin.layer == layerId && std::binary_search(ids.begin(), ids.end(), pin.feature))
            change.changes.push_back(LabelChange{pin, std::nullopt});
    for (const gis::FeatureId id : ids) {
        TUCE_TRY(before, existing(*layer, id));
        change.changes.push_back(FeatureChange{layerId, std::move(before), std::nullopt});
    }
    return change;
}

gis::Result<ChangeSet> setAttributes(const ProjectSnapshot& snapshot, gis::LayerId layerId, gis::FeatureId featureId,
                                     const std::vector<FieldText>& values) {
    TUCE_TRY(layer, editable(snapshot, layerId));
    TUCE_TRY(before, existing(*layer, featureId));
    const gis::Schema& schema = layer->table.schema();
    gis::Feature after = completed(before, schema.size());
    for (const auto& [name, text] : values) {
        const int index = schema.indexOf(name);
        if (index < 0)
            return gis::fail(gis::ErrorCode::NotFound, {{}, layer->name, textOf(featureId)},
                             gis::message("layers", "the layer has no field \"%1\"", {name}),
                             gis::message("layers", "use one of %1", {fieldNames(schema)}));
        auto value = valueFromText(text, schema.fields()[static_cast<std::size_t>(index)]);
        if (!value) {
            value.error().subject = {{}, layer->name, textOf(featureId)};
            return tl::unexpected<gis::Error>(std::move(value).error());
        }
        after = after.withAttribute(index, std::move(*value));
    }
    ChangeSet change{gis::message("layers", "Change attributes of feature %1 of %2", {textOf(featureId), layer->name}),
                     {}};
    if (!(after == before)) change.changes.push_back(FeatureChange{layerId, before, std::move(after)});
    return change;
}

}  // namespace layers
