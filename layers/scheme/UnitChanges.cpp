// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/UnitChanges.h"

#include "gis/base/Resources.h"
#include "layers/scheme/JsonReading.h"

namespace layers {
namespace {

constexpr const char* changesName = "schemes/unit_changes.json";

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
        changes.push_back({date, from, to, partial, note});
    }
    return changes;
}

gis::Result<std::vector<UnitChange>> shippedUnitChanges() {
    TUCE_TRY(bytes, gis::readResource(changesName));
    return unitChangesFromJson(bytes, changesName);
}

}  // namespace layers
