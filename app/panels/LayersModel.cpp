// SPDX-License-Identifier: Apache-2.0
#include "app/panels/LayersModel.h"

#include <QFont>
#include <QMimeData>

#include "app/panels/PlanWords.h"
#include "app/panels/Swatch.h"
#include "app/theme/Icons.h"
#include "app/theme/Theme.h"
#include "layers/edit/LayerEdit.h"
#include "layers/style/FeatureClassifier.h"

namespace app {

namespace {

constexpr quintptr topLevel = ~quintptr{0};
const QString rowFormat = QStringLiteral("application/x-tuce-layer-row");

int dimensionOf(const layers::Layer& layer) {
    for (const gis::Feature& feature : layer.table)
        if (!feature.geometry().isEmpty()) return feature.geometry().dimension();
    return -1;
}

QString rasterText(const layers::RasterPicture& raster) {
    QString said = LayersModel::tr("Raster of %1 × %2 pixels").arg(raster.grid.width).arg(raster.grid.height);
    if (raster.stretch)
        said +=
            u'\n' +
            LayersModel::tr("Values from %1 (black) to %2 (white)").arg((*raster.stretch)[0]).arg((*raster.stretch)[1]);
    return said;
}

}  // namespace

LayersModel::LayersModel(Perform perform, QObject* parent)
    : QAbstractItemModel(parent), m_perform(std::move(perform)) {}

void LayersModel::setSnapshot(layers::SnapshotPtr snapshot) {
    std::vector<Row> rows;
    if (snapshot) {
        for (auto it = snapshot->layers.rbegin(); it != snapshot->layers.rend(); ++it) {
            const auto old =
                std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.layer == *it; });
            rows.push_back(old != m_rows.end() ? *old : makeRow(*it));
        }
    }
    const bool sameShape = rows.size() == m_rows.size() &&
                           std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const Row& a, const Row& b) {
                               return a.layer->id == b.layer->id && a.classes.size() == b.classes.size();
                           });
    m_snapshot = std::move(snapshot);
    if (!sameShape) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 1));
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex parent = index(row, 0);
        const int classes = rowCount(parent);
        if (classes > 0) Q_EMIT dataChanged(index(0, 0, parent), index(classes - 1, 1, parent));
    }
}

LayersModel::Row LayersModel::makeRow(const layers::LayerPtr& layer) const {
    Row row{layer, {}, {}};
    if (layer->isRaster()) {
        row.swatch = icon(QStringLiteral("image"));
        return row;
    }
    const int dimension = dimensionOf(*layer);
    const layers::Style& style = layer->style;
    row.swatch = swatch(style.symbol, dimension);
    if (!style.hasClasses()) return row;
    const layers::FeatureClassifier classes(style, layer->table.schema());
    std::vector<std::size_t> counts(style.categories.size());
    for (const gis::Feature& feature : layer->table)
        if (const int number = classes.classOf(feature); number >= 0) ++counts[static_cast<std::size_t>(number)];
    for (std::size_t index = 0; index < counts.size(); ++index) {
        if (counts[index] == 0) continue;  // a class without a feature is not drawn, so it is not listed
        const layers::Category& category = style.categories[index];
        row.classes.push_back({text(category.title.empty() ? category.value : category.title),
                               swatch(category.symbol, dimension), counts[index]});
    }
    if (row.classes.size() == 1) row.swatch = row.classes.front().swatch;
    return row;
}

layers::LayerPtr LayersModel::layer(const QModelIndex& index) const {
    if (!index.isValid()) return nullptr;
    const auto row = index.internalId() == topLevel ? static_cast<std::size_t>(index.row())
                                                    : static_cast<std::size_t>(index.internalId());
    return row < m_rows.size() ? m_rows[row].layer : nullptr;
}

QModelIndex LayersModel::indexOf(gis::LayerId layer) const {
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].layer->id == layer) return index(static_cast<int>(i), 0);
    return {};
}

bool LayersModel::isClass(const QModelIndex& index) { return index.isValid() && index.internalId() != topLevel; }

QModelIndex LayersModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : topLevel);
}

QModelIndex LayersModel::parent(const QModelIndex& index) const {
    if (!isClass(index)) return {};
    return createIndex(static_cast<int>(index.internalId()), 0, topLevel);
}

int LayersModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_rows.size());
    if (isClass(parent) || parent.column() != 0) return 0;
    const auto& classes = m_rows[static_cast<std::size_t>(parent.row())].classes;
    return classes.size() > 1 ? static_cast<int>(classes.size()) : 0;
}

QVariant LayersModel::classData(const ClassRow& row, int column, int role) {
    if (role == Qt::DisplayRole) return column == 0 ? QVariant(row.title) : QVariant(QString::number(row.count));
    if (role == Qt::DecorationRole && column == 0) return row.swatch;
    if (role == Qt::ForegroundRole && column == 1) return Theme::current().muted;
    if (role == Qt::TextAlignmentRole && column == 1) return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant LayersModel::layerData(const Row& row, int column, int role) const {
    const layers::Layer& layer = *row.layer;
    if (column == 1) {
        if (role == Qt::DisplayRole) return layer.isRaster() ? QString() : QString::number(layer.table.size());
        if (role == Qt::ForegroundRole) return Theme::current().muted;
        if (role == Qt::TextAlignmentRole) return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    }
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return text(layer.name);
        case Qt::DecorationRole:
            return row.swatch;
        case Qt::CheckStateRole:
            return layer.visible ? Qt::Checked : Qt::Unchecked;
        case Qt::ForegroundRole:
            return layer.visible ? QVariant() : QVariant(Theme::current().muted);
        case Qt::ToolTipRole: {
            QStringList lines{text(layer.name), PlanWords::kind(layer.kind)};
            if (layer.raster) lines << rasterText(*layer.raster);
            if (layer.kind == layers::LayerKind::ControlLine)
                lines << PlanWords::control(layer.control.type) + QStringLiteral(" · ") +
                             PlanWords::rule(layer.control.direction);
            lines << text(layer.table.crs().name());
            if (layer.source.isLinked()) lines << tr("Linked, read-only: %1").arg(text(layer.source.path));
            if (!layer.note.empty()) lines << text(layer.note);
            return lines.join(u'\n');
        }
        default:
            return {};
    }
}

QVariant LayersModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (!isClass(index)) return layerData(m_rows[static_cast<std::size_t>(index.row())], index.column(), role);
    const Row& row = m_rows[static_cast<std::size_t>(index.internalId())];
    return classData(row.classes[static_cast<std::size_t>(index.row())], index.column(), role);
}

bool LayersModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const layers::LayerPtr row = layer(index);
    if (!row || isClass(index) || index.column() != 0) return false;
    if (role == Qt::CheckStateRole)
        return m_perform(layers::setVisible(*m_snapshot, row->id, value.toInt() == Qt::Checked));
    if (role == Qt::EditRole) {
        const QString name = value.toString().trimmed();
        if (name.isEmpty() || name == text(row->name)) return false;
        return m_perform(layers::renameLayer(*m_snapshot, row->id, name.toStdString()));
    }
    return false;
}

Qt::ItemFlags LayersModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    if (isClass(index)) return Qt::ItemIsEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    if (index.column() == 0) flags |= Qt::ItemIsUserCheckable | Qt::ItemIsEditable;
    return flags;
}

QStringList LayersModel::mimeTypes() const { return {rowFormat}; }

QMimeData* LayersModel::mimeData(const QModelIndexList& indexes) const {
    auto* data = new QMimeData;
    if (!indexes.isEmpty()) data->setData(rowFormat, QByteArray::number(indexes.front().row()));
    return data;
}

bool LayersModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent) {
    if (action != Qt::MoveAction || !data->hasFormat(rowFormat) || parent.isValid()) return false;
    const int from = data->data(rowFormat).toInt();
    if (from < 0 || from >= rowCount()) return false;
    int to = row < 0 ? rowCount() : row;
    if (to > from) --to;
    if (to == from) return false;
    // Rows count from the top, positions in the plan from the bottom.
    m_perform(layers::moveLayer(*m_snapshot, m_rows[static_cast<std::size_t>(from)].layer->id, rowCount() - 1 - to));
    return false;  // the new snapshot has brought the new order already; the view must not remove rows itself
}

}  // namespace app
