// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/AsNamed.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace layers {
namespace {

using Json = nlohmann::ordered_json;

bool isSame(const SchemePlace& a, const SchemePlace& b) { return isSamePlace(a, b); }
bool isSame(const SchemeCarrier& a, const SchemeCarrier& b) { return a.name == b.name && a.layer == b.layer; }

std::string roleOf(const SchemePlace& place) { return place.role.empty() ? "member" : place.role; }
std::string roleOf(const SchemeCarrier& carrier) { return carrier.role; }

template <class Item>
void compare(const std::vector<Item>& named, const std::vector<Item>& taken, NamedDifferences& found) {
    const auto isIn = [](const std::vector<Item>& items, const Item& item) {
        return std::ranges::any_of(items, [&](const Item& other) { return isSame(other, item); });
    };
    std::vector<Item> kept, common;
    for (const Item& item : named) {
        if (isIn(taken, item))
            kept.push_back(item);
        else
            found.leftOut.push_back(item.name);
    }
    for (const Item& item : taken) {
        if (isIn(named, item))
            common.push_back(item);
        else
            found.added.push_back(item.name);
    }
    for (const Item& item : common)
        for (const Item& other : kept)
            if (isSame(item, other) && roleOf(item) != roleOf(other)) found.hasOtherRoles = true;
    if (!std::ranges::equal(kept, common, [](const Item& a, const Item& b) { return isSame(a, b); }))
        found.isReordered = true;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text = text.empty() ? part : gis::translated(gis::message("layers", "%1, %2", {text, part}));
    return text;
}

}  // namespace

NamedParts namedPartsOf(const SchemeElement& element) {
    return {element.carriers, element.members, element.widthKm, element.radiusKm};
}

NamedDifferences differences(const SchemeElement& element) {
    NamedDifferences found;
    if (!element.asNamed) return found;
    compare(element.asNamed->members, element.members, found);
    compare(element.asNamed->carriers, element.carriers, found);
    found.hasOtherMeasures =
        element.asNamed->widthKm != element.widthKm || element.asNamed->radiusKm != element.radiusKm;
    return found;
}

std::string differencesText(const SchemeElement& element) {
    const NamedDifferences found = differences(element);
    std::vector<std::string> parts;
    const auto tell = [&parts](const gis::Message& text) { parts.push_back(gis::translated(text)); };
    if (!found.leftOut.empty()) tell(gis::message("layers", "without %1", {joined(found.leftOut)}));
    if (!found.added.empty()) tell(gis::message("layers", "with %1 besides", {joined(found.added)}));
    if (found.isReordered) tell(gis::message("layers", "in another order"));
    if (found.hasOtherRoles) tell(gis::message("layers", "with other roles"));
    if (found.hasOtherMeasures) tell(gis::message("layers", "with another width or radius"));
    std::string text;
    for (const std::string& part : parts)
        text = text.empty() ? part : gis::translated(gis::message("layers", "%1; %2", {text, part}));
    return text;
}

gis::Result<SchemeElement> asThePaperNames(const SchemeElement& element) {
    if (!element.asNamed) return element;
    Json json = Json::parse(elementToJson(element), nullptr, false);
    const Json named = json.value("as_named", Json::object());
    for (const char* member : {"carriers", "members", "width_km", "radius_km"}) {
        if (const auto part = named.find(member); part != named.end())
            json[member] = *part;
        else
            json.erase(member);
    }
    json.erase("as_named");
    json.erase("decided_by");
    return elementFromJson(json.dump(-1, ' ', false, Json::error_handler_t::replace), element.name);
}

}  // namespace layers
