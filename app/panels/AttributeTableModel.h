// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <functional>
#include <vector>

#include "layers/project/ChangeSet.h"

namespace app {

/// The features of one layer as a table: id and attributes, filtered and sorted over positions, so that 10^6 rows
/// cost four bytes each. Edits go out as ChangeSets. GUI thread.
class AttributeTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using Perform = std::function<bool(const gis::Result<layers::ChangeSet>&)>;
    explicit AttributeTableModel(Perform perform, QObject* parent = nullptr);

    void setLayer(layers::SnapshotPtr snapshot, layers::LayerPtr layer);
    void setFilter(const QString& words);
    const layers::LayerPtr& layer() const { return m_layer; }
    const gis::Feature& feature(int row) const;
    /// Row of a feature; -1 if the filter hides it.
    int rowOf(gis::FeatureId id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void rebuild();
    bool matches(const gis::Feature& feature) const;
    Perform m_perform;
    layers::SnapshotPtr m_snapshot;
    layers::LayerPtr m_layer;
    std::vector<std::uint32_t> m_positions;
    QString m_words;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}  // namespace app
