// SPDX-License-Identifier: Apache-2.0
#include "app/panels/AttributeTablePanel.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panels/PanelBody.h"
#include "app/panels/PlanWords.h"
#include "app/panels/TableClip.h"
#include "app/session/Session.h"
#include "app/window/MapController.h"

namespace app {

namespace {

/// More selected features than this are not mirrored row by row.
constexpr std::size_t mirrorLimit = 2000;

}  // namespace

AttributeTablePanel::AttributeTablePanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_workbench(workbench),
      m_model(new AttributeTableModel(
          [&workbench](const gis::Result<layers::ChangeSet>& change) { return workbench.session.perform(change); },
          this)),
      m_view(new QTableView(this)) {
    m_view->setModel(m_model);
    m_view->setObjectName(QStringLiteral("attributeTable"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(0, Qt::AscendingOrder);
    m_view->verticalHeader()->setVisible(false);
    m_view->verticalHeader()->setDefaultSectionSize(28);
    m_view->setAccessibleName(tr("Attribute table"));
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_body = new PanelBody(m_view, this);
    m_body->emptyState().setTexts(tr("This layer has no features."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_body, 1);
    auto* copy = new QShortcut(QKeySequence::Copy, m_view);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &AttributeTablePanel::copyRows);
    Session& session = m_workbench.session;
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AttributeTablePanel::pickFromRows);
    connect(&session.selection(), &Selection::featuresChanged, this, &AttributeTablePanel::pickFromSelection);
    connect(&session.selection(), &Selection::currentLayerChanged, this,
            [this] { showLayer(m_workbench.session.selection().currentLayer()); });
    connect(&session, &Session::projectChanged, this, &AttributeTablePanel::refresh);
    connect(&session, &Session::planChanged, this, &AttributeTablePanel::refresh);
    refresh();
}

QWidget* AttributeTablePanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    m_layers = new QComboBox(bar);
    m_layers->setMinimumContentsLength(14);
    m_layers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_count = new QLabel(bar);
    m_count->setProperty("muted", true);
    auto* zoom = new QToolButton(bar);
    zoom->setText(tr("Zoom to selection"));
    auto* copy = new QToolButton(bar);
    copy->setText(tr("Copy"));
    copy->setObjectName(QStringLiteral("copyRows"));
    copy->setToolTip(tr("The selected rows, or all of them, as a table for Word and Excel"));
    connect(copy, &QToolButton::clicked, this, &AttributeTablePanel::copyRows);
    auto* write = new QToolButton(bar);
    write->setText(tr("Export…"));
    m_search = new QLineEdit(bar);
    m_search->setObjectName(QStringLiteral("rowFilter"));
    m_search->setPlaceholderText(tr("Filter rows"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(240);
    row->addWidget(m_layers);
    row->addWidget(m_count, 1);
    row->addWidget(zoom);
    row->addWidget(copy);
    row->addWidget(write);
    row->addWidget(m_search);
    connect(m_layers, &QComboBox::activated, this, [this] {
        m_workbench.session.selection().setCurrentLayer(gis::LayerId(m_layers->currentData().toLongLong()));
    });
    connect(zoom, &QToolButton::clicked, this, [this] { m_workbench.map.zoomToSelection(); });
    connect(write, &QToolButton::clicked, this, [this] { Q_EMIT exportWanted(m_layer); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model->setFilter(words);
        refresh();
    });
    return bar;
}

void AttributeTablePanel::showLayer(gis::LayerId layer) {
    m_layer = layer;
    refresh();
}

void AttributeTablePanel::fillLayers() {
    const auto snapshot = m_workbench.session.snapshot();
    const QSignalBlocker quiet(m_layers);
    m_layers->clear();
    if (!snapshot) return;
    for (auto it = snapshot->layers.rbegin(); it != snapshot->layers.rend(); ++it)
        m_layers->addItem(text((*it)->name), QVariant::fromValue<qlonglong>(gis::number((*it)->id)));
    m_layers->setCurrentIndex(m_layers->findData(QVariant::fromValue<qlonglong>(gis::number(m_layer))));
}

void AttributeTablePanel::refresh() {
    const auto snapshot = m_workbench.session.snapshot();
    auto layer = snapshot ? snapshot->layer(m_layer) : nullptr;
    if (!layer && snapshot && !snapshot->layers.empty()) {
        layer = snapshot->layers.back();
        m_layer = layer->id;
    }
    fillLayers();
    m_syncing = true;
    m_model->setLayer(snapshot, layer);
    m_syncing = false;
    const std::size_t all = layer ? layer->table.size() : 0;
    m_count->setText(m_model->rowCount() == static_cast<int>(all)
                         ? tr("%1 rows").arg(all)
                         : tr("%1 of %2 rows").arg(m_model->rowCount()).arg(all));
    m_body->showEmpty(all == 0);
    pickFromSelection();
}

void AttributeTablePanel::pickFromRows() {
    if (m_syncing || !m_model->layer()) return;
    std::vector<gis::FeatureId> features;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        features.push_back(m_model->feature(index.row()).id());
    std::sort(features.begin(), features.end());
    m_syncing = true;
    m_workbench.session.selection().select(FeatureSet{m_model->layer()->id, features});
    m_syncing = false;
}

void AttributeTablePanel::pickFromSelection() {
    const FeatureSet& picked = m_workbench.session.selection().features();
    if (m_syncing || !m_model->layer() || picked.layer != m_model->layer()->id || picked.features.size() > mirrorLimit)
        return;
    m_syncing = true;
    QItemSelection rows;
    for (const gis::FeatureId id : picked.features)
        if (const int row = m_model->rowOf(id); row >= 0)
            rows.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (!rows.isEmpty()) m_view->scrollTo(rows.indexes().front());
    m_syncing = false;
}

void AttributeTablePanel::copyRows() {
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.isEmpty())
        for (int row = 0; row < m_model->rowCount(); ++row) rows << m_model->index(row, 0);
    std::sort(rows.begin(), rows.end());
    QApplication::clipboard()->setMimeData(mimeOf(tableClip(*m_model, rows)));
    m_workbench.session.messages().information(tr("%n rows are on the clipboard.", nullptr, int(rows.size())));
}

}  // namespace app
