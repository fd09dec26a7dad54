// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "layers/style/Style.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;

namespace app {

class ColourButton;
class MarkerRows;

/// Rows of a form for lines and the outlines of polygons: stroke, form, casing, band, marks, course. GUI thread.
class LineRows : public QObject {
    Q_OBJECT
public:
    LineRows(QFormLayout& form, QWidget* parent);
    /// `dimension` of the features, -1 for mixed ones; without a line its width is shown as 0.
    void show(const std::optional<layers::LineSymbol>& line, int dimension, bool shown);
    /// None once its width was set to 0.
    std::optional<layers::LineSymbol> line() const;

Q_SIGNALS:
    void edited();

private:
    void addStroke();
    void addDashes();
    void readDashes();
    void addForm();
    void addBand();
    void addMarks();
    void addCourse();
    void chooseForm(int form);
    void chooseMarks(int choice);
    void refresh();
    template <class Edit>
    void change(Edit edit) {
        if (m_showing) return;
        if (!m_hasLine) m_line.widthMm = layers::LineSymbol{}.widthMm;
        m_hasLine = true;
        edit(m_line);
        refresh();
        Q_EMIT edited();
    }

    QFormLayout& m_form;
    QWidget* m_parent;
    layers::LineSymbol m_line;
    int m_dimension = -1;
    bool m_showing = false;
    bool m_shown = true;
    bool m_hasLine = false;
    bool m_ownChosen = false;  ///< dashes of a shipped kind are shown as numbers
    ColourButton* m_colour = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QComboBox* m_dash = nullptr;
    QLineEdit* m_ownDashes = nullptr;
    QComboBox* m_kind = nullptr;
    QDoubleSpinBox* m_gap = nullptr;
    QDoubleSpinBox* m_head = nullptr;
    ColourButton* m_end = nullptr;
    QDoubleSpinBox* m_taper = nullptr;
    ColourButton* m_casing = nullptr;
    QDoubleSpinBox* m_casingWidth = nullptr;
    ColourButton* m_band = nullptr;
    QDoubleSpinBox* m_bandWidth = nullptr;
    QComboBox* m_marks = nullptr;
    QDoubleSpinBox* m_spacing = nullptr;
    QDoubleSpinBox* m_length = nullptr;
    QDoubleSpinBox* m_tickWidth = nullptr;
    MarkerRows* m_marker = nullptr;
    QDoubleSpinBox* m_offset = nullptr;
    QCheckBox* m_smooth = nullptr;
};

}  // namespace app
