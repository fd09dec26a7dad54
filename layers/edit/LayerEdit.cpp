// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/LayerEdit.h"

#include <algorithm>
#include <array>

namespace layers {

namespace {

gis::Result<LayerPtr> find(const ProjectSnapshot& snapshot, gis::LayerId id) {
    LayerPtr layer = snapshot.layer(id);
    if (layer) return layer;
    return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "no such layer"));
}

int positionOf(const ProjectSnapshot& snapshot, gis::LayerId id) {
    for (std::size_t i = 0; i < snapshot.layers.size(); ++i)
        if (snapshot.layers[i]->id == id) return static_cast<int>(i);
    return -1;
}

int rank(const Layer& layer) {
    if (layer.isRaster()) return -1;
    switch (layer.kind) {
        case LayerKind::Basemap:
            return 0;
        case LayerKind::Boundary:
            return 1;
        case LayerKind::ControlLine:
            return 2;
        case LayerKind::Layout:
            return 3;
    }
    return 0;
}

int usualPosition(const ProjectSnapshot& snapshot, const Layer& layer) {
    for (int i = static_cast<int>(snapshot.layers.size()); i > 0; --i)
        if (rank(*snapshot.layers[static_cast<std::size_t>(i) - 1]) <= rank(layer)) return i;
    return 0;
}

/// A wished position among `count` other places, of which the rasters hold the lowest.
int inReach(const ProjectSnapshot& snapshot, const Layer& layer, int wished, int count) {
    const auto rasters =
        static_cast<int>(std::count_if(snapshot.layers.begin(), snapshot.layers.end(), [&layer](const LayerPtr& other) {
            return other->id != layer.id && other->isRaster();
        }));
    return layer.isRaster() ? std::clamp(wished, 0, rasters) : std::clamp(wished, rasters, count);
}

gis::Geometry asMulti(const gis::Geometry& geometry) {
    if (geometry.isEmpty() || gis::isMulti(geometry.type())) return geometry;
    gis::GeometryBuilder builder(geometry.dimension(), true);
    builder.reserve(geometry.coordinateCount());
    for (std::size_t i = 0; i < geometry.sequenceCount(); ++i) {
        for (const gis::Coordinate c : geometry.sequence(i)) builder.add(c);
        builder.endSequence();
    }
    return builder.build();
}

gis::FeatureTable uniform(const gis::FeatureTable& table) {
    std::array<bool, 3> single{};
    std::array<bool, 3> multi{};
    bool complete = true;
    for (const gis::Feature& feature : table) {
        complete = complete && feature.attributes().size() == table.schema().size();
        const int dimension = feature.geometry().dimension();
        if (dimension < 0) continue;
        (gis::isMulti(feature.geometry().type()) ? multi : single)[static_cast<std::size_t>(dimension)] = true;
    }
    const auto isMixed = [&](int dimension) {
        return dimension >= 0 && single[static_cast<std::size_t>(dimension)] &&
               multi[static_cast<std::size_t>(dimension)];
    };
    if (complete && !isMixed(0) && !isMixed(1) && !isMixed(2)) return table;
    std::vector<gis::Feature> features;
    features.reserve(table.size());
    for (const gis::Feature& feature : table) {
        const gis::Geometry& geometry = feature.geometry();
        auto attributes = feature.attributes();
        attributes.resize(table.schema().size());
        features.emplace_back(feature.id(), isMixed(geometry.dimension()) ? asMulti(geometry) : geometry,
                              std::move(attributes));
    }
    return gis::FeatureTable(table.schema(), table.crs(), std::move(features));
}

gis::Result<void> checkName(const ProjectSnapshot& snapshot, const std::string& name, gis::LayerId id) {
    const LayerPtr other = snapshot.layer(name);
    if (!name.empty() && (!other || other->id == id)) return {};
    return gis::fail(gis::ErrorCode::InvalidArgument, {{}, name, {}},
                     name.empty() ? gis::message("layers", "a layer needs a name")
                                  : gis::message("layers", "there is a layer of that name already"),
                     gis::message("layers", "choose another name"));
}

/// A change of anything but the features.
gis::Result<ChangeSet> headChange(const LayerPtr& before, Layer after, gis::Message text) {
    ChangeSet change{std::move(text), {}};
    after.table = before->table;
    if (!(after == *before))
        change.changes.push_back(LayerChange{before, std::make_shared<const Layer>(std::move(after)), -1, -1});
    return change;
}

}  // namespace

gis::Result<ChangeSet> addLayer(const ProjectSnapshot& snapshot, Layer layer, std::optional<int> position) {
    if (layer.id == gis::LayerId{}) layer.id = snapshot.nextLayerId();
    TUCE_CHECK(checkName(snapshot, layer.name, layer.id));
    if (!layer.source.isLinked()) layer.table = uniform(layer.table);
    const int count = static_cast<int>(snapshot.layers.size());
    const int place = inReach(snapshot, layer, position.value_or(usualPosition(snapshot, layer)), count);
    ChangeSet change{gis::message("layers", "Add layer %1", {layer.name}), {}};
    change.changes.push_back(LayerChange{nullptr, std::make_shared<const Layer>(std::move(layer)), -1, place});
    return change;
}

gis::Result<ChangeSet> removeLayer(const ProjectSnapshot& snapshot, gis::LayerId id) {
    TUCE_TRY(layer, find(snapshot, id));
    ChangeSet change{gis::message("layers", "Remove layer %1", {layer->name}), {}};
    for (const ClauseLink& link : snapshot.links)
        if (link.layer == id) change.changes.push_back(LinkChange{link, std::nullopt});
    for (const LabelPin& pin : snapshot.labelPins)
        if (pin.layer == id) change.changes.push_back(LabelChange{pin, std::nullopt});
    for (std::size_t i = 0; i < snapshot.sheets.size(); ++i) {
        PrintLayout sheet = snapshot.sheets[i];
        if (std::erase(sheet.layers, id) > 0)
            change.changes.push_back(SheetChange{snapshot.sheets[i], std::move(sheet), static_cast<int>(i)});
    }
    change.changes.push_back(LayerChange{layer, nullptr, positionOf(snapshot, id), -1});
    return change;
}

gis::Result<ChangeSet> renameLayer(const ProjectSnapshot& snapshot, gis::LayerId id, const std::string& name) {
    TUCE_TRY(layer, find(snapshot, id));
    TUCE_CHECK(checkName(snapshot, name, id));
    Layer after = *layer;
    after.name = name;
    return headChange(layer, std::move(after), gis::message("layers", "Rename layer to %1", {name}));
}

gis::Result<ChangeSet> moveLayer(const ProjectSnapshot& snapshot, gis::LayerId id, int position) {
    TUCE_TRY(layer, find(snapshot, id));
    const int from = positionOf(snapshot, id);
    const int to = inReach(snapshot, *layer, position, static_cast<int>(snapshot.layers.size()) - 1);
    ChangeSet change{gis::message("layers", "Move layer %1", {layer->name}), {}};
    if (from != to) change.changes.push_back(LayerChange{layer, layer, from, to});
    return change;
}

gis::Result<ChangeSet> setStyle(const ProjectSnapshot& snapshot, gis::LayerId id, const Style& style) {
    TUCE_TRY(layer, find(snapshot, id));
    Layer after = *layer;
    after.style = style;
    return headChange(layer, std::move(after), gis::message("layers", "Style of %1", {layer->name}));
}

gis::Result<ChangeSet> setVisible(const ProjectSnapshot& snapshot, gis::LayerId id, bool visible) {
    TUCE_TRY(layer, find(snapshot, id));
    Layer after = *layer;
    after.visible = visible;
    return headChange(layer, std::move(after),
                      visible ? gis::message("layers", "Show layer %1", {layer->name})
                              : gis::message("layers", "Hide layer %1", {layer->name}));
}

gis::Result<ChangeSet> setControlRule(const ProjectSnapshot& snapshot, gis::LayerId id, ControlRule rule) {
    TUCE_TRY(layer, find(snapshot, id));
    Layer after = *layer;
    after.control = rule;
    return headChange(layer, std::move(after), gis::message("layers", "Rule of %1", {layer->name}));
}

gis::Result<ChangeSet> setIdentifyingFields(const ProjectSnapshot& snapshot, gis::LayerId id,
                                            const std::string& idField, const std::string& nameField) {
    TUCE_TRY(layer, find(snapshot, id));
    for (const std::string& field : {idField, nameField})
        if (!field.empty() && layer->table.schema().indexOf(field) < 0)
            return gis::fail(gis::ErrorCode::NotFound, {{}, layer->name, {}},
                             gis::message("layers", "the layer has no field \"%1\"", {field}));
    Layer after = *layer;
    after.idField = idField;
    after.nameField = nameField;
    return headChange(layer, std::move(after), gis::message("layers", "Fields of %1", {layer->name}));
}

std::string freeLayerName(const ProjectSnapshot& snapshot, const std::string& wished) {
    std::string name = wished;
    for (int number = 2; snapshot.layer(name); ++number) name = wished + " " + std::to_string(number);
    return name;
}

RuleDirection defaultDirection(ControlType type) {
    return type == ControlType::DevBoundary ? RuleDirection::RequireInside : RuleDirection::ForbidInside;
}

}  // namespace layers
