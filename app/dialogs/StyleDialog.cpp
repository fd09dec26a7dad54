// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/StyleDialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSlider>
#include <QVBoxLayout>

#include "app/dialogs/LabelEditor.h"
#include "app/dialogs/SymbolEditor.h"
#include "app/panels/PlanWords.h"
#include "app/panels/Swatch.h"
#include "app/session/Quantities.h"
#include "app/session/Session.h"
#include "layers/edit/LayerEdit.h"
#include "layers/workflow/LayerImport.h"

namespace app {

namespace {

constexpr int togetherMs = 300;  ///< changes within this time are one step

int dimensionOf(const layers::Layer& layer) {
    int dimension = -2;
    for (const gis::Feature& feature : layer.table) {
        const int its = feature.geometry().dimension();
        if (its < 0) continue;
        if (dimension == -2) dimension = its;
        if (dimension != its) return -1;
    }
    return std::max(-1, dimension);
}

double denominatorIn(const QString& typed) {
    QString digits = typed.section(u':', -1);
    digits.remove(QRegularExpression(QStringLiteral("\\D")));
    return digits.toDouble();
}

}  // namespace

StyleDialog::StyleDialog(Workbench& workbench, gis::LayerId layer)
    : WorkDialog(workbench, QStringLiteral("styleDialog"), tr("Style"), QSize(620, 460)),
      m_layer(layer),
      m_classes(new QListWidget(this)),
      m_symbol(new SymbolEditor(this)),
      m_label(new LabelEditor(this)),
      m_opacity(new QSlider(Qt::Horizontal, this)) {
    m_later.setSingleShot(true);
    m_later.setInterval(togetherMs);
    m_classes->setObjectName(QStringLiteral("classes"));
    m_classes->setIconSize(QSize(24, 16));
    m_classes->setAccessibleName(tr("Classes"));
    m_classes->setMaximumWidth(220);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(16);
    sides->addWidget(m_classes, 2);
    sides->addLayout(makeProperties(), 3);
    auto* buttons = new QHBoxLayout;
    auto* usual = new QPushButton(tr("Reset to the shipped style"), this);
    usual->setObjectName(QStringLiteral("reset"));
    auto* close = new QPushButton(tr("Close"), this);
    usual->setAutoDefault(false);
    close->setDefault(true);
    buttons->addWidget(usual);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(sides, 1);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(usual, &QPushButton::clicked, this, &StyleDialog::reset);
    connect(&m_later, &QTimer::timeout, this, &StyleDialog::apply);
    connect(m_classes, &QListWidget::currentRowChanged, this, &StyleDialog::showClass);
    connect(m_symbol, &SymbolEditor::edited, this, &StyleDialog::symbolEdited);
    connect(m_label, &LabelEditor::edited, this, &StyleDialog::labelEdited);
    connect(&session(), &Session::planChanged, this, &StyleDialog::refresh);
    connect(&session(), &Session::projectChanged, this, &StyleDialog::refresh);
    refresh();
}

StyleDialog::~StyleDialog() = default;

QLayout* StyleDialog::makeProperties() {
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(section(tr("Symbol")));
    column->addWidget(m_symbol);
    column->addSpacing(8);
    column->addWidget(section(tr("Labels")));
    column->addWidget(m_label);
    column->addSpacing(8);
    column->addWidget(section(tr("Layer")));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    m_opacity->setRange(0, 100);
    m_opacity->setAccessibleName(tr("Opacity"));
    m_opacity->setObjectName(QStringLiteral("opacity"));
    auto* percent = note();
    auto* row = new QHBoxLayout;
    row->addWidget(m_opacity, 1);
    row->addWidget(percent);
    form->addRow(tr("Opacity"), row);
    addScale(*form);
    column->addLayout(form);
    column->addStretch(1);
    connect(m_opacity, &QSlider::valueChanged, this, [this, percent](int value) {
        percent->setText(tr("%1 %").arg(value));
        if (m_showing) return;
        m_style.opacity = value / 100.0;
        later();
    });
    return column;
}

QComboBox* StyleDialog::scaleBox(const QString& what) {
    auto* box = new QComboBox(this);
    box->setEditable(true);
    box->setAccessibleName(what);
    box->setToolTip(what);
    box->addItem(tr("no limit"));
    for (const double denominator :
         {10'000., 50'000., 100'000., 250'000., 500'000., 1'000'000., 2'500'000., 5'000'000.})
        box->addItem(scaleText(denominator));
    connect(box, &QComboBox::activated, this, &StyleDialog::scaleEdited);
    connect(box->lineEdit(), &QLineEdit::editingFinished, this, &StyleDialog::scaleEdited);
    return box;
}

void StyleDialog::addScale(QFormLayout& form) {
    m_largest = scaleBox(tr("Not shown closer than this scale"));
    m_smallest = scaleBox(tr("Not shown beyond this scale"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_largest, 1);
    row->addWidget(new QLabel(tr("to"), this));
    row->addWidget(m_smallest, 1);
    form.addRow(tr("Scales"), row);
}

layers::LayerPtr StyleDialog::present() const {
    const auto snapshot = session().snapshot();
    return snapshot ? snapshot->layer(m_layer) : nullptr;
}

void StyleDialog::refresh() {
    const layers::LayerPtr layer = present();
    if (!layer) {
        m_later.stop();
        close();
        return;
    }
    if (m_later.isActive()) return;  // an edit is on its way and will come back here
    const bool same = m_style == layer->style && m_classes->count() > 0;
    setWindowTitle(tr("Style of “%1”").arg(text(layer->name)));
    if (same) return;
    m_style = layer->style;
    m_dimension = dimensionOf(*layer);
    m_showing = true;
    m_opacity->setValue(qRound(m_style.opacity * 100));
    m_showing = false;
    fillClasses();
}

void StyleDialog::fillClasses() {
    const int row = std::max(0, m_classes->currentRow());
    m_showing = true;
    m_classes->clear();
    for (const layers::Category& category : m_style.categories)
        m_classes->addItem(new QListWidgetItem(swatch(category.symbol, m_dimension),
                                               text(category.title.empty() ? category.value : category.title)));
    const bool classed = !m_style.categories.empty();
    m_classes->addItem(
        new QListWidgetItem(swatch(m_style.symbol, m_dimension), classed ? tr("All others") : tr("All features")));
    m_showing = false;
    m_classes->setCurrentRow(std::min(row, m_classes->count() - 1));
    showClass();
}

layers::Category* StyleDialog::category() {
    const auto row = static_cast<std::size_t>(std::max(0, m_classes->currentRow()));
    return row < m_style.categories.size() ? &m_style.categories[row] : nullptr;
}

void StyleDialog::showClass() {
    const layers::LayerPtr layer = present();
    if (m_showing || !layer) return;
    m_showing = true;
    const layers::Category* chosen = category();
    m_symbol->show(chosen != nullptr ? chosen->symbol : m_style.symbol, m_dimension);
    m_label->show(chosen != nullptr && chosen->label ? *chosen->label : m_style.label, layer->table.schema());
    const auto limit = [](QComboBox& box, double denominator) {
        box.setCurrentText(denominator > 0 ? scaleText(denominator) : tr("no limit"));
    };
    limit(*m_largest, chosen != nullptr ? chosen->minScaleDenominator : m_style.minScaleDenominator);
    limit(*m_smallest, chosen != nullptr ? chosen->maxScaleDenominator : m_style.maxScaleDenominator);
    m_showing = false;
}

void StyleDialog::symbolEdited() {
    layers::Category* chosen = category();
    (chosen != nullptr ? chosen->symbol : m_style.symbol) = m_symbol->symbol();
    if (QListWidgetItem* item = m_classes->currentItem()) item->setIcon(swatch(m_symbol->symbol(), m_dimension));
    later();
}

void StyleDialog::labelEdited() {
    layers::Category* chosen = category();
    if (chosen != nullptr && chosen->label)
        chosen->label = m_label->label();
    else
        m_style.label = m_label->label();
    later();
}

void StyleDialog::scaleEdited() {
    if (m_showing) return;
    layers::Category* chosen = category();
    double least = denominatorIn(m_largest->currentText());
    double most = denominatorIn(m_smallest->currentText());
    if (most > 0 && least > most) std::swap(least, most);
    (chosen != nullptr ? chosen->minScaleDenominator : m_style.minScaleDenominator) = least;
    (chosen != nullptr ? chosen->maxScaleDenominator : m_style.maxScaleDenominator) = most;
    later();
}

void StyleDialog::reset() {
    const layers::LayerPtr layer = present();
    if (!layer) return;
    // A sample layer has a style of its own among the shipped ones (river, railway …).
    auto usual = layers::shippedStyle(layer->style.name);
    if (!usual) usual = layers::usualStyle(*layer);
    if (!usual) return session().messages().error(usual.error());
    m_later.stop();
    session().perform(layers::setStyle(*session().snapshot(), m_layer, *usual));
}

void StyleDialog::later() { m_later.start(); }

void StyleDialog::apply() {
    m_later.stop();
    const layers::LayerPtr layer = present();
    if (!layer || layer->style == m_style) return;
    session().perform(layers::setStyle(*session().snapshot(), m_layer, m_style));
}

void StyleDialog::done(int result) {
    if (m_later.isActive()) apply();
    WorkDialog::done(result);
}

}  // namespace app
