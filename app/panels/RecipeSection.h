// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/session/Selection.h"
#include "app/window/Workbench.h"
#include "layers/job/Job.h"
#include "layers/scheme/BuiltState.h"
#include "layers/scheme/LayoutRecipe.h"

class QLabel;
class QPushButton;

namespace app {

/// 生成来源: which element of a scheme the selected feature was built from, whether it was changed by hand since or the
/// ground under it changed, who decided otherwise than the paper and in what, and what can be done with that: edit or
/// rebuild, go back to what the paper names, take back a shape made by hand, detach. Hidden for features drawn by hand.
/// GUI thread.
class RecipeSection : public QWidget {
    Q_OBJECT
public:
    explicit RecipeSection(Workbench& workbench, QWidget* parent = nullptr);

private:
    QWidget* makeKept();
    void refresh();
    void compare(const FeatureSet& feature);
    void showState(const layers::BuiltState& state);
    void showDecision(const layers::LayoutRecipe& recipe, bool isHandEdited);
    /// Members, carriers and measures as the paper names them: one undoable step.
    void takeBack();
    /// The shape that was made by hand before it was built again.
    void showKept(const layers::LayoutRecipe& recipe);
    void takeHandShape();

    Workbench& m_workbench;
    QLabel* m_state;
    QLabel* m_words;
    QLabel* m_why;
    QLabel* m_decision;
    QPushButton* m_back;
    QWidget* m_kept;
    QLabel* m_keptWords;
    layers::LatestJob m_job, m_backJob;
};

}  // namespace app
