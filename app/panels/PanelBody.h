// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/window/EmptyState.h"

class QStackedLayout;

namespace app {

/// A panel's body that changes between its content and its empty state. GUI thread.
class PanelBody : public QWidget {
    Q_OBJECT
public:
    explicit PanelBody(QWidget* content, QWidget* parent = nullptr);
    EmptyState& emptyState() { return *m_empty; }
    void showEmpty(bool empty);

private:
    QStackedLayout* m_stack;
    EmptyState* m_empty;
};

}  // namespace app
