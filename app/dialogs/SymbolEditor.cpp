// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/SymbolEditor.h"

#include <QFormLayout>

#include "app/dialogs/FillRows.h"
#include "app/dialogs/LineRows.h"
#include "app/dialogs/MarkerRows.h"

namespace app {

SymbolEditor::SymbolEditor(QWidget* parent) : QWidget(parent), m_form(new QFormLayout(this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_fill = new FillRows(*m_form, this);
    m_line = new LineRows(*m_form, this);
    m_marker = new MarkerRows(*m_form, this, tr("Point"), MarkerRows::Extent::Whole);
    connect(m_fill, &FillRows::edited, this, [this] {
        m_symbol.fill = m_fill->fill();
        Q_EMIT edited();
    });
    connect(m_line, &LineRows::edited, this, [this] {
        m_symbol.line = m_line->line();
        Q_EMIT edited();
    });
    connect(m_marker, &MarkerRows::edited, this, [this] {
        m_symbol.marker = m_marker->chosen();
        Q_EMIT edited();
    });
}

void SymbolEditor::setSchema(const gis::Schema& schema) { m_marker->setSchema(schema); }

void SymbolEditor::show(const layers::Symbol& symbol, int dimension) {
    m_symbol = symbol;
    m_dimension = dimension;
    const layers::Colour lineColour = symbol.line ? symbol.line->colour : layers::Colour{90, 90, 90, 255};
    m_fill->show(symbol.fill.value_or(layers::FillSymbol{layers::FillPattern::None, {}, {}}), lineColour,
                 dimension == 2 || (dimension < 0 && symbol.fill));
    m_line->show(symbol.line, dimension, dimension != 0);
    if (dimension == 0)  // what a point without a symbol is drawn with
        m_marker->show(symbol.marker.value_or(layers::MarkerSymbol{
            layers::MarkerShape::Circle, 1.4, {80, 80, 80, 255}, {255, 255, 255, 255}, 0.3, {0, 0, 0, 0}}));
    else
        m_marker->showOptional(symbol.marker);
    m_marker->setShown(dimension != 1);
}

}  // namespace app
