// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "gis/base/Resources.h"
#include "layers/document/CodePoints.h"
#include "layers/document/TextDecoder.h"
#include "layers/policy/GazetteerReader.h"

namespace layers {

namespace {

using Row = std::vector<std::string>;

/// Rows of a table of texts; the sign between cells is the one that the first line has most of. Quotation marks hold
/// cells with that sign or with line ends, two of them stand for one.
std::vector<Row> rowsOf(const std::string& text) {
    const std::string head = text.substr(0, text.find('\n'));
    char separator = ',';
    for (const char sign : {';', '\t'})
        if (std::count(head.begin(), head.end(), sign) > std::count(head.begin(), head.end(), separator))
            separator = sign;
    std::vector<Row> rows;
    Row row(1);
    bool quoted = false;
    const auto finishRow = [&] {
        if (row.size() > 1 || !row.front().empty()) rows.push_back(std::move(row));
        row = Row(1);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            row.back() += text[++i];
        else if (c == '"' && (quoted || row.back().empty()))
            quoted = !quoted;
        else if (!quoted && c == separator)
            row.emplace_back();
        else if (!quoted && c == '\n')
            finishRow();
        else if (quoted || c != '\r')
            row.back() += c;
    }
    finishRow();
    return rows;
}

std::string trimmed(const std::string& utf8) {
    const std::u32string text = toCodePoints(utf8);
    std::size_t from = 0;
    std::size_t end = text.size();
    while (from < end && isSpace(text[from])) ++from;
    while (end > from && isSpace(text[end - 1])) --end;
    return toUtf8(std::u32string_view(text).substr(from, end - from));
}

enum class Column { Name, Aliases, Kind, Code, Level, Parent, Pinyin };

/// Which column a heading names; heads in Chinese and in English.
std::map<Column, std::size_t> columnsOf(const Row& head) {
    static const std::map<std::string, Column> known{
        {"name", Column::Name},       {"名称", Column::Name},     {"地名", Column::Name},
        {"aliases", Column::Aliases}, {"别名", Column::Aliases},  {"其他写法", Column::Aliases},
        {"kind", Column::Kind},       {"类别", Column::Kind},     {"code", Column::Code},
        {"adcode", Column::Code},     {"代码", Column::Code},     {"行政区划代码", Column::Code},
        {"level", Column::Level},     {"级别", Column::Level},    {"parent", Column::Parent},
        {"上级", Column::Parent},     {"pinyin", Column::Pinyin}, {"拼音", Column::Pinyin}};
    std::map<Column, std::size_t> columns;
    for (std::size_t i = 0; i < head.size(); ++i) {
        std::string word = trimmed(head[i]);
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (const auto found = known.find(word); found != known.end()) columns.emplace(found->second, i);
    }
    return columns;
}

}  // namespace

std::vector<std::string> listedNames(const std::string& list) {
    std::vector<std::string> names;
    std::u32string name;
    const auto finish = [&] {
        if (std::string text = trimmed(toUtf8(name)); !text.empty()) names.push_back(std::move(text));
        name.clear();
    };
    for (const char32_t c : toCodePoints(list)) {
        if (isOneOf(c, U"、，,；;|／/") || isLineEnd(c))
            finish();
        else
            name += c;
    }
    finish();
    return names;
}

gis::Result<UserNames> userNamesFromTable(const std::string& bytes, const std::string& path) {
    TUCE_TRY(decoded, decodeText(bytes, {}, path));
    const std::vector<Row> rows = rowsOf(decoded.text);
    const auto columns = rows.empty() ? std::map<Column, std::size_t>() : columnsOf(rows.front());
    if (columns.count(Column::Name) == 0)
        return gis::fail(gis::ErrorCode::InvalidData, {path, {}, {}},
                         gis::message("layers", "the first line of the table names no column \"name\" (or 名称)"),
                         gis::message("layers",
                                      "columns: name, aliases, kind, code, level, parent, pinyin; in Chinese 名称, "
                                      "别名, 类别, 代码, 级别, 上级, 拼音"));
    UserNames names;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto cell = [&](Column column) {
            const auto at = columns.find(column);
            return at == columns.end() || at->second >= rows[i].size() ? std::string() : trimmed(rows[i][at->second]);
        };
        PlaceEntry entry{{}, cell(Column::Name), cell(Column::Kind), cell(Column::Level), cell(Column::Code), {}, {}};
        entry.spellings = listedNames(cell(Column::Aliases));
        entry.parent = cell(Column::Parent);
        entry.pinyin = listedNames(cell(Column::Pinyin));
        names.entries.push_back(std::move(entry));
    }
    return checkedNames(names, path);
}

gis::Result<UserNames> checkedNames(const UserNames& names, const std::string& path) {
    return userNamesFromJson(toJson(names), path);
}

gis::Result<UserNames> readUserNames(const std::string& path) {
    constexpr std::size_t largest = std::size_t{64} << 20U;
    TUCE_TRY(bytes, gis::readFile(path, largest));
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool isJson = first != std::string::npos && (bytes[first] == '{' || bytes[first] == '[');
    if (!isJson) return userNamesFromTable(bytes, path);
    return userNamesFromJson(bytes.substr(first), path);
}

}  // namespace layers
