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

Json memberJson(const SchemeElement& element, const Json& written, const SchemePlace& place) {
    const auto known = std::find(element.members.begin(), element.members.end(), place);
    const auto index = static_cast<std::size_t>(known - element.members.begin());
    if (known != element.members.end() && written.is_array() && index < written.size()) return written[index];
    Json made{{"name", place.name}};
    if (!place.adcode.empty()) made["adcode"] = place.adcode;
    if (!place.level.empty()) made["level"] = place.level;
    made["role"] = place.role.empty() ? "member" : place.role;
    made["inferred"] = true;
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
    json["members"] = std::move(members);
    return elementFromJson(json.dump(-1, ' ', false, Json::error_handler_t::replace), element.name);
}

}  // namespace layers
