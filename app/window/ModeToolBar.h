// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolBar>

#include "app/window/PanelRegistry.h"

namespace app {

class ActionRegistry;

/// One bar whose buttons are those of the present workspace. What is not registered is left out.
class ModeToolBar : public QToolBar {
    Q_OBJECT
public:
    ModeToolBar(ActionRegistry& actions, QWidget* parent);
    void fill(Workspace workspace);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void styleButtons();
    ActionRegistry& m_actions;
};

}  // namespace app
