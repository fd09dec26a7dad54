// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/BuildElementDialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "app/dialogs/BuildOutcome.h"
#include "app/dialogs/ElementForm.h"
#include "app/dialogs/SchemeFilter.h"
#include "app/panels/PlanWords.h"
#include "app/session/Session.h"
#include "app/window/CommandPalette.h"
#include "app/window/MapController.h"
#include "gis/base/Resources.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/ElementChange.h"

namespace app {

namespace {

constexpr int openFile = -1;

int dimensionOf(const layers::LayoutKind& kind) {
    return kind.geometry == "node" ? 0 : kind.geometry == "line" ? 1 : kind.geometry == "area" ? 2 : -1;
}

/// Ids of the elements that have a feature in the plan.
std::set<std::string> idsInPlan(const layers::ProjectSnapshot& plan) {
    std::set<std::string> ids;
    for (const layers::LayerPtr& layer : plan.layers) {
        const int field = layer->table.schema().indexOf(layers::layout_field::elementId);
        if (layer->kind != layers::LayerKind::Layout || field < 0) continue;
        for (const gis::Feature& feature : layer->table) ids.insert(gis::toText(feature.attribute(field)));
    }
    return ids;
}

}  // namespace

BuildElementDialog::BuildElementDialog(Workbench& workbench)
    : WorkDialog(workbench, QStringLiteral("buildElementDialog"), tr("Build from a scheme"), QSize(1080, 720)),
      m_sourceBox(new QComboBox(this)),
      m_search(new QLineEdit(this)),
      m_filter(new SchemeFilter(this)),
      m_elements(new QTreeWidget(this)),
      m_form(new ElementForm(this)),
      m_outcome(new BuildOutcome(this)),
      m_layer(new QComboBox(this)) {
    if (auto kinds = layers::shippedLayoutKinds()) m_kinds = std::move(*kinds);
    gis::Warnings warnings;
    m_sources = layers::schemeSources(*session().snapshot(), warnings);
    auto* split = new QSplitter(this);
    split->addWidget(makeList());
    split->addWidget(makeDetails());
    split->setStretchFactor(0, 5);
    split->setStretchFactor(1, 4);
    split->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(split, 1);
    m_build = addButtons(*column, tr("Build"));
    connect(m_sourceBox, &QComboBox::activated, this, &BuildElementDialog::sourceChosen);
    connect(m_search, &QLineEdit::textChanged, this, &BuildElementDialog::fillElements);
    connect(m_filter, &SchemeFilter::changed, this, &BuildElementDialog::fillElements);
    connect(m_elements, &QTreeWidget::itemDoubleClicked, this,
            [this](const QTreeWidgetItem* row) { elementOpened(*row); });
    connect(m_elements, &QTreeWidget::itemSelectionChanged, this, &BuildElementDialog::elementChosen);
    connect(m_form, &ElementForm::edited, this, &BuildElementDialog::refreshOutcome);
    connect(m_layer, &QComboBox::activated, this, &BuildElementDialog::refreshOutcome);
    connect(m_outcome, &BuildOutcome::changed, this, [this] { m_build->setEnabled(m_outcome->isReady()); });
    fillSources();
    sourceChosen();
    for (const gis::Warning& warning : warnings) session().messages().warning(text(gis::describe(warning)));
    m_search->setFocus();
}

QWidget* BuildElementDialog::makeList() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(8);
    m_sourceBox->setObjectName(QStringLiteral("schemes"));
    m_sourceBox->setAccessibleName(tr("Scheme"));
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search elements: name, place, carrier, clause, initials"));
    m_search->setClearButtonEnabled(true);
    m_elements->setObjectName(QStringLiteral("elements"));
    m_elements->setAccessibleName(tr("Elements"));
    m_elements->setHeaderLabels({tr("Element"), tr("Kind"), tr("Stage"), tr("In the plan")});
    m_elements->setRootIsDecorated(false);
    m_elements->setUniformRowHeights(true);
    m_elements->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_elements->header()->setStretchLastSection(false);
    m_elements->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_elements->header()->setSectionResizeMode(1, QHeaderView::Interactive);
    m_elements->header()->resizeSection(1, 150);
    m_elements->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_elements->header()->setSectionResizeMode(3, QHeaderView::ResizeToContents);
    column->addWidget(m_sourceBox);
    column->addWidget(m_search);
    column->addWidget(m_filter);
    column->addWidget(m_elements, 1);
    return side;
}

QWidget* BuildElementDialog::makeDetails() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 0, 8, 0);
    column->setSpacing(12);
    m_layer->setObjectName(QStringLiteral("layer"));
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* into = new QFormLayout;
    into->setHorizontalSpacing(12);
    into->addRow(tr("Into layer"), m_layer);
    column->addWidget(m_outcome);
    column->addLayout(into);
    column->addWidget(m_form);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

void BuildElementDialog::fillSources() {
    m_sourceBox->clear();
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        const layers::SchemeSource& source = m_sources[i];
        const QString title =
            source.origin == layers::SchemeSource::Origin::Register
                ? tr("Register: %1 elements named in the shipped documents").arg(source.scheme.elements.size())
                : text(source.name);
        m_sourceBox->addItem(title, static_cast<int>(i));
    }
    m_sourceBox->insertSeparator(m_sourceBox->count());
    m_sourceBox->addItem(tr("Open a scheme file…"), openFile);
    m_sourceBox->setCurrentIndex(m_sourceBox->findData(m_source));
}

void BuildElementDialog::lookFor(const std::string& clauseId) {
    const auto has = [&clauseId](const layers::SchemeSource& source) {
        return std::any_of(source.scheme.elements.begin(), source.scheme.elements.end(),
                           [&clauseId](const layers::SchemeElement& element) { return element.clauseId == clauseId; });
    };
    const auto found = std::find_if(m_sources.begin(), m_sources.end(), has);
    if (found == m_sources.end()) return;
    m_source = static_cast<int>(found - m_sources.begin());
    m_sourceBox->setCurrentIndex(m_sourceBox->findData(m_source));
    sourceChosen();
    m_search->setText(text(clauseId));  // fills the list
}

void BuildElementDialog::sourceChosen() {
    const int chosenSource = m_sourceBox->currentData().toInt();
    if (chosenSource == openFile) {
        m_sourceBox->setCurrentIndex(m_sourceBox->findData(m_source));
        return askForFile();
    }
    m_source = chosenSource;
    m_layer->clear();  // another scheme, another usual layer
    if (!m_sources.empty())
        m_filter->fill(m_sources[static_cast<std::size_t>(m_source)].scheme, session().snapshot()->corpus);
    fillElements();
}

void BuildElementDialog::askForFile() {
    auto* dialog =
        new QFileDialog(this, tr("Open a scheme file"), lastFolder(), tr("Scheme (%1)").arg(QStringLiteral("*.json")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BuildElementDialog::addFile);
    dialog->open();
}

void BuildElementDialog::addFile(const QString& path) {
    rememberFolder(path);
    const auto bytes = gis::readFile(path.toStdString());
    const auto scheme = bytes ? layers::schemeFromJson(*bytes, path.toStdString())
                              : gis::Result<layers::Scheme>(tl::unexpected<gis::Error>(bytes.error()));
    if (!scheme) return m_outcome->clear(text(gis::describe(scheme.error())));
    const std::string name = scheme->title.empty() ? QFileInfo(path).completeBaseName().toStdString() : scheme->title;
    m_sources.push_back({layers::SchemeSource::Origin::Plan, name, *scheme});
    m_source = static_cast<int>(m_sources.size()) - 1;
    fillSources();
    sourceChosen();
}

void BuildElementDialog::fillElements() {
    m_elements->clear();
    if (m_sources.empty()) return;
    const layers::Scheme& scheme = m_sources[static_cast<std::size_t>(m_source)].scheme;
    const std::set<std::string> present = idsInPlan(*session().snapshot());
    for (std::size_t i = 0; i < scheme.elements.size(); ++i) {
        const layers::SchemeElement& element = scheme.elements[i];
        const layers::LayoutKind* kind = m_kinds.find(element.kind);
        if (kind == nullptr || kind->builders.empty()) continue;  // a slogan or a target has no shape
        const QString kindText = PlanWords::elementKind(element.kind);
        if (!m_filter->takes(element)) continue;
        const QStringList names = SchemeFilter::wordsOf(element);
        if (!m_search->text().trimmed().isEmpty() && matchRank(m_search->text(), names) == 0) continue;
        auto* row = new QTreeWidgetItem(m_elements, {text(element.name), kindText, m_filter->stageOf(element),
                                                     present.contains(element.id) ? QStringLiteral("✓") : QString()});
        row->setData(0, Qt::UserRole, static_cast<int>(i));
        row->setToolTip(0, text(element.name));
        row->setToolTip(1, kindText);
        row->setTextAlignment(3, Qt::AlignCenter);
    }
    if (m_elements->topLevelItemCount() > 0)
        m_elements->setCurrentItem(m_elements->topLevelItem(0));
    else
        elementChosen();
}

void BuildElementDialog::elementOpened(const QTreeWidgetItem& row) {
    const layers::SchemeElement& element =
        m_sources[static_cast<std::size_t>(m_source)]
            .scheme.elements[static_cast<std::size_t>(row.data(0, Qt::UserRole).toInt())];
    for (const layers::LayerPtr& layer : session().snapshot()->layers) {
        const int field = layer->table.schema().indexOf(layers::layout_field::elementId);
        if (layer->kind != layers::LayerKind::Layout || field < 0) continue;
        for (const gis::Feature& feature : layer->table) {
            if (gis::toText(feature.attribute(field)) != element.id) continue;
            const FeatureSet shown{layer->id, {feature.id()}};
            session().selection().select(shown);
            m_workbench.map.flash(shown, true);
            return reject();
        }
    }
    accept();
}

std::vector<layers::SchemeElement> BuildElementDialog::chosen() const {
    std::vector<layers::SchemeElement> elements;
    for (const QTreeWidgetItem* row : m_elements->selectedItems())
        elements.push_back(m_sources[static_cast<std::size_t>(m_source)]
                               .scheme.elements[static_cast<std::size_t>(row->data(0, Qt::UserRole).toInt())]);
    return elements;
}

void BuildElementDialog::elementChosen() {
    const auto elements = chosen();
    m_form->setVisible(elements.size() == 1);
    if (elements.size() == 1) m_form->show(elements.front(), session().snapshot()->corpus);
    fillLayers();
    refreshOutcome();
}

void BuildElementDialog::fillLayers() {
    const QVariant before = m_layer->currentData();
    m_layer->clear();
    m_layer->addItem(tr("A new layer"), 0);
    const auto elements = chosen();
    const layers::LayoutKind* kind = elements.empty() ? nullptr : m_kinds.find(elements.front().kind);
    const auto plan = session().snapshot();
    for (auto layer = plan->layers.rbegin(); kind != nullptr && layer != plan->layers.rend(); ++layer)
        if (layers::takesElements(**layer, dimensionOf(*kind)))
            m_layer->addItem(text((*layer)->name), static_cast<qlonglong>(gis::number((*layer)->id)));
    const auto current = static_cast<qlonglong>(gis::number(session().selection().currentLayer()));
    // Beside the others of its scheme, if they are there.
    const QString scheme = text(m_sources[static_cast<std::size_t>(m_source)].name);
    int beside = -1;
    for (int i = 1; i < m_layer->count() && !scheme.isEmpty(); ++i)
        if (beside < 0 && m_layer->itemText(i).startsWith(scheme)) beside = i;
    const int kept = before.isValid() && before.toLongLong() != 0 ? m_layer->findData(before) : -1;
    const int usual = m_layer->findData(current);
    m_layer->setCurrentIndex(kept >= 0     ? kept
                             : beside >= 0 ? beside
                             : usual > 0   ? usual
                                           : std::min(1, m_layer->count() - 1));
}

gis::LayerId BuildElementDialog::targetLayer() const { return gis::LayerId{m_layer->currentData().toLongLong()}; }

void BuildElementDialog::refreshOutcome() {
    auto elements = chosen();
    if (elements.empty()) return m_outcome->clear(tr("Choose an element on the left."));
    if (elements.size() == 1) {
        const auto wished = m_form->element();
        if (!wished) return m_outcome->clear(text(gis::describe(wished.error())));
        elements.front() = *wished;
    }
    BuildOutcome::Order order;
    order.plan = session().snapshot();
    order.scheme.title = m_sources[static_cast<std::size_t>(m_source)].scheme.title;
    if (order.scheme.title.empty()) order.scheme.title = tr("Elements of the documents").toStdString();
    order.scheme.elements = std::move(elements);
    if (const auto layer = order.plan->layer(targetLayer())) order.crs = layer->table.crs();
    order.change = [into = targetLayer()](const auto& plan, const auto& layout, const auto& options, auto& warnings) {
        return layers::elementsChange(plan, layout, into, options, warnings);
    };
    m_outcome->order(std::move(order));
}

void BuildElementDialog::accept() {
    if (!m_outcome->isReady()) return;
    const layers::ChangeSet change = m_outcome->change();
    if (!session().perform(change)) return refreshOutcome();
    const auto added = addedBy(change);
    WorkDialog::accept();
    if (added.empty() || added.front().second.empty()) return;
    FeatureSet built{added.front().first, {}};
    for (const gis::Feature& feature : added.front().second) built.features.push_back(feature.id());
    session().selection().select(built);
    m_workbench.map.flash(built, true);
}

}  // namespace app
