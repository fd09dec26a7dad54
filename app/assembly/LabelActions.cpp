// SPDX-License-Identifier: Apache-2.0
#include "app/assembly/LabelActions.h"

#include <algorithm>

#include "app/session/Session.h"
#include "app/window/ActionRegistry.h"
#include "app/window/MapController.h"
#include "app/window/Workbench.h"
#include "layers/edit/LabelEdit.h"

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// The name of the one selected feature as the map shows it.
std::optional<layers::PlacedLabel> shownLabel(const Workbench& bench) {
    const FeatureSet& selected = bench.session.selection().features();
    if (!bench.session.hasProject() || selected.features.size() != 1) return std::nullopt;
    for (layers::PlacedLabel& label : bench.map.canvas().labels())
        if (label.layer == selected.layer && label.feature == selected.features.front()) return std::move(label);
    return std::nullopt;
}

bool hasPin(const Workbench& bench) {
    if (!bench.session.hasProject()) return false;
    const FeatureSet& selected = bench.session.selection().features();
    const auto plan = bench.session.snapshot();
    return std::any_of(selected.features.begin(), selected.features.end(),
                       [&](gis::FeatureId feature) { return plan->labelPin(selected.layer, feature) != nullptr; });
}

void pin(Workbench& bench) {
    const auto label = shownLabel(bench);
    const auto plan = bench.session.snapshot();
    const layers::LayerPtr layer = label ? plan->layer(label->layer) : nullptr;
    if (!layer) return;
    const MapTransforms& transforms = bench.map.mapTransforms();
    const gis::Coordinate onMap = bench.map.canvas().view().toMap(label->centre * logicalPixelsPerMm);
    const auto& crs = layer->table.crs().isKnown() ? layer->table.crs() : transforms.mapCrs();
    const auto position = transforms.fromMap(onMap, crs);
    if (!position) return;
    bench.session.perform(layers::pinLabel(*plan, {label->layer, label->feature, *position, label->angle, false}));
}

void hide(Workbench& bench) {
    if (const auto label = shownLabel(bench))
        bench.session.perform(layers::hideLabel(*bench.session.snapshot(), label->layer, label->feature));
}

void free(Workbench& bench) {
    const FeatureSet& selected = bench.session.selection().features();
    bench.session.perform(layers::freeLabels(*bench.session.snapshot(), selected.layer, selected.features));
}

}  // namespace

void addLabelActions(Workbench& bench) {
    bench.actions.add({u"label.pin"_s,
                       QT_TRANSLATE_NOOP("Actions", "Keep label &here"),
                       u"pin"_s,
                       {},
                       MenuId::Edit,
                       [&bench] { pin(bench); },
                       [&bench] {
                           const auto label = shownLabel(bench);
                           return label && !label->byHand;
                       },
                       {},
                       "name fix pin place",
                       true});
    bench.actions.add({u"label.auto"_s,
                       QT_TRANSLATE_NOOP("Actions", "Place label &automatically"),
                       u"refresh"_s,
                       {},
                       MenuId::Edit,
                       [&bench] { free(bench); },
                       [&bench] { return hasPin(bench); },
                       {},
                       "name unpin show reset"});
    bench.actions.add({u"label.hide"_s,
                       QT_TRANSLATE_NOOP("Actions", "Hide this la&bel"),
                       u"eye-off"_s,
                       {},
                       MenuId::Edit,
                       [&bench] { hide(bench); },
                       [&bench] { return shownLabel(bench).has_value(); },
                       {},
                       "name remove"});
}

}  // namespace app
