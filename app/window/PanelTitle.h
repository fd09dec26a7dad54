// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QDockWidget;
class QHBoxLayout;
class QLabel;

namespace app {

/// The title line of a dock: its name, what the panel puts there (addWidget: counts, small buttons) and a close button.
/// A panel finds its own by PanelTitle::of(widget).
class PanelTitle : public QWidget {
    Q_OBJECT
public:
    explicit PanelTitle(QDockWidget& dock);
    /// Right of the name. Takes ownership.
    void addWidget(QWidget* widget);
    /// No line at all, for a dock that is named by its tab. One that carries widgets keeps its line without the name.
    void setCollapsed(bool collapsed);
    /// The title of the dock that a panel's widget sits in; null while it sits in none.
    static PanelTitle* of(QWidget* panel);
    /// A dock leaves as much room as this says, whatever the fixed height.
    QSize sizeHint() const override;

private:
    QHBoxLayout* m_layout;
    QLabel* m_name;
    bool m_hasWidgets = false;
};

}  // namespace app
