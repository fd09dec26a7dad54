// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>
#include <functional>

#include "layers/style/Style.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;

namespace app {

class ColourButton;

/// Fill, line and marker of one symbol; shows the parts that the features of the layer can have. GUI thread.
class SymbolEditor : public QWidget {
    Q_OBJECT
public:
    explicit SymbolEditor(QWidget* parent = nullptr);
    /// `dimension` of the layer's features, -1 for mixed ones.
    void show(const layers::Symbol& symbol, int dimension);
    const layers::Symbol& symbol() const { return m_symbol; }

Q_SIGNALS:
    void edited();

private:
    void addFill(QFormLayout& form);
    void addLine(QFormLayout& form);
    void addMarker(QFormLayout& form);
    void showRow(QWidget* field, bool shown);
    void refresh();
    void change(const std::function<void(layers::Symbol&)>& edit);

    layers::Symbol m_symbol;
    int m_dimension = -1;
    bool m_showing = false;
    QFormLayout* m_form;
    QComboBox* m_pattern;
    ColourButton* m_fill;
    ColourButton* m_patternColour;
    QDoubleSpinBox* m_spacing;
    ColourButton* m_line;
    QDoubleSpinBox* m_width;
    QComboBox* m_dash;
    ColourButton* m_casing;
    QDoubleSpinBox* m_casingWidth;
    QComboBox* m_shape;
    ColourButton* m_marker;
    QDoubleSpinBox* m_size;
};

}  // namespace app
