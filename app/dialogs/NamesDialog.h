// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dialogs/WorkDialog.h"
#include "layers/job/Job.h"
#include "layers/policy/GazetteerReader.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace app {

/// The plan's own place names: added, changed, taken out and read from a list; all of it is one undo step. What a name
/// has beside the columns (its region's units, what must not stand beside it) stays with it. GUI thread.
class NamesDialog : public WorkDialog {
    Q_OBJECT
public:
    enum Column { Name, Aliases, Kind, Code, Pinyin, ColumnCount };
    explicit NamesDialog(Workbench& workbench);
    /// Takes the names of a file (json, csv) in; one of the same name and code takes the place of what is there.
    void importFrom(const QString& path);
    void accept() override;

private:
    QWidget* makeTop();
    QWidget* makeBottom();
    void chooseFile();
    void take(const layers::UserNames& names);
    void putRow(int row, const layers::PlaceEntry& entry);
    int addRow(const layers::PlaceEntry& entry);
    void addName();
    void removeChosen();
    void filter();
    void refresh();
    layers::PlaceEntry entryOf(int row) const;
    /// All rows in order; empty ones are left out.
    layers::UserNames names() const;

    QLineEdit* m_search;
    QTableWidget* m_table;
    QLabel* m_state = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_accept = nullptr;
    std::vector<layers::PlaceEntry> m_entries;  ///< what rows hold beside their cells, by the row's number
    std::vector<layers::SpellingContext> m_contexts;
    layers::LatestJob m_job;
};

}  // namespace app
