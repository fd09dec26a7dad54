// SPDX-License-Identifier: Apache-2.0
#include "gis/io/SqliteDatabase.h"

#include <sqlite3.h>
#include <sys/resource.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>

#include "gis/io/GeoPackageGeometry.h"

namespace gis {

namespace fs = std::filesystem;

struct SqliteDatabase::Connection {
    std::string path;
    SqliteMode mode = SqliteMode::ReadOnly;
    sqlite3* handle = nullptr;
    std::optional<CancelToken> cancel;
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() { sqlite3_close_v2(handle); }
    bool writes() const { return mode == SqliteMode::ReadWrite || mode == SqliteMode::Create; }
};

struct SqliteStatement::Data {
    std::shared_ptr<SqliteDatabase::Connection> connection;
    sqlite3_stmt* handle = nullptr;
    int bindingOutcome = SQLITE_OK;
    Data() = default;
    Data(const Data&) = delete;
    Data& operator=(const Data&) = delete;
    ~Data() { sqlite3_finalize(handle); }
};

namespace {

constexpr int busyMilliseconds = 3000;
constexpr int progressSteps = 20'000;  // virtual machine steps between two looks at the cancel token

/// SQLite tells a full disk apart, but not a quota or a limit on the size of files, and the system's own number may
/// be that of a later call.
bool isFull(int result, int systemError) {
    if ((result & 0xff) == SQLITE_FULL) return true;
    if ((result & 0xff) != SQLITE_IOERR) return false;
    if (systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG) return true;
    rlimit limit{};
    return result == SQLITE_IOERR_WRITE && getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

tl::unexpected<Error> lockedFailure(const std::string& path, bool writes, const std::string& detail) {
    return fail(writes ? ErrorCode::Unwritable : ErrorCode::Unreadable, {path, {}, {}},
                message("gis", "the file is locked by another program"),
                message("gis", "close it there (QGIS keeps the files of a project open) and try again"), detail);
}

tl::unexpected<Error> unwritableFailure(const std::string& path, const std::string& detail) {
    return fail(ErrorCode::Unwritable, {path, {}, {}}, message("gis", "cannot be written"),
                message("gis", "choose another folder or check its permissions"), detail);
}

/// What SQLite said, in our words.
tl::unexpected<Error> failureOf(const std::string& path, bool writes, sqlite3* handle, int result) {
    const std::string detail = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(result);
    const int primary = result & 0xff;
    if (isFull(result, handle != nullptr ? sqlite3_system_errno(handle) : 0)) {
        return fail(ErrorCode::DiskFull, {path, {}, {}}, message("gis", "the disk is full; nothing was replaced"),
                    message("gis", "free some space and try again"), detail);
    }
    switch (primary) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return lockedFailure(path, writes, detail);
        case SQLITE_INTERRUPT:
            return canceled();
        case SQLITE_NOMEM:
        case SQLITE_TOOBIG:
            return fail(ErrorCode::OutOfResources, {path, {}, {}},
                        message("gis", "a value or statement is too large for the database"), {}, detail);
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_IOERR:
            if (writes) return unwritableFailure(path, detail);
            return fail(ErrorCode::Unreadable, {path, {}, {}}, message("gis", "the file cannot be opened"),
                        message("gis", "check its permissions"), detail);
        case SQLITE_CONSTRAINT:
        case SQLITE_MISUSE:
            return fail(ErrorCode::Internal, {path, {}, {}}, message("gis", "the database did not take a value"), {},
                        detail);
        default:
            return fail(ErrorCode::Unreadable, {path, {}, {}},
                        message("gis", "the file is damaged or not what it claims to be"),
                        message("gis", "restore it from a copy"), detail);
    }
}

/// A path as URI, so that ":memory:", "file:…?…" and the like are plain file names.
std::string uriOf(const std::string& path, bool immutable) {
    static const char* const hex = "0123456789ABCDEF";
    std::string uri = "file://";
    for (const char c : fs::absolute(path).string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::strchr("/-_.~", c) != nullptr;
        if (plain && c != '\0') {
            uri += c;
        } else {
            uri += '%';
            uri += hex[byte >> 4U];
            uri += hex[byte & 15U];
        }
    }
    return immutable ? uri + "?immutable=1" : uri;
}

bool hasRollbackJournal(const std::string& path) {
    std::error_code ec;
    const std::string journal = path + "-journal";
    return fs::is_regular_file(journal, ec) && fs::file_size(journal, ec) > 0;
}

/// A rollback journal may name a super-journal, a file that SQLite would delete after rolling back. No save of ours
/// makes one, so one that is there was laid there.
Result<void> refuseSuperJournal(const std::string& path) {
    static constexpr std::array<unsigned char, 8> magic{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
    std::ifstream file(path + "-journal", std::ios::binary | std::ios::ate);
    if (!file || file.tellg() < 512) return {};
    std::array<char, 8> tail{};
    file.seekg(-8, std::ios::end);
    file.read(tail.data(), tail.size());
    if (std::memcmp(tail.data(), magic.data(), magic.size()) != 0) return {};
    return fail(ErrorCode::Refused, {path + "-journal", {}, {}},
                message("gis", "the rollback journal beside the file names further files"),
                message("gis", "remove the journal if you do not know where it comes from"));
}

Result<void> checkPlace(const std::string& path, SqliteMode mode) {
    std::error_code ec;
    const bool exists = fs::exists(path, ec);
    if (mode == SqliteMode::Create && exists) {
        return fail(ErrorCode::AlreadyExists, {path, {}, {}}, message("gis", "the file exists already"),
                    message("gis", "name another file or allow replacing it with --force"));
    }
    if (mode == SqliteMode::Create) return {};
    if (!exists)
        return fail(ErrorCode::NotFound, {path, {}, {}}, message("gis", "no such file"),
                    message("gis", "check the path"));
    if (!fs::is_regular_file(path, ec))
        return fail(ErrorCode::Refused, {path, {}, {}}, message("gis", "not a regular file"),
                    message("gis", "name a file"));
    return mode == SqliteMode::ReadOnlyImmutable ? Result<void>{} : refuseSuperJournal(path);
}

int openFlags(const std::string& path, SqliteMode mode) {
    constexpr int common = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
        case SqliteMode::ReadOnlyImmutable:
            return common | SQLITE_OPEN_READONLY;
        case SqliteMode::ReadOnly:
            // Rolling back what a killed program left needs the right to write.
            return common | (hasRollbackJournal(path) ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
        case SqliteMode::ReadWrite:
            return common | SQLITE_OPEN_READWRITE;
        case SqliteMode::Create:
            return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return common | SQLITE_OPEN_READONLY;
}

void trustNothing(sqlite3* handle, bool writes) {
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, writes ? 1 : 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 1'000'000'000);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 1'000'000);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
    sqlite3_limit(handle, SQLITE_LIMIT_COMPOUND_SELECT, 50);
    sqlite3_limit(handle, SQLITE_LIMIT_VDBE_OP, 250'000);
    sqlite3_limit(handle, SQLITE_LIMIT_FUNCTION_ARG, 16);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 8);
}

std::span<const std::uint8_t> blobOf(sqlite3_value* value) {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_value_blob(value));
    const int size = sqlite3_value_bytes(value);
    return {bytes, bytes != nullptr ? static_cast<std::size_t>(size) : 0U};
}

enum class Bound : std::intptr_t { MinX, MaxX, MinY, MaxY };

void boundFunction(sqlite3_context* context, int, sqlite3_value** arguments) {
    const auto extent = geoPackageExtent(blobOf(arguments[0]));
    if (!extent || extent->isEmpty()) return sqlite3_result_null(context);
    switch (static_cast<Bound>(reinterpret_cast<std::intptr_t>(sqlite3_user_data(context)))) {
        case Bound::MinX:
            return sqlite3_result_double(context, extent->minX);
        case Bound::MaxX:
            return sqlite3_result_double(context, extent->maxX);
        case Bound::MinY:
            return sqlite3_result_double(context, extent->minY);
        case Bound::MaxY:
            return sqlite3_result_double(context, extent->maxY);
    }
}

void isEmptyFunction(sqlite3_context* context, int, sqlite3_value** arguments) {
    const auto extent = geoPackageExtent(blobOf(arguments[0]));
    if (!extent) return sqlite3_result_null(context);
    sqlite3_result_int(context, extent->isEmpty() ? 1 : 0);
}

void addGeometryFunctions(sqlite3* handle) {
    // Innocuous: without that mark a trigger may not call them while the schema is not trusted.
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const std::pair<const char*, Bound> bounds[] = {
        {"ST_MinX", Bound::MinX}, {"ST_MaxX", Bound::MaxX}, {"ST_MinY", Bound::MinY}, {"ST_MaxY", Bound::MaxY}};
    for (const auto& [name, bound] : bounds)
        sqlite3_create_function(handle, name, 1, flags, reinterpret_cast<void*>(static_cast<std::intptr_t>(bound)),
                                boundFunction, nullptr, nullptr);
    sqlite3_create_function(handle, "ST_IsEmpty", 1, flags, nullptr, isEmptyFunction, nullptr, nullptr);
}

int isStopWished(void* token) { return static_cast<const CancelToken*>(token)->isCanceled() ? 1 : 0; }

}  // namespace

SqliteDatabase::SqliteDatabase(std::shared_ptr<Connection> connection) : m_connection(std::move(connection)) {}

Result<SqliteDatabase> SqliteDatabase::open(const std::string& path, SqliteMode mode) {
    TUCE_CHECK(checkPlace(path, mode));
    auto connection = std::make_shared<Connection>();
    connection->path = path;
    connection->mode = mode;
    const std::string uri = uriOf(path, mode == SqliteMode::ReadOnlyImmutable);
    const int result = sqlite3_open_v2(uri.c_str(), &connection->handle, openFlags(path, mode), nullptr);
    if (result != SQLITE_OK) return failureOf(path, connection->writes(), connection->handle, result);
    trustNothing(connection->handle, connection->writes());
    sqlite3_busy_timeout(connection->handle, busyMilliseconds);
    if (connection->writes()) addGeometryFunctions(connection->handle);
    SqliteDatabase database(std::move(connection));
    TUCE_CHECK(database.execute("PRAGMA cell_size_check=ON; PRAGMA recursive_triggers=OFF; PRAGMA foreign_keys=OFF"));
    if (!database.m_connection->writes()) TUCE_CHECK(database.execute("PRAGMA query_only=ON"));
    // SQLite opens lazily: the first look at the header shows what is no database, and rolls back.
    TUCE_CHECK(database.value("PRAGMA schema_version"));
    return database;
}

const std::string& SqliteDatabase::path() const { return m_connection->path; }

Result<SqliteStatement> SqliteDatabase::prepare(const std::string& sql) const {
    auto data = std::make_unique<SqliteStatement::Data>();
    data->connection = m_connection;
    const int result =
        sqlite3_prepare_v3(m_connection->handle, sql.data(), static_cast<int>(sql.size()), 0, &data->handle, nullptr);
    if (result != SQLITE_OK) return failureOf(path(), m_connection->writes(), m_connection->handle, result);
    return SqliteStatement(std::move(data));
}

Result<void> SqliteDatabase::execute(const std::string& sql) const {
    const int result = sqlite3_exec(m_connection->handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) return failureOf(path(), m_connection->writes(), m_connection->handle, result);
    return {};
}

Result<Value> SqliteDatabase::value(const std::string& sql, const std::vector<Value>& arguments) const {
    TUCE_TRY(statement, prepare(sql));
    for (std::size_t i = 0; i < arguments.size(); ++i) statement.bind(static_cast<int>(i) + 1, arguments[i]);
    TUCE_TRY(row, statement.step());
    return row ? statement.value(0) : Value{};
}

void SqliteDatabase::stopOn(const CancelToken& cancel) const {
    m_connection->cancel = cancel;
    sqlite3_progress_handler(m_connection->handle, progressSteps, isStopWished, &*m_connection->cancel);
}

std::int64_t SqliteDatabase::lastInsertedId() const { return sqlite3_last_insert_rowid(m_connection->handle); }

std::int64_t SqliteDatabase::changedRowCount() const { return sqlite3_total_changes64(m_connection->handle); }

void SqliteDatabase::disableTriggers() const {
    sqlite3_db_config(m_connection->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
}

std::string SqliteDatabase::quoted(const std::string& name) {
    std::string text = "\"";
    for (const char c : name) {
        if (c == '"') text += '"';
        if (c != '\0') text += c;
    }
    return text + '"';
}

SqliteStatement::SqliteStatement(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
SqliteStatement::SqliteStatement(SqliteStatement&&) noexcept = default;
SqliteStatement& SqliteStatement::operator=(SqliteStatement&&) noexcept = default;
SqliteStatement::~SqliteStatement() = default;

SqliteStatement& SqliteStatement::bind(int parameter, const Value& value) {
    int result = SQLITE_OK;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        result = sqlite3_bind_int64(m_data->handle, parameter, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
        result = sqlite3_bind_double(m_data->handle, parameter, *real);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        result =
            sqlite3_bind_text64(m_data->handle, parameter, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } else {
        result = sqlite3_bind_null(m_data->handle, parameter);
    }
    if (m_data->bindingOutcome == SQLITE_OK) m_data->bindingOutcome = result;
    return *this;
}

SqliteStatement& SqliteStatement::bindBlob(int parameter, std::span<const std::uint8_t> bytes) {
    const int result = sqlite3_bind_blob64(m_data->handle, parameter, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    if (m_data->bindingOutcome == SQLITE_OK) m_data->bindingOutcome = result;
    return *this;
}

Result<bool> SqliteStatement::step() {
    const auto& connection = *m_data->connection;
    const int result = m_data->bindingOutcome == SQLITE_OK ? sqlite3_step(m_data->handle) : m_data->bindingOutcome;
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    return failureOf(connection.path, connection.writes(), connection.handle, result);
}

Result<void> SqliteStatement::run() {
    for (;;) {
        auto row = step();
        if (row && *row) continue;
        reset();
        if (!row) return tl::unexpected<Error>(std::move(row).error());
        return {};
    }
}

void SqliteStatement::reset() {
    sqlite3_reset(m_data->handle);
    sqlite3_clear_bindings(m_data->handle);
    m_data->bindingOutcome = SQLITE_OK;
}

int SqliteStatement::columnCount() const { return sqlite3_column_count(m_data->handle); }

std::string SqliteStatement::columnName(int column) const {
    const char* name = sqlite3_column_name(m_data->handle, column);
    return name != nullptr ? name : "";
}

bool SqliteStatement::isNull(int column) const { return sqlite3_column_type(m_data->handle, column) == SQLITE_NULL; }
bool SqliteStatement::isBlob(int column) const { return sqlite3_column_type(m_data->handle, column) == SQLITE_BLOB; }
std::int64_t SqliteStatement::integer(int column) const { return sqlite3_column_int64(m_data->handle, column); }
double SqliteStatement::real(int column) const { return sqlite3_column_double(m_data->handle, column); }

std::string SqliteStatement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_data->handle, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_data->handle, column))};
}

std::span<const std::uint8_t> SqliteStatement::blob(int column) const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_data->handle, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_data->handle, column))};
}

Value SqliteStatement::value(int column) const {
    switch (sqlite3_column_type(m_data->handle, column)) {
        case SQLITE_INTEGER:
            return integer(column);
        case SQLITE_FLOAT:
            return real(column);
        case SQLITE_TEXT:
            return text(column);
        default:
            return {};
    }
}

SqliteTransaction::SqliteTransaction(const SqliteDatabase& database) : m_database(database) {}

SqliteTransaction::SqliteTransaction(SqliteTransaction&& other) noexcept
    : m_database(other.m_database), m_open(std::exchange(other.m_open, false)) {}

Result<SqliteTransaction> SqliteTransaction::begin(const SqliteDatabase& database, Kind kind) {
    TUCE_CHECK(database.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN"));
    return SqliteTransaction(database);
}

SqliteTransaction::~SqliteTransaction() {
    // After a full disk SQLite may have rolled back by itself; then this fails and nothing is lost.
    if (m_open) (void)m_database.execute("ROLLBACK");
}

Result<void> SqliteTransaction::commit() {
    TUCE_CHECK(m_database.execute("COMMIT"));
    m_open = false;
    return {};
}

}  // namespace gis
