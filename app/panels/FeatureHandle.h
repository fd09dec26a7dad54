// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QPoint>

#include "app/window/Workbench.h"

namespace app {

/// Takes the selected features by the mouse, to be dropped onto a clause. GUI thread.
class FeatureHandle : public QLabel {
    Q_OBJECT
public:
    explicit FeatureHandle(Workbench& workbench, QWidget* parent);
    /// Dragged features: those that are selected; the data are their names, a line each.
    static QString featuresFormat() { return QStringLiteral("application/x-tuce-features"); }

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QString names() const;
    Workbench& m_workbench;
    QPoint m_pressed;
};

}  // namespace app
