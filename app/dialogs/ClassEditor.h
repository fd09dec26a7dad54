// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "gis/feature/Value.h"
#include "layers/style/Style.h"

class QFormLayout;
class QLabel;
class QLineEdit;

namespace app {

/// Name and conditions of one class of a style. GUI thread.
class ClassEditor : public QWidget {
    Q_OBJECT
public:
    explicit ClassEditor(QWidget* parent = nullptr);
    void show(const layers::Category& category, layers::ClassedBy classedBy, const gis::Schema& schema);
    const layers::Category& category() const { return m_category; }

Q_SIGNALS:
    void edited();

private:
    void readTitle();
    void readValue();
    void readLimits();
    void readFilter();
    /// What is wrong with the filter as typed, or a field of it that the layer does not have; empty if it is good.
    QString objection(const QString& typed) const;

    layers::Category m_category;
    gis::Schema m_schema;
    QFormLayout* m_form;
    QLineEdit* m_title;
    QLineEdit* m_value;
    QLineEdit* m_lower;
    QLineEdit* m_upper;
    QLineEdit* m_filter;
    QLabel* m_problem;
};

}  // namespace app
