// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>

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

/// What is written of the item of that index, if it is an object; else a new one.
Json writtenAt(const Json& written, std::size_t index) {
    return written.is_array() && index < written.size() && written[index].is_object() ? written[index] : Json::object();
}

Json memberJson(const SchemeElement& element, const Json& written, const SchemePlace& place) {
    const auto known = std::find_if(element.members.begin(), element.members.end(), [&](const SchemePlace& member) {
        return member.name == place.name && member.adcode == place.adcode;
    });
    Json made =
        writtenAt(written, known == element.members.end() ? std::string::npos
                                                          : static_cast<std::size_t>(known - element.members.begin()));
    if (known != element.members.end() && *known == place) return made;
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

Json carrierJson(const SchemeElement& element, const Json& written, const SchemeCarrier& carrier) {
    const auto known = std::find_if(element.carriers.begin(), element.carriers.end(),
                                    [&](const SchemeCarrier& other) { return other.name == carrier.name; });
    Json made = writtenAt(written, known == element.carriers.end()
                                       ? std::string::npos
                                       : static_cast<std::size_t>(known - element.carriers.begin()));
    made["name"] = carrier.name;
    setText(made, "kind", carrier.kind);
    setText(made, "role", carrier.role);
    return made;
}

}  // namespace

gis::Result<SchemeElement> changedElement(const SchemeElement& element, const ElementWish& wish) {
    Json json = Json::parse(element.json, nullptr, false);
    if (!json.is_object())
        return gis::fail(gis::ErrorCode::InvalidData, {}, gis::message("layers", "the element is not valid JSON"));
    setNumber(json, "width_km", wish.widthKm);
    setNumber(json, "radius_km", wish.radiusKm);
    const Json written = json.value("members", Json::array());
    Json members = Json::array();
    for (const SchemePlace& place : wish.members) members.push_back(memberJson(element, written, place));
    if (!members.empty() || json.contains("members")) json["members"] = std::move(members);
    if (wish.carriers) {
        const Json before = json.value("carriers", Json::array());
        Json carriers = Json::array();
        for (const SchemeCarrier& carrier : *wish.carriers) carriers.push_back(carrierJson(element, before, carrier));
        if (!carriers.empty() || json.contains("carriers")) json["carriers"] = std::move(carriers);
    }
    return elementFromJson(json.dump(-1, ' ', false, Json::error_handler_t::replace), element.name);
}

}  // namespace layers
