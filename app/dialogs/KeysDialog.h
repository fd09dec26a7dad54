// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dialogs/WorkDialog.h"

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QToolButton;
class QTreeWidget;

namespace app {

/// The keys of all commands: to look them up, to change them, clashes shown; kept in the settings at once. GUI thread.
class KeysDialog : public WorkDialog {
    Q_OBJECT
public:
    explicit KeysDialog(Workbench& workbench);

private:
    QWidget* makeEditor();
    void fill();
    void filter();
    void showChosen();
    void keyPressed();
    void assign();
    void removeKeys();
    void resetChosen();
    void resetAll();
    QString chosen() const;  ///< id of the command; empty if none
    /// Other commands that have the key in the field.
    QStringList others() const;

    QLineEdit* m_search;
    QTreeWidget* m_list;
    QLabel* m_name = nullptr;
    QKeySequenceEdit* m_key = nullptr;
    QLabel* m_clash = nullptr;
    QPushButton* m_assign = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_reset = nullptr;
};

}  // namespace app
