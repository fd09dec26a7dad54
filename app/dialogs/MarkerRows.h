// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <optional>

#include "gis/feature/Value.h"
#include "layers/style/Style.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace app {

class ColourButton;

/// Rows of a form for a marker: shape or drawing, colours, size, and by which field it grows. GUI thread.
class MarkerRows : public QObject {
    Q_OBJECT
public:
    enum class Extent { Whole, ShapeAlone };
    MarkerRows(QFormLayout& form, QWidget* parent, const QString& label, Extent extent);
    void show(const layers::MarkerSymbol& marker);
    /// What areas may have and points must: with an entry for none.
    void showOptional(const std::optional<layers::MarkerSymbol>& marker);
    void setShown(bool shown);
    /// The number fields that a marker can grow by.
    void setSchema(const gis::Schema& schema);
    const layers::MarkerSymbol& marker() const { return m_marker; }
    /// None where none was chosen.
    std::optional<layers::MarkerSymbol> chosen() const { return m_none ? std::nullopt : std::optional(m_marker); }

Q_SIGNALS:
    void edited();

private:
    void addShape(const QString& label);
    void chooseShape();
    void offerNone(bool offered);
    void addOutline();
    void addGrading();
    void refresh();
    template <class Edit>
    void change(Edit edit) {
        if (m_showing) return;
        edit(m_marker);
        refresh();
        Q_EMIT edited();
    }

    QFormLayout& m_form;
    QWidget* m_parent;
    Extent m_extent;
    layers::MarkerSymbol m_marker;
    bool m_none = false;
    bool m_showing = false;
    bool m_shown = true;
    QComboBox* m_shape = nullptr;
    ColourButton* m_fill = nullptr;
    QDoubleSpinBox* m_size = nullptr;
    ColourButton* m_outline = nullptr;
    QDoubleSpinBox* m_outlineWidth = nullptr;
    ColourButton* m_centre = nullptr;
    QSpinBox* m_rings = nullptr;
    QComboBox* m_field = nullptr;
    QDoubleSpinBox* m_value = nullptr;
};

}  // namespace app
