// SPDX-License-Identifier: Apache-2.0
#include "layers/project/StoredTable.h"

#include <cmath>
#include <map>
#include <optional>

#include "layers/project/PlanJson.h"
#include "layers/project/ProjectTables.h"
#include "layers/project/RowSync.h"

namespace layers {

namespace {

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// Without control characters, quotes and what the notation of sources uses; at most 60 bytes, cut between characters.
std::string cleaned(const std::string& name) {
    constexpr std::size_t longest = 60;
    std::string text;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool bad = byte < 0x20 || byte == 0x7f || c == '"' || c == '\'' || c == '`' || c == '|' || c == ';';
        text += bad ? '_' : c;
    }
    if (text.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
        text.resize(end);
    }
    return text;
}

/// Our type for a declared SQL type; nothing for a blob, which no field can hold.
std::optional<gis::Field> fieldOf(const std::string& name, const std::string& declared) {
    std::string type = lowered(declared);
    int width = 0;
    if (const auto bracket = type.find('('); bracket != std::string::npos) {
        width = std::atoi(type.c_str() + bracket + 1);
        type.resize(bracket);
    }
    static const std::map<std::string, gis::FieldType> known{
        {"integer", gis::FieldType::Integer},   {"int", gis::FieldType::Integer},
        {"mediumint", gis::FieldType::Integer}, {"smallint", gis::FieldType::Integer},
        {"tinyint", gis::FieldType::Integer},   {"bigint", gis::FieldType::Integer},
        {"real", gis::FieldType::Real},         {"double", gis::FieldType::Real},
        {"float", gis::FieldType::Real},        {"boolean", gis::FieldType::Boolean},
        {"date", gis::FieldType::Date},         {"datetime", gis::FieldType::DateTime}};
    if (type == "blob") return std::nullopt;
    const auto found = known.find(type);
    const gis::FieldType fieldType = found == known.end() ? gis::FieldType::Text : found->second;
    return gis::Field{name, fieldType, fieldType == gis::FieldType::Text && width > 0 ? width : 0};
}

std::map<std::string, std::string> fieldNames(const std::string& columns) {
    std::map<std::string, std::string> names;
    try {
        const PlanJson json = planJsonFromText(columns);
        for (const auto& [column, name] : json.items()) names[column] = name.get<std::string>();
    } catch (const std::exception&) {
        names.clear();  // then the columns speak for themselves
    }
    return names;
}

gis::Result<StoredTable> unusable(const gis::SqliteDatabase& database, const std::string& name) {
    return gis::fail(gis::ErrorCode::Unreadable, {database.path(), name, {}},
                     gis::message("layers", "the feature table is missing or not an ordinary one"),
                     gis::message("layers", "restore the project from a copy"));
}

}  // namespace

std::string StoredTable::columnList() const {
    std::string list;
    for (const std::string& column : columns) list += "," + gis::SqliteDatabase::quoted(column);
    return list;
}

std::string uniqueName(const std::string& wished, TakenNames& taken) {
    const std::string base = cleaned(wished);
    std::string name = base;
    for (int number = 2; !taken.insert(lowered(name)).second; ++number) name = base + "_" + std::to_string(number);
    return name;
}

gis::Result<TakenNames> takenTableNames(const gis::SqliteDatabase& database) {
    TakenNames taken;
    TUCE_TRY(rows, readRows(database,
                            "SELECT name FROM sqlite_schema UNION SELECT table_name FROM gpkg_contents "
                            "UNION SELECT table_name FROM tuce_layers"));
    for (const Row& row : rows) taken.insert(lowered(gis::toText(row.front())));
    return taken;
}

StoredTable plannedTable(const Layer& layer, std::int32_t srsId, TakenNames& taken) {
    StoredTable table;
    const std::string wished = cleaned(layer.name);
    table.name = uniqueName(isReservedTableName(wished) ? "layer_" + wished : wished, taken);
    table.schema = layer.table.schema();
    table.srsId = srsId;
    table.geometryType = commonGeometryType(layer.table);
    TakenNames columns{"fid", "geom"};
    for (const gis::Field& field : table.schema.fields())
        table.columns.push_back(uniqueName(field.name.empty() ? "field" : field.name, columns));
    return table;
}

gis::Result<StoredTable> readStoredTable(const gis::SqliteDatabase& database, const std::string& name,
                                         const std::string& columns) {
    TUCE_TRY(plain, isPlainTable(database, name));
    TUCE_TRY(geometry, readRows(database,
                                "SELECT column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns "
                                "WHERE lower(table_name)=lower(?1)",
                                {name}));
    if (!plain || geometry.empty() || isReservedTableName(name)) return unusable(database, name);
    StoredTable table;
    table.name = name;
    table.fidColumn.clear();
    table.geometryColumn = gis::toText(geometry.front()[0]);
    table.geometryType = gis::toText(geometry.front()[1]);
    table.srsId = static_cast<std::int32_t>(integerOf(geometry.front()[2]));
    const auto names = fieldNames(columns);
    std::vector<gis::Field> fields;
    bool hasGeometry = false;
    TUCE_TRY(info, readRows(database, "SELECT name, type, pk FROM pragma_table_info(?1)", {name}));
    for (const Row& row : info) {
        const std::string column = gis::toText(row[0]);
        if (integerOf(row[2]) != 0) {
            if (lowered(gis::toText(row[1])) == "integer") table.fidColumn = column;
        } else if (lowered(column) == lowered(table.geometryColumn)) {
            hasGeometry = true;
        } else if (auto field = fieldOf(column, gis::toText(row[1]))) {
            if (const auto renamed = names.find(column); renamed != names.end()) field->name = renamed->second;
            table.columns.push_back(column);
            fields.push_back(std::move(*field));
        }
    }
    if (table.fidColumn.empty() || !hasGeometry) return unusable(database, name);
    table.schema = gis::Schema(std::move(fields));
    return table;
}

std::string columnsJson(const StoredTable& table) {
    PlanJson json = PlanJson::object();
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i] != table.schema.fields()[i].name) json[table.columns[i]] = table.schema.fields()[i].name;
    return textOf(json);
}

std::string commonGeometryType(const gis::FeatureTable& table) {
    std::optional<gis::GeometryType> common;
    for (const gis::Feature& feature : table) {
        const gis::GeometryType type = feature.geometry().type();
        if (type == gis::GeometryType::Empty) continue;
        if (common && *common != type) return "GEOMETRY";
        common = type;
    }
    static const char* const names[] = {"GEOMETRY",        "POINT",   "MULTIPOINT",  "LINESTRING",
                                        "MULTILINESTRING", "POLYGON", "MULTIPOLYGON"};
    return names[common ? static_cast<int>(*common) : 0];
}

std::string sqlType(const gis::Field& field) {
    switch (field.type) {
        case gis::FieldType::Integer:
            return "INTEGER";
        case gis::FieldType::Real:
            return "REAL";
        case gis::FieldType::Boolean:
            return "BOOLEAN";
        case gis::FieldType::Date:
            return "DATE";
        case gis::FieldType::DateTime:
            return "DATETIME";
        case gis::FieldType::Text:
            break;
    }
    return field.width > 0 ? "TEXT(" + std::to_string(field.width) + ")" : "TEXT";
}

gis::Value conformed(gis::Value value, gis::FieldType type) {
    constexpr double exactIntegers = 9007199254740992.0;
    const auto* real = std::get_if<double>(&value);
    if (real != nullptr && std::isnan(*real)) return {};
    switch (type) {
        case gis::FieldType::Integer:
        case gis::FieldType::Boolean:
            if (real != nullptr && std::trunc(*real) == *real && std::fabs(*real) < exactIntegers)
                return static_cast<std::int64_t>(*real);
            return value;
        case gis::FieldType::Real:
            if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
            return value;
        case gis::FieldType::Text:
        case gis::FieldType::Date:
        case gis::FieldType::DateTime:
            if (gis::isNull(value) || std::holds_alternative<std::string>(value)) return value;
            return gis::toText(value);
    }
    return value;
}

}  // namespace layers
