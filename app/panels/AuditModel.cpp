// SPDX-License-Identifier: Apache-2.0
#include "app/panels/AuditModel.h"

#include <QFont>
#include <map>

#include "app/panels/PlanWords.h"
#include "app/theme/Theme.h"
#include "layers/report/AuditDocument.h"

namespace app {

namespace {

constexpr quintptr topLevel = ~quintptr{0};

}  // namespace

void AuditModel::setReport(std::shared_ptr<const layers::AuditReport> report, layers::SnapshotPtr plan) {
    beginResetModel();
    m_report = std::move(report);
    m_plan = std::move(plan);
    rebuild();
    endResetModel();
}

void AuditModel::setGrouping(AuditGrouping grouping) {
    beginResetModel();
    m_grouping = grouping;
    rebuild();
    endResetModel();
}

void AuditModel::setFilter(AuditFilter filter, const QString& words) {
    beginResetModel();
    m_filter = filter;
    m_words = words.trimmed();
    rebuild();
    endResetModel();
}

QString AuditModel::kindText(layers::AuditKind kind) {
    QString words = text(layers::nameOf(kind));
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

bool AuditModel::passes(const layers::AuditFinding& finding) const {
    switch (m_filter) {
        case AuditFilter::All:
            break;
        case AuditFilter::Open:
            if (finding.approved) return false;
            break;
        case AuditFilter::Errors:
            if (finding.severity == layers::AuditSeverity::Note || finding.approved) return false;
            break;
        case AuditFilter::Approved:
            if (!finding.approved) return false;
            break;
    }
    if (m_words.isEmpty()) return true;
    for (int column = 0; column < ColumnCount; ++column)
        if (cell(finding, column).contains(m_words, Qt::CaseInsensitive)) return true;
    return false;
}

QString AuditModel::clauseTitle(const std::string& clauseId) const {
    const layers::Clause* clause = m_plan ? m_plan->corpus.clause(clauseId) : nullptr;
    if (clause == nullptr) return text(clauseId);
    const auto document = m_plan->corpus.document(clause->documentId);
    const QString heading = text(clause->heading);
    QString title = document ? text(document->title) : QString();
    if (title.size() > 14) title = title.left(13) + u'…';
    return title + u' ' + text(clause->number) + (heading.isEmpty() ? QString() : u' ' + heading);
}

QString AuditModel::groupTitle(const layers::AuditFinding& finding) const {
    switch (m_grouping) {
        case AuditGrouping::Kind:
            return kindText(finding.kind);
        case AuditGrouping::Clause:
            return finding.clauseId.empty() ? tr("Without a clause") : clauseTitle(finding.clauseId);
        case AuditGrouping::Feature:
            return finding.featureName.empty() ? tr("Without a feature") : text(finding.featureName);
    }
    return {};
}

void AuditModel::rebuild() {
    m_groups.clear();
    m_places.clear();
    m_shown = 0;
    if (!m_report) return;
    std::map<QString, std::size_t> places;
    for (std::size_t i = 0; i < m_report->findings.size(); ++i) {
        const layers::AuditFinding& finding = m_report->findings[i];
        if (!passes(finding)) continue;
        ++m_shown;
        const QString title = groupTitle(finding);
        const auto [place, isNew] = places.try_emplace(title, m_groups.size());
        if (isNew) m_groups.push_back({title, {}});
        auto& findings = m_groups[place->second].findings;
        m_places[finding.key] = {place->second, static_cast<int>(findings.size())};
        findings.push_back(i);
    }
}

const layers::AuditFinding* AuditModel::finding(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == topLevel) return nullptr;
    const Group& group = m_groups[static_cast<std::size_t>(index.internalId())];
    return &m_report->findings[group.findings[static_cast<std::size_t>(index.row())]];
}

QModelIndex AuditModel::indexOf(const std::string& key) const {
    const auto found = m_places.find(key);
    return found == m_places.end() ? QModelIndex()
                                   : createIndex(found->second.second, 0, static_cast<quintptr>(found->second.first));
}

QModelIndex AuditModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || row >= rowCount(parent) || column < 0 || column >= ColumnCount) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : topLevel);
}

QModelIndex AuditModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == topLevel) return {};
    return createIndex(static_cast<int>(index.internalId()), 0, topLevel);
}

int AuditModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_groups.size());
    if (parent.column() > 0 || parent.internalId() != topLevel) return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].findings.size());
}

QString AuditModel::cell(const layers::AuditFinding& finding, int column) const {
    switch (column) {
        case What: {
            QStringList names;
            for (const std::string& name : finding.names) names << text(name);
            return names.isEmpty() ? kindText(finding.kind) : names.join(QStringLiteral("、"));
        }
        case Feature:
            return text(finding.featureName);
        case Clause:
            return finding.clauseId.empty() ? QString() : clauseTitle(finding.clauseId);
        case Words:
            return text(gis::translated(finding.text));
        case State:
            if (finding.approved) return tr("approved");
            return finding.severity == layers::AuditSeverity::Note ? tr("note") : tr("open");
        default:
            return {};
    }
}

QVariant AuditModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const layers::AuditFinding* shown = finding(index);
    if (shown == nullptr) {
        if (index.column() != 0) return {};
        const Group& group = m_groups[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole) return QStringLiteral("%1 · %2").arg(group.title).arg(group.findings.size());
        if (role == Qt::FontRole) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    }
    if (role == Qt::DisplayRole) return cell(*shown, index.column());
    if (role == Qt::ToolTipRole) return text(gis::translated(shown->text));
    if (role == Qt::ForegroundRole && shown->approved) return Theme::current().muted;
    if (role == Qt::ForegroundRole && index.column() == State && shown->severity == layers::AuditSeverity::Error)
        return Theme::current().conflict;
    return {};
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case What:
            return tr("About");
        case Feature:
            return tr("Feature");
        case Clause:
            return tr("Clause");
        case Words:
            return tr("What differs");
        case State:
            return tr("State");
        default:
            return {};
    }
}

}  // namespace app
