// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/SheetLayers.h"

#include <QCheckBox>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace app {

SheetLayers::SheetLayers(QWidget* parent)
    : QWidget(parent),
      m_asWindow(new QCheckBox(tr("Those that the window shows"), this)),
      m_list(new QListWidget(this)) {
    m_asWindow->setObjectName(QStringLiteral("layersAsWindow"));
    m_asWindow->setToolTip(tr("A layer that is added or hidden in the window comes to the sheet or leaves it too"));
    m_list->setObjectName(QStringLiteral("sheetLayers"));
    m_list->setAccessibleName(tr("Layers of the sheet"));
    m_list->setFixedHeight(132);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_asWindow);
    column->addWidget(m_list);
    connect(m_asWindow, &QCheckBox::clicked, this, [this](bool asWindow) { chooseOwn(!asWindow); });
    connect(m_list, &QListWidget::itemChanged, this, &SheetLayers::read);
}

void SheetLayers::setLayers(std::vector<Offered> layers) {
    m_offered = std::move(layers);
    fill();
}

void SheetLayers::show(const std::vector<gis::LayerId>& layers) {
    m_layers = layers;
    fill();
}

void SheetLayers::chooseOwn(bool own) {
    m_layers.clear();
    if (own) {
        for (const Offered& layer : m_offered)
            if (layer.isVisible) m_layers.push_back(layer.id);
        // No layer at all would mean those of the window again.
        if (m_layers.empty() && !m_offered.empty()) m_layers.push_back(m_offered.front().id);
    }
    fill();
    Q_EMIT edited();
}

void SheetLayers::read() {
    if (m_filling) return;
    std::vector<gis::LayerId> chosen;
    for (std::size_t row = 0; row < m_offered.size(); ++row)
        if (m_list->item(static_cast<int>(row))->checkState() == Qt::Checked) chosen.push_back(m_offered[row].id);
    if (!chosen.empty()) m_layers = std::move(chosen);
    fill();  // the last one stays
    Q_EMIT edited();
}

void SheetLayers::fill() {
    m_filling = true;
    const bool asWindow = m_layers.empty();
    m_asWindow->setChecked(asWindow);
    const auto isShown = [&](const Offered& layer) {
        return asWindow ? layer.isVisible : std::find(m_layers.begin(), m_layers.end(), layer.id) != m_layers.end();
    };
    while (m_list->count() > static_cast<int>(m_offered.size())) delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < static_cast<int>(m_offered.size())) m_list->addItem(new QListWidgetItem);
    for (std::size_t row = 0; row < m_offered.size(); ++row) {
        QListWidgetItem* item = m_list->item(static_cast<int>(row));
        item->setText(m_offered[row].name);
        item->setToolTip(m_offered[row].name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(isShown(m_offered[row]) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setEnabled(!asWindow);
    m_filling = false;
}

}  // namespace app
