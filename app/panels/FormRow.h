// SPDX-License-Identifier: Apache-2.0
#pragma once

class QFormLayout;
class QWidget;

namespace app {

/// Shows or hides a row of a form by its widgets. QFormLayout::setRowVisible of Qt 6.4 writes behind its own table where
/// another row of the form has text that wraps.
void setFormRowVisible(const QFormLayout& form, int row, bool visible);
/// The row that has this field.
void setFormRowVisible(const QFormLayout& form, QWidget& field, bool visible);

}  // namespace app
