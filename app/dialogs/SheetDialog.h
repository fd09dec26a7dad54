// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/dialogs/WorkDialog.h"
#include "layers/check/RedLineCheck.h"
#include "layers/plan/PrintLayout.h"
#include "layers/print/DefaultSheet.h"

class QListWidget;
class QSpinBox;
class QToolButton;

namespace app {

class SheetForm;
class SheetPreview;

/// The map sheets of the plan: list, live preview, values; saved into the plan, written as PDF, SVG or PNG. Changes of a
/// sheet that is in the plan are kept when another one is chosen or the dialog is closed. GUI thread.
class SheetDialog : public WorkDialog {
    Q_OBJECT
public:
    explicit SheetDialog(Workbench& workbench);
    /// Begins a new sheet of what the map shows.
    void newSheet();
    /// Begins a sheet about a finding.
    void newSheet(const layers::Finding& finding);
    /// Writes the present sheet; asks nothing, an existing file is replaced.
    void exportTo(const QString& path);
    void done(int result) override;

    const SheetPreview& preview() const { return *m_preview; }

private:
    QWidget* makeList();
    QWidget* makeSide();
    void fillList();
    void listChosen();
    void begin(const layers::SheetSubject& subject);
    void show(const layers::PrintLayout& sheet, bool isNew);
    void takeExtent(const layers::SheetSubject& subject);
    void refreshPreview();
    void updateButtons();
    /// Puts the present sheet into the plan; false if that failed.
    bool save();
    void keepChanges();
    void remove();
    void tell(const QString& words);
    void askToExport(const QString& ending);
    QString freeName(const QString& wished) const;
    layers::SheetSubject mapView() const;

    std::optional<layers::PrintLayout> m_sheet;  ///< as shown
    layers::PrintLayout m_stored;                ///< as it is in the plan, or as a new one began
    bool m_isNew = false;
    QListWidget* m_list;
    SheetPreview* m_preview;
    SheetForm* m_form;
    QSpinBox* m_dpi;
    QPushButton* m_save;
    QToolButton* m_export;
    QToolButton* m_remove;
    QLabel* m_problem;
};

}  // namespace app
