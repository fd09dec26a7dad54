// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dialogs/WorkDialog.h"
#include "app/session/IdStream.h"
#include "layers/scheme/LayoutRecipe.h"

class QCheckBox;

namespace app {

class BuildOutcome;
class ElementForm;

/// Builds a feature again from its recipe, with other members or another width. One that was changed by hand since is
/// only replaced once the user says so. One undo step. GUI thread.
class RebuildElementDialog : public WorkDialog {
    Q_OBJECT
public:
    /// The feature must have a recipe.
    RebuildElementDialog(Workbench& workbench, gis::LayerId layer, gis::FeatureId feature);
    void accept() override;

private:
    void addWarning(QVBoxLayout& column);
    void refreshOutcome();
    void updateButton();

    gis::LayerId m_layer;
    gis::FeatureId m_feature;
    ElementForm* m_form;
    BuildOutcome* m_outcome;
    QCheckBox* m_replace = nullptr;  ///< null unless edited by hand
    QPushButton* m_rebuild = nullptr;
};

}  // namespace app
