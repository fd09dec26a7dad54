// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/window/Workbench.h"

class QLabel;

namespace app {

class BasisSection;

/// 要素: what is selected: name, kind and size, what it takes of each control line, the clauses it rests on, its
/// attributes. GUI thread.
class FeaturePanel : public QWidget {
    Q_OBJECT
public:
    explicit FeaturePanel(Workbench& workbench, QWidget* parent = nullptr);
    BasisSection& basis() { return *m_basis; }

private:
    void refresh();
    void followLive();
    void refreshSize();
    Workbench& m_workbench;
    QLabel* m_name;
    QLabel* m_kind;
    QLabel* m_size;
    BasisSection* m_basis;
    QWidget* m_stored = nullptr;  ///< what only a feature that is in the plan has
    QWidget* m_content;
    class PanelBody* m_body;
    bool m_drawing = false;
};

}  // namespace app
