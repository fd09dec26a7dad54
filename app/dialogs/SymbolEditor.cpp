// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/SymbolEditor.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <algorithm>

#include "app/dialogs/ColourButton.h"

namespace app {

namespace {

using layers::FillPattern;
using layers::MarkerShape;

QDoubleSpinBox* millimetres(QWidget* parent, const QString& what, double least, double most) {
    auto* spin = new QDoubleSpinBox(parent);
    spin->setRange(least, most);
    spin->setSingleStep(0.1);
    spin->setDecimals(2);
    spin->setSuffix(SymbolEditor::tr(" mm"));
    spin->setAccessibleName(what);
    spin->setToolTip(what);
    return spin;
}

QWidget* inRow(std::initializer_list<QWidget*> parts, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget* part : parts) row->addWidget(part);
    row->addStretch(1);
    return box;
}

/// Dash lengths for a choice; the first is solid.
const std::vector<std::vector<double>>& dashes() {
    static const std::vector<std::vector<double>> all = {{}, {2, 1}, {0.6, 0.6}, {3, 1, 0.6, 1}};
    return all;
}

}  // namespace

SymbolEditor::SymbolEditor(QWidget* parent) : QWidget(parent), m_form(new QFormLayout(this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    addFill(*m_form);
    addLine(*m_form);
    addMarker(*m_form);
}

void SymbolEditor::addFill(QFormLayout& form) {
    m_pattern = new QComboBox(this);
    m_pattern->addItem(tr("No fill"), int(FillPattern::None));
    m_pattern->addItem(tr("Plain"), int(FillPattern::Solid));
    m_pattern->addItem(tr("Hatched"), int(FillPattern::Hatch));
    m_pattern->addItem(tr("Cross-hatched"), int(FillPattern::CrossHatch));
    m_pattern->addItem(tr("Dotted"), int(FillPattern::Dots));
    m_pattern->setAccessibleName(tr("Fill pattern"));
    m_fill = new ColourButton(tr("Colour of the fill"), this);
    m_patternColour = new ColourButton(tr("Colour of the pattern"), this);
    m_spacing = millimetres(this, tr("Distance of the pattern's lines or dots"), 0.3, 20);
    form.addRow(tr("Fill"), inRow({m_pattern, m_fill}, this));
    form.addRow(tr("Pattern"), inRow({m_patternColour, m_spacing}, this));
    connect(m_pattern, &QComboBox::activated, this, [this] {
        change([this](layers::Symbol& s) {
            if (!s.fill) s.fill = layers::FillSymbol{};
            s.fill->pattern = static_cast<FillPattern>(m_pattern->currentData().toInt());
            // A pattern without a colour of its own would not be seen.
            if (s.fill->patternColour == layers::Colour{} && s.line) s.fill->patternColour = s.line->colour;
        });
    });
    connect(m_fill, &ColourButton::chosen, this, [this](layers::Colour colour) {
        change([colour](layers::Symbol& s) {
            if (!s.fill) s.fill = layers::FillSymbol{};
            s.fill->colour = colour;
        });
    });
    connect(m_patternColour, &ColourButton::chosen, this,
            [this](layers::Colour colour) { change([colour](layers::Symbol& s) { s.fill->patternColour = colour; }); });
    connect(m_spacing, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](layers::Symbol& s) { s.fill->spacingMm = value; }); });
}

void SymbolEditor::addLine(QFormLayout& form) {
    m_line = new ColourButton(tr("Colour of the line"), this);
    m_width = millimetres(this, tr("Width of the line"), 0, 30);
    m_width->setObjectName(QStringLiteral("lineWidth"));
    m_dash = new QComboBox(this);
    m_dash->addItems({tr("Solid"), tr("Dashed"), tr("Dotted line"), tr("Dash and dot"), tr("Own dashes")});
    m_dash->setAccessibleName(tr("Dashes"));
    m_casing = new ColourButton(tr("Colour of the casing"), this);
    m_casingWidth = millimetres(this, tr("Width of the casing on each side"), 0, 10);
    form.addRow(tr("Line"), inRow({m_line, m_width, m_dash}, this));
    form.addRow(tr("Casing"), inRow({m_casing, m_casingWidth}, this));
    const auto line = [this](auto edit) {
        change([&edit](layers::Symbol& s) {
            if (!s.line) s.line = layers::LineSymbol{};
            edit(*s.line);
        });
    };
    connect(m_line, &ColourButton::chosen, this,
            [line](layers::Colour colour) { line([colour](layers::LineSymbol& l) { l.colour = colour; }); });
    connect(m_width, &QDoubleSpinBox::valueChanged, this,
            [line](double value) { line([value](layers::LineSymbol& l) { l.widthMm = value; }); });
    connect(m_dash, &QComboBox::activated, this, [line](int index) {
        if (static_cast<std::size_t>(index) < dashes().size())
            line([index](layers::LineSymbol& l) { l.dashMm = dashes()[static_cast<std::size_t>(index)]; });
    });
    connect(m_casing, &ColourButton::chosen, this,
            [line](layers::Colour colour) { line([colour](layers::LineSymbol& l) { l.casingColour = colour; }); });
    connect(m_casingWidth, &QDoubleSpinBox::valueChanged, this,
            [line](double value) { line([value](layers::LineSymbol& l) { l.casingMm = value; }); });
}

void SymbolEditor::addMarker(QFormLayout& form) {
    m_shape = new QComboBox(this);
    m_shape->addItem(tr("Circle"), int(MarkerShape::Circle));
    m_shape->addItem(tr("Ring"), int(MarkerShape::Ring));
    m_shape->addItem(tr("Square"), int(MarkerShape::Square));
    m_shape->addItem(tr("Diamond"), int(MarkerShape::Diamond));
    m_shape->addItem(tr("Triangle"), int(MarkerShape::Triangle));
    m_shape->addItem(tr("Star"), int(MarkerShape::Star));
    m_shape->addItem(tr("Hexagon"), int(MarkerShape::Hexagon));
    m_shape->setAccessibleName(tr("Shape of the point"));
    m_marker = new ColourButton(tr("Colour of the point"), this);
    m_size = millimetres(this, tr("Size of the point"), 0.2, 30);
    form.addRow(tr("Point"), inRow({m_shape, m_marker, m_size}, this));
    const auto marker = [this](auto edit) {
        change([&edit](layers::Symbol& s) {
            if (!s.marker) s.marker = layers::MarkerSymbol{};
            edit(*s.marker);
        });
    };
    connect(m_shape, &QComboBox::activated, this, [this, marker] {
        const auto shape = static_cast<MarkerShape>(m_shape->currentData().toInt());
        marker([shape](layers::MarkerSymbol& m) { m.shape = shape; });
    });
    connect(m_marker, &ColourButton::chosen, this,
            [marker](layers::Colour colour) { marker([colour](layers::MarkerSymbol& m) { m.fill = colour; }); });
    connect(m_size, &QDoubleSpinBox::valueChanged, this,
            [marker](double value) { marker([value](layers::MarkerSymbol& m) { m.sizeMm = value; }); });
}

void SymbolEditor::change(const std::function<void(layers::Symbol&)>& edit) {
    if (m_showing) return;
    edit(m_symbol);
    refresh();
    Q_EMIT edited();
}

void SymbolEditor::show(const layers::Symbol& symbol, int dimension) {
    m_symbol = symbol;
    m_dimension = dimension;
    refresh();
}

void SymbolEditor::showRow(QWidget* field, bool shown) {
    QWidget* row = field->parentWidget();
    row->setVisible(shown);
    if (QWidget* label = m_form->labelForField(row)) label->setVisible(shown);
}

void SymbolEditor::refresh() {
    m_showing = true;
    const layers::FillSymbol fill = m_symbol.fill.value_or(layers::FillSymbol{FillPattern::None, {}, {}});
    const layers::LineSymbol line = m_symbol.line.value_or(layers::LineSymbol{});
    const layers::MarkerSymbol marker = m_symbol.marker.value_or(layers::MarkerSymbol{});
    const bool areas = m_dimension == 2 || (m_dimension < 0 && m_symbol.fill);
    const bool points = m_dimension == 0 || (m_dimension < 0 && m_symbol.marker);
    const bool hasPattern = areas && fill.pattern != FillPattern::None && fill.pattern != FillPattern::Solid;
    showRow(m_pattern, areas);
    showRow(m_patternColour, hasPattern);
    showRow(m_line, m_dimension != 0);
    showRow(m_casing, m_dimension == 1 || (m_symbol.line && line.casingMm > 0));
    showRow(m_shape, points);
    m_pattern->setCurrentIndex(m_pattern->findData(int(fill.pattern)));
    m_fill->setColour(fill.colour);
    m_fill->setVisible(fill.pattern != FillPattern::None);
    m_patternColour->setColour(fill.patternColour);
    m_spacing->setValue(fill.spacingMm);
    m_line->setColour(line.colour);
    m_width->setValue(m_symbol.line ? line.widthMm : 0);
    const auto dash = std::find(dashes().begin(), dashes().end(), line.dashMm);
    m_dash->setCurrentIndex(static_cast<int>(dash - dashes().begin()));
    m_casing->setColour(line.casingColour);
    m_casingWidth->setValue(line.casingMm);
    m_shape->setCurrentIndex(m_shape->findData(int(marker.shape)));
    m_marker->setColour(marker.fill);
    m_size->setValue(marker.sizeMm);
    m_showing = false;
}

}  // namespace app
