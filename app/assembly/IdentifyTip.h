// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "app/window/Workbench.h"

class QHelpEvent;

namespace app {

/// Tells what lies under a resting mouse: name, kind and layer of each feature, and how many clauses it rests on.
/// GUI thread.
class IdentifyTip : public QObject {
    Q_OBJECT
public:
    explicit IdentifyTip(Workbench& bench);
    /// What is told at a pixel of the canvas, as rich text; empty where nothing lies.
    QString textAt(QPointF pixel) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Workbench m_bench;
};

}  // namespace app
