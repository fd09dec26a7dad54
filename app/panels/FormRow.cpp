// SPDX-License-Identifier: Apache-2.0
#include "app/panels/FormRow.h"

#include <QFormLayout>
#include <QWidget>

namespace app {

namespace {

void setItemVisible(const QLayoutItem* item, bool visible) {
    if (item == nullptr) return;
    if (QWidget* widget = item->widget()) widget->setVisible(visible);
    if (const QLayout* layout = const_cast<QLayoutItem*>(item)->layout())
        for (int i = 0; i < layout->count(); ++i) setItemVisible(layout->itemAt(i), visible);
}

}  // namespace

void setFormRowVisible(const QFormLayout& form, int row, bool visible) {
    for (const auto role : {QFormLayout::LabelRole, QFormLayout::FieldRole})
        setItemVisible(form.itemAt(row, role), visible);
}

void setFormRowVisible(const QFormLayout& form, QWidget& field, bool visible) {
    int row = -1;
    QFormLayout::ItemRole role = QFormLayout::FieldRole;
    form.getWidgetPosition(&field, &row, &role);
    if (row >= 0) setFormRowVisible(form, row, visible);
}

}  // namespace app
