// SPDX-License-Identifier: Apache-2.0
#include "app/assembly/SchemeActions.h"

#include <QCoreApplication>

#include "app/dialogs/ElementProfileDialog.h"
#include "app/panels/ElementEditor.h"
#include "app/panels/RegisterPanel.h"
#include "app/session/Session.h"
#include "app/window/ActionRegistry.h"
#include "app/window/PanelRegistry.h"
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
    // Asked at every change of the selection: of many it is not read what their recipes say.
    const bool isOne = picked.features.size() == 1;
    for (const gis::FeatureId id : picked.features)
        if (const gis::Feature* feature = layer->table.find(id))
            if (isOne ? layers::recipeOf(*layer, *feature).has_value() : layers::bearsRecipe(*layer, *feature))
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

/// The form for what is said of an element; `told` brings what was entered.
template <class Told>
void openProfile(Workbench& bench, const layers::SchemeElement& element, Told told) {
    auto* dialog = new ElementProfileDialog(bench, element);
    QObject::connect(dialog, &ElementProfileDialog::told, &bench.session, told);
    dialog->open();
}

void openProfileOfSelected(Workbench& bench) {
    const FeatureSet built = builtFeatures(bench);
    if (built.features.size() != 1) return;
    const auto layer = bench.session.snapshot()->layer(built.layer);
    const auto recipe = layers::recipeOf(*layer, *layer->table.find(built.features.front()));
    if (!recipe) return;
    openProfile(bench, recipe->element, [&bench, element = recipe->element](const layers::ElementProfile& profile) {
        bench.session.perform(layers::profileChange(bench.session.snapshot(), element, profile, {}));
    });
}

void joinPanels(Workbench& bench, ElementEditor& editor, RegisterPanel& schemes) {
    QObject::connect(&schemes, &RegisterPanel::newWanted, &editor,
                     [&bench, &editor] { openNewElement(bench, editor); });
    QObject::connect(&schemes, &RegisterPanel::elementsWanted, &editor,
                     [&bench, &editor](const std::vector<layers::SchemeElement>& elements, const std::string& scheme) {
                         bench.panels.show(u"element"_s);
                         editor.beginSeveral(elements, scheme);
                     });
    QObject::connect(&schemes, &RegisterPanel::featureWanted, &editor, [&bench, &editor](const FeatureSet& feature) {
        bench.panels.show(u"element"_s);
        editor.beginFeature(feature.layer, feature.features.front());
    });
    QObject::connect(&editor, &ElementEditor::profileWanted, &editor,
                     [&bench, &editor](const layers::SchemeElement& element) {
                         openProfile(bench, element,
                                     [&editor](const layers::ElementProfile& profile) { editor.takeProfile(profile); });
                     });
}

}  // namespace

void openNewElement(Workbench& bench, ElementEditor& editor, const std::string& clauseId) {
    if (!bench.session.hasProject()) return;
    bench.panels.show(u"element"_s);
    editor.beginNew(clauseId);
}

void addSchemeActions(Workbench& bench, ElementEditor& editor, RegisterPanel& schemes) {
    joinPanels(bench, editor, schemes);
    const auto editable = [&bench] {
        const FeatureSet built = builtFeatures(bench);
        const auto layer = built.isEmpty() ? nullptr : bench.session.snapshot()->layer(built.layer);
        return layer && !layer->source.isLinked() ? built.features.size() : 0;
    };
    const auto open = [&bench] { return bench.session.hasProject(); };
    bench.actions.add({u"scheme.new"_s,
                       ACTION_TEXT("&New element from words…"),
                       u"add"_s,
                       {},
                       MenuId::Draw,
                       [&bench, &editor] { openNewElement(bench, editor); },
                       open,
                       {},
                       "axis belt cluster platform layout element clause paste",
                       true});
    bench.actions.add({u"scheme.build"_s,
                       ACTION_TEXT("&Register of elements"),
                       u"cluster"_s,
                       {},
                       MenuId::Draw,
                       [&bench, &schemes] {
                           bench.panels.show(u"register"_s);
                           schemes.takeSearch();
                       },
                       open,
                       {},
                       "axis belt cluster platform layout element scheme build draw"});
    bench.actions.add({u"scheme.rebuild"_s,
                       ACTION_TEXT("&Edit element…"),
                       u"edit"_s,
                       {},
                       MenuId::Draw,
                       [&bench, &editor] {
                           const FeatureSet built = builtFeatures(bench);
                           if (built.features.size() != 1) return;
                           bench.panels.show(u"element"_s);
                           editor.beginFeature(built.layer, built.features.front());
                       },
                       [editable] { return editable() == 1; },
                       {},
                       "scheme members width order carrier recipe rebuild"});
    bench.actions.add({u"scheme.profile"_s,
                       ACTION_TEXT("&Status, figures and relations…"),
                       u"table"_s,
                       {},
                       MenuId::Draw,
                       [&bench] { openProfileOfSelected(bench); },
                       [editable] { return editable() == 1; },
                       {},
                       "element facts relations rank aliases stage name"});
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
