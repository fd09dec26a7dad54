// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/LayerChoiceForm.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panels/FormRow.h"
#include "app/panels/PlanWords.h"
#include "gis/crs/Cgcs2000Zone.h"
#include "layers/edit/LayerEdit.h"

namespace app {

namespace {

using layers::ControlType;
using layers::LayerKind;
using layers::RuleDirection;

constexpr int shownRows = 50;
constexpr int narrowest = 56;
constexpr int widest = 240;
constexpr int widestSample = 360;

QLabel* mutedLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setProperty("muted", true);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

template <class Enum>
void pick(QComboBox& combo, Enum value) {
    combo.setCurrentIndex(combo.findData(static_cast<int>(value)));
}

template <class Enum>
Enum picked(const QComboBox& combo) {
    return static_cast<Enum>(combo.currentData().toInt());
}

QString meaningText(const gis::RasterInfo& info) {
    switch (info.meaning) {
        case gis::PixelMeaning::Grey:
            return LayerChoiceForm::tr("grey");
        case gis::PixelMeaning::Palette:
            return LayerChoiceForm::tr("a table of colours");
        case gis::PixelMeaning::Colour:
            return LayerChoiceForm::tr("colours");
        case gis::PixelMeaning::Values:
            break;
    }
    return LayerChoiceForm::tr("values (%1), shown as grey from the least to the greatest").arg(text(info.valueType));
}

QString rasterText(const gis::RasterInfo& info) {
    QStringList lines{LayerChoiceForm::tr("Raster of %1 × %2 pixels: %3")
                          .arg(info.grid.width)
                          .arg(info.grid.height)
                          .arg(meaningText(info))};
    lines << (info.overviews.empty()
                  ? LayerChoiceForm::tr(
                        "No overviews: a large raster is drawn slowly at small scales; gdaladdo adds them.")
                  : LayerChoiceForm::tr("With %n overviews.", nullptr, static_cast<int>(info.overviews.size())));
    if (info.byWorldFile) lines << LayerChoiceForm::tr("A world file beside it tells its place.");
    lines << LayerChoiceForm::tr(
        "It lies below all other layers, and the file stays where it is: the plan is linked to it.");
    return lines.join(u'\n');
}

}  // namespace

LayerChoiceForm::LayerChoiceForm(QWidget* parent)
    : QWidget(parent),
      m_name(new QLineEdit(this)),
      m_role(new QComboBox(this)),
      m_control(new QComboBox(this)),
      m_rule(new QComboBox(this)),
      m_nameField(new QComboBox(this)),
      m_idField(new QComboBox(this)),
      m_encoding(new QComboBox(this)),
      m_encodingReason(mutedLabel(this)),
      m_encodingSamples(new QLabel(this)),
      m_crs(new QLineEdit(this)),
      m_crsReason(mutedLabel(this)),
      m_copy(new QRadioButton(tr("Copy into the project"), this)),
      m_link(new QRadioButton(tr("Link to the file (read-only)"), this)),
      m_rows(new QTableWidget(this)),
      m_rowsNote(mutedLabel(this)),
      m_form(new QFormLayout) {
    for (const LayerKind kind : {LayerKind::Boundary, LayerKind::Layout, LayerKind::ControlLine, LayerKind::Basemap})
        m_role->addItem(PlanWords::kind(kind), static_cast<int>(kind));
    for (const ControlType type :
         {ControlType::EcoRedline, ControlType::BasicFarmland, ControlType::DevBoundary, ControlType::Other})
        m_control->addItem(PlanWords::control(type), static_cast<int>(type));
    for (const RuleDirection rule : {RuleDirection::ForbidInside, RuleDirection::RequireInside, RuleDirection::Inform})
        m_rule->addItem(PlanWords::rule(rule), static_cast<int>(rule));
    m_encoding->addItem(tr("Find out"), QString());
    m_encoding->addItem(QStringLiteral("UTF-8"), QStringLiteral("UTF-8"));
    m_encoding->addItem(QStringLiteral("GBK / GB18030"), QStringLiteral("GB18030"));
    m_role->setObjectName(QStringLiteral("role"));
    m_control->setObjectName(QStringLiteral("controlType"));
    m_encoding->setObjectName(QStringLiteral("encoding"));
    m_encodingSamples->setObjectName(QStringLiteral("encodingSamples"));
    m_encodingSamples->setTextFormat(Qt::PlainText);
    m_encodingSamples->setAccessibleName(tr("The first texts in each encoding"));
    m_crs->setObjectName(QStringLiteral("crs"));
    m_link->setObjectName(QStringLiteral("link"));
    m_rows->setObjectName(QStringLiteral("rows"));
    m_name->setObjectName(QStringLiteral("layerName"));
    m_crs->setPlaceholderText(tr("such as EPSG:4545"));
    addFields(*m_form);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(m_form);
    column->addWidget(m_rowsNote);
    column->addWidget(m_rows, 1);
    m_rows->verticalHeader()->setVisible(false);
    m_rows->verticalHeader()->setDefaultSectionSize(26);
    m_rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rows->setShowGrid(false);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setSelectionMode(QAbstractItemView::NoSelection);
    m_rows->setAccessibleName(tr("First rows"));
    connect(m_role, &QComboBox::currentIndexChanged, this, &LayerChoiceForm::showControlFields);
    connect(m_control, &QComboBox::activated, this,
            [this] { pick(*m_rule, layers::defaultDirection(picked<ControlType>(*m_control))); });
    connect(m_encoding, &QComboBox::activated, this,
            [this] { Q_EMIT encodingChosen(m_encoding->currentData().toString().toStdString()); });
    for (QComboBox* combo : {m_role, m_control, m_rule, m_nameField, m_idField})
        connect(combo, &QComboBox::activated, this, &LayerChoiceForm::edited);
    for (QLineEdit* line : {m_name, m_crs}) connect(line, &QLineEdit::textEdited, this, &LayerChoiceForm::edited);
    connect(m_link, &QRadioButton::clicked, this, &LayerChoiceForm::edited);
    connect(m_copy, &QRadioButton::clicked, this, &LayerChoiceForm::edited);
}

void LayerChoiceForm::addFields(QFormLayout& form) {
    const auto pair = [](QWidget* first, QWidget* second) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(first, 1);
        row->addWidget(second, 1);
        return row;
    };
    form.setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form.setHorizontalSpacing(12);
    form.setVerticalSpacing(6);
    form.addRow(tr("Name"), m_name);
    form.addRow(tr("Role"), m_role);
    form.addRow(tr("Control line"), pair(m_control, m_rule));
    form.addRow(tr("Names in field"), m_nameField);
    form.addRow(tr("Ids in field"), m_idField);
    form.addRow(tr("Text encoding"), pair(m_encoding, m_encodingReason));
    form.addRow(QString(), m_encodingSamples);
    form.addRow(tr("Coordinates"), pair(m_crs, m_crsReason));
    auto* storage = new QHBoxLayout;
    storage->addWidget(m_copy);
    storage->addWidget(m_link);
    storage->addStretch(1);
    form.addRow(tr("Data"), storage);
}

void LayerChoiceForm::showControlFields() {
    const bool control = picked<LayerKind>(*m_role) == LayerKind::ControlLine;
    for (QWidget* part : {static_cast<QWidget*>(m_control), static_cast<QWidget*>(m_rule)}) part->setVisible(control);
    // The label of the row is the widget before the row's layout.
    for (int row = 0; row < m_form->rowCount(); ++row) {
        QLayoutItem* field = m_form->itemAt(row, QFormLayout::FieldRole);
        if (field->layout() != nullptr && field->layout()->indexOf(m_control) >= 0)
            m_form->itemAt(row, QFormLayout::LabelRole)->widget()->setVisible(control);
    }
}

void LayerChoiceForm::show(const LayerChoice& choice) {
    m_showing = true;
    m_name->setText(text(choice.wish.name.empty() ? choice.info.name : choice.wish.name));
    pick(*m_role, choice.wish.kind);
    pick(*m_control, choice.wish.control.type);
    pick(*m_rule, choice.wish.control.direction);
    const gis::Schema& schema = choice.data ? choice.data->info.schema : choice.info.schema;
    fillFields(*m_nameField, schema, choice.wish.nameField);
    fillFields(*m_idField, schema, choice.wish.idField);
    m_link->setChecked(choice.wish.linked);
    m_copy->setChecked(!choice.wish.linked);
    showOnlyWhatFits(choice);
    showControlFields();
    showEncoding(choice);
    showCrs(choice);
    showRows(choice);
    m_showing = false;
}

/// A raster has a name and coordinates; it is a basemap, and it stays where it is.
void LayerChoiceForm::showOnlyWhatFits(const LayerChoice& choice) {
    const bool hasFeatures = !choice.raster;
    for (int row = 0; row < m_form->rowCount(); ++row) {
        QLayoutItem* field = m_form->itemAt(row, QFormLayout::FieldRole);
        const bool isName = field->widget() == m_name;
        const bool isCrs = field->layout() != nullptr && field->layout()->indexOf(m_crs) >= 0;
        setFormRowVisible(*m_form, row, hasFeatures || isName || isCrs);
    }
    m_rows->setVisible(hasFeatures);
    // What is told of a raster stands below the form, not in the middle of the room that the rows would take.
    m_rowsNote->setAlignment(hasFeatures ? Qt::AlignVCenter | Qt::AlignLeft : Qt::AlignTop | Qt::AlignLeft);
    static_cast<QVBoxLayout*>(layout())->setStretchFactor(m_rowsNote, hasFeatures ? 0 : 1);
}

void LayerChoiceForm::fillFields(QComboBox& combo, const gis::Schema& schema, const std::string& chosen) {
    combo.clear();
    combo.addItem(tr("none"), QString());
    for (const gis::Field& field : schema.fields()) combo.addItem(text(field.name), text(field.name));
    combo.setCurrentIndex(std::max(0, combo.findData(text(chosen))));
}

void LayerChoiceForm::showEncoding(const LayerChoice& choice) {
    const gis::LayerInfo& info = choice.data ? choice.data->info : choice.info;
    const bool fixed = info.encodingReason == "format";
    m_encoding->setEnabled(!fixed);
    m_encoding->setCurrentIndex(std::max(0, m_encoding->findData(text(choice.encoding))));
    static const std::pair<const char*, const char*> reasons[] = {
        {"format", QT_TR_NOOP("%1: the format has no other")},
        {"open option", QT_TR_NOOP("%1: as you chose")},
        {"cpg", QT_TR_NOOP("%1: its .cpg file says so")},
        {"ldid", QT_TR_NOOP("%1: the head of its table says so")},
        {"detected", QT_TR_NOOP("%1: found in the texts")},
        {"default", QT_TR_NOOP("%1: no text says otherwise")},
    };
    QString reason = text(info.encoding);
    for (const auto& [word, source] : reasons)
        if (info.encodingReason == word) reason = tr(source).arg(text(info.encoding));
    m_encodingReason->setText(reason);
    QStringList lines;
    for (const gis::EncodingSample& sample : choice.samples)
        lines << tr("%1 would read: %2")
                     .arg(m_encoding->itemText(m_encoding->findData(text(sample.encoding))),
                          fontMetrics().elidedText(text(sample.text).simplified(), Qt::ElideRight, widestSample));
    m_encodingSamples->setText(lines.join(u'\n'));
    m_encodingSamples->setVisible(!lines.isEmpty() && !fixed);
}

void LayerChoiceForm::showCrs(const LayerChoice& choice) {
    const gis::CoordinateReferenceSystem& said = choice.info.crs;
    m_crs->setEnabled(!said.isKnown());
    if (said.isKnown()) {
        m_crs->setText(text(said.code().empty() ? said.name() : said.code()));
        m_crs->setCursorPosition(0);
        m_crsReason->setText(said.code().empty() ? tr("as the file says")
                                                 : tr("%1, as the file says").arg(text(said.name())));
        return;
    }
    m_crs->setText(choice.crsCode);
    const gis::Extent extent = choice.data ? choice.data->table.extent() : choice.info.extent;
    const gis::CrsGuess guess = gis::guessCrs(extent);
    const QString seen = text(gis::translated(guess.reason));
    m_crsReason->setText(guess.candidate.isKnown() ? tr("The file does not say; proposed because %1").arg(seen)
                                                   : tr("The file does not say, and %1").arg(seen));
}

void LayerChoiceForm::showRows(const LayerChoice& choice) {
    m_rows->clear();
    m_rows->setRowCount(0);
    m_rows->setColumnCount(0);
    if (!choice.problem.isEmpty()) return m_rowsNote->setText(choice.problem);
    if (choice.raster) return m_rowsNote->setText(rasterText(*choice.raster));
    if (!choice.data) return m_rowsNote->setText(tr("Reading …"));
    const gis::FeatureTable& table = choice.data->table;
    QStringList heads;
    for (const gis::Field& field : table.schema().fields()) heads << text(field.name);
    const int rows = static_cast<int>(std::min<std::size_t>(shownRows, table.size()));
    m_rows->setColumnCount(static_cast<int>(heads.size()));
    m_rows->setHorizontalHeaderLabels(heads);
    m_rows->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const gis::Feature& feature = table.at(static_cast<std::size_t>(row));
        for (int column = 0; column < m_rows->columnCount(); ++column) {
            auto* cell = new QTableWidgetItem(text(gis::toText(feature.attribute(column))));
            if (table.schema().fields()[static_cast<std::size_t>(column)].type <= gis::FieldType::Real)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_rows->setItem(row, column, cell);
        }
    }
    m_rows->resizeColumnsToContents();
    for (int column = 0; column < m_rows->columnCount(); ++column)
        m_rows->setColumnWidth(column, std::clamp(m_rows->columnWidth(column) + 12, narrowest, widest));
    if (!table.isEmpty() && table.extent().isEmpty())
        return m_rowsNote->setText(
            tr("No row has coordinates. In a CSV, name their columns lon and lat, x and y, or WKT."));
    m_rowsNote->setText(table.size() > static_cast<std::size_t>(rows)
                            ? tr("The first %1 of %2 rows").arg(rows).arg(table.size())
                            : tr("All %1 rows").arg(rows));
}

void LayerChoiceForm::applyTo(LayerChoice& choice) const {
    if (m_showing) return;
    choice.wish.name = m_name->text().trimmed().toStdString();
    if (choice.wish.name == choice.info.name) choice.wish.name.clear();
    choice.wish.kind = picked<LayerKind>(*m_role);
    choice.wish.control = {picked<ControlType>(*m_control), picked<RuleDirection>(*m_rule)};
    choice.wish.nameField = m_nameField->currentData().toString().toStdString();
    choice.wish.idField = m_idField->currentData().toString().toStdString();
    choice.wish.linked = m_link->isChecked();
    if (!choice.info.crs.isKnown()) choice.crsCode = m_crs->text();
}

}  // namespace app
