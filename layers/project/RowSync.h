// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/io/SqliteDatabase.h"

namespace layers {

using Row = std::vector<gis::Value>;

/// What a table, or a part of it, shall hold.
struct WantedRows {
    std::string table;
    std::vector<std::string> columns;  ///< key columns first; other columns of the table are left alone
    std::size_t keyCount = 1;
    std::vector<Row> rows;  ///< in any order, keys unique
    std::string scope;      ///< SQL condition of the rows that are ours; empty: all
};

/// Inserts, changes and deletes what differs, and nothing else. Within the caller's transaction.
gis::Result<void> syncRows(const gis::SqliteDatabase& database, const WantedRows& wanted);

/// All rows of a query.
gis::Result<std::vector<Row>> readRows(const gis::SqliteDatabase& database, const std::string& sql,
                                       const std::vector<gis::Value>& arguments = {});

/// The value as integer, 0 where it is none; as text, empty where null.
std::int64_t integerOf(const gis::Value& value);

}  // namespace layers
