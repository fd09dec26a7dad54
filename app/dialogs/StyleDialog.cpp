// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/StyleDialog.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/dialogs/ClassEditor.h"
#include "app/dialogs/ClassingEditor.h"
#include "app/dialogs/FieldManners.h"
#include "app/dialogs/LabelEditor.h"
#include "app/dialogs/ScaleRange.h"
#include "app/dialogs/StyleLibraryDialog.h"
#include "app/dialogs/SymbolEditor.h"
#include "app/panels/PlanWords.h"
#include "app/panels/StyleClipboard.h"
#include "app/panels/Swatch.h"
#include "app/session/Session.h"
#include "app/theme/Icons.h"
#include "layers/edit/LayerEdit.h"
#include "layers/style/FeatureClassifier.h"
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

}  // namespace

StyleDialog::StyleDialog(Workbench& workbench, gis::LayerId layer)
    : WorkDialog(workbench, QStringLiteral("styleDialog"), tr("Style"), QSize(860, 640)),
      m_layer(layer),
      m_classing(new ClassingEditor(this)),
      m_classes(new QListWidget(this)),
      m_class(new ClassEditor(this)),
      m_symbol(new SymbolEditor(this)),
      m_label(new LabelEditor(this)),
      m_opacity(new QSlider(Qt::Horizontal, this)) {
    m_later.setSingleShot(true);
    m_later.setInterval(togetherMs);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(16);
    sides->addLayout(makeClasses(), 2);
    sides->addWidget(makeProperties(), 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(sides, 1);
    column->addLayout(makeButtons());
    connect(&m_later, &QTimer::timeout, this, &StyleDialog::apply);
    connect(m_classing, &ClassingEditor::edited, this, &StyleDialog::classesEdited);
    connect(m_classes, &QListWidget::currentRowChanged, this, &StyleDialog::showClass);
    connect(m_class, &ClassEditor::edited, this, &StyleDialog::classEdited);
    connect(m_symbol, &SymbolEditor::edited, this, &StyleDialog::symbolEdited);
    connect(m_label, &LabelEditor::edited, this, &StyleDialog::labelEdited);
    connect(&session(), &Session::planChanged, this, &StyleDialog::refresh);
    connect(&session(), &Session::projectChanged, this, &StyleDialog::refresh);
    makeKeys();
    refresh();
    m_classes->setCurrentRow(usualRow());
}

StyleDialog::~StyleDialog() = default;

QLayout* StyleDialog::makeClasses() {
    m_classes->setObjectName(QStringLiteral("classes"));
    m_classes->setIconSize(QSize(24, 16));
    m_classes->setAccessibleName(tr("Classes"));
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(m_classing);
    column->addWidget(m_classes, 1);
    column->addLayout(makeClassButtons());
    return column;
}

QLayout* StyleDialog::makeClassButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    const auto add = [this, row](const char* name, const QString& picture, const QString& what) {
        auto* button = new QToolButton(this);
        button->setObjectName(QString::fromLatin1(name));
        button->setIcon(icon(picture));
        button->setToolTip(what);
        button->setAccessibleName(what);
        row->addWidget(button);
        return button;
    };
    auto* plus = add("addClass", QStringLiteral("add"), tr("Add a class above the chosen one"));
    m_remove = add("removeClass", QStringLiteral("delete"), tr("Remove the class"));
    m_up =
        add("moveUp", QStringLiteral("move-up"), tr("Move up: the first class that fits counts, and is painted last"));
    m_down = add("moveDown", QStringLiteral("move-down"), tr("Move down"));
    row->addStretch(1);
    connect(plus, &QToolButton::clicked, this, &StyleDialog::addClass);
    connect(m_remove, &QToolButton::clicked, this, &StyleDialog::removeClass);
    connect(m_up, &QToolButton::clicked, this, [this] { moveClass(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveClass(1); });
    return row;
}

QWidget* StyleDialog::makeProperties() {
    auto* inside = new QWidget(this);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(8);
    m_classHeading = section(tr("Class"));
    column->addWidget(m_classHeading);
    column->addWidget(m_class);
    addClassPart(*column);
    m_othersHidden = new QCheckBox(tr("Features outside all classes are not drawn"), this);
    m_othersHidden->setObjectName(QStringLiteral("othersHidden"));
    column->addWidget(m_othersHidden);
    column->addWidget(section(tr("Symbol")));
    column->addWidget(m_symbol);
    column->addSpacing(8);
    column->addWidget(section(tr("Labels")));
    m_ownLabel = new QCheckBox(tr("This class has labels of its own"), this);
    m_ownLabel->setObjectName(QStringLiteral("ownLabel"));
    column->addWidget(m_ownLabel);
    connect(m_ownLabel, &QCheckBox::clicked, this, &StyleDialog::ownLabelChosen);
    column->addWidget(m_label);
    column->addSpacing(8);
    addLayerPart(*column);
    column->addStretch(1);
    connect(m_othersHidden, &QCheckBox::clicked, this, [this](bool on) {
        m_style.othersHidden = on;
        later();
    });
    new FieldManners(*inside);
    auto* area = new QScrollArea(this);
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(460);
    return area;
}

void StyleDialog::addLayerPart(QVBoxLayout& column) {
    column.addWidget(section(tr("Layer")));
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
    m_scales = new ScaleRange(this);
    m_scales->setObjectName(QStringLiteral("layerScales"));
    form->addRow(tr("Scales"), m_scales);
    connect(m_scales, &ScaleRange::edited, this, &StyleDialog::layerScalesEdited);
    column.addLayout(form);
    m_openJunctions = new QCheckBox(tr("Casings of all classes below all lines: their junctions stay open"), this);
    m_openJunctions->setObjectName(QStringLiteral("openJunctions"));
    connect(m_openJunctions, &QCheckBox::clicked, this, [this](bool on) {
        m_style.openJunctions = on;
        later();
    });
    column.addWidget(m_openJunctions);
    m_origin = note();
    m_origin->setObjectName(QStringLiteral("origin"));
    column.addWidget(m_origin);
    connect(m_opacity, &QSlider::valueChanged, this, [this, percent](int value) {
        percent->setText(tr("%1 %").arg(value));
        if (m_showing) return;
        m_style.opacity = value / 100.0;
        later();
    });
}

void StyleDialog::addClassPart(QVBoxLayout& column) {
    m_classScales = new ScaleRange(this);
    m_classScales->setObjectName(QStringLiteral("classScales"));
    m_classScalesTitle = new QLabel(tr("Scales of the class"), this);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_classScalesTitle);
    row->addWidget(m_classScales, 1);
    column.addLayout(row);
    connect(m_classScales, &ScaleRange::edited, this, &StyleDialog::classScalesEdited);
}

/// The dialog is a window of its own, which the keys of the main window do not reach.
void StyleDialog::makeKeys() {
    const auto add = [this](const QKeySequence& keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, [this, act] {
            if (m_later.isActive()) apply();
            act();
        });
    };
    for (const QKeySequence& keys : QKeySequence::keyBindings(QKeySequence::Undo))
        add(keys, [this] { session().undo(); });
    for (const QKeySequence& keys : QKeySequence::keyBindings(QKeySequence::Redo))
        add(keys, [this] { session().redo(); });
}

int StyleDialog::usualRow() const {
    const layers::LayerPtr layer = present();
    if (!layer || !m_style.hasClasses() || layer->table.size() == 0) return 0;
    const layers::FeatureClassifier classes(m_style, layer->table.schema());
    const int row = classes.classOf(layer->table.at(0));
    return row >= 0 && row < m_classes->count() ? row : 0;
}

QLayout* StyleDialog::makeButtons() {
    auto* row = new QHBoxLayout;
    const auto add = [this, row](const char* name, const QString& words) {
        auto* button = new QPushButton(words, this);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        row->addWidget(button);
        return button;
    };
    auto* library = add("library", tr("Style library…"));
    auto* copy = add("copy", tr("Copy style"));
    auto* insert = add("paste", tr("Paste style"));
    auto* usual = add("reset", tr("Reset to the shipped style"));
    row->addStretch(1);
    auto* close = add("close", tr("Close"));
    close->setDefault(true);
    connect(library, &QPushButton::clicked, this, &StyleDialog::openLibrary);
    connect(copy, &QPushButton::clicked, this, [this] { copyStyle(m_style); });
    connect(insert, &QPushButton::clicked, this, &StyleDialog::paste);
    connect(usual, &QPushButton::clicked, this, &StyleDialog::reset);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return row;
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
    showStyle();
}

void StyleDialog::showStyle() {
    const layers::LayerPtr layer = present();
    if (!layer) return;
    m_showing = true;
    m_opacity->setValue(qRound(m_style.opacity * 100));
    m_othersHidden->setChecked(m_style.othersHidden);
    m_openJunctions->setChecked(m_style.openJunctions);
    m_classing->show(layer, m_style, m_dimension);
    m_symbol->setSchema(layer->table.schema());
    m_showing = false;
    showOrigin();
    fillClasses();
}

void StyleDialog::showOrigin() {
    m_origin->setText(m_style.origin.empty() ? QString()
                                             : tr("Origin: %1 (%2). Version %3.")
                                                   .arg(text(m_style.origin), certaintyText(m_style.certainty))
                                                   .arg(m_style.version));
    m_origin->setVisible(!m_style.origin.empty());
}

void StyleDialog::fillClasses() {
    const int row = std::max(0, m_classes->currentRow());
    m_showing = true;
    m_classes->clear();
    if (m_style.hasClasses())
        for (const layers::Category& category : m_style.categories)
            m_classes->addItem(new QListWidgetItem(swatch(category.symbol, m_dimension),
                                                   text(category.title.empty() ? category.value : category.title)));
    const bool classed = m_classes->count() > 0;
    m_classes->addItem(
        new QListWidgetItem(swatch(m_style.symbol, m_dimension), classed ? tr("All others") : tr("All features")));
    m_showing = false;
    m_classes->setCurrentRow(std::min(row, m_classes->count() - 1));
    showClass();
}

layers::Category* StyleDialog::category() {
    const auto row = static_cast<std::size_t>(std::max(0, m_classes->currentRow()));
    return m_style.hasClasses() && row < m_style.categories.size() ? &m_style.categories[row] : nullptr;
}

void StyleDialog::showClass() {
    const layers::LayerPtr layer = present();
    if (m_showing || !layer) return;
    m_showing = true;
    const layers::Category* chosen = category();
    const int row = m_classes->currentRow();
    m_class->setVisible(chosen != nullptr);
    m_classHeading->setVisible(m_style.hasClasses());
    m_othersHidden->setVisible(m_style.hasClasses() && chosen == nullptr);
    m_remove->setEnabled(chosen != nullptr);
    m_up->setEnabled(chosen != nullptr && row > 0);
    m_down->setEnabled(chosen != nullptr && row + 2 < m_classes->count());
    if (chosen != nullptr) m_class->show(*chosen, m_style.classedBy, layer->table.schema());
    m_symbol->show(chosen != nullptr ? chosen->symbol : m_style.symbol, m_dimension);
    m_label->show(chosen != nullptr && chosen->label ? *chosen->label : m_style.label, layer->table.schema(),
                  m_dimension);
    m_openJunctions->setVisible(m_style.hasClasses() && m_dimension != 0);
    m_ownLabel->setVisible(chosen != nullptr);
    m_ownLabel->setChecked(chosen != nullptr && chosen->label.has_value());
    m_label->setEnabled(chosen == nullptr || chosen->label.has_value());
    m_scales->show(m_style.minScaleDenominator, m_style.maxScaleDenominator);
    m_classScales->setVisible(chosen != nullptr);
    m_classScalesTitle->setVisible(chosen != nullptr);
    if (chosen != nullptr) m_classScales->show(chosen->minScaleDenominator, chosen->maxScaleDenominator);
    m_showing = false;
}

void StyleDialog::classesEdited() {
    m_style = m_classing->style();
    fillClasses();
    later();
}

void StyleDialog::classEdited() {
    layers::Category* chosen = category();
    if (chosen == nullptr) return;
    const layers::Category& edited = m_class->category();
    chosen->title = edited.title;
    chosen->value = edited.value;
    chosen->lower = edited.lower;
    chosen->upper = edited.upper;
    chosen->filter = edited.filter;
    if (QListWidgetItem* item = m_classes->currentItem())
        item->setText(text(chosen->title.empty() ? chosen->value : chosen->title));
    later();
}

void StyleDialog::addClass() {
    // A style of one symbol gets its first rule; a rule needs no field.
    if (!m_style.hasClasses()) {
        m_style.classedBy = layers::ClassedBy::Rule;
        m_style.categories.clear();
    }
    const layers::Category* chosen = category();
    layers::Category made;
    made.symbol = chosen != nullptr ? chosen->symbol : m_style.symbol;
    made.title = tr("New class").toStdString();
    const auto row =
        std::min(static_cast<std::size_t>(std::max(0, m_classes->currentRow())), m_style.categories.size());
    m_style.categories.insert(m_style.categories.begin() + static_cast<std::ptrdiff_t>(row), std::move(made));
    showStyle();
    m_classes->setCurrentRow(static_cast<int>(row));
    later();
}

void StyleDialog::removeClass() {
    if (category() == nullptr) return;
    m_style.categories.erase(m_style.categories.begin() + m_classes->currentRow());
    showStyle();
    later();
}

void StyleDialog::moveClass(int by) {
    const int row = m_classes->currentRow();
    const int other = row + by;
    if (category() == nullptr || other < 0 || static_cast<std::size_t>(other) >= m_style.categories.size()) return;
    std::swap(m_style.categories[static_cast<std::size_t>(row)], m_style.categories[static_cast<std::size_t>(other)]);
    showStyle();
    m_classes->setCurrentRow(other);
    later();
}

void StyleDialog::openLibrary() {
    auto* library = new StyleLibraryDialog(m_workbench, m_dimension);
    connect(library, &StyleLibraryDialog::chosen, this, &StyleDialog::take);
    library->open();
}

void StyleDialog::paste() {
    if (const auto style = copiedStyle()) return take(*style);
    session().messages().post(MessageLevel::Information, tr("The clipboard holds no style. Copy one first."));
}

void StyleDialog::take(const layers::Style& style) {
    const layers::LayerPtr layer = present();
    if (!layer) return;
    m_later.stop();
    session().perform(layers::setStyle(*session().snapshot(), m_layer, styleFor(*layer, style)));
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

void StyleDialog::ownLabelChosen(bool own) {
    layers::Category* chosen = category();
    if (chosen == nullptr) return;
    if (own)
        chosen->label = m_style.label;
    else
        chosen->label.reset();
    showClass();
    later();
}

void StyleDialog::layerScalesEdited() {
    m_style.minScaleDenominator = m_scales->least();
    m_style.maxScaleDenominator = m_scales->most();
    later();
}

void StyleDialog::classScalesEdited() {
    layers::Category* chosen = category();
    if (chosen == nullptr) return;
    chosen->minScaleDenominator = m_classScales->least();
    chosen->maxScaleDenominator = m_classScales->most();
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

void StyleDialog::later() {
    if (const layers::LayerPtr layer = present()) m_classing->show(layer, m_style, m_dimension);
    m_later.start();
}

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
