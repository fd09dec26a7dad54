// SPDX-License-Identifier: Apache-2.0
#include "layers/check/SnapshotCheckInput.h"

namespace layers {

CheckInput checkInput(const ProjectSnapshot& snapshot, const CheckOptions& options) {
    CheckInput input;
    input.options = options;
    for (const LayerPtr& layer : snapshot.layers) {
        const bool isPlan = layer->kind == LayerKind::Layout;
        if (!isPlan && layer->kind != LayerKind::ControlLine) continue;
        CheckLayer checked;
        checked.name = layer->name;
        checked.path = layer->source.path;
        checked.table = layer->table;
        checked.idField = layer->idField;
        checked.nameField = layer->nameField;
        checked.rule = layer->control;
        checked.layerId = layer->id;
        (isPlan ? input.plan : input.control).push_back(std::move(checked));
    }
    return input;
}

}  // namespace layers
