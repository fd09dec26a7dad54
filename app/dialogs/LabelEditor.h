// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "gis/feature/Value.h"
#include "layers/style/Style.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace app {

class ColourButton;

/// What labels say, how they look and where they stand. GUI thread.
class LabelEditor : public QWidget {
    Q_OBJECT
public:
    explicit LabelEditor(QWidget* parent = nullptr);
    /// `dimension` of the layer's features; -1: several.
    void show(const layers::LabelStyle& label, const gis::Schema& schema, int dimension = -1);
    const layers::LabelStyle& label() const { return m_label; }

Q_SIGNALS:
    void edited();

private:
    void addLook(QFormLayout& form);
    void addPlace(QFormLayout& form);
    QDoubleSpinBox* number(const char* name, const QString& what, double most, double step, const QString& unit);
    void read();
    void refresh();
    layers::LabelStyle m_label;
    int m_dimension = -1;
    bool m_showing = false;
    QComboBox* m_field;
    QWidget* m_more;  ///< all that counts only where there are labels
    QFormLayout* m_form;
    QDoubleSpinBox* m_size;
    QCheckBox* m_bold;
    ColourButton* m_colour;
    ColourButton* m_halo;
    QDoubleSpinBox* m_haloWidth;
    QDoubleSpinBox* m_spacing;
    QSpinBox* m_lineLetters;
    QComboBox* m_placement;
    QComboBox* m_callout;
    QSpinBox* m_priority;
    QDoubleSpinBox* m_apart;
    QDoubleSpinBox* m_leastSize;
};

}  // namespace app
