// SPDX-License-Identifier: Apache-2.0
#include "app/assembly/SchemeActions.h"

#include <QCoreApplication>

#include "app/dialogs/BuildElementDialog.h"
#include "app/dialogs/RebuildElementDialog.h"
#include "app/session/Session.h"
#include "app/window/ActionRegistry.h"
#include "layers/scheme/ElementChange.h"
#include "layers/scheme/LayoutRecipe.h"

#define ACTION_TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// Of the selected features those that were built from a scheme.
FeatureSet builtFeatures(const Workbench& bench) {
    const FeatureSet& picked = bench.session.selection().features();
    FeatureSet built{picked.layer, {}};
    const auto plan = bench.session.snapshot();
    const auto layer = plan ? plan->layer(picked.layer) : nullptr;
    if (!layer || layer->kind != layers::LayerKind::Layout) return built;
    constexpr std::size_t mostAsked = 1000;  // each has its recipe read, at every change of the selection
    if (picked.features.size() > mostAsked) return built;
    for (const gis::FeatureId id : picked.features)
        if (const gis::Feature* feature = layer->table.find(id); feature && layers::recipeOf(*layer, *feature))
            built.features.push_back(id);
    return built;
}

void detach(Workbench& bench) {
    const FeatureSet built = builtFeatures(bench);
    if (built.isEmpty() ||
        !bench.session.perform(layers::detachChange(bench.session.snapshot(), built.layer, built.features)))
        return;
    bench.session.messages().post(
        MessageLevel::Information,
        QCoreApplication::translate("Actions", "Detached: the shape stays and is now yours alone to change."),
        QCoreApplication::translate("Actions", "Undo"), [&bench] { bench.session.undo(); });
}

}  // namespace

void openBuildElement(Workbench& bench, const std::string& clauseId) {
    if (!bench.session.hasProject()) return;
    auto* dialog = new BuildElementDialog(bench);
    if (!clauseId.empty()) dialog->lookFor(clauseId);
    dialog->open();
}

void addSchemeActions(Workbench& bench) {
    const auto editable = [&bench] {
        const FeatureSet built = builtFeatures(bench);
        const auto layer = built.isEmpty() ? nullptr : bench.session.snapshot()->layer(built.layer);
        return layer && !layer->source.isLinked() ? built.features.size() : 0;
    };
    bench.actions.add({u"scheme.build"_s,
                       ACTION_TEXT("&Build from a scheme…"),
                       u"cluster"_s,
                       {},
                       MenuId::Draw,
                       [&bench] { openBuildElement(bench); },
                       [&bench] { return bench.session.hasProject(); },
                       {},
                       "axis belt cluster platform layout element register",
                       true});
    bench.actions.add({u"scheme.rebuild"_s,
                       ACTION_TEXT("&Rebuild…"),
                       u"refresh"_s,
                       {},
                       MenuId::Draw,
                       [&bench] {
                           const FeatureSet built = builtFeatures(bench);
                           if (built.features.size() == 1)
                               (new RebuildElementDialog(bench, built.layer, built.features.front()))->open();
                       },
                       [editable] { return editable() == 1; },
                       {},
                       "scheme members width recipe"});
    bench.actions.add({u"scheme.detach"_s,
                       ACTION_TEXT("D&etach from the scheme"),
                       u"unlink"_s,
                       {},
                       MenuId::Draw,
                       [&bench] { detach(bench); },
                       [editable] { return editable() > 0; },
                       {},
                       "recipe unlink hand"});
}

}  // namespace app
