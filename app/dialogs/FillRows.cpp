// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/FillRows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>

#include "app/dialogs/ColourButton.h"
#include "app/dialogs/FormRows.h"
#include "app/dialogs/MarkerRows.h"

namespace app {

using layers::FillPattern;

FillRows::FillRows(QFormLayout& form, QWidget* parent) : QObject(parent), m_form(form) {
    m_pattern = new QComboBox(parent);
    m_pattern->addItem(tr("No fill"), int(FillPattern::None));
    m_pattern->addItem(tr("Plain"), int(FillPattern::Solid));
    m_pattern->addItem(tr("Hatched"), int(FillPattern::Hatch));
    m_pattern->addItem(tr("Cross-hatched"), int(FillPattern::CrossHatch));
    m_pattern->addItem(tr("Dotted"), int(FillPattern::Dots));
    m_pattern->addItem(tr("Strewn with symbols"), int(FillPattern::Markers));
    m_pattern->setAccessibleName(tr("Fill pattern"));
    m_pattern->setObjectName(QStringLiteral("fillPattern"));
    m_ground = new ColourButton(tr("Colour of the fill"), parent);
    m_range = new QCheckBox(tr("Planning range: what lies outside is muted"), parent);
    m_range->setToolTip(tr("The fill lies below all layers; the paper and rasters around it fade"));
    m_range->setObjectName(QStringLiteral("planningRange"));
    m_patternColour = new ColourButton(tr("Colour of the pattern"), parent);
    m_spacing = millimetres(parent, tr("Distance of the pattern's lines or dots"), 0.3, 20);
    m_angle = new QDoubleSpinBox(parent);
    m_angle->setRange(-360, 360);
    m_angle->setDecimals(0);
    m_angle->setSingleStep(15);
    m_angle->setSuffix(QStringLiteral("°"));
    m_angle->setAccessibleName(tr("Angle of the pattern"));
    m_angle->setToolTip(m_angle->accessibleName());
    form.addRow(tr("Fill"), inRow({m_pattern, m_ground}, parent));
    form.addRow(QString(), inRow({m_range}, parent));
    form.addRow(tr("Pattern"), inRow({m_patternColour, m_spacing, m_angle}, parent));
    m_patternWidth = millimetres(parent, tr("Width of the pattern's lines or dots"), 0.05, 10);
    m_patternWidth->setObjectName(QStringLiteral("patternWidth"));
    m_patternWidth->setSingleStep(0.05);
    form.addRow(tr("Pattern width"), inRow({m_patternWidth}, parent));
    m_marker = new MarkerRows(form, parent, tr("Symbol"), MarkerRows::Extent::ShapeAlone);
    connect(m_patternWidth, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](layers::FillSymbol& f) { f.patternWidthMm = value; }); });
    connect(m_pattern, &QComboBox::activated, this, [this] {
        change([this](layers::FillSymbol& f) {
            f.pattern = static_cast<FillPattern>(m_pattern->currentData().toInt());
            // A pattern without a colour of its own would not be seen.
            if (f.patternColour == layers::Colour{}) f.patternColour = m_lineColour;
            if (f.pattern != FillPattern::Markers) return;
            f.spacingMm = std::max(f.spacingMm, 3.0);
            if (f.patternMarker == layers::FillSymbol{}.patternMarker)
                f.patternMarker = {layers::MarkerShape::Circle, 1, m_lineColour, {}, 0, {0, 0, 0, 0}};
        });
    });
    connect(m_ground, &ColourButton::chosen, this,
            [this](layers::Colour colour) { change([colour](layers::FillSymbol& f) { f.colour = colour; }); });
    connect(m_range, &QCheckBox::clicked, this,
            [this](bool checked) { change([checked](layers::FillSymbol& f) { f.ground = checked; }); });
    connect(m_patternColour, &ColourButton::chosen, this,
            [this](layers::Colour colour) { change([colour](layers::FillSymbol& f) { f.patternColour = colour; }); });
    connect(m_spacing, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](layers::FillSymbol& f) { f.spacingMm = value; }); });
    connect(m_angle, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](layers::FillSymbol& f) { f.angleDegrees = value; }); });
    connect(m_marker, &MarkerRows::edited, this,
            [this] { change([this](layers::FillSymbol& f) { f.patternMarker = m_marker->marker(); }); });
}

void FillRows::show(const layers::FillSymbol& fill, layers::Colour line, bool shown) {
    m_fill = fill;
    m_lineColour = line;
    m_shown = shown;
    refresh();
}

void FillRows::refresh() {
    m_showing = true;
    const bool hasPattern = m_fill.pattern != FillPattern::None && m_fill.pattern != FillPattern::Solid;
    const bool hasMarkers = m_fill.pattern == FillPattern::Markers;
    showRow(m_form, m_pattern, m_shown);
    showRow(m_form, m_patternColour, m_shown && hasPattern);
    showRow(m_form, m_range, m_shown && m_fill.pattern != FillPattern::None);
    m_range->setChecked(m_fill.ground);
    chooseData(*m_pattern, int(m_fill.pattern));
    m_ground->setColour(m_fill.colour);
    m_ground->setVisible(m_fill.pattern != FillPattern::None);
    m_patternColour->setColour(m_fill.patternColour);
    m_patternColour->setVisible(!hasMarkers);
    m_spacing->setMinimum(hasMarkers ? 0.8 : 0.3);
    m_spacing->setValue(m_fill.spacingMm);
    m_angle->setVisible(m_fill.pattern != FillPattern::Dots);
    m_angle->setValue(m_fill.angleDegrees);
    showRow(m_form, m_patternWidth, m_shown && hasPattern && !hasMarkers);
    m_patternWidth->setValue(m_fill.patternWidthMm);
    m_marker->show(m_fill.patternMarker);
    m_marker->setShown(m_shown && hasMarkers);
    m_showing = false;
}

}  // namespace app
