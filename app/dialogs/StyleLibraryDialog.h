// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dialogs/WorkDialog.h"
#include "layers/style/StyleLibrary.h"

class QLabel;
class QPushButton;
class QTreeWidget;

namespace app {

/// The shipped styles by groups, each with its picture, where it comes from and how sure that is. GUI thread.
class StyleLibraryDialog : public WorkDialog {
    Q_OBJECT
public:
    /// Styles for features of other dimensions than this are greyed; -1: none is.
    StyleLibraryDialog(Workbench& workbench, int dimension);

Q_SIGNALS:
    void chosen(const layers::Style& style);

private:
    void fill(int dimension);
    const layers::Style* current() const;
    void showOrigin();
    void choose();

    std::vector<layers::LibraryGroup> m_groups;
    QTreeWidget* m_tree;
    QLabel* m_origin;
    QPushButton* m_use;
};

/// A certainty in words, never more than it says.
QString certaintyText(layers::Certainty certainty);

}  // namespace app
