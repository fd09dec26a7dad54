// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "gis/feature/Value.h"
#include "layers/style/Style.h"

class QFormLayout;

namespace app {

class FillRows;
class LineRows;
class MarkerRows;

/// Fill, line and marker of one symbol; shows the parts that the features of the layer can have. GUI thread.
class SymbolEditor : public QWidget {
    Q_OBJECT
public:
    explicit SymbolEditor(QWidget* parent = nullptr);
    /// `dimension` of the layer's features, -1 for mixed ones.
    void show(const layers::Symbol& symbol, int dimension);
    void setSchema(const gis::Schema& schema);
    const layers::Symbol& symbol() const { return m_symbol; }

Q_SIGNALS:
    void edited();

private:
    layers::Symbol m_symbol;
    int m_dimension = -1;
    QFormLayout* m_form;
    FillRows* m_fill;
    LineRows* m_line;
    MarkerRows* m_marker;
};

}  // namespace app
