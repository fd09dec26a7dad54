// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <map>
#include <vector>

#include "app/panels/FeatureHandle.h"
#include "layers/policy/ClauseSearch.h"
#include "layers/project/ProjectSnapshot.h"

namespace app {

enum class ClauseFilter { All, Linked, Unlinked };

/// Documents, their parts and clauses as a tree, with the number of linked features beside each. A search keeps what
/// matches (heading, number, summary, text, places) with all above it. GUI thread.
class ClausesModel : public QAbstractItemModel {
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;
    /// True if all rows are made anew.
    bool setSnapshot(layers::SnapshotPtr snapshot);
    /// Words that all stand in a clause, in any order: heading, number, summary, text, places. The pinyin of a place
    /// counts as its name, see ClauseSearch.
    void setSearch(const QString& words);
    /// Where the pinyin of places is from; of a name without one its initials count.
    void setNames(layers::Gazetteer names);
    void setFilter(ClauseFilter filter);
    bool hasMatches() const { return !m_roots.empty(); }
    /// Clauses that match the search and the filter themselves.
    std::size_t matchCount() const { return m_matches; }

    const layers::Clause* clause(const QModelIndex& index) const;            ///< null for a document
    const layers::PolicyDocument* document(const QModelIndex& index) const;  ///< of the row or of its clause
    QModelIndex indexOf(const std::string& wanted) const;                    ///< of a clause or a document

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& = {}) const override { return 2; }
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// What may be dropped: features, see FeatureHandle.
    QStringList mimeTypes() const override { return {FeatureHandle::featuresFormat()}; }
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    /// A dragged clause: its id in UTF-8.
    static QString clauseFormat() { return QStringLiteral("application/x-tuce-clause"); }

Q_SIGNALS:
    /// The selected features were dropped onto a clause.
    void featuresDropped(const std::string& clauseId);

private:
    struct Node {
        const layers::PolicyDocument* document = nullptr;
        const layers::Clause* clause = nullptr;  ///< null: the document itself
        int parent = -1;
        int row = 0;
        std::vector<int> children;
    };
    void rebuild();
    bool matches(const layers::Clause& clause) const;
    int addNode(const layers::PolicyDocument& document, const layers::Clause* clause, int parent);
    const Node& node(const QModelIndex& index) const { return m_nodes[static_cast<std::size_t>(index.internalId())]; }
    QString title(const Node& node) const;

    layers::SnapshotPtr m_snapshot;
    QString m_words;
    layers::Gazetteer m_names;
    layers::ClauseSearch m_search{{}};
    ClauseFilter m_filter = ClauseFilter::All;
    std::vector<Node> m_nodes;
    std::vector<int> m_roots;
    std::size_t m_matches = 0;
    std::map<std::string, int> m_linkCounts;
    std::map<std::string, int> m_nodeOf;  ///< by the id of the clause or document
};

}  // namespace app
