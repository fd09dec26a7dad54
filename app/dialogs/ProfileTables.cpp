// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ProfileTables.h"

#include <QCompleter>
#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>
#include <optional>

#include "app/dialogs/ChoiceDelegate.h"
#include "app/panels/PlanWords.h"
#include "app/panels/SchemeWords.h"
#include "gis/feature/Value.h"

namespace app {

namespace {

constexpr int indexRole = Qt::UserRole + 2;  ///< of the fact that the row was made of
constexpr int idRole = Qt::UserRole + 3;     ///< of a relation's target
constexpr int oldestYear = 1, latestYear = 9999;
constexpr layers::FactType factTypes[] = {layers::FactType::Measured, layers::FactType::Target,
                                          layers::FactType::LowerBound, layers::FactType::About,
                                          layers::FactType::Qualitative};

std::vector<ChoiceDelegate::Choice> factChoices() {
    std::vector<ChoiceDelegate::Choice> choices;
    for (const layers::FactType type : factTypes)
        choices.push_back({QString::fromLatin1(layers::factWord(type)), SchemeWords::factType(type)});
    return choices;
}

std::vector<ChoiceDelegate::Choice> relationChoices() {
    std::vector<ChoiceDelegate::Choice> choices;
    for (const char* type : layers::relationTypes)
        choices.push_back({QString::fromLatin1(type), SchemeWords::relation(type)});
    return choices;
}

layers::FactType factTypeOf(const QString& word) {
    for (const layers::FactType type : factTypes)
        if (word == QLatin1String(layers::factWord(type))) return type;
    return layers::FactType::Measured;
}

/// Completes the names of elements while a target is typed.
class TargetDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QStringList labels;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override {
        auto* line = new QLineEdit(parent);
        auto* completer = new QCompleter(labels, line);
        completer->setFilterMode(Qt::MatchContains);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        line->setCompleter(completer);
        return line;
    }
};

}  // namespace

ProfileTable::ProfileTable(const QStringList& headers, QWidget* parent)
    : QTableWidget(0, static_cast<int>(headers.size()), parent) {
    setHorizontalHeaderLabels(headers);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->hide();
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                    QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    auto* erase = new QShortcut(QKeySequence::Delete, this);
    erase->setContext(Qt::WidgetShortcut);
    connect(erase, &QShortcut::activated, this, &ProfileTable::removeChosen);
    connect(this, &QTableWidget::itemChanged, this, &ProfileTable::edited);
}

int ProfileTable::addRow() {
    const int row = rowCount();
    insertRow(row);
    return row;
}

QTableWidgetItem* ProfileTable::put(int row, int column, const QString& words) {
    auto* item = new QTableWidgetItem(words);
    setItem(row, column, item);
    return item;
}

QString ProfileTable::cell(int row, int column) const {
    const QTableWidgetItem* found = item(row, column);
    return found != nullptr ? found->text().trimmed() : QString();
}

void ProfileTable::addEmpty() {
    int row = 0;
    {
        const QSignalBlocker quiet(this);
        row = addRow();
        putEmpty(row);
    }
    setCurrentCell(row, 0);
    scrollToItem(item(row, 0));
    setFocus();
    editItem(item(row, 0));
    Q_EMIT edited();
}

void ProfileTable::removeChosen() {
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows()) rows.push_back(index.row());
    std::sort(rows.rbegin(), rows.rend());
    for (const int row : rows) removeRow(row);
    Q_EMIT edited();
}

// ---- figures

FactTable::FactTable(const std::vector<layers::SchemeFact>& facts, QWidget* parent)
    : ProfileTable({tr("Indicator"), tr("Value"), tr("Unit"), tr("Year"), tr("Said as")}, parent), m_before(facts) {
    setObjectName(QStringLiteral("facts"));
    setAccessibleName(tr("Figures"));
    horizontalHeader()->setSectionResizeMode(Indicator, QHeaderView::Stretch);
    for (const auto& [column, width] : {std::pair{Value, 100}, {Unit, 110}, {Year, 70}, {Type, 120}})
        setColumnWidth(column, width);
    setItemDelegateForColumn(Type, new ChoiceDelegate(factChoices(), this));
    const QSignalBlocker quiet(this);
    for (std::size_t i = 0; i < facts.size(); ++i) putFact(addRow(), facts[i], static_cast<int>(i));
}

void FactTable::putFact(int row, const layers::SchemeFact& fact, int index) {
    put(row, Indicator, text(fact.indicator))->setData(indexRole, index);
    put(row, Value, fact.value ? text(gis::toPlainDecimal(*fact.value)) : QString());
    put(row, Unit, text(fact.unit));
    put(row, Year, fact.year ? QString::number(*fact.year) : QString());
    put(row, Type, SchemeWords::factType(fact.type))
        ->setData(ChoiceDelegate::wordRole, QString::fromLatin1(layers::factWord(fact.type)));
}

void FactTable::putEmpty(int row) { putFact(row, {}, -1); }

bool FactTable::isEmptyRow(int row) const {
    return cell(row, Indicator).isEmpty() && cell(row, Value).isEmpty() && cell(row, Unit).isEmpty() &&
           cell(row, Year).isEmpty();
}

QString FactTable::fault() const {
    for (int row = 0; row < rowCount(); ++row) {
        if (isEmptyRow(row)) continue;
        bool isNumber = true, isYear = true;
        if (!cell(row, Value).isEmpty()) isNumber = std::isfinite(cell(row, Value).toDouble(&isNumber)) && isNumber;
        const int year = cell(row, Year).isEmpty() ? oldestYear : cell(row, Year).toInt(&isYear);
        if (cell(row, Indicator).isEmpty()) return tr("Figure %1 does not say what it is of.").arg(row + 1);
        if (!isNumber) return tr("\"%1\" is no number (%2).").arg(cell(row, Value), cell(row, Indicator));
        if (!isYear || year < oldestYear || year > latestYear)
            return tr("\"%1\" is no year (%2).").arg(cell(row, Year), cell(row, Indicator));
    }
    return {};
}

std::vector<layers::SchemeFact> FactTable::facts() const {
    std::vector<layers::SchemeFact> facts;
    for (int row = 0; row < rowCount(); ++row) {
        if (isEmptyRow(row)) continue;
        const int index = item(row, Indicator)->data(indexRole).toInt();
        layers::SchemeFact fact = index >= 0 ? m_before[static_cast<std::size_t>(index)] : layers::SchemeFact();
        fact.indicator = cell(row, Indicator).toStdString();
        const QString value = cell(row, Value);
        // A number that was not touched keeps all its digits.
        if (!fact.value || value != text(gis::toPlainDecimal(*fact.value)))
            fact.value = value.isEmpty() ? std::nullopt : std::optional(value.toDouble());
        fact.unit = cell(row, Unit).toStdString();
        fact.year = cell(row, Year).isEmpty() ? std::nullopt : std::optional(cell(row, Year).toInt());
        fact.type = factTypeOf(item(row, Type)->data(ChoiceDelegate::wordRole).toString());
        facts.push_back(std::move(fact));
    }
    return facts;
}

// ---- relations

RelationTable::RelationTable(const std::vector<layers::SchemeRelation>& relations, QWidget* parent)
    : ProfileTable({tr("Relation"), tr("To element"), tr("Inferred")}, parent) {
    setObjectName(QStringLiteral("relations"));
    setAccessibleName(tr("Relations"));
    horizontalHeader()->setSectionResizeMode(Target, QHeaderView::Stretch);
    setColumnWidth(Type, 130);
    setColumnWidth(Inferred, 80);
    setItemDelegateForColumn(Type, new ChoiceDelegate(relationChoices(), this));
    setItemDelegateForColumn(Target, new TargetDelegate(this));
    {
        const QSignalBlocker quiet(this);
        for (const layers::SchemeRelation& relation : relations) putRelation(addRow(), relation);
    }
    connect(this, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* changed) {
        if (changed->column() != Target) return;
        {
            const QSignalBlocker quiet(this);
            const std::string id = idOf(changed->text().trimmed());
            changed->setData(idRole, text(id));
            changed->setText(labelOf(id));
        }
        Q_EMIT edited();  // only now it says to which element
    });
}

void RelationTable::putRelation(int row, const layers::SchemeRelation& relation) {
    put(row, Type, SchemeWords::relation(relation.type))->setData(ChoiceDelegate::wordRole, text(relation.type));
    put(row, Target, labelOf(relation.target))->setData(idRole, text(relation.target));
    QTableWidgetItem* inferred = put(row, Inferred, {});
    inferred->setFlags((inferred->flags() | Qt::ItemIsUserCheckable) & ~Qt::ItemIsEditable);
    inferred->setCheckState(relation.inferred ? Qt::Checked : Qt::Unchecked);
    inferred->setToolTip(tr("The paper does not say so itself"));
}

void RelationTable::putEmpty(int row) { putRelation(row, {layers::relationTypes[0], {}, false}); }

QString RelationTable::labelOf(const std::string& id) const {
    const auto known = m_names.find(id);
    return known == m_names.end() ? text(id) : known->second + QStringLiteral(" · ") + text(id);
}

std::string RelationTable::idOf(const QString& label) const {
    const auto known = std::ranges::find_if(m_names, [&](const auto& one) { return labelOf(one.first) == label; });
    if (known != m_names.end()) return known->first;
    const auto named = [&](const auto& one) { return one.second == label; };
    const auto byName = std::ranges::find_if(m_names, named);
    const bool isOne =
        byName != m_names.end() && std::find_if(std::next(byName), m_names.end(), named) == m_names.end();
    return isOne ? byName->first : label.toStdString();
}

void RelationTable::setTargets(std::map<std::string, QString> names) {
    m_names = std::move(names);
    auto* delegate = static_cast<TargetDelegate*>(itemDelegateForColumn(Target));
    delegate->labels.clear();
    for (const auto& [id, name] : m_names) delegate->labels << labelOf(id);
    {
        const QSignalBlocker quiet(this);
        for (int row = 0; row < rowCount(); ++row) {
            // What was typed before the names were known may be one.
            const std::string id = idOf(item(row, Target)->data(idRole).toString());
            item(row, Target)->setData(idRole, text(id));
            item(row, Target)->setText(labelOf(id));
        }
    }
    Q_EMIT edited();
}

QString RelationTable::fault() const {
    for (int row = 0; row < rowCount(); ++row)
        if (item(row, Target)->data(idRole).toString().isEmpty())
            return tr("Relation %1 does not say to which element.").arg(row + 1);
    return {};
}

std::vector<layers::SchemeRelation> RelationTable::relations() const {
    std::vector<layers::SchemeRelation> relations;
    for (int row = 0; row < rowCount(); ++row)
        relations.push_back({item(row, Type)->data(ChoiceDelegate::wordRole).toString().toStdString(),
                             item(row, Target)->data(idRole).toString().toStdString(),
                             item(row, Inferred)->checkState() == Qt::Checked});
    return relations;
}

}  // namespace app
