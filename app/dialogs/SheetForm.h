// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <utility>
#include <vector>

#include "app/session/IdStream.h"
#include "layers/plan/PrintLayout.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace app {

class LegendEditor;
class SheetLayers;

/// The values of one sheet: paper, extent, scale, texts, furniture. GUI thread.
class SheetForm : public QWidget {
    Q_OBJECT
public:
    explicit SheetForm(QWidget* parent = nullptr);
    void show(const layers::PrintLayout& sheet);
    const layers::PrintLayout& sheet() const { return m_sheet; }
    /// What an extent can be taken from: titles and layer ids; the map's view and all layers are there anyway.
    void setLayers(const std::vector<std::pair<QString, gis::LayerId>>& layers);
    /// Which layers it shows is chosen there.
    SheetLayers& sheetLayers() { return *m_layers; }
    /// The scale that the preview came to, shown where it is automatic.
    void showScale(double denominator);
    /// The classes that the preview's legend can name.
    void showLegend(const QStringList& offer);

Q_SIGNALS:
    void edited();
    void mapExtentWanted();
    void fullExtentWanted();
    void layerExtentWanted(gis::LayerId layer);

private:
    void addPaper(QFormLayout& form);
    void addExtent(QFormLayout& form);
    void addTexts(QFormLayout& form);
    void paperChosen();
    void extentChosen();
    void scaleChosen();
    void textsEdited();

    layers::PrintLayout m_sheet;
    bool m_showing = false;
    QLineEdit* m_name;
    QLineEdit* m_title;
    QComboBox* m_paper;
    QComboBox* m_orientation;
    QComboBox* m_extent;
    QComboBox* m_scale;
    QLineEdit* m_basis;
    QLineEdit* m_author;
    QLineEdit* m_date;
    QPlainTextEdit* m_notes;
    SheetLayers* m_layers;
    QCheckBox* m_legend;
    LegendEditor* m_legendItems;
    QCheckBox* m_scaleBar;
    QCheckBox* m_north;
};

}  // namespace app
