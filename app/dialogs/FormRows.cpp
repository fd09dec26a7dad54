// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/FormRows.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>

#include "app/panels/FormRow.h"

namespace app {

QDoubleSpinBox* millimetres(QWidget* parent, const QString& what, double least, double most) {
    auto* spin = new QDoubleSpinBox(parent);
    spin->setRange(least, most);
    spin->setSingleStep(0.1);
    spin->setDecimals(2);
    spin->setSuffix(QCoreApplication::translate("app::FormRows", " mm"));
    spin->setAccessibleName(what);
    spin->setToolTip(what);
    return spin;
}

QWidget* inRow(std::initializer_list<QWidget*> fields, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget* field : fields) row->addWidget(field);
    row->addStretch(1);
    return box;
}

void showRow(QFormLayout& form, QWidget* field, bool shown) { setFormRowVisible(form, *field->parentWidget(), shown); }

void chooseData(QComboBox& box, int data) { box.setCurrentIndex(box.findData(data)); }

}  // namespace app
