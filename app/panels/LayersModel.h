// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QIcon>
#include <functional>
#include <vector>

#include "layers/project/ChangeSet.h"

namespace app {

/// The layers of the plan, uppermost first, each with the classes of its style below it. Visibility is the check mark,
/// order changes by drag; both go out as ChangeSets. GUI thread.
class LayersModel : public QAbstractItemModel {
    Q_OBJECT
public:
    using Perform = std::function<bool(const gis::Result<layers::ChangeSet>&)>;
    explicit LayersModel(Perform perform, QObject* parent = nullptr);

    void setSnapshot(layers::SnapshotPtr snapshot);
    /// The layer of a row or of the class below it; null for none.
    layers::LayerPtr layer(const QModelIndex& index) const;
    QModelIndex indexOf(gis::LayerId layer) const;
    /// True for a class of a style.
    static bool isClass(const QModelIndex& index);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 2 : 2; }
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

private:
    struct ClassRow {
        QString title;
        QIcon swatch;
        std::size_t count = 0;
    };
    struct Row {
        layers::LayerPtr layer;
        QIcon swatch;
        std::vector<ClassRow> classes;
    };
    Row makeRow(const layers::LayerPtr& layer) const;
    QVariant layerData(const Row& row, int column, int role) const;
    static QVariant classData(const ClassRow& row, int column, int role);
    Perform m_perform;
    layers::SnapshotPtr m_snapshot;
    std::vector<Row> m_rows;
};

}  // namespace app
