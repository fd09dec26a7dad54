// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "layers/style/Style.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;

namespace app {

class ColourButton;
class MarkerRows;

/// Rows of a form for the fill of polygons: ground and pattern. GUI thread.
class FillRows : public QObject {
    Q_OBJECT
public:
    FillRows(QFormLayout& form, QWidget* parent);
    /// `line`: the colour that a new pattern takes.
    void show(const layers::FillSymbol& fill, layers::Colour line, bool shown);
    const layers::FillSymbol& fill() const { return m_fill; }

Q_SIGNALS:
    void edited();

private:
    void refresh();
    template <class Edit>
    void change(Edit edit) {
        if (m_showing) return;
        edit(m_fill);
        refresh();
        Q_EMIT edited();
    }

    QFormLayout& m_form;
    layers::FillSymbol m_fill;
    layers::Colour m_lineColour;
    bool m_showing = false;
    bool m_shown = true;
    QComboBox* m_pattern;
    ColourButton* m_ground;
    QCheckBox* m_range;
    ColourButton* m_patternColour;
    QDoubleSpinBox* m_spacing;
    QDoubleSpinBox* m_angle;
    QDoubleSpinBox* m_patternWidth;
    MarkerRows* m_marker;
};

}  // namespace app
