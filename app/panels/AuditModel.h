// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <map>
#include <memory>
#include <vector>

#include "layers/audit/Audit.h"

namespace app {

enum class AuditGrouping { Kind, Clause, Feature };
enum class AuditFilter { Open, All, Errors, Approved };

/// Where map and text disagree, in groups, filtered. Two levels: groups, then findings. GUI thread.
class AuditModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { What, Feature, Clause, Words, State, ColumnCount };
    using QAbstractItemModel::QAbstractItemModel;

    void setReport(std::shared_ptr<const layers::AuditReport> report, layers::SnapshotPtr plan);
    void setGrouping(AuditGrouping grouping);
    void setFilter(AuditFilter filter, const QString& words);
    /// The finding of a row; null for a group.
    const layers::AuditFinding* finding(const QModelIndex& index) const;
    /// Row of a finding by its key; invalid if the filter hides it.
    QModelIndex indexOf(const std::string& key) const;
    int shownCount() const { return m_shown; }
    /// What a finding of the kind is about, as a heading.
    static QString kindText(layers::AuditKind kind);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group {
        QString title;
        std::vector<std::size_t> findings;  ///< indexes into the report
    };
    void rebuild();
    bool passes(const layers::AuditFinding& finding) const;
    QString groupTitle(const layers::AuditFinding& finding) const;
    QString clauseTitle(const std::string& clauseId) const;
    QString cell(const layers::AuditFinding& finding, int column) const;

    std::shared_ptr<const layers::AuditReport> m_report;
    layers::SnapshotPtr m_plan;
    std::vector<Group> m_groups;
    std::map<std::string, std::pair<std::size_t, int>> m_places;  ///< group and row of a key
    AuditGrouping m_grouping = AuditGrouping::Kind;
    AuditFilter m_filter = AuditFilter::Open;
    QString m_words;
    int m_shown = 0;
};

}  // namespace app
