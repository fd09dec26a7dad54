// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/LabelEditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <cmath>

#include "app/dialogs/ColourButton.h"
#include "app/panels/PlanWords.h"

namespace app {

namespace {

QHBoxLayout* rowOf(std::initializer_list<QWidget*> parts) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget* part : parts) row->addWidget(part);
    row->addStretch(1);
    return row;
}

/// What is shown rounded stays as it is until it is changed.
void take(double& target, const QDoubleSpinBox& box) {
    if (std::abs(box.value() - target) > 0.51 * std::pow(10, -box.decimals())) target = box.value();
}

template <class Enum>
void choose(QComboBox& box, Enum value) {
    box.setCurrentIndex(std::max(0, box.findData(static_cast<int>(value))));
}

}  // namespace

LabelEditor::LabelEditor(QWidget* parent) : QWidget(parent), m_field(new QComboBox(this)), m_more(new QWidget(this)) {
    m_field->setObjectName(QStringLiteral("labelField"));
    m_field->setAccessibleName(tr("Field that is shown"));
    m_form = new QFormLayout(m_more);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    addLook(*m_form);
    addPlace(*m_form);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_field);
    column->addWidget(m_more);
    const auto changed = [this] { read(); };
    for (QComboBox* box : {m_field, m_placement, m_callout}) connect(box, &QComboBox::activated, this, changed);
    for (QDoubleSpinBox* box : {m_size, m_haloWidth, m_spacing, m_apart, m_leastSize})
        connect(box, &QDoubleSpinBox::valueChanged, this, changed);
    for (QSpinBox* box : {m_lineLetters, m_priority}) connect(box, &QSpinBox::valueChanged, this, changed);
    connect(m_bold, &QCheckBox::toggled, this, changed);
    connect(m_colour, &ColourButton::chosen, this, changed);
    connect(m_halo, &ColourButton::chosen, this, changed);
}

QDoubleSpinBox* LabelEditor::number(const char* name, const QString& what, double most, double step,
                                    const QString& unit) {
    auto* box = new QDoubleSpinBox(m_more);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(what);
    box->setRange(0, most);
    box->setSingleStep(step);
    box->setDecimals(step < 0.2 ? 2 : 1);
    box->setSuffix(unit);
    return box;
}

void LabelEditor::addLook(QFormLayout& form) {
    m_size = number("labelSize", tr("Size of the letters"), 72, 0.5, tr(" pt"));
    m_size->setMinimum(3);
    m_bold = new QCheckBox(tr("Bold"), m_more);
    m_colour = new ColourButton(tr("Colour of the letters"), m_more);
    m_halo = new ColourButton(tr("Colour of the halo"), m_more);
    m_haloWidth = number("labelHalo", tr("Width of the halo"), 5, 0.1, tr(" mm"));
    m_spacing = number("labelSpacing", tr("Space between letters"), 5, 0.05, tr(" letters"));
    m_spacing->setMinimum(-0.2);
    m_lineLetters = new QSpinBox(m_more);
    m_lineLetters->setObjectName(QStringLiteral("labelLineLetters"));
    m_lineLetters->setAccessibleName(tr("Letters in a line"));
    m_lineLetters->setRange(0, 200);
    m_lineLetters->setSpecialValueText(tr("as the room asks"));
    form.addRow(tr("Letters"), rowOf({m_size, m_bold, m_colour}));
    form.addRow(tr("Halo"), rowOf({m_halo, m_haloWidth}));
    form.addRow(tr("Spacing"), rowOf({m_spacing}));
    form.addRow(tr("Line length"), rowOf({m_lineLetters}));
}

void LabelEditor::addPlace(QFormLayout& form) {
    m_placement = new QComboBox(m_more);
    m_placement->setObjectName(QStringLiteral("labelPlacement"));
    m_placement->setAccessibleName(tr("Where labels stand"));
    m_placement->addItem(tr("Beside it"), static_cast<int>(layers::LabelPlacement::Around));
    m_placement->addItem(tr("Inside it"), static_cast<int>(layers::LabelPlacement::Inside));
    m_placement->addItem(tr("Along it"), static_cast<int>(layers::LabelPlacement::AlongLine));
    m_callout = new QComboBox(m_more);
    m_callout->setObjectName(QStringLiteral("labelCallout"));
    m_callout->setAccessibleName(tr("Where no place near is free"));
    m_callout->addItem(tr("Left out"), static_cast<int>(layers::LabelCallout::None));
    m_callout->addItem(tr("Further away, with a line"), static_cast<int>(layers::LabelCallout::Line));
    m_callout->addItem(tr("Further away, on a card"), static_cast<int>(layers::LabelCallout::Box));
    m_priority = new QSpinBox(m_more);
    m_priority->setObjectName(QStringLiteral("labelPriority"));
    m_priority->setAccessibleName(tr("Priority among labels"));
    m_priority->setToolTip(tr("Labels of greater priority are placed first"));
    m_priority->setRange(-1000, 1000);
    m_apart = number("labelApart", tr("Distance between labels of the same name"), 1000, 10, tr(" mm"));
    m_apart->setSpecialValueText(tr("each has its own"));
    m_leastSize = number("labelLeastSize", tr("Smallest feature that has a label"), 500, 1, tr(" mm"));
    m_leastSize->setSpecialValueText(tr("any size"));
    form.addRow(tr("Placement"), m_placement);
    form.addRow(tr("No free place"), m_callout);
    form.addRow(tr("Priority"), rowOf({m_priority}));
    form.addRow(tr("Same names apart"), m_apart);
    form.addRow(tr("Features from"), m_leastSize);
}

void LabelEditor::show(const layers::LabelStyle& label, const gis::Schema& schema, int dimension) {
    m_label = label;
    m_dimension = dimension;
    m_showing = true;
    m_field->clear();
    m_field->addItem(tr("No labels"), QString());
    for (const gis::Field& field : schema.fields()) m_field->addItem(PlanWords::field(field.name), text(field.name));
    m_field->setCurrentIndex(std::max(0, m_field->findData(text(label.field))));
    m_showing = false;
    refresh();
}

void LabelEditor::read() {
    if (m_showing) return;
    m_label.field = m_field->currentData().toString().toStdString();
    take(m_label.sizePt, *m_size);
    m_label.bold = m_bold->isChecked();
    m_label.colour = m_colour->colour();
    m_label.haloColour = m_halo->colour();
    take(m_label.haloMm, *m_haloWidth);
    take(m_label.letterSpacing, *m_spacing);
    m_label.lineLetters = m_lineLetters->value();
    m_label.placement = static_cast<layers::LabelPlacement>(m_placement->currentData().toInt());
    m_label.callout = static_cast<layers::LabelCallout>(m_callout->currentData().toInt());
    m_label.priority = m_priority->value();
    take(m_label.apartMm, *m_apart);
    take(m_label.leastSizeMm, *m_leastSize);
    refresh();
    Q_EMIT edited();
}

void LabelEditor::refresh() {
    m_showing = true;
    m_size->setValue(m_label.sizePt);
    m_bold->setChecked(m_label.bold);
    m_colour->setColour(m_label.colour);
    m_halo->setColour(m_label.haloColour);
    m_haloWidth->setValue(m_label.haloMm);
    m_spacing->setValue(m_label.letterSpacing);
    m_lineLetters->setValue(m_label.lineLetters);
    choose(*m_placement, m_label.placement);
    choose(*m_callout, m_label.callout);
    m_priority->setValue(m_label.priority);
    m_apart->setValue(m_label.apartMm);
    m_leastSize->setValue(m_label.leastSizeMm);
    m_more->setVisible(!m_label.field.empty());
    // Points have neither size nor course, and each has its own name.
    for (QWidget* part : {static_cast<QWidget*>(m_apart), static_cast<QWidget*>(m_leastSize)}) {
        part->setVisible(m_dimension != 0);
        if (QWidget* title = m_form->labelForField(part)) title->setVisible(m_dimension != 0);
    }
    m_showing = false;
}

}  // namespace app
