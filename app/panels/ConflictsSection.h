// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include "app/window/Workbench.h"
#include "layers/check/LiveCheck.h"

class QLabel;
class QVBoxLayout;

namespace app {

/// 占用控制线: what the selected or dragged feature takes of each control line, live, with the change since a drag
/// began. One card for each control layer; conflicts first. GUI thread.
class ConflictsSection : public QWidget {
    Q_OBJECT
public:
    explicit ConflictsSection(Workbench& workbench, QWidget* parent = nullptr);

private:
    void refreshSoon();
    void refresh();
    QWidget* card(const layers::LiveOverlap& overlap, const layers::LiveOverlap* before);
    Workbench& m_workbench;
    QLabel* m_time;
    QWidget* m_cards = nullptr;
    QVBoxLayout* m_column;
    QTimer m_soon;
    QElapsedTimer m_since;  ///< the cards were made
};

}  // namespace app
