// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "gis/base/Result.h"
#include "gis/feature/Value.h"

namespace gis {

/// How a database file is opened.
enum class SqliteMode {
    ReadOnly,           ///< takes part in locking; rolls a half-written save of a killed program back
    ReadOnlyImmutable,  ///< no locks, no look at journals, nothing beside the file is touched: for foreign sources
    ReadWrite,          ///< the file must exist
    Create,             ///< the file must not exist
};

class SqliteStatement;

/// A connection to one SQLite file. Files are hostile: nothing that a schema says is trusted (trusted_schema off,
/// defensive mode on, no extensions, no attached files, views off; triggers off unless writing), and sizes are
/// limited. On writing connections the functions that the R-tree triggers of a GeoPackage call are there: ST_MinX,
/// ST_MaxX, ST_MinY, ST_MaxY, ST_IsEmpty. Errors carry the path: DiskFull, Unwritable, Unreadable, Refused, Canceled.
/// One thread at a time. Statements must not outlive the connection's last use, but may be destroyed after it.
class SqliteDatabase {
public:
    static Result<SqliteDatabase> open(const std::string& path, SqliteMode mode);

    const std::string& path() const;
    /// Compiles one statement. `?1`, `?2` … are bound later.
    Result<SqliteStatement> prepare(const std::string& sql) const;
    /// Runs one or more statements that need no values.
    Result<void> execute(const std::string& sql) const;
    /// The first column of the first row; null if there is no row.
    Result<Value> value(const std::string& sql, const std::vector<Value>& arguments = {}) const;
    /// From now on a long statement ends with Canceled soon after the token is set.
    void stopOn(const CancelToken& cancel) const;
    std::int64_t lastInsertedId() const;
    /// Rows inserted, changed and deleted since the connection was opened.
    std::int64_t changedRowCount() const;
    /// From now on no trigger of the file runs on this connection. Who writes then keeps the R-trees himself.
    void disableTriggers() const;

    /// An SQL identifier in double quotes.
    static std::string quoted(const std::string& name);

private:
    friend class SqliteStatement;
    struct Connection;
    explicit SqliteDatabase(std::shared_ptr<Connection> connection);
    std::shared_ptr<Connection> m_connection;
};

/// A compiled statement. Parameters count from 1, columns from 0, as in SQLite. Move-only; the connection's thread.
class SqliteStatement {
public:
    SqliteStatement(SqliteStatement&&) noexcept;
    SqliteStatement& operator=(SqliteStatement&&) noexcept;
    ~SqliteStatement();

    /// A failed binding is told by the next step(). The value is copied.
    SqliteStatement& bind(int parameter, const Value& value);
    SqliteStatement& bindBlob(int parameter, std::span<const std::uint8_t> bytes);
    /// True if there is a row to look at.
    Result<bool> step();
    /// Steps to the end, then makes the statement ready for the next values.
    Result<void> run();
    /// Back before the first row; bindings are cleared.
    void reset();

    int columnCount() const;
    std::string columnName(int column) const;
    bool isNull(int column) const;
    bool isBlob(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    /// Valid until the next step() or reset().
    std::span<const std::uint8_t> blob(int column) const;
    /// Integer, real or text as stored; null for a blob.
    Value value(int column) const;

private:
    friend class SqliteDatabase;
    struct Data;
    explicit SqliteStatement(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

/// Everything between begin() and commit() happens or, on destruction without commit, does not. One thread.
class SqliteTransaction {
public:
    /// `Write` takes the write lock at once, so that a conflict shows before any work is done.
    enum class Kind { Read, Write };
    static Result<SqliteTransaction> begin(const SqliteDatabase& database, Kind kind);
    SqliteTransaction(SqliteTransaction&& other) noexcept;
    SqliteTransaction& operator=(SqliteTransaction&&) = delete;
    ~SqliteTransaction();
    Result<void> commit();

private:
    explicit SqliteTransaction(const SqliteDatabase& database);
    SqliteDatabase m_database;
    bool m_open = true;
};

}  // namespace gis
