// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dialogs/WorkDialog.h"
#include "gis/base/AtomicFile.h"
#include "layers/plan/Layer.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace app {

/// Writes a layer to a file: format, all features or the selected ones, path; says beforehand what the format will do
/// to the data. GUI thread; writing is a job.
class ExportLayerDialog : public WorkDialog {
    Q_OBJECT
public:
    ExportLayerDialog(Workbench& workbench, gis::LayerId layer);
    void setPath(const QString& path);
    void accept() override;

private:
    void choosePath();
    void formatChosen();
    void pathEdited();
    void explain();
    QString ending() const;
    /// Of a Shapefile: "UTF-8" or "GBK".
    std::string encoding() const;
    QString shapefileWords(const layers::Layer& layer) const;
    layers::LayerPtr present() const;
    void write(gis::Overwrite overwrite);

    gis::LayerId m_layer;
    QComboBox* m_format;
    QCheckBox* m_selectedOnly;
    QLineEdit* m_path;
    QLabel* m_note;
    QPushButton* m_export = nullptr;
    /// The file dialog asked already whether this one may be replaced.
    QString m_replaceable;
};

}  // namespace app
