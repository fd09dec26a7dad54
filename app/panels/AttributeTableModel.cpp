// SPDX-License-Identifier: Apache-2.0
#include "app/panels/AttributeTableModel.h"

#include <algorithm>

#include "app/panels/PlanWords.h"
#include "app/session/Quantities.h"
#include "layers/edit/FeatureEdit.h"

namespace app {

namespace {

bool isNumeric(gis::FieldType type) { return type == gis::FieldType::Integer || type == gis::FieldType::Real; }

/// Null first, then numbers by value, then text by the rules of the language.
bool less(const gis::Value& a, const gis::Value& b) {
    const auto asNumber = [](const gis::Value& value) -> std::optional<double> {
        if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
        if (const auto* real = std::get_if<double>(&value)) return *real;
        return {};
    };
    if (gis::isNull(a) || gis::isNull(b)) return gis::isNull(a) && !gis::isNull(b);
    const auto x = asNumber(a);
    const auto y = asNumber(b);
    if (x && y) return *x < *y;
    if (x || y) return x.has_value();
    return QString::localeAwareCompare(text(std::get<std::string>(a)), text(std::get<std::string>(b))) < 0;
}

}  // namespace

AttributeTableModel::AttributeTableModel(Perform perform, QObject* parent)
    : QAbstractTableModel(parent), m_perform(std::move(perform)) {}

void AttributeTableModel::setLayer(layers::SnapshotPtr snapshot, layers::LayerPtr layer) {
    m_snapshot = std::move(snapshot);
    if (layer == m_layer) return;
    beginResetModel();
    m_layer = std::move(layer);
    rebuild();
    endResetModel();
}

void AttributeTableModel::setFilter(const QString& words) {
    beginResetModel();
    m_words = words.trimmed();
    rebuild();
    endResetModel();
}

void AttributeTableModel::sort(int column, Qt::SortOrder order) {
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    rebuild();
    endResetModel();
}

bool AttributeTableModel::matches(const gis::Feature& feature) const {
    if (m_words.isEmpty() || QString::number(gis::number(feature.id())) == m_words) return true;
    return std::any_of(feature.attributes().begin(), feature.attributes().end(), [this](const gis::Value& value) {
        return text(gis::toText(value)).contains(m_words, Qt::CaseInsensitive);
    });
}

void AttributeTableModel::rebuild() {
    m_positions.clear();
    if (!m_layer) return;
    std::uint32_t position = 0;
    for (const gis::Feature& feature : m_layer->table) {
        if (matches(feature)) m_positions.push_back(position);
        ++position;
    }
    const gis::FeatureTable& table = m_layer->table;
    if (m_sortColumn <= 0) {
        if (m_sortOrder == Qt::DescendingOrder) std::reverse(m_positions.begin(), m_positions.end());
        return;
    }
    const int field = m_sortColumn - 1;
    std::stable_sort(m_positions.begin(), m_positions.end(), [&](std::uint32_t a, std::uint32_t b) {
        const gis::Value& x = table.at(a).attribute(field);
        const gis::Value& y = table.at(b).attribute(field);
        return m_sortOrder == Qt::AscendingOrder ? less(x, y) : less(y, x);
    });
}

const gis::Feature& AttributeTableModel::feature(int row) const {
    return m_layer->table.at(m_positions[static_cast<std::size_t>(row)]);
}

int AttributeTableModel::rowOf(gis::FeatureId id) const {
    for (std::size_t row = 0; row < m_positions.size(); ++row)
        if (m_layer->table.at(m_positions[row]).id() == id) return static_cast<int>(row);
    return -1;
}

int AttributeTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_positions.size());
}

int AttributeTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_layer ? 0 : static_cast<int>(m_layer->table.schema().size()) + 1;
}

QVariant AttributeTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const gis::Feature& row = feature(index.row());
    const bool isId = index.column() == 0;
    const gis::Value& value = row.attribute(index.column() - 1);
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return isId ? QVariant(QString::number(gis::number(row.id()))) : QVariant(text(gis::toText(value)));
    if (role == Qt::TextAlignmentRole) {
        const bool right =
            isId || isNumeric(m_layer->table.schema().fields()[static_cast<std::size_t>(index.column() - 1)].type);
        return int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

bool AttributeTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || index.column() == 0 || value.toString() == data(index, Qt::EditRole).toString())
        return false;
    const gis::Field& field = m_layer->table.schema().fields()[static_cast<std::size_t>(index.column() - 1)];
    return m_perform(layers::setAttributes(*m_snapshot, m_layer->id, feature(index.row()).id(),
                                           {{field.name, value.toString().toStdString()}}));
}

QVariant AttributeTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || !m_layer) return {};
    if (section == 0) return tr("Id");
    return PlanWords::field(m_layer->table.schema().fields()[static_cast<std::size_t>(section - 1)].name);
}

Qt::ItemFlags AttributeTableModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() > 0 && m_layer && !m_layer->source.isLinked()) flags |= Qt::ItemIsEditable;
    return flags;
}

}  // namespace app
