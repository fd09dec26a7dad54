// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "app/window/Workbench.h"

class QDropEvent;

namespace app {

/// A clause dragged onto a feature of the map opens the link dialog for both; the feature under the mouse is shown
/// before the drop. Lives as long as the canvas. GUI thread.
class ClauseDrop : public QObject {
    Q_OBJECT
public:
    explicit ClauseDrop(Workbench& workbench);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool over(QDropEvent& event, bool dropped);
    Workbench& m_workbench;
};

}  // namespace app
