// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "gis/io/GeoPackageGuard.h"
#include "gis/io/SqliteDatabase.h"

namespace gis {

/// What to ask a table for: column 0 of a row is the id, 1 the geometry, then `columns`; an empty name stands for NULL.
struct TableQuery {
    std::string table, id, geometry;
    std::vector<std::string> columns;
    std::string sql() const;  ///< ?1 and ?2: first and last id
};

/// Steps to each row and calls `take()`; false once that is, if a row cannot be read, or if canceled.
template <class Take>
bool eachRow(SqliteStatement& rows, const CancelToken& cancel, const Take& take) {
    for (;;) {
        const auto more = rows.step();
        if (!more || cancel.isCanceled()) return false;
        if (!*more) return true;
        if (!take()) return false;
    }
}

/// An ordinary table of a GeoPackage, whose integer primary key is the feature id, read in stretches of ids, several at
/// once, each thread through a connection of its own.
class PlainTable {
public:
    PlainTable(const GuardedGeoPackage& file, TableQuery query) : m_file(file), m_query(std::move(query)) {}

    /// Takes the rows of a stretch, which are not stepped yet, in ascending order of id; false if one of them is not as
    /// expected. Called from several threads, each stretch once.
    using TakeStretch = std::function<bool(std::size_t stretch, SqliteStatement& rows)>;
    /// False if the table is not ordinary, cannot be read, `take` was once false, or if canceled.
    bool read(const JobControl& control, const TakeStretch& take) const;

    /// How many coordinates the file has room for; 0 if memory has none for so many.
    std::size_t mostCoordinates() const;

private:
    using Bounds = std::vector<std::pair<std::int64_t, std::int64_t>>;  ///< first and last id of each stretch
    std::optional<SqliteDatabase> connect(const CancelToken& cancel) const;
    std::optional<Bounds> stretchesOf(const SqliteDatabase& database, unsigned threads) const;
    const GuardedGeoPackage& m_file;
    TableQuery m_query;
};

}  // namespace gis
