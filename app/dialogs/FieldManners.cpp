// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/FieldManners.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>

namespace app {

FieldManners::FieldManners(QWidget& inside) : QObject(&inside) {
    const auto hold = [this](QWidget* field) {
        field->setFocusPolicy(Qt::StrongFocus);  // not by the wheel
        field->installEventFilter(this);
    };
    for (auto* field : inside.findChildren<QComboBox*>()) hold(field);
    for (auto* field : inside.findChildren<QAbstractSpinBox*>()) hold(field);
    for (auto* field : inside.findChildren<QAbstractSlider*>())
        if (qobject_cast<QScrollBar*>(field) == nullptr) hold(field);
    for (auto* field : inside.findChildren<QLineEdit*>()) field->installEventFilter(this);
}

bool FieldManners::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel) {
        const auto* field = qobject_cast<QWidget*>(watched);
        if (field == nullptr || field->hasFocus() || qobject_cast<const QLineEdit*>(field) != nullptr) return false;
        event->ignore();
        return true;
    }
    if (event->type() != QEvent::ShortcutOverride) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    // Spin boxes and combo boxes have the keyboard for the line in them.
    const auto* line = qobject_cast<const QLineEdit*>(watched);
    if (line == nullptr) line = watched->findChild<const QLineEdit*>();
    return line != nullptr && ((key->matches(QKeySequence::Undo) && !line->isUndoAvailable()) ||
                               (key->matches(QKeySequence::Redo) && !line->isRedoAvailable()));
}

}  // namespace app
