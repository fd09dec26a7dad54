// SPDX-License-Identifier: Apache-2.0
#include "app/panels/AttributesSection.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "app/panels/PlanWords.h"
#include "app/session/Session.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/plan/LayoutElement.h"

namespace app {

namespace {

/// Fields that belong to the machine, not to the reader.
bool isMachineField(const std::string& field) { return field == layers::layout_field::recipe; }

}  // namespace

AttributesSection::AttributesSection(Workbench& workbench, QWidget* parent) : QWidget(parent), m_workbench(workbench) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    Session& session = m_workbench.session;
    connect(&session.selection(), &Selection::featuresChanged, this, &AttributesSection::refresh);
    connect(&session, &Session::planChanged, this, &AttributesSection::refresh);
    connect(&session, &Session::projectChanged, this, &AttributesSection::refresh);
    refresh();
}

void AttributesSection::retireForm() {
    if (m_form == nullptr) return;
    // The old form may be the sender of the very change that brought us here: it goes later, and silently.
    for (QLineEdit* editor : m_form->findChildren<QLineEdit*>()) editor->blockSignals(true);
    m_form->hide();
    m_form->deleteLater();
    m_form = nullptr;
}

void AttributesSection::refresh() {
    retireForm();
    m_form = new QWidget(this);
    layout()->addWidget(m_form);
    auto* form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(4);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const FeatureSet& picked = m_workbench.session.selection().features();
    const auto snapshot = m_workbench.session.snapshot();
    const auto layer = snapshot ? snapshot->layer(picked.layer) : nullptr;
    if (!layer || picked.features.size() != 1) return;
    const gis::Feature* feature = layer->table.find(picked.features.front());
    if (feature == nullptr) return;
    for (std::size_t i = 0; i < layer->table.schema().size(); ++i) addRow(*form, *layer, *feature, i);
}

void AttributesSection::addRow(QFormLayout& form, const layers::Layer& layer, const gis::Feature& feature,
                               std::size_t field) {
    const gis::Field& column = layer.table.schema().fields()[field];
    if (isMachineField(column.name)) return;
    const QString value = text(gis::toText(feature.attribute(static_cast<int>(field))));
    auto* name = new QLabel(PlanWords::field(column.name), m_form);
    name->setProperty("muted", true);
    if (layer.source.isLinked()) {
        auto* shown = new QLabel(value, m_form);
        shown->setWordWrap(true);
        shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
        form.addRow(name, shown);
        return;
    }
    auto* editor = new QLineEdit(value, m_form);
    editor->setObjectName(QStringLiteral("attribute.") + text(column.name));
    editor->setCursorPosition(0);
    editor->setToolTip(value);
    name->setBuddy(editor);
    form.addRow(name, editor);
    connect(editor, &QLineEdit::editingFinished, this,
            [this, editor, value, id = layer.id, fid = feature.id(), name = column.name] {
                if (editor->text() != value) change(id, fid, name, editor->text());
            });
}

void AttributesSection::change(gis::LayerId layer, gis::FeatureId feature, const std::string& field,
                               const QString& value) {
    const bool done = m_workbench.session.perform(
        layers::setAttributes(*m_workbench.session.snapshot(), layer, feature, {{field, value.toStdString()}}));
    if (!done) refresh();
}

}  // namespace app
