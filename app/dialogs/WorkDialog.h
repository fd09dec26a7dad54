// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "app/window/Workbench.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace app {

/// What the dialogs have in common: a place above the window, a remembered size, Escape closes, gone once closed.
/// Show it by open() or show(); nothing here waits. GUI thread.
class WorkDialog : public QDialog {
    Q_OBJECT
public:
    /// `id` is the objectName and the key of the remembered size.
    WorkDialog(Workbench& workbench, const QString& id, const QString& title, QSize size);
    void done(int result) override;

protected:
    Session& session() const { return m_workbench.session; }
    /// A row with Cancel and the one main button, which accepts; returns the main button.
    QPushButton* addButtons(QVBoxLayout& column, const QString& accept);
    /// Small grey text that wraps.
    QLabel* note(const QString& text = {});
    /// A heading within the dialog.
    QLabel* section(const QString& text);

    Workbench& m_workbench;
};

}  // namespace app
