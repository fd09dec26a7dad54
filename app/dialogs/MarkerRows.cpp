// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/MarkerRows.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSpinBox>

#include "app/dialogs/ColourButton.h"
#include "app/dialogs/FormRows.h"
#include "app/panels/Swatch.h"
#include "layers/render/SvgSymbol.h"

namespace app {

namespace {

using layers::MarkerShape;

/// A shape of its own, or a drawing by its name.
QVariant dataOf(MarkerShape shape, const QString& svg = {}) {
    return QVariant(QStringList{QString::number(int(shape)), svg});
}

void addDrawings(QComboBox& box) {
    box.insertSeparator(box.count());
    for (const std::string& name : layers::shippedSvgSymbols()) {
        layers::Symbol sample;
        sample.marker = layers::MarkerSymbol{MarkerShape::Svg, 3.6, {60, 60, 60, 255}, {}, 0, {0, 0, 0, 0}};
        sample.marker->svg = name;
        box.addItem(swatch(sample, 0), QString::fromStdString(layers::shippedSvgSymbol(name)->title),
                    dataOf(MarkerShape::Svg, QString::fromStdString(name)));
    }
}

}  // namespace

MarkerRows::MarkerRows(QFormLayout& form, QWidget* parent, const QString& label, Extent extent)
    : QObject(parent), m_form(form), m_parent(parent), m_extent(extent) {
    addShape(label);
    if (extent == Extent::ShapeAlone) return;
    addOutline();
    addGrading();
}

void MarkerRows::addShape(const QString& label) {
    m_shape = new QComboBox(m_parent);
    m_shape->addItem(tr("Circle"), dataOf(MarkerShape::Circle));
    m_shape->addItem(tr("Ring"), dataOf(MarkerShape::Ring));
    m_shape->addItem(tr("Concentric circles"), dataOf(MarkerShape::Concentric));
    m_shape->addItem(tr("Square"), dataOf(MarkerShape::Square));
    m_shape->addItem(tr("Diamond"), dataOf(MarkerShape::Diamond));
    m_shape->addItem(tr("Triangle"), dataOf(MarkerShape::Triangle));
    m_shape->addItem(tr("Star"), dataOf(MarkerShape::Star));
    m_shape->addItem(tr("Hexagon"), dataOf(MarkerShape::Hexagon));
    addDrawings(*m_shape);
    m_shape->setAccessibleName(tr("Shape of the point"));
    m_shape->setMaxVisibleItems(24);
    m_fill = new ColourButton(tr("Colour of the point"), m_parent);
    m_size = millimetres(m_parent, tr("Size of the point"), 0.2, 30);
    m_form.addRow(label, inRow({m_shape, m_fill, m_size}, m_parent));
    if (m_extent == Extent::Whole) m_shape->setObjectName(QStringLiteral("markerShape"));
    connect(m_shape, &QComboBox::activated, this, &MarkerRows::chooseShape);
    connect(m_fill, &ColourButton::chosen, this,
            [this](layers::Colour colour) { change([colour](layers::MarkerSymbol& m) { m.fill = colour; }); });
    connect(m_size, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](layers::MarkerSymbol& m) { m.sizeMm = value; }); });
}

void MarkerRows::chooseShape() {
    const QStringList data = m_shape->currentData().toStringList();
    if (data.size() != 2) return;
    change([&](layers::MarkerSymbol& m) {
        m_none = data[0].isEmpty();
        if (m_none) return;
        m.shape = static_cast<MarkerShape>(data[0].toInt());
        m.svg = data[1].toStdString();
    });
}

void MarkerRows::offerNone(bool offered) {
    const QStringList none{QString(), QString()};
    const int known = m_shape->findData(none);
    if (offered && known < 0) m_shape->insertItem(0, tr("No symbol"), none);
    if (!offered && known >= 0) m_shape->removeItem(known);
}

void MarkerRows::addOutline() {
    m_outline = new ColourButton(tr("Colour of the point's outline"), m_parent);
    m_outlineWidth = millimetres(m_parent, tr("Width of the point's outline"), 0, 5);
    m_centre = new ColourButton(tr("Colour of the dot in the middle; transparent for none"), m_parent);
    m_rings = new QSpinBox(m_parent);
    m_rings->setRange(1, 6);
    m_rings->setSuffix(tr(" rings"));
    m_rings->setAccessibleName(tr("Number of rings"));
    m_form.addRow(tr("Outline"), inRow({m_outline, m_outlineWidth, m_centre, m_rings}, m_parent));
    connect(m_outline, &ColourButton::chosen, this,
            [this](layers::Colour colour) { change([colour](layers::MarkerSymbol& m) { m.outline = colour; }); });
    connect(m_outlineWidth, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](layers::MarkerSymbol& m) { m.outlineMm = value; }); });
    connect(m_centre, &ColourButton::chosen, this,
            [this](layers::Colour colour) { change([colour](layers::MarkerSymbol& m) { m.centre = colour; }); });
    connect(m_rings, &QSpinBox::valueChanged, this,
            [this](int value) { change([value](layers::MarkerSymbol& m) { m.rings = value; }); });
}

void MarkerRows::addGrading() {
    m_field = new QComboBox(m_parent);
    m_field->setAccessibleName(tr("Field that the area of the point grows with"));
    m_field->setToolTip(m_field->accessibleName());
    m_field->setObjectName(QStringLiteral("sizeField"));
    m_value = new QDoubleSpinBox(m_parent);
    m_value->setRange(1e-6, 1e12);
    m_value->setDecimals(2);
    m_value->setAccessibleName(tr("The number that has the size above"));
    m_value->setToolTip(m_value->accessibleName());
    m_form.addRow(tr("Graded by"), inRow({m_field, m_value}, m_parent));
    connect(m_field, &QComboBox::activated, this, [this](int index) {
        const std::string field = index <= 0 ? std::string() : m_field->currentText().toStdString();
        change([&field](layers::MarkerSymbol& m) { m.sizeField = field; });
    });
    connect(m_value, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](layers::MarkerSymbol& m) { m.sizeValue = value; }); });
}

void MarkerRows::setSchema(const gis::Schema& schema) {
    if (m_field == nullptr) return;
    m_field->clear();
    m_field->addItem(tr("All alike"));
    for (const gis::Field& field : schema.fields())
        if (field.type == gis::FieldType::Integer || field.type == gis::FieldType::Real)
            m_field->addItem(QString::fromStdString(field.name));
}

void MarkerRows::show(const layers::MarkerSymbol& marker) {
    offerNone(false);
    m_none = false;
    m_marker = marker;
    refresh();
}

void MarkerRows::showOptional(const std::optional<layers::MarkerSymbol>& marker) {
    offerNone(true);
    m_none = !marker.has_value();
    m_marker = marker.value_or(
        layers::MarkerSymbol{MarkerShape::Circle, 3, {80, 80, 80, 255}, {255, 255, 255, 255}, 0.3, {0, 0, 0, 0}});
    refresh();
}

void MarkerRows::setShown(bool shown) {
    m_shown = shown;
    refresh();
}

void MarkerRows::refresh() {
    m_showing = true;
    showRow(m_form, m_shape, m_shown);
    const QString svg = m_marker.shape == MarkerShape::Svg ? QString::fromStdString(m_marker.svg) : QString();
    m_shape->setCurrentIndex(m_none ? 0 : m_shape->findData(dataOf(m_marker.shape, svg)));
    m_fill->setVisible(!m_none);
    m_size->setVisible(!m_none);
    m_fill->setColour(m_marker.fill);
    m_size->setValue(m_marker.sizeMm);
    if (m_extent == Extent::Whole) {
        showRow(m_form, m_outline, m_shown && !m_none);
        showRow(m_form, m_field, m_shown && !m_none && m_field->count() > 1);
        m_outline->setColour(m_marker.outline);
        m_outlineWidth->setValue(m_marker.outlineMm);
        m_centre->setColour(m_marker.centre);
        m_centre->setVisible(m_marker.shape != MarkerShape::Svg);
        m_rings->setVisible(m_marker.shape == MarkerShape::Concentric);
        m_rings->setValue(m_marker.rings);
        const QString field = QString::fromStdString(m_marker.sizeField);
        if (!field.isEmpty() && m_field->findText(field) < 0) m_field->addItem(field);
        m_field->setCurrentIndex(field.isEmpty() ? 0 : m_field->findText(field));
        m_value->setValue(m_marker.sizeValue);
        m_value->setVisible(!field.isEmpty());
    }
    m_showing = false;
}

}  // namespace app
