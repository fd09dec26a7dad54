// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dialogs/WorkDialog.h"
#include "app/tools/ToolContext.h"
#include "layers/plan/Layer.h"

class QComboBox;
class QLineEdit;

namespace app {

/// Kind and name of a feature just drawn. Escape drops the drawing. GUI thread.
class ElementDialog : public WorkDialog {
    Q_OBJECT
public:
    /// `answer` is called once.
    ElementDialog(Workbench& workbench, const layers::Layer& layer, const gis::Geometry& geometry,
                  NewElementAnswer answer);
    void done(int result) override;

private:
    void fillKinds(int dimension);
    QComboBox* m_kind;
    QLineEdit* m_name;
    NewElementAnswer m_answer;
    bool m_hasKind = false;
    int m_dimension = 2;
};

}  // namespace app
