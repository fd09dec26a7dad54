// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

#include "app/session/Messages.h"

class QLabel;
class QToolButton;

namespace app {

/// Shows the latest message above the map without taking the focus; informations go by themselves, the others stay
/// until closed. Keeps itself at the top middle of its parent.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    MessageBar(Messages& messages, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void tell(const UserMessage& message);
    void place();
    void showIcon();
    QLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_action;
    QToolButton* m_copy;
    QTimer m_timer;
    UserMessage m_message;
};

}  // namespace app
