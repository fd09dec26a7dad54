// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/SheetForm.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <array>
#include <cmath>

#include "app/dialogs/LegendEditor.h"
#include "app/dialogs/SheetLayers.h"
#include "app/panels/PlanWords.h"
#include "app/session/Quantities.h"

namespace app {

namespace {

struct Paper {
    const char* name;
    double longMm, shortMm;
};
constexpr std::array<Paper, 5> papers{
    {{"A4", 297, 210}, {"A3", 420, 297}, {"A2", 594, 420}, {"A1", 841, 594}, {"A0", 1189, 841}}};

enum ExtentChoice { AsIs, MapView, Full, OfLayer };

QHBoxLayout* beside(QWidget* first, QWidget* second) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(first, 1);
    row->addWidget(second, 1);
    return row;
}

}  // namespace

SheetForm::SheetForm(QWidget* parent)
    : QWidget(parent),
      m_name(new QLineEdit(this)),
      m_title(new QLineEdit(this)),
      m_paper(new QComboBox(this)),
      m_orientation(new QComboBox(this)),
      m_extent(new QComboBox(this)),
      m_scale(new QComboBox(this)),
      m_basis(new QLineEdit(this)),
      m_author(new QLineEdit(this)),
      m_date(new QLineEdit(this)),
      m_notes(new QPlainTextEdit(this)),
      m_layers(new SheetLayers(this)),
      m_legend(new QCheckBox(tr("Legend"), this)),
      m_legendItems(new LegendEditor(this)),
      m_scaleBar(new QCheckBox(tr("Scale bar"), this)),
      m_north(new QCheckBox(tr("North arrow"), this)) {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_title->setObjectName(QStringLiteral("sheetTitle"));
    m_name->setObjectName(QStringLiteral("sheetName"));
    m_name->setToolTip(tr("In the list of sheets, and the name of its file"));
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Name"), m_name);
    addPaper(*form);
    addExtent(*form);
    addTexts(*form);
}

void SheetForm::addPaper(QFormLayout& form) {
    for (const Paper& paper : papers) m_paper->addItem(QLatin1String(paper.name));
    m_paper->setObjectName(QStringLiteral("paper"));
    m_orientation->addItems({tr("Landscape"), tr("Portrait")});
    m_orientation->setObjectName(QStringLiteral("orientation"));
    form.addRow(tr("Paper"), beside(m_paper, m_orientation));
    connect(m_paper, &QComboBox::activated, this, &SheetForm::paperChosen);
    connect(m_orientation, &QComboBox::activated, this, &SheetForm::paperChosen);
}

void SheetForm::addExtent(QFormLayout& form) {
    m_extent->setObjectName(QStringLiteral("extent"));
    for (QComboBox* box : {m_extent, m_scale}) {  // long names of layers must not widen the form
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    m_scale->setEditable(true);
    m_scale->setObjectName(QStringLiteral("scale"));
    m_scale->addItem(tr("Automatic"));
    for (const double denominator :
         {10'000., 25'000., 50'000., 100'000., 200'000., 250'000., 500'000., 800'000., 1'000'000., 1'500'000.})
        m_scale->addItem(scaleText(denominator));
    form.addRow(tr("Extent"), m_extent);
    form.addRow(tr("Scale"), m_scale);
    form.addRow(tr("Layers"), m_layers);
    connect(m_layers, &SheetLayers::edited, this, [this] {
        m_sheet.layers = m_layers->layers();
        Q_EMIT edited();
    });
    connect(m_extent, &QComboBox::activated, this, &SheetForm::extentChosen);
    connect(m_scale, &QComboBox::activated, this, &SheetForm::scaleChosen);
    connect(m_scale->lineEdit(), &QLineEdit::editingFinished, this, &SheetForm::scaleChosen);
}

void SheetForm::addTexts(QFormLayout& form) {
    auto* furniture = new QHBoxLayout;
    furniture->setSpacing(12);
    for (QCheckBox* box : {m_legend, m_scaleBar, m_north}) {
        furniture->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &SheetForm::textsEdited);
    }
    furniture->addStretch(1);
    m_notes->setPlaceholderText(tr("Sources and cautions, a line each"));
    m_notes->setTabChangesFocus(true);
    m_notes->setMinimumHeight(72);
    form.addRow(tr("Shows"), furniture);
    form.addRow(tr("Legend items"), m_legendItems);
    connect(m_legend, &QCheckBox::toggled, m_legendItems, &QWidget::setEnabled);
    connect(m_legendItems, &LegendEditor::edited, this, [this] {
        if (m_showing) return;
        m_sheet.legend = m_legendItems->items();
        Q_EMIT edited();
    });
    form.addRow(tr("Basis"), m_basis);
    form.addRow(tr("Author"), m_author);
    form.addRow(tr("Date"), m_date);
    form.addRow(tr("Notes"), m_notes);
    for (QLineEdit* line : {m_title, m_name, m_basis, m_author, m_date})
        connect(line, &QLineEdit::textEdited, this, &SheetForm::textsEdited);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &SheetForm::textsEdited);
}

void SheetForm::setLayers(const std::vector<std::pair<QString, gis::LayerId>>& layers) {
    m_extent->clear();
    m_extent->addItem(tr("As it is"), AsIs);
    m_extent->addItem(tr("What the map shows"), MapView);
    m_extent->addItem(tr("The whole plan"), Full);
    for (const auto& [name, id] : layers) {
        m_extent->addItem(tr("Layer “%1”").arg(name), OfLayer);
        m_extent->setItemData(m_extent->count() - 1, QVariant::fromValue<qlonglong>(gis::number(id)), Qt::UserRole + 1);
    }
}

void SheetForm::show(const layers::PrintLayout& sheet) {
    m_showing = true;
    m_sheet = sheet;
    m_title->setText(text(sheet.title));
    m_name->setText(text(sheet.name));
    const double longSide = std::max(sheet.paperWidthMm, sheet.paperHeightMm);
    for (std::size_t i = 0; i < papers.size(); ++i)
        if (std::abs(papers[i].longMm - longSide) < 2) m_paper->setCurrentIndex(static_cast<int>(i));
    m_orientation->setCurrentIndex(sheet.paperWidthMm >= sheet.paperHeightMm ? 0 : 1);
    m_extent->setCurrentIndex(0);
    m_layers->show(sheet.layers);
    m_scale->setCurrentText(sheet.scaleDenominator > 0 ? scaleText(sheet.scaleDenominator) : tr("Automatic"));
    m_basis->setText(text(sheet.basis));
    m_author->setText(text(sheet.author));
    m_date->setText(text(sheet.date));
    QStringList notes;
    for (const std::string& line : sheet.notes) notes << text(line);
    m_notes->setPlainText(notes.join(u'\n'));
    m_legend->setChecked(sheet.showsLegend);
    m_legendItems->setEnabled(sheet.showsLegend);
    m_scaleBar->setChecked(sheet.showsScaleBar);
    m_north->setChecked(sheet.showsNorthArrow);
    for (QLineEdit* line : {m_title, m_basis}) line->setCursorPosition(0);
    m_showing = false;
}

void SheetForm::showScale(double denominator) {
    if (m_sheet.scaleDenominator > 0 || m_scale->hasFocus() || m_scale->lineEdit()->hasFocus()) return;
    m_scale->setCurrentText(tr("Automatic, %1").arg(scaleText(denominator)));
}

void SheetForm::showLegend(const QStringList& offer) { m_legendItems->show(offer, m_sheet.legend); }

void SheetForm::paperChosen() {
    const Paper& paper = papers[static_cast<std::size_t>(std::max(0, m_paper->currentIndex()))];
    const bool portrait = m_orientation->currentIndex() == 1;
    m_sheet.paperWidthMm = portrait ? paper.shortMm : paper.longMm;
    m_sheet.paperHeightMm = portrait ? paper.longMm : paper.shortMm;
    Q_EMIT edited();
}

void SheetForm::extentChosen() {
    switch (m_extent->currentData().toInt()) {
        case MapView:
            Q_EMIT mapExtentWanted();
            break;
        case Full:
            Q_EMIT fullExtentWanted();
            break;
        case OfLayer:
            Q_EMIT layerExtentWanted(gis::LayerId(m_extent->currentData(Qt::UserRole + 1).toLongLong()));
            break;
        default:
            break;
    }
}

void SheetForm::scaleChosen() {
    if (m_showing) return;
    const QString typed = m_scale->currentText();
    // Words, as "Automatic, 1 : 400 000", leave the choice to the sheet.
    const bool automatic = !typed.isEmpty() && typed.front().isLetter();
    const double denominator = automatic ? 0 : denominatorIn(typed);
    if (denominator == m_sheet.scaleDenominator) return;
    m_sheet.scaleDenominator = denominator;
    Q_EMIT edited();
}

void SheetForm::textsEdited() {
    if (m_showing) return;
    m_sheet.title = m_title->text().toStdString();
    m_sheet.name = m_name->text().trimmed().toStdString();
    m_sheet.basis = m_basis->text().toStdString();
    m_sheet.author = m_author->text().toStdString();
    m_sheet.date = m_date->text().toStdString();
    m_sheet.notes.clear();
    for (const QString& line : m_notes->toPlainText().split(u'\n', Qt::SkipEmptyParts))
        m_sheet.notes.push_back(line.toStdString());
    m_sheet.showsLegend = m_legend->isChecked();
    m_sheet.showsScaleBar = m_scaleBar->isChecked();
    m_sheet.showsNorthArrow = m_north->isChecked();
    Q_EMIT edited();
}

}  // namespace app
