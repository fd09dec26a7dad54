// SPDX-License-Identifier: Apache-2.0
#include "app/panels/LayersPanel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "app/panels/PanelBody.h"
#include "app/panels/PlanWords.h"
#include "app/panels/StyleClipboard.h"
#include "app/session/Session.h"
#include "app/theme/Icons.h"
#include "app/theme/Theme.h"
#include "app/window/MapController.h"
#include "layers/edit/LayerEdit.h"

namespace app {

LayersPanel::LayersPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_workbench(workbench),
      m_model(new LayersModel(
          [&workbench](const gis::Result<layers::ChangeSet>& change) { return workbench.session.perform(change); },
          this)),
      m_view(new QTreeView(this)) {
    m_view->setModel(m_model);
    m_view->setObjectName(QStringLiteral("layers"));
    m_view->setHeaderHidden(true);
    m_view->setTextElideMode(Qt::ElideMiddle);  // layers of one scheme differ at the end
    m_view->setIndentation(14);                 // names need the width more than the tree its steps
    m_view->setIconSize(QSize(24, 16));
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setAccessibleName(tr("Layers"));
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_body = new PanelBody(m_view, this);
    m_body->emptyState().setTexts(tr("No layers yet. Add your boundaries, red lines and layouts, or drop files here."),
                                  tr("Add a layer…"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_body, 1);

    Session& session = m_workbench.session;
    connect(&m_body->emptyState(), &EmptyState::wanted, this, &LayersPanel::addLayerWanted);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &LayersPanel::showMenu);
    connect(m_view, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const auto layer = m_model->layer(index)) m_workbench.map.zoomToLayer(layer->id);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (const auto layer = m_model->layer(index)) m_workbench.session.selection().setCurrentLayer(layer->id);
    });
    connect(&session.selection(), &Selection::currentLayerChanged, this, [this] {
        const QModelIndex index = m_model->indexOf(m_workbench.session.selection().currentLayer());
        if (index.isValid() && m_model->layer(m_view->currentIndex()) != m_model->layer(index))
            m_view->setCurrentIndex(index);
    });
    connect(&session, &Session::projectChanged, this, &LayersPanel::refresh);
    connect(&session, &Session::planChanged, this, &LayersPanel::refresh);
    connect(&m_workbench.theme, &Theme::changed, this, [this] { m_view->viewport()->update(); });
    refresh();
}

QWidget* LayersPanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 4, 4);
    m_count = new QLabel(bar);
    m_count->setProperty("muted", true);
    auto* add = new QToolButton(bar);
    add->setIcon(icon(QStringLiteral("add")));
    add->setText(tr("Add"));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setToolTip(tr("Add a layer from a file; files can also be dropped on the window"));
    connect(add, &QToolButton::clicked, this, &LayersPanel::addLayerWanted);
    row->addWidget(m_count, 1);
    row->addWidget(add);
    return bar;
}

void LayersPanel::refresh() {
    const auto snapshot = m_workbench.session.snapshot();
    m_model->setSnapshot(snapshot);
    const auto count = snapshot ? snapshot->layers.size() : 0;
    m_count->setText(count > 0 ? tr("%1 layers").arg(count) : QString());
    m_body->showEmpty(count == 0);
    m_view->setRootIsDecorated(true);
}

void LayersPanel::showMenu(QPoint position) {
    const auto layer = m_model->layer(m_view->indexAt(position));
    if (!layer) return;
    const gis::LayerId id = layer->id;
    QMenu menu(this);
    menu.addAction(tr("Zoom to the layer"), this, [this, id] { m_workbench.map.zoomToLayer(id); });
    const bool hasFeatures = !layer->isRaster();
    menu.addAction(tr("Attribute table"), this, [this, id] { Q_EMIT tableWanted(id); })->setVisible(hasFeatures);
    menu.addSeparator();
    menu.addAction(tr("Rename"), this, [this, id] { m_view->edit(m_model->indexOf(id)); });
    menu.addAction(tr("Style…"), this, [this, id] { Q_EMIT styleWanted(id); })->setVisible(hasFeatures);
    menu.addAction(tr("Copy style"), this, [layer] { copyStyle(layer->style); })->setVisible(hasFeatures);
    const auto copied = copiedStyle();
    QAction* paste = menu.addAction(tr("Paste style"), this, [this, layer, copied] { pasteStyle(layer, *copied); });
    paste->setEnabled(copied.has_value());
    paste->setVisible(hasFeatures);
    addOpacity(menu, layer);
    menu.addSeparator();
    menu.addAction(tr("Export…"), this, [this, id] { Q_EMIT exportWanted(id); })->setVisible(hasFeatures);
    menu.addAction(tr("Remove"), this, [this, layer] { removeLayer(layer); });
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

void LayersPanel::addOpacity(QMenu& menu, const layers::LayerPtr& layer) {
    QMenu* opacity = menu.addMenu(tr("Opacity"));
    for (const int percent : {100, 80, 60, 40, 20}) {
        QAction* action = opacity->addAction(tr("%1 %").arg(percent), this, [this, layer, percent] {
            layers::Style style = layer->style;
            style.opacity = percent / 100.0;
            m_workbench.session.perform(layers::setStyle(*m_workbench.session.snapshot(), layer->id, style));
        });
        action->setCheckable(true);
        action->setChecked(qRound(layer->style.opacity * 100) == percent);
    }
}

void LayersPanel::pasteStyle(const layers::LayerPtr& layer, const layers::Style& style) {
    m_workbench.session.perform(layers::setStyle(*m_workbench.session.snapshot(), layer->id, styleFor(*layer, style)));
}

void LayersPanel::removeLayer(const layers::LayerPtr& layer) {
    const bool done = m_workbench.session.perform(layers::removeLayer(*m_workbench.session.snapshot(), layer->id));
    if (done)
        m_workbench.session.messages().post(MessageLevel::Information,
                                            tr("“%1” was removed from the plan.").arg(text(layer->name)), tr("Undo"),
                                            [this] { m_workbench.session.undo(); });
}

}  // namespace app
