// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QDockWidget;
class QHBoxLayout;

namespace app {

/// The title line of a dock: its name, what the panel puts there (addWidget: counts, small buttons) and a close button.
/// A panel finds its own by PanelTitle::of(widget).
class PanelTitle : public QWidget {
    Q_OBJECT
public:
    explicit PanelTitle(QDockWidget& dock);
    /// Right of the name. Takes ownership.
    void addWidget(QWidget* widget);
    /// The title of the dock that a panel's widget sits in; null while it sits in none.
    static PanelTitle* of(QWidget* panel);

private:
    QHBoxLayout* m_layout;
};

}  // namespace app
