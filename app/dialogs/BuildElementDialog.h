// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dialogs/WorkDialog.h"
#include "layers/scheme/LayoutKinds.h"
#include "layers/scheme/PlanGround.h"

class QComboBox;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

class BuildOutcome;
class ElementForm;
class SchemeFilter;

/// Builds elements of a scheme as features of the plan: which scheme, which elements, with what members and width,
/// into which layer; the outcome is shown before. One undo step. GUI thread.
class BuildElementDialog : public WorkDialog {
    Q_OBJECT
public:
    explicit BuildElementDialog(Workbench& workbench);
    void accept() override;
    /// Chooses the first scheme with elements of this clause and shows those alone.
    void lookFor(const std::string& clauseId);
    /// Adds a scheme file to the sources and chooses it.
    void addFile(const QString& path);

private:
    QWidget* makeList();
    QWidget* makeDetails();
    void fillSources();
    void fillElements();
    void fillLayers();
    void sourceChosen();
    void elementChosen();
    /// Shows the feature of an element that is in the plan, builds one that is not.
    void elementOpened(const QTreeWidgetItem& row);
    void askForFile();
    void refreshOutcome();
    /// Those chosen in the list, as the source has them.
    std::vector<layers::SchemeElement> chosen() const;
    gis::LayerId targetLayer() const;

    layers::LayoutKinds m_kinds;
    std::vector<layers::SchemeSource> m_sources;
    int m_source = 0;
    QComboBox* m_sourceBox;
    QLineEdit* m_search;
    SchemeFilter* m_filter;
    QTreeWidget* m_elements;
    ElementForm* m_form;
    BuildOutcome* m_outcome;
    QComboBox* m_layer;
    QPushButton* m_build = nullptr;
};

}  // namespace app
