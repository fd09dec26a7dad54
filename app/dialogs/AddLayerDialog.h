// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/dialogs/LayerChoice.h"
#include "app/dialogs/WorkDialog.h"

class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

class LayerChoiceForm;

/// Adds layers from files: which ones, what each is, how its texts and coordinates are read, with a look at the rows.
/// All are added as one step. GUI thread; files are read by jobs.
class AddLayerDialog : public WorkDialog {
    Q_OBJECT
public:
    explicit AddLayerDialog(Workbench& workbench);
    ~AddLayerDialog() override;

    /// Lists the layers of further files.
    void addFiles(const QStringList& paths);
    /// Lets choose files.
    void chooseFiles();
    void accept() override;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeList();
    void chooseFolder();
    void listed(const QString& path, gis::Result<std::vector<LayerChoice>> choices);
    void showCurrent();
    void read(std::size_t index);
    void wasRead(std::size_t index, const std::string& encoding, gis::Result<gis::VectorLayer> layer);
    void updateButton();
    /// Sheets that show layers of their own do not show a new one; to change them all is a click.
    void offerSheets(const std::vector<std::string>& names);
    void added(gis::Result<LayersToAdd> outcome);
    int current() const;

    std::vector<LayerChoice> m_choices;
    std::vector<gis::CancelToken> m_running;
    QTreeWidget* m_list;
    LayerChoiceForm* m_form;
    QStackedWidget* m_pages;
    QLabel* m_problem;
    QPushButton* m_add;
    bool m_adding = false;
};

}  // namespace app
