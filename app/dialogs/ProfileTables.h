// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableWidget>
#include <map>

#include "layers/scheme/SchemeStatement.h"

namespace app {

/// Rows that are edited in place, added, and taken out by Delete. GUI thread.
class ProfileTable : public QTableWidget {
    Q_OBJECT
public:
    ProfileTable(const QStringList& headers, QWidget* parent);
    /// An empty row, its first cell being edited.
    void addEmpty();
    void removeChosen();
    /// What is wrong with the first row that is, for people; empty if all can be taken.
    virtual QString fault() const = 0;

Q_SIGNALS:
    void edited();

protected:
    virtual void putEmpty(int row) = 0;
    int addRow();
    QTableWidgetItem* put(int row, int column, const QString& words);
    QString cell(int row, int column) const;
};

/// The figures of an element.
class FactTable : public ProfileTable {
    Q_OBJECT
public:
    enum Column { Indicator, Value, Unit, Year, Type, ColumnCount };
    FactTable(const std::vector<layers::SchemeFact>& facts, QWidget* parent);
    /// Rows without any words are left out. Only where there is no fault().
    std::vector<layers::SchemeFact> facts() const;
    QString fault() const override;

protected:
    void putEmpty(int row) override;

private:
    void putFact(int row, const layers::SchemeFact& fact, int index);
    bool isEmptyRow(int row) const;
    std::vector<layers::SchemeFact> m_before;  ///< whose place in the paper stays with their row
};

/// The relations of an element. A target is chosen by name, or typed as an id.
class RelationTable : public ProfileTable {
    Q_OBJECT
public:
    enum Column { Type, Target, Inferred, ColumnCount };
    RelationTable(const std::vector<layers::SchemeRelation>& relations, QWidget* parent);
    std::vector<layers::SchemeRelation> relations() const;
    QString fault() const override;
    /// The elements that a relation may lead to, name by id.
    void setTargets(std::map<std::string, QString> names);

protected:
    void putEmpty(int row) override;

private:
    void putRelation(int row, const layers::SchemeRelation& relation);
    QString labelOf(const std::string& id) const;
    std::string idOf(const QString& label) const;
    std::map<std::string, QString> m_names;
};

}  // namespace app
