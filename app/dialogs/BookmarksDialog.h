// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dialogs/WorkDialog.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace app {

/// The plan's bookmarks beside the map: click goes there, a name is changed in its row. Each change is an undo step.
/// GUI thread.
class BookmarksDialog : public WorkDialog {
    Q_OBJECT
public:
    explicit BookmarksDialog(Workbench& workbench);
    /// Marks what the map shows just now and lets the name be typed.
    void addPresentView();

private:
    void refresh();
    void goTo(int row);
    void rename(int row);
    void removeChosen();

    QListWidget* m_list;
    QLabel* m_hint;
    QPushButton* m_add;
    QPushButton* m_remove;
    bool m_filling = false;
};

}  // namespace app
