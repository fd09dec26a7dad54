// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/window/Workbench.h"
#include "layers/plan/Layer.h"

class QFormLayout;
class QLabel;

namespace app {

/// The attributes of the one selected feature, editable where its layer is; each change is one undo step. GUI thread.
class AttributesSection : public QWidget {
    Q_OBJECT
public:
    explicit AttributesSection(Workbench& workbench, QWidget* parent = nullptr);

private:
    void refresh();
    void retireForm();
    void addRow(QFormLayout& form, const layers::Layer& layer, const gis::Feature& feature, std::size_t field);
    void change(gis::LayerId layer, gis::FeatureId feature, const std::string& field, const QString& value);
    Workbench& m_workbench;
    QWidget* m_form = nullptr;
};

}  // namespace app
