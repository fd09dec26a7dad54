// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/LabelEdit.h"

#include <algorithm>

namespace layers {

namespace {

gis::Result<std::string> nameOf(const ProjectSnapshot& snapshot, gis::LayerId layerId, gis::FeatureId id) {
    const LayerPtr layer = snapshot.layer(layerId);
    if (!layer)
        return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "the layer is not there any more"));
    const gis::Feature* feature = layer->table.find(id);
    if (feature == nullptr)
        return gis::fail(gis::ErrorCode::NotFound, {{}, layer->name, std::to_string(gis::number(id))},
                         gis::message("layers", "no such feature"));
    const std::string name = layer->featureName(*feature);
    return name.empty() ? layer->name : name;
}

LabelChange changeTo(const ProjectSnapshot& snapshot, const LabelPin& pin) {
    const LabelPin* before = snapshot.labelPin(pin.layer, pin.feature);
    return {before != nullptr ? std::optional(*before) : std::nullopt, pin};
}

}  // namespace

gis::Result<ChangeSet> pinLabel(const ProjectSnapshot& snapshot, const LabelPin& pin) {
    TUCE_TRY(name, nameOf(snapshot, pin.layer, pin.feature));
    if (!isUsable(pin))
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "the place of the label is no number"));
    ChangeSet change{gis::message("layers", "Place label %1", {name}), {}};
    const LabelChange one = changeTo(snapshot, pin);
    if (one.before != one.after) change.changes.emplace_back(one);
    return change;
}

gis::Result<ChangeSet> hideLabel(const ProjectSnapshot& snapshot, gis::LayerId layer, gis::FeatureId feature) {
    TUCE_TRY(name, nameOf(snapshot, layer, feature));
    ChangeSet change{gis::message("layers", "Hide label %1", {name}), {}};
    LabelPin hidden{layer, feature, {}, 0, true};
    const LabelPin* before = snapshot.labelPin(layer, feature);
    if (before != nullptr) hidden.centre = before->centre;
    const LabelChange one = changeTo(snapshot, hidden);
    if (one.before != one.after) change.changes.emplace_back(one);
    return change;
}

gis::Result<ChangeSet> freeLabels(const ProjectSnapshot& snapshot, gis::LayerId layer,
                                  const std::vector<gis::FeatureId>& features) {
    ChangeSet change{gis::message("layers", "Let labels find their places"), {}};
    for (const gis::FeatureId feature : features)
        if (const LabelPin* pin = snapshot.labelPin(layer, feature))
            change.changes.emplace_back(LabelChange{*pin, std::nullopt});
    return change;
}

std::vector<Change> shiftedLabels(const ProjectSnapshot& snapshot, gis::LayerId layer,
                                  const std::vector<gis::FeatureId>& features, double dx, double dy) {
    std::vector<Change> changes;
    for (const gis::FeatureId feature : features) {
        const LabelPin* pin = snapshot.labelPin(layer, feature);
        if (pin == nullptr || pin->hidden) continue;
        LabelPin moved = *pin;
        moved.centre = {pin->centre.x + dx, pin->centre.y + dy};
        changes.emplace_back(LabelChange{*pin, moved});
    }
    return changes;
}

}  // namespace layers
