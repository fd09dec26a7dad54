// SPDX-License-Identifier: Apache-2.0
#include "layers/project/RowSync.h"

#include <map>

namespace layers {

namespace {

using Rows = std::map<Row, Row>;  // by key

std::string quoted(const std::string& name) { return gis::SqliteDatabase::quoted(name); }

/// `"a"=?1 AND "b"=?2`, with IS where a key may be null.
std::string assignments(const std::vector<std::string>& columns, std::size_t begin, std::size_t end,
                        const char* separator, const char* sign) {
    std::string sql;
    for (std::size_t i = begin; i < end; ++i)
        sql += (i > begin ? separator : "") + quoted(columns[i]) + sign + "?" + std::to_string(i + 1);
    return sql;
}

std::string columnList(const std::vector<std::string>& columns) {
    std::string list;
    for (const std::string& column : columns) list += (list.empty() ? "" : ",") + quoted(column);
    return list;
}

Row keyOf(const Row& row, std::size_t keyCount) {
    return {row.begin(), row.begin() + static_cast<std::ptrdiff_t>(keyCount)};
}

gis::Result<void> runWith(const gis::SqliteDatabase& database, const std::string& sql, const std::vector<Row>& rows) {
    if (rows.empty()) return {};
    TUCE_TRY(statement, database.prepare(sql));
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) statement.bind(static_cast<int>(i) + 1, row[i]);
        TUCE_CHECK(statement.run());
    }
    return {};
}

std::string insertSql(const WantedRows& wanted) {
    std::string places;
    for (std::size_t i = 0; i < wanted.columns.size(); ++i) places += (i > 0 ? ",?" : "?") + std::to_string(i + 1);
    return "INSERT INTO " + quoted(wanted.table) + "(" + columnList(wanted.columns) + ") VALUES(" + places + ")";
}

}  // namespace

gis::Result<std::vector<Row>> readRows(const gis::SqliteDatabase& database, const std::string& sql,
                                       const std::vector<gis::Value>& arguments) {
    TUCE_TRY(statement, database.prepare(sql));
    for (std::size_t i = 0; i < arguments.size(); ++i) statement.bind(static_cast<int>(i) + 1, arguments[i]);
    std::vector<Row> rows;
    for (;;) {
        TUCE_TRY(more, statement.step());
        if (!more) return rows;
        Row row;
        for (int column = 0; column < statement.columnCount(); ++column) row.push_back(statement.value(column));
        rows.push_back(std::move(row));
    }
}

gis::Result<void> syncRows(const gis::SqliteDatabase& database, const WantedRows& wanted) {
    const std::string table = quoted(wanted.table);
    TUCE_TRY(stored, readRows(database, "SELECT " + columnList(wanted.columns) + " FROM " + table +
                                            (wanted.scope.empty() ? "" : " WHERE " + wanted.scope)));
    Rows present;
    for (Row& row : stored) {
        Row key = keyOf(row, wanted.keyCount);
        present.emplace(std::move(key), std::move(row));
    }
    std::vector<Row> inserted, changed, removed;
    for (const Row& row : wanted.rows) {
        const auto place = present.find(keyOf(row, wanted.keyCount));
        if (place == present.end()) {
            inserted.push_back(row);
            continue;
        }
        if (place->second != row) changed.push_back(row);
        present.erase(place);
    }
    for (const auto& [key, row] : present) removed.push_back(key);
    const std::size_t count = wanted.columns.size();
    const std::string byKey = " WHERE " + assignments(wanted.columns, 0, wanted.keyCount, " AND ", " IS ");
    TUCE_CHECK(runWith(database, "DELETE FROM " + table + byKey, removed));
    if (count > wanted.keyCount)
        TUCE_CHECK(
            runWith(database,
                    "UPDATE " + table + " SET " + assignments(wanted.columns, wanted.keyCount, count, ",", "=") + byKey,
                    changed));
    return runWith(database, insertSql(wanted), inserted);
}

std::int64_t integerOf(const gis::Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
    if (const auto* real = std::get_if<double>(&value))
        return *real > -9e18 && *real < 9e18 ? static_cast<std::int64_t>(*real) : 0;
    return 0;
}

}  // namespace layers
