// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/UnitChanges.h"

#include "gis/base/Resources.h"
#include "layers/scheme/JsonReading.h"

namespace layers {
namespace {

constexpr const char* changesName = "schemes/unit_changes.json";
constexpr const char* tablesName = "schemes/unit_tables.json";

gis::Result<std::vector<UnitName>> readNames(const JsonReading& reading, const char* member) {
    TUCE_TRY(items, reading.objects(member));
    std::vector<UnitName> names;
    for (const JsonReading& item : items) {
        TUCE_TRY(name, item.requiredText("name"));
        TUCE_TRY(adcode, item.text("adcode"));
        names.push_back({adcode, name});
    }
    if (names.empty()) return reading.wrong(member, gis::message("layers", "is missing or empty"));
    return names;
}

}  // namespace

gis::Result<std::vector<UnitChange>> unitChangesFromJson(const std::string& bytes, const std::string& name) {
    TUCE_TRY(document, parsedObject(bytes, name));
    TUCE_TRY(items, JsonReading(document, name, {}).objects("changes"));
    std::vector<UnitChange> changes;
    for (const JsonReading& item : items) {
        TUCE_TRY(date, item.requiredText("date"));
        TUCE_TRY(from, readNames(item, "from"));
        TUCE_TRY(to, readNames(item, "to"));
        TUCE_TRY(partial, item.boolean("partial"));
        TUCE_TRY(note, item.text("note"));
        std::vector<UnitName> moved;
        if (item.json().contains("moved")) {
            TUCE_TRY(units, readNames(item, "moved"));
            moved = units;
        }
        changes.push_back({date, from, to, moved, partial, note});
    }
    return changes;
}

gis::Result<std::vector<UnitChange>> shippedUnitChanges() {
    TUCE_TRY(bytes, gis::readResource(changesName));
    return unitChangesFromJson(bytes, changesName);
}

gis::Result<std::vector<UnitTable>> unitTablesFromJson(const std::string& bytes, const std::string& name) {
    TUCE_TRY(document, parsedObject(bytes, name));
    TUCE_TRY(items, JsonReading(document, name, {}).objects("tables"));
    std::vector<UnitTable> tables;
    for (const JsonReading& item : items) {
        UnitTable table;
        TUCE_TRY(date, item.requiredText("date"));
        TUCE_TRY(units, item.object("units"));
        TUCE_TRY(withoutCode, item.texts("without_code"));
        if (!units) return item.wrong("units", gis::message("layers", "is missing or empty"));
        for (const auto& [code, unit] : units->json().items()) {
            TUCE_TRY(called, units->requiredText(code.c_str()));
            table.names.emplace(code, called);
        }
        table.date = date;
        table.withoutCode = withoutCode;
        tables.push_back(std::move(table));
    }
    return tables;
}

gis::Result<std::vector<UnitTable>> shippedUnitTables() {
    TUCE_TRY(bytes, gis::readResource(tablesName));
    return unitTablesFromJson(bytes, tablesName);
}

}  // namespace layers
