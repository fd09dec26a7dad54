// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/session/Selection.h"
#include "app/window/Workbench.h"
#include "layers/job/Job.h"
#include "layers/scheme/BuiltState.h"

class QLabel;

namespace app {

/// 生成来源: which element of a scheme the selected feature was built from, whether it was changed by hand since or the
/// ground under it changed, and what can be done with that: edit or rebuild, detach. Hidden for features drawn by hand.
/// GUI thread.
class RecipeSection : public QWidget {
    Q_OBJECT
public:
    explicit RecipeSection(Workbench& workbench, QWidget* parent = nullptr);

private:
    void refresh();
    Workbench& m_workbench;
    QLabel* m_state;
    void compare(const FeatureSet& feature);
    void showState(const layers::BuiltState& state);
    QLabel* m_words;
    QLabel* m_why;
    layers::LatestJob m_job;
};

}  // namespace app
