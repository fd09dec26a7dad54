// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace app {

/// Fields of a form that scrolls and whose changes can be undone: the wheel turns a number or a choice only where the
/// keyboard is, else it scrolls on; undo and redo reach the plan where a field has nothing of its own to take back. For
/// all fields that are inside a widget at that time. GUI thread.
class FieldManners : public QObject {
public:
    explicit FieldManners(QWidget& inside);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace app
