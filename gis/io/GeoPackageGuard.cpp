// SPDX-License-Identifier: Apache-2.0
#include "gis/io/GeoPackageGuard.h"

#include <array>
#include <cctype>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <set>

#include "gis/io/SqliteDatabase.h"

namespace gis {

namespace fs = std::filesystem;

namespace {

std::string lowered(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

tl::unexpected<Error> refused(const SourceFile& source, const std::string& layer, Message problem) {
    return fail(ErrorCode::Refused, {source.given, layer, {}}, std::move(problem),
                message("gis", "export the layer to a new GeoPackage with the program it comes from"));
}

std::uint32_t bigEndian(const unsigned char* bytes) {
    return (std::uint32_t{bytes[0]} << 24U) | (std::uint32_t{bytes[1]} << 16U) | (std::uint32_t{bytes[2]} << 8U) |
           bytes[3];
}

/// The header of an SQLite file (its format's section 1.3) says how many pages there must be.
Result<void> checkComplete(const SourceFile& source) {
    std::array<unsigned char, 100> header{};
    std::ifstream stream(source.absolute, std::ios::binary);
    stream.read(reinterpret_cast<char*>(header.data()), static_cast<std::streamsize>(header.size()));
    std::error_code error;
    const auto size = fs::file_size(source.absolute, error);
    const std::uint64_t rawPage = (std::uint64_t{header[16]} << 8U) | header[17];
    const std::uint64_t pageSize = rawPage == 1 ? 65536 : rawPage;
    const bool countIsValid = bigEndian(&header[24]) == bigEndian(&header[92]);
    const std::uint64_t expected = countIsValid ? pageSize * bigEndian(&header[28]) : 0;
    if (stream.gcount() == 100 && size >= expected) return {};
    return fail(ErrorCode::Unreadable, {source.given, {}, {}},
                message("gis", "the GeoPackage is cut off: %1 bytes of %2 are there",
                        {std::to_string(size), std::to_string(expected)}),
                message("gis", "get the file again"));
}

bool hasContent(const std::string& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    return !error && size > 0;
}

/// A log beside the file belongs to its content, but SQLite would write when it takes the log in: work on a copy.
Result<GuardedGeoPackage> placeFor(const SourceFile& source) {
    GuardedGeoPackage guarded{source.absolute, true, std::nullopt};
    constexpr std::array<const char*, 2> logs{"-wal", "-journal"};
    bool any = false;
    for (const char* log : logs) any = any || hasContent(source.absolute + log);
    if (!any) return guarded;
    TUCE_TRY(folder, PrivateFolder::temporary());
    guarded.path = folder.path() + "/" + fs::path(source.absolute).filename().string();
    guarded.immutable = false;
    std::error_code error;
    fs::copy_file(source.absolute, guarded.path, error);
    for (const char* log : logs)
        if (!error && hasContent(source.absolute + log))
            fs::copy_file(source.absolute + log, guarded.path + log, error);
    if (error) {
        return fail(
            ErrorCode::OutOfResources, {source.given, {}, {}},
            message("gis", "a private copy of the file and its log cannot be made"),
            message("gis",
                    "free some space in the folder for temporary files, or close the program that has the file open"),
            error.message());
    }
    fs::permissions(guarded.path, fs::perms::owner_read | fs::perms::owner_write, error);
    guarded.copyFolder = std::move(folder);
    return guarded;
}

/// Cuts a CREATE statement into words; a quoted name is one word that begins with its quote.
class SqlWords {
public:
    explicit SqlWords(const std::string& sql) : m_sql(sql) {}
    std::string next() {
        skipBlank();
        if (m_at >= m_sql.size()) return {};
        const char first = m_sql[m_at];
        const std::size_t begin = m_at;
        if (first == '"' || first == '`' || first == '\'' || first == '[') {
            skipQuoted(first == '[' ? ']' : first);
        } else if (isWord(first)) {
            while (m_at < m_sql.size() && isWord(m_sql[m_at])) ++m_at;
        } else {
            ++m_at;
        }
        return lowered(m_sql.substr(begin, m_at - begin));
    }

private:
    static bool isWord(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' || (c & 0x80) != 0;
    }
    void skipQuoted(char close) {
        for (++m_at; m_at < m_sql.size(); ++m_at) {
            if (m_sql[m_at] != close) continue;
            ++m_at;
            if (close == ']' || m_at >= m_sql.size() || m_sql[m_at] != close) return;
        }
    }
    void skipBlank() {
        for (bool again = true; again && m_at < m_sql.size();) {
            again = false;
            while (m_at < m_sql.size() && std::isspace(static_cast<unsigned char>(m_sql[m_at])) != 0) ++m_at;
            if (m_sql.compare(m_at, 2, "--") == 0) {
                m_at = std::min(m_sql.find('\n', m_at), m_sql.size());
                again = true;
            } else if (m_sql.compare(m_at, 2, "/*") == 0) {
                const std::size_t end = m_sql.find("*/", m_at + 2);
                m_at = end == std::string::npos ? m_sql.size() : end + 2;
                again = true;
            }
        }
    }
    const std::string& m_sql;
    std::size_t m_at = 0;
};

/// The module of `CREATE VIRTUAL TABLE name USING module(…)`; empty if the text is something else.
std::string moduleOf(const std::string& sql) {
    SqlWords words(sql);
    for (const char* expected : {"create", "virtual", "table"})
        if (words.next() != expected) return {};
    std::string word = words.next();
    if (word == "if") {
        words.next();
        words.next();
        word = words.next();
    }
    word = words.next();
    if (word == ".") {
        words.next();
        word = words.next();
    }
    return word == "using" ? words.next() : std::string();
}

bool isHarmlessModule(const std::string& module) {
    static const std::set<std::string> harmless{"rtree", "fts3", "fts4", "fts5"};
    return harmless.count(module) > 0;
}

/// Names of views, lower case; fails on virtual tables that are not harmless and on views in the standard's place.
Result<std::set<std::string>> checkSchema(const SqliteDatabase& database, const SourceFile& source) {
    std::set<std::string> views;
    TUCE_TRY(rows, database.prepare("SELECT type, name, rootpage, sql FROM sqlite_master"));
    while (true) {
        TUCE_TRY(more, rows.step());
        if (!more) return views;
        const std::string type = rows.text(0);
        const std::string name = lowered(rows.text(1));
        if (type == "view") {
            views.insert(name);
            if (name.rfind("gpkg_", 0) == 0 || name.rfind("rtree_", 0) == 0)
                return refused(
                    source, {},
                    message("gis", "the table %1 of the GeoPackage is a view, which would run SQL of the file",
                            {rows.text(1)}));
        }
        if (type == "table" && rows.integer(2) == 0 && !isHarmlessModule(moduleOf(rows.text(3))))
            return refused(source, {},
                           message("gis", "the table %1 is a virtual one, which would run code", {rows.text(1)}));
    }
}

Result<void> checkLayer(const SqliteDatabase& database, const SourceFile& source, const std::string& layer,
                        const std::set<std::string>& views) {
    if (views.count(lowered(layer)) > 0)
        return refused(source, layer, message("gis", "the layer is a view, which would run SQL of the file"));
    TUCE_TRY(computed, database.value("SELECT count(*) FROM pragma_table_xinfo(?1) WHERE hidden > 1", {Value(layer)}));
    if (computed != Value(std::int64_t{0}))
        return refused(source, layer,
                       message("gis", "the layer has computed columns, which would run SQL of the file"));
    return {};
}

Result<void> checkLayers(const SqliteDatabase& database, const SourceFile& source) {
    TUCE_TRY(views, checkSchema(database, source));
    auto rows = database.prepare("SELECT table_name FROM gpkg_contents");
    if (!rows) {
        return fail(ErrorCode::Unreadable, {source.given, {}, {}}, message("gis", "the file is not a GeoPackage"),
                    message("gis", "get the file again or correct its ending"), rows.error().detail);
    }
    while (true) {
        TUCE_TRY(more, rows->step());
        if (!more) return {};
        TUCE_CHECK(checkLayer(database, source, rows->text(0), views));
    }
}

}  // namespace

Result<GuardedGeoPackage> guardGeoPackage(const SourceFile& source) {
    TUCE_TRY(guarded, placeFor(source));
    // With a log beside it the file may rightly be shorter than its header says.
    if (guarded.immutable) TUCE_CHECK(checkComplete(source));
    auto database =
        SqliteDatabase::open(guarded.path, guarded.immutable ? SqliteMode::ReadOnlyImmutable : SqliteMode::ReadWrite);
    auto checked = database ? checkLayers(*database, source) : Result<void>(tl::unexpected<Error>(database.error()));
    if (!checked) {
        Error error = std::move(checked).error();
        error.subject.path = source.given;  // not the private copy
        return tl::unexpected<Error>(std::move(error));
    }
    return guarded;
}

}  // namespace gis
