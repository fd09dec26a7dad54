// SPDX-License-Identifier: Apache-2.0
#include "layers/check/SnapshotCheckInput.h"

#include "layers/check/AreaFields.h"
#include "layers/check/KindRules.h"

namespace layers {

CheckInput checkInput(const ProjectSnapshot& snapshot, const CheckOptions& options) {
    CheckInput input;
    input.options = options;
    const std::shared_ptr<const KindRules> kinds = shippedKindRules();
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
        takeAreaFields(checked, layer->table.schema());
        if (isPlan && layer->table.schema().indexOf(kinds->kindField()) >= 0) {
            checked.kindField = kinds->kindField();
            checked.kindRules = kinds;
        }
        (isPlan ? input.plan : input.control).push_back(std::move(checked));
    }
    for (const Approval& approval : snapshot.approvals) input.keptPieces.push_back(approval.findingKey);
    return input;
}

}  // namespace layers
