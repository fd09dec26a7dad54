// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/window/Workbench.h"

class QLabel;

namespace app {

/// 生成来源: which element of a scheme the selected feature was built from, whether it was changed by hand since, and
/// the two things that can be done with that: rebuild, detach. Hidden for features drawn by hand. GUI thread.
class RecipeSection : public QWidget {
    Q_OBJECT
public:
    explicit RecipeSection(Workbench& workbench, QWidget* parent = nullptr);

private:
    void refresh();
    Workbench& m_workbench;
    QLabel* m_state;
    QLabel* m_words;
};

}  // namespace app
