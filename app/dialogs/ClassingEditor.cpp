// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ClassingEditor.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPainter>
#include <QSpinBox>
#include <algorithm>

#include "app/dialogs/ColourButton.h"
#include "app/dialogs/FormRows.h"
#include "layers/style/ClassMaking.h"

namespace app {

namespace {

using layers::BreakMethod;
using layers::ClassedBy;

enum Kind { Single, ByValue, ByRange, ByRule };
enum Vary { Colours, Sizes, ColoursAndSizes };

Kind kindOf(const layers::Style& style) {
    if (style.classedBy == ClassedBy::Rule) return ByRule;
    if (style.classedBy == ClassedBy::Range) return ByRange;
    return style.categoryField.empty() ? Single : ByValue;
}

QIcon pictureOf(const layers::ColourRamp& ramp) {
    constexpr QSize size(72, 14);
    QPixmap picture(size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    const std::size_t parts = ramp.isQualitative ? ramp.colours.size() : 24;
    const auto colours = layers::coloursOf(ramp, parts);
    const double width = static_cast<double>(size.width()) / static_cast<double>(parts);
    for (std::size_t index = 0; index < parts; ++index)
        painter.fillRect(QRectF(width * static_cast<double>(index), 0, width + 0.5, size.height()),
                         toColor(colours[index]));
    return picture;
}

std::string inQuotes(const std::string& text, char quote) {
    std::string result(1, quote);
    for (const char c : text) result.append(c == quote ? 2 : 1, c);
    return result + quote;
}

}  // namespace

ClassingEditor::ClassingEditor(QWidget* parent) : QWidget(parent), m_form(new QFormLayout(this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(10);
    m_form->setVerticalSpacing(6);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("styleKind"));
    m_kind->addItem(tr("One symbol"), Single);
    m_kind->addItem(tr("Classes by value"), ByValue);
    m_kind->addItem(tr("Classes of numbers"), ByRange);
    m_kind->addItem(tr("Rules"), ByRule);
    m_kind->setAccessibleName(tr("Kind of style"));
    m_form->addRow(tr("Kind"), m_kind);
    connect(m_kind, &QComboBox::activated, this, &ClassingEditor::chooseKind);
    addFields();
    addRamps();
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("classingProblem"));
    m_problem->setProperty("warning", true);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    m_form->addRow(m_problem);
}

void ClassingEditor::addFields() {
    m_field = new QComboBox(this);
    m_field->setObjectName(QStringLiteral("classField"));
    m_field->setAccessibleName(tr("Field of the classes"));
    m_form->addRow(tr("Field"), inRow({m_field}, this));
    m_method = new QComboBox(this);
    m_method->setObjectName(QStringLiteral("classMethod"));
    m_method->addItem(tr("Natural breaks"), int(BreakMethod::NaturalBreaks));
    m_method->addItem(tr("Equal intervals"), int(BreakMethod::EqualInterval));
    m_method->addItem(tr("Quantiles"), int(BreakMethod::Quantile));
    m_method->addItem(tr("Round numbers"), int(BreakMethod::Pretty));
    m_method->setAccessibleName(tr("How numbers are classed"));
    m_count = new QSpinBox(this);
    m_count->setObjectName(QStringLiteral("classCount"));
    m_count->setRange(1, layers::mostClasses);
    m_count->setValue(5);
    m_count->setAccessibleName(tr("Number of classes"));
    m_form->addRow(tr("Breaks"), inRow({m_method, m_count}, this));
    for (QComboBox* box : {m_field, m_method}) connect(box, &QComboBox::activated, this, &ClassingEditor::makeClasses);
    connect(m_count, &QSpinBox::valueChanged, this, [this] {
        if (m_count->hasFocus()) makeClasses();
    });
}

void ClassingEditor::addRamps() {
    m_ramp = new QComboBox(this);
    m_ramp->setObjectName(QStringLiteral("classRamp"));
    m_ramp->setIconSize(QSize(72, 14));
    m_ramp->setAccessibleName(tr("Colours of the classes"));
    if (auto ramps = layers::shippedRamps()) m_ramps = std::move(*ramps);
    for (const layers::ColourRamp& ramp : m_ramps) {
        m_ramp->addItem(pictureOf(ramp), QString::fromStdString(ramp.title));
        m_ramp->setItemData(m_ramp->count() - 1, QString::fromStdString(ramp.origin), Qt::ToolTipRole);
    }
    m_form->addRow(tr("Colours"), inRow({m_ramp}, this));
    m_vary = new QComboBox(this);
    m_vary->addItem(tr("by colour"), Colours);
    m_vary->addItem(tr("by size"), Sizes);
    m_vary->addItem(tr("by colour and size"), ColoursAndSizes);
    m_vary->setAccessibleName(tr("How classes differ"));
    m_form->addRow(tr("Differ"), inRow({m_vary}, this));
    for (QComboBox* box : {m_ramp, m_vary}) connect(box, &QComboBox::activated, this, &ClassingEditor::makeClasses);
}

void ClassingEditor::show(const layers::LayerPtr& layer, const layers::Style& style, int dimension) {
    const bool sameFields = m_layer && m_layer->table.schema() == layer->table.schema() &&
                            m_style.classedBy == style.classedBy && m_field->count() > 0;
    m_layer = layer;
    m_style = style;
    m_dimension = dimension;
    m_problem->hide();
    if (!sameFields) {
        fillFields();
        chooseRamp(style.classedBy == ClassedBy::Value);
    }
    refresh();
}

void ClassingEditor::fillFields() {
    const bool numbersAlone = m_style.classedBy == ClassedBy::Range;
    m_field->clear();
    m_field->addItem(tr("Choose a field…"));
    for (const gis::Field& field : m_layer->table.schema().fields()) {
        const bool isNumber = field.type == gis::FieldType::Integer || field.type == gis::FieldType::Real;
        if (!numbersAlone || isNumber || field.type == gis::FieldType::Text)
            m_field->addItem(QString::fromStdString(field.name));
    }
}

void ClassingEditor::refresh() {
    const Kind kind = kindOf(m_style);
    chooseData(*m_kind, kind);
    const QString field = QString::fromStdString(m_style.categoryField);
    if (!field.isEmpty() && m_field->findText(field, Qt::MatchFixedString) < 0) m_field->addItem(field);
    m_field->setCurrentIndex(field.isEmpty() ? 0 : m_field->findText(field, Qt::MatchFixedString));
    const bool made = kind == ByValue || kind == ByRange;
    showRow(*m_form, m_field, made);
    showRow(*m_form, m_method, kind == ByRange);
    showRow(*m_form, m_ramp, made);
    showRow(*m_form, m_vary, kind == ByRange && (m_dimension == 0 || m_dimension == 1));
}

/// The classes as they are, as conditions that can be changed.
void ClassingEditor::toRules() {
    const std::string field = inQuotes(m_style.categoryField, '"');
    for (layers::Category& category : m_style.categories) {
        std::string condition;
        if (m_style.classedBy == ClassedBy::Value)
            condition = field + " = " + inQuotes(category.value, '\'');
        else
            condition =
                field + " >= " + gis::toText(category.lower) + " and " + field + " <= " + gis::toText(category.upper);
        if (category.title.empty()) category.title = category.value;
        category.filter = category.filter.empty() ? condition : condition + " and (" + category.filter + ")";
        category.value.clear();
        category.lower = category.upper = 0;
    }
    if (m_style.classedBy == ClassedBy::Value && m_style.categoryField.empty()) m_style.categories.clear();
    m_style.classedBy = ClassedBy::Rule;
    m_style.categoryField.clear();
}

/// Kinds of things in colours without order, numbers in a run of one colour.
void ClassingEditor::chooseRamp(bool forValues) {
    const auto wanted = std::find_if(m_ramps.begin(), m_ramps.end(), [forValues](const layers::ColourRamp& ramp) {
        return ramp.isQualitative == forValues;
    });
    if (wanted != m_ramps.end()) m_ramp->setCurrentIndex(static_cast<int>(wanted - m_ramps.begin()));
}

void ClassingEditor::chooseKind() {
    const auto kind = static_cast<Kind>(m_kind->currentData().toInt());
    if (kind == kindOf(m_style)) return;
    m_problem->hide();
    if (kind == ByRule) {
        toRules();
    } else {
        m_style.categories.clear();
        m_style.categoryField.clear();
        m_style.othersHidden = false;
        m_style.classedBy = kind == ByRange ? ClassedBy::Range : ClassedBy::Value;
        chooseRamp(kind == ByValue);
        fillFields();
    }
    refresh();
    // Without a field there are no classes yet, but the choice must not jump back.
    chooseData(*m_kind, kind);
    showRow(*m_form, m_field, kind == ByValue || kind == ByRange);
    showRow(*m_form, m_ramp, kind == ByValue || kind == ByRange);
    if (kind != ByValue) Q_EMIT edited();
}

void ClassingEditor::makeClasses() {
    if (!m_layer || m_field->currentIndex() <= 0) return;
    layers::ClassWish wish;
    wish.field = m_field->currentText().toStdString();
    wish.base = m_style.symbol;
    wish.dimension = std::max(0, m_dimension);
    if (m_dimension == 0 && !wish.base.marker)
        wish.base.marker = layers::MarkerSymbol{layers::MarkerShape::Circle, 2.4};
    const bool byRange = m_style.classedBy == ClassedBy::Range;
    const int vary = byRange && m_dimension != 2 ? m_vary->currentData().toInt() : int(Colours);
    const int ramp = m_ramp->currentIndex();
    if (vary != Sizes && ramp >= 0) wish.ramp = m_ramps[static_cast<std::size_t>(ramp)];
    if (vary != Colours) wish.sizesMm = m_dimension == 0 ? std::pair(1.6, 7.0) : std::pair(0.25, 2.2);
    wish.method = static_cast<BreakMethod>(m_method->currentData().toInt());
    wish.count = m_count->value();
    auto classes =
        byRange ? layers::classesByRange(m_layer->table, wish) : layers::classesByValue(m_layer->table, wish);
    m_problem->setVisible(!classes);
    if (!classes) {
        m_problem->setText(QString::fromStdString(gis::describe(classes.error())));
        return;
    }
    m_style.categoryField = wish.field;
    m_style.categories = std::move(*classes);
    Q_EMIT edited();
}

}  // namespace app
