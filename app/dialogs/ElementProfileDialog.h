// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dialogs/WorkDialog.h"
#include "layers/job/Job.h"
#include "layers/scheme/ElementProfile.h"

class QComboBox;
class QLineEdit;
class QSpinBox;
class QTableWidget;

namespace app {

class FactTable;
class RelationTable;

/// 要素说明: what is said of an element apart from its shape: names, stage, rank, figures, relations. It changes nothing
/// itself: told() brings what was entered. GUI thread.
class ElementProfileDialog : public WorkDialog {
    Q_OBJECT
public:
    ElementProfileDialog(Workbench& workbench, const layers::SchemeElement& element);
    void accept() override;

Q_SIGNALS:
    void told(const layers::ElementProfile& profile);

private:
    QWidget* makeForm();
    QWidget* makeRows(const QString& title, QWidget& table, const char* name);
    void fillStages(const std::string& word);
    void askForTargets();
    void refresh();
    layers::ElementProfile profile() const;

    layers::ElementProfile m_before;
    QLineEdit* m_name;
    QLineEdit* m_shortName;
    QLineEdit* m_aliases;
    QComboBox* m_stage;
    QLineEdit* m_wording;
    QSpinBox* m_rank;
    FactTable* m_facts;
    RelationTable* m_relations;
    QLabel* m_state;
    QPushButton* m_accept;
    layers::LatestJob m_targetsJob;
};

}  // namespace app
