// SPDX-License-Identifier: Apache-2.0
#include "app/panels/ElementEditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

#include "app/panels/ElementParts.h"
#include "app/panels/ElementWords.h"
#include "app/panels/FormRow.h"
#include "app/panels/PanelBody.h"
#include "app/panels/PlanWords.h"
#include "app/panels/ProposalList.h"
#include "app/panels/SchemeWords.h"
#include "app/session/Session.h"
#include "app/tools/ToolBox.h"
#include "app/window/MapController.h"
#include "app/window/PanelRegistry.h"
#include "layers/plan/LayoutElement.h"
#include "layers/project/PresentUser.h"
#include "layers/scheme/AsNamed.h"
#include "layers/scheme/BuiltState.h"
#include "layers/scheme/CarrierOfLine.h"
#include "layers/scheme/ElementChange.h"
#include "layers/scheme/LayoutRecipe.h"

namespace app {

namespace {

constexpr qsizetype shownWarnings = 3;  ///< the others are in the tool tip: the foot must not push the form away

int dimensionOf(const layers::LayoutKind& kind) {
    return kind.geometry == "node" ? 0 : kind.geometry == "line" ? 1 : kind.geometry == "area" ? 2 : -1;
}

std::vector<std::string> idsInPlan(const layers::ProjectSnapshot& plan) {
    std::vector<std::string> ids;
    for (const layers::LayerPtr& layer : plan.layers) {
        const int field = layer->table.schema().indexOf(layers::layout_field::elementId);
        if (field < 0) continue;
        for (const gis::Feature& feature : layer->table) ids.push_back(gis::toText(feature.attribute(field)));
    }
    return ids;
}

}  // namespace

void ElementEditor::beginNew(const std::string& clauseId) {
    begin(Mode::New, {}, tr("New element"));
    m_words->takeFocus();
    if (clauseId.empty()) return;
    m_words->setClause(clauseId);
    m_known->proposals().askForElements(clauseId);
}

void ElementEditor::beginElement(const layers::SchemeElement& element, const std::string& scheme) {
    m_scheme = scheme;
    begin(Mode::Element, element, text(element.name));
}

void ElementEditor::beginSeveral(std::vector<layers::SchemeElement> elements, const std::string& scheme) {
    if (elements.size() == 1) return beginElement(elements.front(), scheme);
    m_several = std::move(elements);
    m_scheme = scheme;
    begin(Mode::Several, m_several.empty() ? layers::SchemeElement() : m_several.front(),
          tr("%1 elements").arg(m_several.size()));
}

void ElementEditor::beginFeature(gis::LayerId layerId, gis::FeatureId featureId) {
    const auto plan = m_workbench.session.snapshot();
    const auto layer = plan ? plan->layer(layerId) : nullptr;
    const gis::Feature* feature = layer ? layer->table.find(featureId) : nullptr;
    const auto recipe = feature != nullptr ? layers::recipeOf(*layer, *feature) : std::nullopt;
    if (!recipe) return;
    m_feature = {layerId, {featureId}};
    const QString name = text(layer->featureName(*feature));
    begin(Mode::Feature, recipe->element, name.isEmpty() ? text(recipe->element.name) : name);
    m_hand->setVisible(layers::mayHoldHandEdits(*plan, recipe->element.id));
    showOutcome();
}

void ElementEditor::begin(Mode mode, const layers::SchemeElement& element, const QString& heading) {
    if (!m_workbench.session.hasProject()) return;
    m_knownJob.cancel();
    m_filling = true;
    m_isTouched = false;
    m_isAskedToGiveUp = false;
    m_mode = mode;
    m_element = element;
    m_zooms = true;
    m_kindIsChosen = mode != Mode::New;
    if (mode == Mode::New) m_scheme.clear();
    m_heading->setText(heading);
    m_hand->hide();
    m_replace->setChecked(false);
    m_known->proposals().drop();
    m_editable->setVisible(mode != Mode::Several);
    const bool isNew = mode == Mode::New;
    setFormRowVisible(*m_form, *m_name, isNew);
    setFormRowVisible(*m_form, *m_kind, isNew);
    m_name->clear();
    if (isNew)
        m_words->clear();
    else
        m_words->showOrigin(element.clauseId, text(element.quote.text));
    fillKinds();
    m_name->setPlaceholderText(m_kind->currentText());
    showParts();
    showParameters();
    fillLayers();
    showAbout();
    m_layerLabel->setVisible(mode != Mode::Feature);
    m_layer->setVisible(mode != Mode::Feature);
    m_accept->setText(mode == Mode::Feature ? tr("Apply") : tr("Draw"));
    m_body->showEmpty(false);
    m_filling = false;
    refresh();
}

void ElementEditor::showAbout() {
    QStringList about;
    if (m_mode != Mode::New && m_mode != Mode::Several) about << PlanWords::elementKind(m_element.kind);
    if (const QString status = SchemeWords::status(m_element.statusWording, m_element.statusClass, m_stages);
        !status.isEmpty())
        about << status;
    if (m_element.rank > 0) about << tr("rank %1").arg(m_element.rank);
    if (!m_element.facts.empty()) about << tr("%n figures", nullptr, static_cast<int>(m_element.facts.size()));
    if (!m_element.relations.empty())
        about << tr("%n relations", nullptr, static_cast<int>(m_element.relations.size()));
    if (const QString differs = text(layers::differencesText(m_element)); !differs.isEmpty()) about << differs;
    m_about->setText(about.join(QStringLiteral(" · ")));
    m_about->setVisible(!about.isEmpty());
}

void ElementEditor::askForProfile() {
    layers::SchemeElement element = m_element;
    if (m_mode == Mode::New) element.name = shownName().toStdString();
    Q_EMIT profileWanted(element);
}

void ElementEditor::takeProfile(const layers::ElementProfile& profile) {
    if (!isEditing() || m_mode == Mode::Several) return;
    if (m_mode == Mode::New) {
        if (profile.name != shownName().toStdString()) m_name->setText(text(profile.name));
        layers::setProfile(m_element, profile);
    } else {
        const auto told = layers::withProfile(m_element, profile);
        if (!told) return m_workbench.session.messages().error(told.error());
        const auto change = layers::profileChange(m_workbench.session.snapshot(), m_element, profile,
                                                  tr("Changed elements").toStdString());
        // Known before the plan changes: what else is being edited here would begin anew.
        const layers::SchemeElement before = std::exchange(m_element, *told);
        if (!m_workbench.session.perform(change)) m_element = before;
        m_heading->setText(text(m_element.name));
    }
    m_isTouched = true;
    showAbout();
    refresh();
}

void ElementEditor::stop() {
    m_mode = Mode::Nothing;
    m_several.clear();
    m_feature = {};
    m_knownJob.cancel();
    m_preview.clear();
    m_known->proposals().drop();
    m_body->showEmpty(true);
}

// ---- what the form shows

void ElementEditor::fillKinds() {
    const QSignalBlocker silent(m_kind);
    const QVariant before = m_kind->currentData();
    m_kind->clear();
    for (const layers::LayoutKind& kind : m_kinds.kinds)
        if (!kind.builders.empty()) m_kind->addItem(PlanWords::elementKind(kind.kind), text(kind.kind));
    const int wanted = m_element.kind.empty() ? m_kind->findData(before) : m_kind->findData(text(m_element.kind));
    m_kind->setCurrentIndex(std::max(0, wanted));
}

void ElementEditor::showParts() {
    m_members->clear();
    m_carriers->clear();
    m_places.clear();
    m_proposed.clear();
    m_lines.clear();
    m_proposedLines.clear();
    for (const layers::SchemePlace& place : m_element.members)
        addMember(place, place.inferred ? tr("not printed in the clause") : QString(), true);
    for (const layers::SchemeCarrier& carrier : m_element.carriers)
        addCarrier(carrier, carrier.isSupporting() ? tr("supporting") : QString(), true);
}

int ElementEditor::addMember(const layers::SchemePlace& place, const QString& reason, bool isTaken) {
    const int key = static_cast<int>(m_places.size());
    m_places.push_back(place);
    m_proposed.push_back(false);
    m_members->add({key, text(place.name), place.role.empty() ? "member" : place.role, reason, isTaken});
    return key;
}

int ElementEditor::addCarrier(const layers::SchemeCarrier& carrier, const QString& reason, bool isTaken) {
    const int key = static_cast<int>(m_lines.size());
    m_lines.push_back(carrier);
    m_proposedLines.push_back(false);
    m_carriers->add({key, text(carrier.name), {}, reason, isTaken});
    return key;
}

void ElementEditor::showParameters() {
    showParameter(*m_width, "width_km", m_element.widthKm);
    showParameter(*m_radius, "radius_km", m_element.radiusKm);
}

void ElementEditor::showParameter(QDoubleSpinBox& box, const char* parameter, const std::optional<double>& own) {
    const QSignalBlocker silent(&box);
    const layers::LayoutKind* kind = m_kinds.find(m_kind->currentData().toString().toStdString());
    const auto usual = kind != nullptr ? kind->parameters.find(parameter) : std::map<std::string, double>::iterator();
    const bool hasUsual = kind != nullptr && usual != kind->parameters.end();
    setFormRowVisible(*m_form, box, own || hasUsual);
    box.setEnabled(own || hasUsual);
    box.setSpecialValueText(hasUsual ? tr("as usual for the kind: %1 km").arg(usual->second) : tr("none"));
    box.setValue(own.value_or(0));
}

void ElementEditor::fillLayers() {
    const QSignalBlocker silent(m_layer);
    m_layer->clear();
    m_layer->addItem(tr("A new layer"), 0);
    const layers::LayoutKind* kind = m_kinds.find(m_kind->currentData().toString().toStdString());
    const auto plan = m_workbench.session.snapshot();
    for (auto layer = plan->layers.rbegin(); kind != nullptr && layer != plan->layers.rend(); ++layer)
        if (layers::takesElements(**layer, dimensionOf(*kind)))
            m_layer->addItem(text((*layer)->name), static_cast<qlonglong>(gis::number((*layer)->id)));
    const auto current = static_cast<qlonglong>(gis::number(m_workbench.session.selection().currentLayer()));
    int beside = -1;  // the others of its scheme, if they are there
    for (int i = 1; i < m_layer->count() && !m_scheme.empty(); ++i)
        if (beside < 0 && m_layer->itemText(i).startsWith(text(m_scheme))) beside = i;
    const int usual = m_layer->findData(current);
    m_layer->setCurrentIndex(beside >= 0 ? beside : usual > 0 ? usual : std::min(1, m_layer->count() - 1));
}

void ElementEditor::fillSuggestions() {
    QStringList names;
    std::map<std::string, int> times;
    for (const layers::PlaceEntry& unit : m_words->places()) ++times[unit.name];
    for (const layers::PlaceEntry& unit : m_words->places())
        names << (times[unit.name] == 1 ? text(unit.name) : text(unit.name) + u' ' + text(unit.adcode));
    m_members->setSuggestions(names);
    names.clear();
    for (const layers::KnownRoute& route : m_words->routes()) names << text(route.name);
    m_carriers->setSuggestions(names);
}

QString ElementEditor::shownName() const {
    const QString typed = m_name->text().trimmed();
    return typed.isEmpty() ? m_name->placeholderText() : typed;
}

// ---- what the words, the lists and the map bring

void ElementEditor::takeDraft() {
    if (!isEditing()) return;
    m_filling = true;
    const layers::ElementDraft& draft = m_words->draft();
    if (m_mode == Mode::New) {
        if (!m_kindIsChosen && !draft.kinds.empty()) {
            const auto proposed = std::find_if(draft.kinds.begin(), draft.kinds.end(), [this](const auto& kind) {
                return m_kind->findData(text(kind.kind)) >= 0;
            });
            if (proposed != draft.kinds.end()) {
                const QSignalBlocker silent(m_kind);
                m_kind->setCurrentIndex(m_kind->findData(text(proposed->kind)));
                m_kind->setToolTip(text(gis::translated(proposed->reason)));
            }
        }
        showDraftName();
        m_known->proposals().askForElements(m_words->clauseId());
        showParameters();
        fillLayers();
    }
    // Rows of other words go; what the user put there himself stays, and once he ticked or moved a row, so do all that
    // the words still name.
    const auto namesStill = [this, &draft](int key) {
        const layers::SchemePlace& place = m_places[static_cast<std::size_t>(key)];
        return m_isTouched && std::ranges::any_of(draft.members, [&place](const layers::ProposedMember& proposed) {
                   return layers::isSamePlace(place, proposed.place);
               });
    };
    const auto namesLineStill = [this, &draft](int key) {
        const std::string& name = m_lines[static_cast<std::size_t>(key)].name;
        return m_isTouched && std::ranges::any_of(draft.carriers, [&name](const layers::ProposedCarrier& proposed) {
                   return name == proposed.carrier.name;
               });
    };
    const std::vector<ElementPart> kept = m_members->all();
    const std::vector<ElementPart> keptLines = m_carriers->all();
    m_members->clear();
    m_carriers->clear();
    for (const ElementPart& part : kept)
        if (!m_proposed[static_cast<std::size_t>(part.key)] || namesStill(part.key)) m_members->add(part);
    for (const ElementPart& part : keptLines)
        if (!m_proposedLines[static_cast<std::size_t>(part.key)] || namesLineStill(part.key)) m_carriers->add(part);
    const auto isThere = [](const auto& all, const auto& keys, const auto& same) {
        return std::any_of(keys.begin(), keys.end(), [&](int key) { return same(all[static_cast<std::size_t>(key)]); });
    };
    const bool takes = m_mode == Mode::New;  // an element that is there already is only offered more
    for (const layers::ProposedMember& proposed : draft.members) {
        if (isThere(m_places, m_members->keys(),
                    [&](const layers::SchemePlace& place) { return layers::isSamePlace(place, proposed.place); }))
            continue;
        const int key = addMember(proposed.place, text(gis::translated(proposed.reason)), takes && proposed.isSure);
        m_proposed[static_cast<std::size_t>(key)] = true;
    }
    for (const layers::ProposedCarrier& proposed : draft.carriers) {
        if (isThere(m_lines, m_carriers->keys(),
                    [&](const layers::SchemeCarrier& carrier) { return carrier.name == proposed.carrier.name; }))
            continue;
        const int key = addCarrier(proposed.carrier, text(gis::translated(proposed.reason)), takes && proposed.isSure);
        m_proposedLines[static_cast<std::size_t>(key)] = true;
    }
    m_filling = false;
    m_zooms = m_zooms || takes;
    refresh();
}

void ElementEditor::takeKnown(const std::string& elementId) {
    m_knownJob.start(
        this,
        [plan = m_workbench.session.snapshot(),
         elementId](const gis::JobControl&) -> gis::Result<layers::SchemeElement> {
            gis::Warnings ignored;
            for (const layers::SchemeSource& source : layers::schemeSources(*plan, ignored))
                if (const layers::SchemeElement* element = source.scheme.element(elementId)) return *element;
            return gis::fail(gis::ErrorCode::NotFound, {{}, {}, elementId},
                             gis::message("layers", "the element is in no scheme"));
        },
        [this](gis::Result<layers::SchemeElement> element) {
            if (element)
                beginElement(*element, {});
            else if (element.error().code != gis::ErrorCode::Canceled)
                m_workbench.session.messages().error(element.error());
        });
}

std::string ElementEditor::carrierKind(const std::string& name) const {
    for (const layers::KnownRoute& route : m_words->routes())
        if (route.isCalled(name)) return route.kind == "river" ? "waterway" : route.kind;
    return {};
}

void ElementEditor::memberEntered(const QString& typed) {
    layers::SchemePlace place{typed.toStdString(), {}, {}, {}, {}, true};
    for (const layers::PlaceEntry& unit : m_words->places())
        if (text(unit.name) == typed || text(unit.name) + u' ' + text(unit.adcode) == typed)
            place = {unit.name, unit.adcode, unit.level, {}, {}, true};
    addMember(place, tr("added by hand"), true);
    refresh();
}

void ElementEditor::carrierEntered(const QString& typed) {
    const std::string name = typed.toStdString();
    addCarrier({name, carrierKind(name), {}}, tr("added by hand"), true);
    refresh();
}

void ElementEditor::pickCarrier() {
    const QPointer<ElementEditor> self(this);
    PickTool::Question question;
    question.hint = tr("Click the river, railway or road that the element runs along; Esc gives up");
    question.nothingHere = tr("No named line of a boundary or base map layer is there.");
    question.isMeant = [this](const FeatureHit& hit) {
        const auto plan = m_workbench.session.snapshot();
        const auto layer = plan ? plan->layer(hit.layer) : nullptr;
        const gis::Feature* feature = layer ? layer->table.find(hit.feature) : nullptr;
        return feature != nullptr && layers::isGround(*layer) && feature->geometry().dimension() == 1 &&
               !layer->featureName(*feature).empty();
    };
    question.answer = [self](std::optional<FeatureHit> hit) {
        if (self && hit) self->carrierPicked({hit->layer, {hit->feature}});
    };
    m_workbench.tools.pick(std::move(question));
    m_workbench.map.canvas().setFocus();
}

void ElementEditor::carrierPicked(const FeatureSet& picked) {
    const auto layer = m_workbench.session.snapshot()->layer(picked.layer);
    const gis::Feature* feature = layer ? layer->table.find(picked.features.front()) : nullptr;
    if (feature == nullptr || !isEditing()) return;
    const std::string name = layer->featureName(*feature);
    m_workbench.map.flash(picked);
    for (const int key : m_carriers->keys())
        if (m_lines[static_cast<std::size_t>(key)].name == name)
            return m_workbench.session.messages().information(tr("%1 is in the list already.").arg(text(name)));
    const auto fields = layers::shippedBaseFieldNames().value_or(layers::BaseFieldNames());
    addCarrier(layers::carrierOfLine(*layer, name, m_words->routes(), fields),
               tr("chosen on the map, layer %1").arg(text(layer->name)), true);
    refresh();
}

/// The name by the words for the kind as it is chosen now.
void ElementEditor::showDraftName() {
    QString name = m_kind->currentText();
    for (const layers::ProposedKind& kind : m_words->draft().kinds)
        if (kind.kind == m_kind->currentData().toString().toStdString() && !kind.name.empty()) name = text(kind.name);
    m_name->setPlaceholderText(name);
}

void ElementEditor::kindChosen() {
    m_kindIsChosen = true;
    m_kind->setToolTip({});
    showDraftName();
    showParameters();
    fillLayers();
    refresh();
}

// ---- the element and its preview

/// One that is made here: of nothing that a paper names otherwise.
layers::SchemeElement ElementEditor::newElement(const layers::ElementWish& wish) const {
    layers::SchemeElement element = m_element;
    const auto plan = m_workbench.session.snapshot();
    element.kind = m_kind->currentData().toString().toStdString();
    element.id = layers::freeElementId(element.kind, idsInPlan(*plan));
    element.name = shownName().toStdString();
    element.clauseId = m_words->clauseId();
    element.quote.text = m_words->quote();
    if (const layers::Clause* clause = plan->corpus.clause(element.clauseId)) {
        element.documentId = clause->documentId;
        element.clauseNumber = clause->number;
        element.clauseHeading = clause->heading;
    }
    element.decidedBy = wish.who;
    element.widthKm = wish.widthKm;
    element.radiusKm = wish.radiusKm;
    element.members = wish.members;
    element.carriers = wish.carriers.value_or(std::vector<layers::SchemeCarrier>());
    for (layers::SchemePlace& member : element.members)
        if (member.role.empty()) member.role = "member";
    element.json = layers::elementToJson(element);
    return element;
}

gis::Result<layers::SchemeElement> ElementEditor::element() const {
    const auto value = [](const QDoubleSpinBox& box) {
        return box.value() > 0 && box.isEnabled() ? std::optional(box.value()) : std::nullopt;
    };
    layers::ElementWish wish;
    wish.who = layers::presentUser();
    wish.widthKm = value(*m_width);
    wish.radiusKm = value(*m_radius);
    for (const ElementPart& part : m_members->taken()) {
        wish.members.push_back(m_places[static_cast<std::size_t>(part.key)]);
        if (part.role != "member" || !wish.members.back().role.empty()) wish.members.back().role = part.role;
    }
    wish.carriers.emplace();
    for (const ElementPart& part : m_carriers->taken())
        wish.carriers->push_back(m_lines[static_cast<std::size_t>(part.key)]);
    if (m_mode == Mode::New) return newElement(wish);
    return layers::changedElement(m_element, wish);
}

gis::LayerId ElementEditor::targetLayer() const { return gis::LayerId{m_layer->currentData().toLongLong()}; }

void ElementEditor::refresh() {
    if (m_filling || m_isAway || !isEditing()) return;
    ElementPreview::Order order;
    order.plan = m_workbench.session.snapshot();
    order.zooms = std::exchange(m_zooms, false);
    order.scheme.title = m_scheme.empty() ? tr("Layout").toStdString() : m_scheme;
    if (m_mode == Mode::Several) {
        order.scheme.elements = m_several;
    } else {
        const auto wished = element();
        if (!wished) return m_preview.clear(text(gis::describe(wished.error())));
        if (wished->members.empty() && wished->carriers.empty() && m_mode == Mode::New) {
            m_zooms = true;
            return m_preview.clear(tr("Tick places or a carrier; the shape then shows on the map."));
        }
        order.scheme.elements = {*wished};
    }
    if (m_mode == Mode::Feature) {
        const auto layer = order.plan->layer(m_feature.layer);
        if (!layer) return stop();
        order.crs = layer->table.crs();
        order.change = [picked = m_feature](const auto& plan, const auto& layout, const auto& options, auto& warnings) {
            return layers::rebuildChange(plan, picked.layer, picked.features.front(), layout, options, warnings);
        };
    } else {
        if (const auto target = order.plan->layer(targetLayer())) order.crs = target->table.crs();
        order.change = [into = targetLayer()](const auto& plan, const auto& layout, const auto& options,
                                              auto& warnings) {
            return layers::elementsChange(plan, layout, into, options, warnings);
        };
    }
    m_preview.order(std::move(order));
}

void ElementEditor::showOutcome() {
    m_outcome->setText(m_preview.isBuilding() ? tr("Building…") : m_preview.lines().join(u'\n'));
    m_outcome->setVisible(!m_outcome->text().isEmpty());
    QStringList warnings;
    for (const QString& warning : m_preview.warnings()) warnings << QStringLiteral("⚠ ") + warning;
    m_warnings->setToolTip(warnings.join(u'\n'));
    if (const auto hidden = warnings.size() - shownWarnings; hidden > 0) {
        warnings = warnings.mid(0, shownWarnings);
        warnings << tr("and %1 more warnings").arg(hidden);
    }
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
    const bool allowed = m_mode != Mode::Feature || m_hand->isHidden() || m_replace->isChecked();
    m_accept->setEnabled(m_preview.isReady() && allowed);
}

void ElementEditor::accept() {
    if (!m_accept->isEnabled()) return;
    const layers::ChangeSet change = m_preview.change();
    const Mode mode = m_mode;
    const FeatureSet feature = m_feature;
    // The plan changes while this is not editing, else it would build the next one of the same.
    m_mode = Mode::Nothing;
    if (!m_workbench.session.perform(change)) {
        m_mode = mode;
        return refresh();
    }
    stop();
    FeatureSet made = feature;
    if (mode != Mode::Feature) {
        const auto added = addedBy(change);
        if (added.empty() || added.front().second.empty()) return;
        made = {added.front().first, {}};
        for (const gis::Feature& one : added.front().second) made.features.push_back(one.id());
    }
    m_workbench.session.selection().select(made);
    m_workbench.map.flash(made);
    m_workbench.panels.show(QStringLiteral("feature"));
}

void ElementEditor::planChanged() {
    if (!isEditing()) return;
    const auto plan = m_workbench.session.snapshot();
    const auto layer = plan && m_mode == Mode::Feature ? plan->layer(m_feature.layer) : nullptr;
    if (m_mode == Mode::Feature) {
        const gis::Feature* feature = layer ? layer->table.find(m_feature.features.front()) : nullptr;
        const auto recipe = feature != nullptr ? layers::recipeOf(*layer, *feature) : std::nullopt;
        if (!recipe) return stop();
        // Undone or redone: what the plan holds now is what is edited.
        if (!(recipe->element == m_element)) return beginFeature(m_feature.layer, m_feature.features.front());
        m_hand->setVisible(layers::mayHoldHandEdits(*plan, recipe->element.id));
    } else {
        const QVariant chosen = m_layer->currentData();
        fillLayers();
        const QSignalBlocker silent(m_layer);
        if (const int row = m_layer->findData(chosen); row >= 0) m_layer->setCurrentIndex(row);
    }
    refresh();
}

void ElementEditor::giveUp() {
    const bool isBegun = m_isTouched || (m_mode == Mode::New && m_words->hasWords());
    if (isBegun && !std::exchange(m_isAskedToGiveUp, true))
        return m_workbench.session.messages().information(tr("Press Esc once more to give up what was entered here."));
    stop();
}

void ElementEditor::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && isEditing()) return giveUp();
    if (isEnter && event->modifiers() & Qt::ControlModifier) return accept();
    QWidget::keyPressEvent(event);
}

void ElementEditor::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_isAway = false;
    refresh();
}

void ElementEditor::hideEvent(QHideEvent* event) {
    // What is not to be seen here must not stand on the map; it comes back with the panel.
    if (!event->spontaneous()) {
        m_isAway = true;
        m_preview.clear();
    }
    QWidget::hideEvent(event);
}

}  // namespace app
