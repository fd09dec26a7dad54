// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ClassEditor.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <algorithm>
#include <cmath>

#include "app/dialogs/FormRows.h"
#include "layers/style/Filter.h"

namespace app {

ClassEditor::ClassEditor(QWidget* parent)
    : QWidget(parent),
      m_form(new QFormLayout(this)),
      m_title(new QLineEdit(this)),
      m_value(new QLineEdit(this)),
      m_lower(new QLineEdit(this)),
      m_upper(new QLineEdit(this)),
      m_filter(new QLineEdit(this)),
      m_problem(new QLabel(this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_title->setAccessibleName(tr("Name in the legend"));
    m_title->setObjectName(QStringLiteral("classTitle"));
    m_value->setAccessibleName(tr("Value of the field"));
    m_lower->setAccessibleName(tr("Least number of the class"));
    m_upper->setAccessibleName(tr("Greatest number of the class"));
    m_filter->setAccessibleName(tr("Condition"));
    m_filter->setObjectName(QStringLiteral("classFilter"));
    m_filter->setPlaceholderText(tr("e.g. population >= 50 and level in ('city', 'county')"));
    m_filter->setToolTip(
        tr("Fields, numbers and 'texts' with = <> < <= > >=, in (…), like, is null, and, or, not. A "
           "feature belongs to the first class that fits."));
    m_problem->setProperty("warning", true);
    m_problem->setObjectName(QStringLiteral("filterProblem"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_form->addRow(tr("Legend"), m_title);
    m_form->addRow(tr("Value"), m_value);
    m_form->addRow(tr("From – to"), inRow({m_lower, m_upper}, this));
    m_form->addRow(tr("Condition"), m_filter);
    m_form->addRow(QString(), m_problem);
    connect(m_title, &QLineEdit::textEdited, this, &ClassEditor::readTitle);
    connect(m_value, &QLineEdit::textEdited, this, &ClassEditor::readValue);
    for (QLineEdit* limit : {m_lower, m_upper})
        connect(limit, &QLineEdit::editingFinished, this, &ClassEditor::readLimits);
    connect(m_filter, &QLineEdit::textEdited, this, &ClassEditor::readFilter);
}

void ClassEditor::show(const layers::Category& category, layers::ClassedBy classedBy, const gis::Schema& schema) {
    m_schema = schema;
    const auto set = [](QLineEdit& field, const QString& text) {
        if (field.text() != text) field.setText(text);  // else the cursor would jump while typing
    };
    // A condition that is being typed and not good yet stays.
    if (!(m_category == category) || !m_problem->isVisibleTo(this)) {
        set(*m_filter, QString::fromStdString(category.filter));
        m_problem->setText(objection(m_filter->text()));
        m_problem->setVisible(!m_problem->text().isEmpty());
    }
    m_category = category;
    set(*m_title, QString::fromStdString(category.title));
    set(*m_value, QString::fromStdString(category.value));
    set(*m_lower, QString::fromStdString(gis::toPlainDecimal(category.lower)));
    set(*m_upper, QString::fromStdString(gis::toPlainDecimal(category.upper)));
    const auto shown = [this](QWidget* row, bool isShown) {
        row->setVisible(isShown);
        if (QWidget* label = m_form->labelForField(row)) label->setVisible(isShown);
    };
    shown(m_value, classedBy == layers::ClassedBy::Value);
    shown(m_lower->parentWidget(), classedBy == layers::ClassedBy::Range);
}

void ClassEditor::readTitle() {
    m_category.title = m_title->text().toStdString();
    Q_EMIT edited();
}

void ClassEditor::readValue() {
    m_category.value = m_value->text().toStdString();
    Q_EMIT edited();
}

void ClassEditor::readLimits() {
    bool lowerGood = false;
    bool upperGood = false;
    const double lower = m_lower->text().toDouble(&lowerGood);
    const double upper = m_upper->text().toDouble(&upperGood);
    const bool good = lowerGood && upperGood && std::isfinite(lower) && std::isfinite(upper);
    m_problem->setText(good ? QString() : tr("The limits must be numbers."));
    m_problem->setVisible(!good);
    if (!good || (lower == m_category.lower && upper == m_category.upper)) return;
    m_category.lower = std::min(lower, upper);
    m_category.upper = std::max(lower, upper);
    Q_EMIT edited();
}

QString ClassEditor::objection(const QString& typed) const {
    if (typed.trimmed().isEmpty()) return {};
    const auto filter = layers::Filter::parse(typed.toStdString());
    if (!filter) return QString::fromStdString(gis::describe(filter.error()));
    for (const std::string& field : filter->fields())
        if (m_schema.indexOf(field) < 0)
            return tr("The layer has no field “%1”; it counts as empty. Texts stand in 'single quotes'.")
                .arg(QString::fromStdString(field));
    return {};
}

void ClassEditor::readFilter() {
    const QString typed = m_filter->text();
    m_problem->setText(objection(typed));
    m_problem->setVisible(!m_problem->text().isEmpty());
    const std::string filter = typed.trimmed().toStdString();
    if (!filter.empty() && !layers::Filter::parse(filter)) return;  // the last good one stays
    m_category.filter = filter;
    Q_EMIT edited();
}

}  // namespace app
