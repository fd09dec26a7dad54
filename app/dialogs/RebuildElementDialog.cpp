// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/RebuildElementDialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/dialogs/BuildOutcome.h"
#include "app/dialogs/ElementForm.h"
#include "app/panels/PlanWords.h"
#include "app/session/Session.h"
#include "app/window/MapController.h"
#include "layers/scheme/ElementChange.h"

namespace app {

RebuildElementDialog::RebuildElementDialog(Workbench& workbench, gis::LayerId layer, gis::FeatureId feature)
    : WorkDialog(workbench, QStringLiteral("rebuildElementDialog"), tr("Rebuild from its scheme"), QSize(520, 700)),
      m_layer(layer),
      m_feature(feature),
      m_form(new ElementForm(this)),
      m_outcome(new BuildOutcome(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    const auto plan = session().snapshot();
    const auto source = plan->layer(layer);
    const gis::Feature* present = source ? source->table.find(feature) : nullptr;
    const auto recipe = present != nullptr ? layers::recipeOf(*source, *present) : std::nullopt;
    auto* name = new QLabel(present != nullptr ? text(source->featureName(*present)) : QString(), this);
    name->setProperty("heading", true);
    name->setWordWrap(true);
    column->addWidget(name);
    if (recipe && layers::isHandEdited(*recipe, *present)) addWarning(*column);
    column->addWidget(m_outcome);
    column->addWidget(m_form);
    column->addStretch(1);
    m_rebuild = addButtons(*column, tr("Rebuild"));
    if (recipe) m_form->show(recipe->element, plan->corpus);
    connect(m_form, &ElementForm::edited, this, &RebuildElementDialog::refreshOutcome);
    connect(m_outcome, &BuildOutcome::changed, this, &RebuildElementDialog::updateButton);
    refreshOutcome();
}

void RebuildElementDialog::addWarning(QVBoxLayout& column) {
    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("handEdited"));
    strip->setProperty("warningStrip", true);
    strip->setAttribute(Qt::WA_StyledBackground);
    auto* rows = new QVBoxLayout(strip);
    rows->setContentsMargins(12, 8, 12, 8);
    auto* words = new QLabel(tr("This feature was changed by hand after it was built. Rebuilding replaces its shape; "
                                "the changes made by hand go (undo brings them back)."),
                             strip);
    words->setWordWrap(true);
    m_replace = new QCheckBox(tr("Replace the shape made by hand"), strip);
    m_replace->setObjectName(QStringLiteral("replace"));
    rows->addWidget(words);
    rows->addWidget(m_replace);
    column.addWidget(strip);
    connect(m_replace, &QCheckBox::toggled, this, &RebuildElementDialog::updateButton);
}

void RebuildElementDialog::updateButton() {
    m_rebuild->setEnabled(m_outcome->isReady() && (m_replace == nullptr || m_replace->isChecked()));
}

void RebuildElementDialog::refreshOutcome() {
    const auto wished = m_form->element();
    if (!wished) return m_outcome->clear(text(gis::describe(wished.error())));
    BuildOutcome::Order order;
    order.plan = session().snapshot();
    const auto layer = order.plan->layer(m_layer);
    if (!layer) return m_outcome->clear(tr("The feature is no longer there."));
    order.crs = layer->table.crs();
    order.scheme.title = layer->name;
    order.scheme.elements = {*wished};
    order.change = [id = m_layer, feature = m_feature](const auto& plan, const auto& layout, const auto& options,
                                                       auto& warnings) {
        return layers::rebuildChange(plan, id, feature, layout, options, warnings);
    };
    m_outcome->order(std::move(order));
}

void RebuildElementDialog::accept() {
    if (!m_rebuild->isEnabled()) return;
    if (!session().perform(m_outcome->change())) return refreshOutcome();
    WorkDialog::accept();
    session().selection().select(m_layer, m_feature);
    m_workbench.map.flash(FeatureSet{m_layer, {m_feature}});
}

}  // namespace app
