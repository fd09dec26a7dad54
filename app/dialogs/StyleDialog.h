// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include "app/dialogs/WorkDialog.h"
#include "layers/plan/Layer.h"

class QComboBox;
class QFormLayout;
class QListWidget;
class QSlider;

namespace app {

class LabelEditor;
class SymbolEditor;

/// The look of a layer, class by class. Changes show on the map at once and can be undone; several within a moment
/// are one step. Stays open beside the map. GUI thread.
class StyleDialog : public WorkDialog {
    Q_OBJECT
public:
    StyleDialog(Workbench& workbench, gis::LayerId layer);
    ~StyleDialog() override;
    gis::LayerId layer() const { return m_layer; }
    void done(int result) override;

private:
    QLayout* makeProperties();
    void addScale(QFormLayout& form);
    void refresh();
    void fillClasses();
    void showClass();
    void symbolEdited();
    void labelEdited();
    void scaleEdited();
    void reset();
    /// The style is changed in the plan a moment later, so that a spinning wheel is one step.
    void later();
    void apply();
    layers::LayerPtr present() const;
    layers::Category* category();
    QComboBox* scaleBox(const QString& what);

    gis::LayerId m_layer;
    layers::Style m_style;
    int m_dimension = -1;
    bool m_showing = false;
    QTimer m_later;
    QListWidget* m_classes;
    SymbolEditor* m_symbol;
    LabelEditor* m_label;
    QSlider* m_opacity;
    QComboBox* m_largest;
    QComboBox* m_smallest;
};

}  // namespace app
