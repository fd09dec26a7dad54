// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include "app/dialogs/WorkDialog.h"
#include "layers/plan/Layer.h"

class QCheckBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QSlider;
class QToolButton;

namespace app {

class ClassEditor;
class ClassingEditor;
class LabelEditor;
class ScaleRange;
class SymbolEditor;

/// The look of a layer: one symbol, classes by value or of numbers, rules; class by class. Changes show on the map at
/// once and can be undone; several within a moment are one step. Stays open beside the map. GUI thread.
class StyleDialog : public WorkDialog {
    Q_OBJECT
public:
    StyleDialog(Workbench& workbench, gis::LayerId layer);
    ~StyleDialog() override;
    gis::LayerId layer() const { return m_layer; }
    void done(int result) override;

private:
    QLayout* makeClasses();
    QLayout* makeClassButtons();
    QWidget* makeProperties();
    QLayout* makeButtons();
    void addLayerPart(class QVBoxLayout& column);
    void refresh();
    void showStyle();
    void fillClasses();
    void showClass();
    void showOrigin();
    void classesEdited();
    void classEdited();
    void symbolEdited();
    void labelEdited();
    void layerScalesEdited();
    void classScalesEdited();
    void ownLabelChosen(bool own);
    void addClassPart(class QVBoxLayout& column);
    void makeKeys();
    /// The place among the classes that the first feature has.
    int usualRow() const;
    void addClass();
    void removeClass();
    void moveClass(int by);
    void openLibrary();
    void paste();
    void reset();
    void take(const layers::Style& style);
    /// The style is changed in the plan a moment later, so that a spinning wheel is one step.
    void later();
    void apply();
    layers::LayerPtr present() const;
    layers::Category* category();

    gis::LayerId m_layer;
    layers::Style m_style;
    int m_dimension = -1;
    bool m_showing = false;
    QTimer m_later;
    ClassingEditor* m_classing;
    QListWidget* m_classes;
    QToolButton* m_remove = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    QLabel* m_classHeading = nullptr;
    ClassEditor* m_class;
    QCheckBox* m_othersHidden = nullptr;
    SymbolEditor* m_symbol;
    LabelEditor* m_label;
    QSlider* m_opacity;
    ScaleRange* m_scales = nullptr;       ///< of the layer
    ScaleRange* m_classScales = nullptr;  ///< of the chosen class
    QLabel* m_classScalesTitle = nullptr;
    QCheckBox* m_ownLabel = nullptr;
    QCheckBox* m_openJunctions = nullptr;
    QLabel* m_origin = nullptr;
};

}  // namespace app
