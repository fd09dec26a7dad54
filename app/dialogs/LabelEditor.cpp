// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/LabelEditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "app/dialogs/ColourButton.h"
#include "app/panels/PlanWords.h"

namespace app {

LabelEditor::LabelEditor(QWidget* parent)
    : QWidget(parent),
      m_field(new QComboBox(this)),
      m_size(new QDoubleSpinBox(this)),
      m_bold(new QCheckBox(tr("Bold"), this)),
      m_colour(new ColourButton(tr("Colour of the letters"), this)),
      m_halo(new ColourButton(tr("Colour of the halo"), this)) {
    m_field->setObjectName(QStringLiteral("labelField"));
    m_field->setAccessibleName(tr("Field that is shown"));
    m_size->setRange(3, 72);
    m_size->setSingleStep(0.5);
    m_size->setDecimals(1);
    m_size->setSuffix(tr(" pt"));
    m_size->setAccessibleName(tr("Size of the letters"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_field);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget* part : {static_cast<QWidget*>(m_size), static_cast<QWidget*>(m_bold), static_cast<QWidget*>(m_colour),
                          static_cast<QWidget*>(m_halo)})
        row->addWidget(part);
    row->addStretch(1);
    column->addLayout(row);
    const auto changed = [this] {
        if (m_showing) return;
        m_label.field = m_field->currentData().toString().toStdString();
        m_label.sizePt = m_size->value();
        m_label.bold = m_bold->isChecked();
        m_label.colour = m_colour->colour();
        m_label.haloColour = m_halo->colour();
        refresh();
        Q_EMIT edited();
    };
    connect(m_field, &QComboBox::activated, this, changed);
    connect(m_size, &QDoubleSpinBox::valueChanged, this, changed);
    connect(m_bold, &QCheckBox::toggled, this, changed);
    connect(m_colour, &ColourButton::chosen, this, changed);
    connect(m_halo, &ColourButton::chosen, this, changed);
}

void LabelEditor::show(const layers::LabelStyle& label, const gis::Schema& schema) {
    m_label = label;
    m_showing = true;
    m_field->clear();
    m_field->addItem(tr("No labels"), QString());
    for (const gis::Field& field : schema.fields()) m_field->addItem(PlanWords::field(field.name), text(field.name));
    m_field->setCurrentIndex(std::max(0, m_field->findData(text(label.field))));
    m_showing = false;
    refresh();
}

void LabelEditor::refresh() {
    m_showing = true;
    m_size->setValue(m_label.sizePt);
    m_bold->setChecked(m_label.bold);
    m_colour->setColour(m_label.colour);
    m_halo->setColour(m_label.haloColour);
    const bool shown = !m_label.field.empty();
    for (QWidget* part : {static_cast<QWidget*>(m_size), static_cast<QWidget*>(m_bold), static_cast<QWidget*>(m_colour),
                          static_cast<QWidget*>(m_halo)})
        part->setVisible(shown);
    m_showing = false;
}

}  // namespace app
