// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>

#include "layers/scheme/AsNamed.h"
#include "layers/scheme/ElementChange.h"

namespace layers {

namespace {

using Json = nlohmann::ordered_json;

void setNumber(Json& element, const char* member, const std::optional<double>& value) {
    if (value)
        element[member] = *value;
    else
        element.erase(member);
}

void setText(Json& json, const char* member, const std::string& text) {
    if (text.empty())
        json.erase(member);
    else
        json[member] = text;
}

std::string line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

bool isSame(const SchemePlace& a, const SchemePlace& b) { return isSamePlace(a, b); }
bool isSame(const SchemeCarrier& a, const SchemeCarrier& b) { return a.name == b.name; }

/// What is written of an item of that list; an empty object for one that is not in it.
template <class Item>
Json writtenOf(const Item& item, const std::vector<Item>& items, const Json& written) {
    const auto known = std::find_if(items.begin(), items.end(), [&](const Item& other) { return isSame(other, item); });
    const auto index = static_cast<std::size_t>(known - items.begin());
    return known != items.end() && written.is_array() && index < written.size() && written[index].is_object()
               ? written[index]
               : Json::object();
}

/// The lists of an element and of what its paper names, as they are written.
struct Written {
    const SchemeElement& element;
    Json json, named;
    Json list(const char* member) const { return json.value(member, Json::array()); }
    Json namedList(const char* member) const { return named.value(member, Json::array()); }
};

Json memberJson(const Written& written, const SchemePlace& place) {
    const SchemeElement& element = written.element;
    Json made = writtenOf(place, element.members, written.list("members"));
    if (std::ranges::find(element.members, place) != element.members.end()) return made;
    // One that was left out comes back as the paper has it.
    if (made.empty() && element.asNamed)
        if (Json back = writtenOf(place, element.asNamed->members, written.namedList("members")); !back.empty())
            return back;
    made["name"] = place.name;
    setText(made, "adcode", place.adcode);
    setText(made, "level", place.level);
    setText(made, "role", place.role.empty() ? "member" : place.role);
    setText(made, "within_adcode", place.withinAdcode);
    if (place.inferred)
        made["inferred"] = true;
    else
        made.erase("inferred");
    return made;
}

Json carrierJson(const Written& written, const SchemeCarrier& carrier) {
    const SchemeElement& element = written.element;
    Json made = writtenOf(carrier, element.carriers, written.list("carriers"));
    if (made.empty() && element.asNamed && carrier.layer.empty())
        if (Json back = writtenOf(carrier, element.asNamed->carriers, written.namedList("carriers")); !back.empty())
            return back;
    made["name"] = carrier.name;
    setText(made, "kind", carrier.kind);
    setText(made, "role", carrier.role);
    setText(made, "layer", carrier.layer);
    return made;
}

/// Whose the element is, now that its parts are those of `json`.
gis::Result<SchemeElement> decided(const SchemeElement& before, Json json, const std::string& who) {
    TUCE_TRY(after, elementFromJson(line(json), before.name));
    if (namedPartsOf(after) == namedPartsOf(before)) return after;
    if (after.asNamed && differences(after).isEmpty()) return asThePaperNames(after);
    if (!before.asNamed && before.decidedBy.empty()) {
        const Json written = Json::parse(before.json, nullptr, false);
        Json named = Json::object();
        for (const char* member : {"carriers", "members", "width_km", "radius_km"})
            if (const auto part = written.find(member); part != written.end()) named[member] = *part;
        json["as_named"] = std::move(named);
    }
    if (!who.empty()) json["decided_by"] = who;
    return elementFromJson(line(json), before.name);
}

}  // namespace

gis::Result<SchemeElement> changedElement(const SchemeElement& element, const ElementWish& wish) {
    Json json = Json::parse(element.json, nullptr, false);
    if (!json.is_object())
        return gis::fail(gis::ErrorCode::InvalidData, {}, gis::message("layers", "the element is not valid JSON"));
    const Written written{element, json, json.value("as_named", Json::object())};
    setNumber(json, "width_km", wish.widthKm);
    setNumber(json, "radius_km", wish.radiusKm);
    Json members = Json::array();
    for (const SchemePlace& place : wish.members) members.push_back(memberJson(written, place));
    if (!members.empty() || json.contains("members")) json["members"] = std::move(members);
    if (wish.carriers) {
        Json carriers = Json::array();
        for (const SchemeCarrier& carrier : *wish.carriers) carriers.push_back(carrierJson(written, carrier));
        if (!carriers.empty() || json.contains("carriers")) json["carriers"] = std::move(carriers);
    }
    return decided(element, std::move(json), wish.who);
}

}  // namespace layers
