// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "layers/plan/Layer.h"
#include "layers/style/ColourRamp.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace app {

/// What a style's classes go by, and classes made from the values of a field: each choice makes them anew. GUI thread.
class ClassingEditor : public QWidget {
    Q_OBJECT
public:
    explicit ClassingEditor(QWidget* parent = nullptr);
    /// `dimension` of the layer's features, -1 for mixed ones.
    void show(const layers::LayerPtr& layer, const layers::Style& style, int dimension);
    const layers::Style& style() const { return m_style; }

Q_SIGNALS:
    /// style() has other classes.
    void edited();

private:
    void addFields();
    void addRamps();
    void fillFields();
    void chooseKind();
    void chooseRamp(bool forValues);
    void makeClasses();
    void refresh();
    void toRules();

    layers::LayerPtr m_layer;
    layers::Style m_style;
    int m_dimension = -1;
    std::vector<layers::ColourRamp> m_ramps;
    QFormLayout* m_form;
    QComboBox* m_kind;
    QComboBox* m_field;
    QComboBox* m_method;
    QSpinBox* m_count;
    QComboBox* m_ramp;
    QComboBox* m_vary;
    QLabel* m_problem;
};

}  // namespace app
