// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "gis/feature/Value.h"
#include "layers/style/Style.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;

namespace app {

class ColourButton;

/// Field, size and colour of labels. GUI thread.
class LabelEditor : public QWidget {
    Q_OBJECT
public:
    explicit LabelEditor(QWidget* parent = nullptr);
    void show(const layers::LabelStyle& label, const gis::Schema& schema);
    const layers::LabelStyle& label() const { return m_label; }

Q_SIGNALS:
    void edited();

private:
    void refresh();
    layers::LabelStyle m_label;
    bool m_showing = false;
    QComboBox* m_field;
    QDoubleSpinBox* m_size;
    QCheckBox* m_bold;
    ColourButton* m_colour;
    ColourButton* m_halo;
};

}  // namespace app
