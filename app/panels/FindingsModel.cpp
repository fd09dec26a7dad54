// SPDX-License-Identifier: Apache-2.0
#include "app/panels/FindingsModel.h"

#include <QDateTime>
#include <QFont>
#include <algorithm>

#include "app/panels/PlanWords.h"
#include "app/session/Quantities.h"
#include "app/theme/Theme.h"
#include "layers/plan/LayoutElement.h"

namespace app {

namespace {

constexpr quintptr topLevel = ~quintptr{0};

QString kindOf(const layers::ProjectSnapshot& snapshot, const layers::Finding& finding) {
    const auto layer = snapshot.layer(finding.planLayerId);
    if (!layer) return {};
    const gis::Feature* feature = layer->table.find(finding.planFeature);
    if (feature == nullptr) return {};
    const gis::Value& kind = feature->attribute(layer->table.schema().indexOf(layers::layout_field::kind));
    return PlanWords::elementKind(gis::toText(kind));
}

bool isNumber(int column) { return column >= FindingsModel::Hectares && column <= FindingsModel::ShareOfControl; }

}  // namespace

void FindingsModel::setReport(std::shared_ptr<const layers::CheckReport> report, layers::SnapshotPtr snapshot) {
    beginResetModel();
    m_report = std::move(report);
    m_snapshot = std::move(snapshot);
    m_approvals = m_snapshot && m_report ? layers::FindingApprovals(m_snapshot->approvals, m_report->geometryCrs)
                                         : layers::FindingApprovals();
    rebuild();
    endResetModel();
}

void FindingsModel::setGrouping(FindingGrouping grouping) {
    beginResetModel();
    m_grouping = grouping;
    rebuild();
    endResetModel();
}

void FindingsModel::setFilter(FindingFilter filter, const QString& words) {
    beginResetModel();
    m_filter = filter;
    m_words = words.trimmed();
    rebuild();
    endResetModel();
}

void FindingsModel::sort(int column, Qt::SortOrder order) {
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    rebuild();
    endResetModel();
}

const layers::Finding* FindingsModel::finding(const QModelIndex& index) const {
    if (!index.isValid() || (m_grouping != FindingGrouping::None && index.internalId() == topLevel)) return nullptr;
    const auto group = m_grouping == FindingGrouping::None ? 0 : static_cast<std::size_t>(index.internalId());
    return &m_report->findings[m_groups[group].findings[static_cast<std::size_t>(index.row())]];
}

const layers::Approval* FindingsModel::approval(const layers::Finding& finding) const {
    const auto verdict = m_approvals.of(finding);
    return verdict.state == layers::FindingApprovals::State::Approved ? verdict.approval : nullptr;
}

bool FindingsModel::passes(const layers::Finding& finding) const {
    const auto isApproved = [&] { return approval(finding) != nullptr; };  // asked for only where it counts
    switch (m_filter) {
        case FindingFilter::All:
            break;
        case FindingFilter::OpenConflicts:
            if (!finding.isConflict() || isApproved()) return false;
            break;
        case FindingFilter::Conflicts:
            if (!finding.isConflict()) return false;
            break;
        case FindingFilter::Slivers:
            if (finding.kind != layers::FindingClass::Sliver) return false;
            break;
        case FindingFilter::Information:
            if (finding.rule.direction != layers::RuleDirection::Inform) return false;
            break;
        case FindingFilter::Approved:
            if (!isApproved()) return false;
            break;
        case FindingFilter::Lapsed:
            if (m_approvals.of(finding).state != layers::FindingApprovals::State::Lapsed) return false;
            break;
    }
    if (m_words.isEmpty()) return true;
    for (const std::string* field : {&finding.planName, &finding.planId, &finding.planLayer, &finding.controlName,
                                     &finding.controlId, &finding.controlLayer, &finding.note})
        if (text(*field).contains(m_words, Qt::CaseInsensitive)) return true;
    return false;
}

QString FindingsModel::groupTitle(const layers::Finding& finding) const {
    switch (m_grouping) {
        case FindingGrouping::None:
            return {};
        case FindingGrouping::Feature:
            return text(finding.planName.empty() ? finding.planId : finding.planName);
        case FindingGrouping::ControlLayer:
            return text(finding.controlLayer);
        case FindingGrouping::Rule:
            return PlanWords::rule(finding.rule.direction);
        case FindingGrouping::Class:
            return PlanWords::findingClass(finding.kind);
    }
    return {};
}

bool FindingsModel::isOneGroup(const layers::Finding& a, const layers::Finding& b) const {
    switch (m_grouping) {
        case FindingGrouping::None:
            return true;
        case FindingGrouping::Feature:
            return a.planId == b.planId && a.planName == b.planName;
        case FindingGrouping::ControlLayer:
            return a.controlLayer == b.controlLayer;
        case FindingGrouping::Rule:
            return a.rule.direction == b.rule.direction;
        case FindingGrouping::Class:
            return a.kind == b.kind;
    }
    return false;
}

double FindingsModel::number(const layers::Finding& finding, int column) {
    switch (column) {
        case Hectares:
        case Mu:
            return finding.areaSquareMetres.value_or(-1);
        case Length:
            return finding.lengthMetres.value_or(-1);
        case ShareOfPlan:
            return finding.shareOfPlanPercent.value_or(-1);
        case ShareOfControl:
            return finding.shareOfControlPercent.value_or(-1);
        default:
            return 0;
    }
}

void FindingsModel::rebuild() {
    m_groups.clear();
    m_shown = 0;
    if (!m_report) return;
    std::map<QString, std::size_t> places;
    const layers::Finding* before = nullptr;
    std::size_t group = 0;
    for (std::size_t i = 0; i < m_report->findings.size(); ++i) {
        const layers::Finding& finding = m_report->findings[i];
        if (!passes(finding)) continue;
        ++m_shown;
        // Rows of one feature follow each other.
        if (before == nullptr || !isOneGroup(*before, finding)) {
            const QString title = groupTitle(finding);
            const auto [place, isNew] = places.try_emplace(title, m_groups.size());
            if (isNew) m_groups.push_back({title, {}});
            group = place->second;
        }
        before = &finding;
        m_groups[group].findings.push_back(i);
    }
    if (m_sortColumn < 0) return;
    const auto isBefore = [this](std::size_t a, std::size_t b) {
        const layers::Finding& first = m_report->findings[a];
        const layers::Finding& second = m_report->findings[b];
        const bool ascending = m_sortOrder == Qt::AscendingOrder;
        if (isNumber(m_sortColumn)) {
            const double x = number(first, m_sortColumn);
            const double y = number(second, m_sortColumn);
            return ascending ? x < y : y < x;
        }
        const int order = QString::localeAwareCompare(cell(first, m_sortColumn), cell(second, m_sortColumn));
        return ascending ? order < 0 : order > 0;
    };
    for (Group& one : m_groups) std::stable_sort(one.findings.begin(), one.findings.end(), isBefore);
    std::stable_sort(m_groups.begin(), m_groups.end(),
                     [&](const Group& a, const Group& b) { return isBefore(a.findings.front(), b.findings.front()); });
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : topLevel);
}

QModelIndex FindingsModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == topLevel) return {};
    return createIndex(static_cast<int>(index.internalId()), 0, topLevel);
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    if (m_grouping == FindingGrouping::None)
        return parent.isValid() || m_groups.empty() ? 0 : static_cast<int>(m_groups[0].findings.size());
    if (!parent.isValid()) return static_cast<int>(m_groups.size());
    if (parent.internalId() != topLevel || parent.column() != 0) return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].findings.size());
}

int FindingsModel::columnCount(const QModelIndex&) const { return ColumnCount; }

QString FindingsModel::stateText(const layers::Finding& finding) const {
    const auto verdict = m_approvals.of(finding);
    if (verdict.state == layers::FindingApprovals::State::Lapsed)
        return tr("Approval lapsed · %1").arg(text(gis::translated(verdict.change)));
    if (verdict.approval != nullptr) {
        const QString reason = text(verdict.approval->reason);
        return reason.isEmpty() ? tr("Approved") : tr("Approved · %1").arg(reason);
    }
    return finding.isConflict() ? tr("Pending") : QStringLiteral("—");
}

QString FindingsModel::clausesText(const layers::Finding& finding) const {
    if (!m_snapshot) return {};
    QStringList numbers;
    for (const layers::ClauseLink& link : m_snapshot->linksOf(finding.planLayerId, finding.planFeature))
        if (const layers::Clause* clause = m_snapshot->corpus.clause(link.clauseId)) numbers << text(clause->number);
    numbers.removeDuplicates();
    return numbers.join(QStringLiteral("、"));
}

QString FindingsModel::cell(const layers::Finding& finding, int column) const {
    const auto& area = finding.areaSquareMetres;
    const bool hasArea = area && finding.kind != layers::FindingClass::Near;
    switch (column) {
        case Feature:
            return text(finding.planName.empty() ? finding.planId : finding.planName);
        case Kind:
            return m_snapshot ? kindOf(*m_snapshot, finding) : QString();
        case Class:
            return PlanWords::findingClass(finding.kind);
        case Control: {
            const std::string& name = finding.controlName.empty() ? finding.controlId : finding.controlName;
            const QString layer = text(finding.controlLayer);
            if (name.empty()) return layer;
            return text(name).contains(layer) ? text(name) : layer + u' ' + text(name);
        }
        case Rule:
            return finding.kindRule > 0 ? tr("%1 (by its kind)").arg(PlanWords::rule(finding.rule.direction))
                                        : PlanWords::rule(finding.rule.direction);
        case Hectares:
            return hasArea ? hectaresNumber(*area) : QString();
        case Mu:
            return hasArea ? muNumber(*area) : QString();
        case Length:
            if (finding.distanceMetres) return tr("%1 away").arg(lengthText(*finding.distanceMetres));
            if (!finding.lengthMetres) return {};
            return finding.crossings && *finding.crossings > 0
                       ? tr("%1, %2 crossings").arg(lengthText(*finding.lengthMetres)).arg(*finding.crossings)
                       : lengthText(*finding.lengthMetres);
        case ShareOfPlan:
            return percentText(finding.shareOfPlanPercent);
        case ShareOfControl:
            return percentText(finding.shareOfControlPercent);
        case Clauses:
            return clausesText(finding);
        case State:
            return stateText(finding);
        default:
            return {};
    }
}

namespace {

/// Sums over the findings of a group: what is shared, or where there is nothing shared, what lies outside.
struct GroupSums {
    double area = 0, length = 0, outside = 0, sliverArea = 0;
    int pieces = 0, lines = 0, outsides = 0, slivers = 0;

    void add(const layers::Finding& finding) {
        if (finding.kind == layers::FindingClass::Near) return;
        if (finding.againstLayer) {
            ++outsides;
            outside += finding.areaSquareMetres.value_or(0);
            return;
        }
        if (finding.areaSquareMetres) ++pieces, area += *finding.areaSquareMetres;
        if (finding.lengthMetres) ++lines, length += *finding.lengthMetres;
        if (finding.kind == layers::FindingClass::Sliver) ++slivers, sliverArea += *finding.areaSquareMetres;
    }
};

}  // namespace

QString FindingsModel::groupCell(const Group& group, int column) const {
    if (column == Feature) return tr("%1 (%2)").arg(group.title).arg(group.findings.size());
    if (column != Hectares && column != Mu && column != Length) return {};
    GroupSums sums;
    for (const std::size_t i : group.findings) sums.add(m_report->findings[i]);
    if (column == Length) return sums.lines > 0 ? lengthText(sums.length) : QString();
    if (sums.pieces == 0 && sums.outsides == 0) return {};
    const double area = sums.pieces > 0 ? sums.area : sums.outside;
    return column == Hectares ? hectaresNumber(area) : muNumber(area);
}

QString FindingsModel::groupTip(const Group& group) const {
    GroupSums sums;
    for (const std::size_t i : group.findings) sums.add(m_report->findings[i]);
    QStringList lines{group.title};
    if (sums.pieces > 0)
        lines << tr("%1 pieces, gross %2; without %3 slivers %4")
                     .arg(sums.pieces)
                     .arg(hectaresText(sums.area))
                     .arg(sums.slivers)
                     .arg(hectaresText(sums.area - sums.sliverArea));
    if (sums.lines > 0) lines << tr("%1 lines, %2 in all").arg(sums.lines).arg(lengthText(sums.length));
    if (sums.outsides > 0) lines << tr("%1 lie outside, with %2").arg(sums.outsides).arg(hectaresText(sums.outside));
    return lines.join(u'\n');
}

QString FindingsModel::tip(const layers::Finding& finding, int column) const {
    const layers::Approval* word = column == State ? approval(finding) : nullptr;
    if (word == nullptr) return finding.note.empty() ? cell(finding, column) : text(finding.note);
    QStringList lines{text(word->reason)};
    if (!word->who.empty()) lines << text(word->who);
    lines << QDateTime::fromString(text(word->when), Qt::ISODate)
                 .toLocalTime()
                 .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    return lines.join(u'\n');
}

QModelIndex FindingsModel::indexOf(const std::string& key) const {
    for (std::size_t group = 0; group < m_groups.size(); ++group)
        for (std::size_t row = 0; row < m_groups[group].findings.size(); ++row) {
            if (m_report->findings[m_groups[group].findings[row]].key() != key) continue;
            return createIndex(static_cast<int>(row), 0,
                               m_grouping == FindingGrouping::None ? topLevel : static_cast<quintptr>(group));
        }
    return {};
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const layers::Finding* row = finding(index);
    if (role == Qt::TextAlignmentRole && isNumber(index.column())) return int(Qt::AlignRight | Qt::AlignVCenter);
    if (row == nullptr) {
        const Group& group = m_groups[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole) return groupCell(group, index.column());
        if (role == Qt::ToolTipRole) return groupTip(group);
        if (role == Qt::FontRole) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    }
    if (role == Qt::DisplayRole) return cell(*row, index.column());
    if (role == Qt::ToolTipRole) return tip(*row, index.column());
    if (role == Qt::ForegroundRole) {
        const bool open = row->isConflict() && approval(*row) == nullptr;
        if (index.column() == State) return open ? Theme::current().conflict : Theme::current().muted;
        if (index.column() == Hectares && open) return Theme::current().conflict;
    }
    return {};
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Feature:
            return tr("Feature");
        case Kind:
            return tr("Kind");
        case Class:
            return tr("Finding");
        case Control:
            return tr("Control line");
        case Rule:
            return tr("Rule");
        case Hectares:
            return tr("Overlap (ha)");
        case Mu:
            return tr("Overlap (mu)");
        case Length:
            return tr("Length or distance");
        case ShareOfPlan:
            return tr("Share of feature");
        case ShareOfControl:
            return tr("Share of zone");
        case Clauses:
            return tr("Clauses");
        case State:
            return tr("State");
        default:
            return {};
    }
}

}  // namespace app
