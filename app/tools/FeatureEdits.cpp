// SPDX-License-Identifier: Apache-2.0
#include "app/tools/FeatureEdits.h"

#include <functional>

#include "layers/edit/FeatureEdit.h"
#include "layers/edit/LabelEdit.h"
#include "layers/edit/VertexEdit.h"
#include "layers/plan/LayoutElement.h"

namespace app {

namespace {

gis::Result<layers::LayerPtr> layerOf(const layers::SnapshotPtr& snapshot, gis::LayerId id) {
    const layers::LayerPtr layer = snapshot ? snapshot->layer(id) : nullptr;
    if (layer) return layer;
    return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "the layer is not there any more"));
}

/// upsertFeatures under a name of its own.
gis::Result<layers::ChangeSet> put(const layers::SnapshotPtr& snapshot, gis::LayerId layer,
                                   const std::vector<gis::Feature>& features, const gis::Message& text) {
    TUCE_TRY(change, layers::upsertFeatures(*snapshot, layer, features));
    change.text = text;
    return change;
}

gis::Result<layers::ChangeSet> changed(const layers::SnapshotPtr& snapshot, const FeatureSet& set,
                                       const gis::Message& text,
                                       const std::function<gis::Feature(const gis::Feature&)>& change) {
    TUCE_TRY(layer, layerOf(snapshot, set.layer));
    std::vector<gis::Feature> features;
    for (const gis::FeatureId id : set.features)
        if (const gis::Feature* feature = layer->table.find(id)) features.push_back(change(*feature));
    return put(snapshot, set.layer, features, text);
}

}  // namespace

gis::Result<layers::ChangeSet> addition(const layers::SnapshotPtr& snapshot, gis::LayerId layerId,
                                        const gis::Geometry& geometry, const std::string& kind,
                                        const std::string& name) {
    TUCE_TRY(layer, layerOf(snapshot, layerId));
    const gis::Schema& schema = layer->table.schema();
    std::vector<gis::Value> values(schema.size());
    const auto set = [&](const std::string& field, const std::string& value) {
        const int index = schema.indexOf(field);
        if (!field.empty() && index >= 0 && !value.empty()) values[static_cast<std::size_t>(index)] = value;
    };
    const gis::FeatureId id = layer->table.nextId();
    if (layer->kind == layers::LayerKind::Layout) {
        set(layers::layout_field::kind, kind);
        set(layers::layout_field::name, name);
        set(layers::layout_field::elementId, "drawn/" + std::to_string(gis::number(id)));
    }
    set(layer->nameField, name);
    return put(snapshot, layerId, {gis::Feature(id, geometry, std::move(values))},
               gis::message("layers", "Draw %1", {name.empty() ? layer->name : name}));
}

gis::Result<layers::ChangeSet> reshaping(const layers::SnapshotPtr& snapshot, gis::LayerId layer,
                                         gis::FeatureId feature, const gis::Geometry& geometry,
                                         const gis::Message& text) {
    return changed(snapshot, {layer, {feature}}, text,
                   [&](const gis::Feature& old) { return old.withGeometry(geometry); });
}

gis::Result<layers::ChangeSet> shifting(const layers::SnapshotPtr& snapshot, const FeatureSet& features, double dx,
                                        double dy) {
    TUCE_TRY(change, changed(snapshot, features, gis::message("layers", "Move features"), [=](const gis::Feature& old) {
                 return old.withGeometry(layers::translated(old.geometry(), dx, dy));
             }));
    for (layers::Change& label : layers::shiftedLabels(*snapshot, features.layer, features.features, dx, dy))
        change.changes.push_back(std::move(label));
    return change;
}

gis::Result<layers::ChangeSet> removal(const layers::SnapshotPtr& snapshot, const FeatureSet& features) {
    TUCE_CHECK(layerOf(snapshot, features.layer));
    return layers::removeFeatures(*snapshot, features.layer, features.features);
}

gis::Result<layers::ChangeSet> duplication(const layers::SnapshotPtr& snapshot, const FeatureSet& features, double dx,
                                           double dy) {
    TUCE_TRY(layer, layerOf(snapshot, features.layer));
    std::int64_t next = gis::number(layer->table.nextId());
    return changed(snapshot, features, gis::message("layers", "Duplicate features"), [&](const gis::Feature& old) {
        return old.withId(gis::FeatureId{next++}).withGeometry(layers::translated(old.geometry(), dx, dy));
    });
}

}  // namespace app
