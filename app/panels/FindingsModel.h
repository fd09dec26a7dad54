// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <map>
#include <memory>
#include <vector>

#include "layers/check/FindingApprovals.h"
#include "layers/project/ProjectSnapshot.h"

namespace app {

enum class FindingGrouping { None, Feature, ControlLayer, Rule, Class };
enum class FindingFilter { All, OpenConflicts, Conflicts, Information, Slivers, Approved, Lapsed };

/// The findings of a check as a table, grouped, filtered and sorted. Two levels: groups, then findings; without
/// grouping one level. The report stays const; approvals come from the present plan. GUI thread.
class FindingsModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column {
        Feature,
        Kind,
        Class,
        Control,
        Rule,
        Hectares,
        Mu,
        Length,
        ShareOfPlan,
        ShareOfControl,
        Clauses,
        State,
        ColumnCount
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setReport(std::shared_ptr<const layers::CheckReport> report, layers::SnapshotPtr snapshot);
    void setGrouping(FindingGrouping grouping);
    void setFilter(FindingFilter filter, const QString& words);
    FindingGrouping grouping() const { return m_grouping; }

    /// The finding of a row; null for a group.
    const layers::Finding* finding(const QModelIndex& index) const;
    /// Its approval in the present plan; null if there is none.
    const layers::Approval* approval(const layers::Finding& finding) const;
    /// True too for an approval that has lapsed.
    bool hasApproval(const layers::Finding& finding) const { return m_approvals.of(finding).approval != nullptr; }
    int shownCount() const { return m_shown; }
    /// Row of a finding by its stable key; invalid if the filter hides it.
    QModelIndex indexOf(const std::string& key) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Group {
        QString title;
        std::vector<std::size_t> findings;  ///< indexes into the report
    };
    void rebuild();
    bool passes(const layers::Finding& finding) const;
    QString groupTitle(const layers::Finding& finding) const;
    bool isOneGroup(const layers::Finding& a, const layers::Finding& b) const;
    QString cell(const layers::Finding& finding, int column) const;
    QString tip(const layers::Finding& finding, int column) const;
    QString groupCell(const Group& group, int column) const;
    QString groupTip(const Group& group) const;
    QString stateText(const layers::Finding& finding) const;
    QString clausesText(const layers::Finding& finding) const;
    /// What a column is sorted by: the number where it has one.
    static double number(const layers::Finding& finding, int column);

    std::shared_ptr<const layers::CheckReport> m_report;
    layers::SnapshotPtr m_snapshot;
    layers::FindingApprovals m_approvals;
    std::vector<Group> m_groups;
    FindingGrouping m_grouping = FindingGrouping::Feature;
    FindingFilter m_filter = FindingFilter::All;
    QString m_words;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    int m_shown = 0;
};

}  // namespace app
