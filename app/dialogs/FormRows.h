// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <initializer_list>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QWidget;

namespace app {

// Rows of small fields in a form, as the editors of styles have them. GUI thread.

QDoubleSpinBox* millimetres(QWidget* parent, const QString& what, double least, double most);
/// The fields side by side in one widget.
QWidget* inRow(std::initializer_list<QWidget*> fields, QWidget* parent);
/// Shows or hides the row that `field` stands in, with its label.
void showRow(QFormLayout& form, QWidget* field, bool shown);
/// Chooses the entry with that data.
void chooseData(QComboBox& box, int data);

}  // namespace app
