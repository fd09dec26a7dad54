// SPDX-License-Identifier: Apache-2.0
#include "app/panels/ClausesModel.h"

#include <QMimeData>
#include <algorithm>

#include "app/panels/PlanWords.h"
#include "app/theme/Theme.h"
#include "app/window/CommandPalette.h"

namespace app {

namespace {

/// Depth of a clause in its document: the number of steps in its path.
std::size_t depthOf(const layers::Clause& clause) {
    return static_cast<std::size_t>(std::count(clause.path.begin(), clause.path.end(), '/')) + 1;
}

/// Such words may be the initials of a place.
bool isLatin(const QString& word) {
    return !word.isEmpty() &&
           std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.unicode() < 128 && c.isLetter(); });
}

}  // namespace

bool ClausesModel::setSnapshot(layers::SnapshotPtr snapshot) {
    // The nodes point into the documents: equal ones of another reading are not the same.
    const bool sameCorpus = snapshot && m_snapshot && snapshot->corpus.documents() == m_snapshot->corpus.documents();
    const auto count = [this](const layers::SnapshotPtr& plan) {
        m_linkCounts.clear();
        if (plan)
            for (const layers::ClauseLink& link : plan->links) ++m_linkCounts[link.clauseId];
    };
    if (sameCorpus && m_filter == ClauseFilter::All) {
        m_snapshot = std::move(snapshot);
        count(m_snapshot);
        if (!m_roots.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 1));
        Q_EMIT layoutChanged();
        return false;
    }
    beginResetModel();
    m_snapshot = std::move(snapshot);
    count(m_snapshot);
    rebuild();
    endResetModel();
    return true;
}

void ClausesModel::setSearch(const QString& words) {
    beginResetModel();
    m_words = words.trimmed();
    m_search = layers::ClauseSearch(m_words.toStdString(), m_names);
    rebuild();
    endResetModel();
}

void ClausesModel::setNames(layers::Gazetteer names) {
    m_names = std::move(names);
    if (isLatin(m_words)) setSearch(m_words);
}

void ClausesModel::setFilter(ClauseFilter filter) {
    beginResetModel();
    m_filter = filter;
    rebuild();
    endResetModel();
}

bool ClausesModel::matches(const layers::Clause& clause) const {
    if (m_filter != ClauseFilter::All && (m_linkCounts.count(clause.id) != 0) != (m_filter == ClauseFilter::Linked))
        return false;
    const auto readsSo = [this, &clause](const std::string& word) {
        const QString initials = text(word);
        return isLatin(initials) &&
               std::any_of(clause.places.begin(), clause.places.end(), [&](const std::string& place) {
                   const layers::PlaceEntry* known = m_names.find(place);
                   return (known == nullptr || known->pinyin.empty()) && matchRank(initials, {text(place)}) > 0;
               });
    };
    return m_search.matches(clause, readsSo);
}

int ClausesModel::addNode(const layers::PolicyDocument& document, const layers::Clause* clause, int parent) {
    const int id = static_cast<int>(m_nodes.size());
    std::vector<int>& siblings = parent < 0 ? m_roots : m_nodes[static_cast<std::size_t>(parent)].children;
    const int row = static_cast<int>(siblings.size());
    siblings.push_back(id);
    m_nodes.push_back({&document, clause, parent, row, {}});
    m_nodeOf.emplace(clause != nullptr ? clause->id : document.id, id);
    return id;
}

void ClausesModel::rebuild() {
    m_nodes.clear();
    m_roots.clear();
    m_nodeOf.clear();
    m_matches = 0;
    if (!m_snapshot) return;
    for (const auto& document : m_snapshot->corpus.documents()) {
        // A clause is shown if it or something below it matches: decided from the back, by depth.
        std::vector<bool> shown(document->clauses.size());
        std::size_t neededDepth = 0;  // clauses less deep than this, met next, lie above a match
        for (std::size_t i = document->clauses.size(); i-- > 0;) {
            const std::size_t depth = depthOf(document->clauses[i]);
            const bool isMatch = matches(document->clauses[i]);
            m_matches += isMatch ? 1 : 0;
            shown[i] = isMatch || depth < neededDepth;
            if (shown[i])
                neededDepth = depth;
            else if (depth < neededDepth)
                neededDepth = 0;
        }
        const bool documentMatches =
            !m_words.isEmpty() && m_filter == ClauseFilter::All &&
            (text(document->title).contains(m_words) || text(document->number).contains(m_words));
        if ((!m_words.isEmpty() || m_filter != ClauseFilter::All) && !documentMatches &&
            std::find(shown.begin(), shown.end(), true) == shown.end())
            continue;
        std::vector<int> above{addNode(*document, nullptr, -1)};
        for (std::size_t i = 0; i < document->clauses.size(); ++i) {
            if (!shown[i] && !documentMatches) continue;
            const std::size_t depth = std::min(depthOf(document->clauses[i]), above.size());
            above.resize(depth);
            above.push_back(addNode(*document, &document->clauses[i], above.back()));
        }
    }
}

const layers::Clause* ClausesModel::clause(const QModelIndex& index) const {
    return index.isValid() ? node(index).clause : nullptr;
}

const layers::PolicyDocument* ClausesModel::document(const QModelIndex& index) const {
    return index.isValid() ? node(index).document : nullptr;
}

QModelIndex ClausesModel::indexOf(const std::string& wanted) const {
    const auto found = m_nodeOf.find(wanted);
    if (found == m_nodeOf.end()) return {};
    const Node& place = m_nodes[static_cast<std::size_t>(found->second)];
    return createIndex(place.row, 0, static_cast<quintptr>(found->second));
}

QModelIndex ClausesModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || row >= rowCount(parent) || column < 0 || column > 1) return {};
    const auto& list = parent.isValid() ? node(parent).children : m_roots;
    return createIndex(row, column, static_cast<quintptr>(list[static_cast<std::size_t>(row)]));
}

QModelIndex ClausesModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || node(index).parent < 0) return {};
    const int above = node(index).parent;
    return createIndex(m_nodes[static_cast<std::size_t>(above)].row, 0, static_cast<quintptr>(above));
}

int ClausesModel::rowCount(const QModelIndex& parent) const {
    if (parent.column() > 0) return 0;
    return static_cast<int>(parent.isValid() ? node(parent).children.size() : m_roots.size());
}

QString ClausesModel::title(const Node& place) const {
    if (place.clause == nullptr)
        return text(place.document->title.empty() ? place.document->id : place.document->title);
    const QString number = text(place.clause->number);
    const QString heading = text(place.clause->heading);
    if (heading.isEmpty()) return number;
    // 一、 is printed with its mark; 第一篇 and PART I are parts as well
    const auto numeral = [](QChar c) { return QStringLiteral("〇一二三四五六七八九十百廿卅").contains(c); };
    const bool bare = !number.isEmpty() && std::all_of(number.cbegin(), number.cend(), numeral);
    return bare ? number + QStringLiteral("、") + heading : number + u' ' + heading;
}

QVariant ClausesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Node& place = node(index);
    if (index.column() == 1) {
        if (role == Qt::TextAlignmentRole) return int(Qt::AlignRight | Qt::AlignVCenter);
        if (role == Qt::ForegroundRole) return Theme::current().muted;
        if (role != Qt::DisplayRole) return {};
        if (place.clause == nullptr) return {};  // its number is in the tip: the headings need the width
        const auto count = m_linkCounts.find(place.clause->id);
        return count == m_linkCounts.end() ? QString() : tr("%1 features").arg(count->second);
    }
    if (role == Qt::DisplayRole) return title(place);
    if (role == Qt::ToolTipRole) {
        if (place.clause == nullptr) return text(place.document->title) + u'\n' + text(place.document->number);
        return place.clause->summary.empty() ? title(place) : title(place) + u'\n' + text(place.clause->summary);
    }
    return {};
}

Qt::ItemFlags ClausesModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (clause(index) != nullptr) flags |= Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
    return flags;
}

bool ClausesModel::canDropMimeData(const QMimeData* data, Qt::DropAction, int, int, const QModelIndex& parent) const {
    return data->hasFormat(FeatureHandle::featuresFormat()) && clause(parent) != nullptr;
}

bool ClausesModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                const QModelIndex& parent) {
    if (!canDropMimeData(data, action, row, column, parent)) return false;
    Q_EMIT featuresDropped(clause(parent)->id);
    return true;
}

QMimeData* ClausesModel::mimeData(const QModelIndexList& indexes) const {
    auto* data = new QMimeData;
    for (const QModelIndex& index : indexes)
        if (const layers::Clause* picked = clause(index)) {
            data->setData(clauseFormat(), QByteArray::fromStdString(picked->id));
            data->setText(title(node(index)));
        }
    return data;
}

}  // namespace app
