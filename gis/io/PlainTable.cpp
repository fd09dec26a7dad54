// SPDX-License-Identifier: Apache-2.0
#include "gis/io/PlainTable.h"

#include <algorithm>
#include <atomic>
#include <filesystem>

#include "gis/base/GrowingArray.h"
#include "gis/base/Parallel.h"
#include "gis/geometry/Extent.h"

namespace gis {

std::string TableQuery::sql() const {
    std::string text = "SELECT " + SqliteDatabase::quoted(id) + ", " + SqliteDatabase::quoted(geometry);
    for (const std::string& column : columns) text += ", " + (column.empty() ? "NULL" : SqliteDatabase::quoted(column));
    return text + " FROM " + SqliteDatabase::quoted(table) + " WHERE " + SqliteDatabase::quoted(id) +
           " BETWEEN ?1 AND ?2 ORDER BY 1";
}

namespace {

/// Its rows are then what GDAL would give.
bool isOrdinaryTable(const SqliteDatabase& database, const TableQuery& query) {
    const auto table = database.value(
        "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name = ?1 AND type = 'table' AND wr = 0",
        {query.table});
    const auto key = database.value(
        "SELECT count(*) FROM pragma_table_xinfo(?1) WHERE name = ?2 AND pk = 1 AND upper(type) = 'INTEGER'",
        {query.table, query.id});
    const auto keys = database.value("SELECT count(*) FROM pragma_table_xinfo(?1) WHERE pk > 0", {query.table});
    const Value one(std::int64_t{1});
    return table && *table == one && key && *key == one && keys && *keys == one;
}

}  // namespace

/// Not mapped into memory, though that would be a little faster: who cuts a mapped file off ends the program.
std::optional<SqliteDatabase> PlainTable::connect(const CancelToken& cancel) const {
    auto database =
        SqliteDatabase::open(m_file.path, m_file.immutable ? SqliteMode::ReadOnlyImmutable : SqliteMode::ReadOnly);
    if (!database) return std::nullopt;
    database->stopOn(cancel);
    return std::move(*database);
}

std::size_t PlainTable::mostCoordinates() const {
    std::error_code error;
    const auto bytes = std::filesystem::file_size(m_file.path, error);
    const auto most = error ? 0 : static_cast<std::size_t>(bytes / sizeof(Coordinate));
    try {  // a file may claim to be far larger than it is
        GrowingArray<Coordinate>().reserve(most);
        return most;
    } catch (const std::bad_alloc&) {
        return 0;
    }
}

/// Stretches of ids with about as many features each if the ids are without large gaps.
std::optional<PlainTable::Bounds> PlainTable::stretchesOf(const SqliteDatabase& database, unsigned threads) const {
    const std::string from =
        "(" + SqliteDatabase::quoted(m_query.id) + ") FROM " + SqliteDatabase::quoted(m_query.table);
    const auto least = database.value("SELECT min" + from), most = database.value("SELECT max" + from);
    if (!least || !most) return std::nullopt;
    if (isNull(*least)) return Bounds();
    const auto* begin = std::get_if<std::int64_t>(&*least);
    const auto* end = std::get_if<std::int64_t>(&*most);
    constexpr std::int64_t widest = std::int64_t{1} << 61U;  // so that their distance is a number too
    if (begin == nullptr || end == nullptr || *begin < -widest || *end > widest) return std::nullopt;
    constexpr std::int64_t fewest = 64;
    const std::int64_t wanted = std::int64_t{threads} * 32;
    const std::int64_t step = std::max(fewest, (*end - *begin) / wanted + 1);
    Bounds bounds;
    for (std::int64_t at = *begin; at <= *end; at += step) bounds.emplace_back(at, std::min(*end, at + step - 1));
    return bounds;
}

bool PlainTable::read(const JobControl& control, const TakeStretch& take) const {
    auto first = connect(control.cancel);
    if (!first || !isOrdinaryTable(*first, m_query)) return false;
    const auto bounds = stretchesOf(*first, control.threadCount());
    if (!bounds) return false;
    std::vector<std::optional<SqliteDatabase>> connections(
        std::max<std::size_t>(1, std::min<std::size_t>(control.threadCount(), bounds->size())));
    connections.front() = std::move(*first);
    std::atomic_bool odd = false;
    const bool whole = parallelFor(bounds->size(), control, [&](std::size_t index, unsigned worker) {
        if (odd) return;
        auto& connection = connections[worker];
        if (!connection) connection = connect(control.cancel);
        auto rows = connection ? connection->prepare(m_query.sql()) : Result<SqliteStatement>(tl::unexpect, Error{});
        if (!rows) {
            odd = true;
            return;
        }
        rows->bind(1, (*bounds)[index].first).bind(2, (*bounds)[index].second);
        if (!take(index, *rows)) odd = true;
    });
    return whole && !odd;
}

}  // namespace gis
