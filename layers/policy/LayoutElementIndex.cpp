// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/LayoutElementIndex.h"

#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"

namespace layers {

namespace {

using Json = nlohmann::json;

ElementFact factFrom(const Json& json) {
    ElementFact fact;
    fact.indicator = json.at("indicator");
    if (json.contains("value")) fact.value = json.at("value").get<double>();
    fact.unit = json.value("unit", "");
    if (json.contains("year")) fact.year = json.at("year").get<int>();
    fact.type = json.value("type", "");
    return fact;
}

PolicyElement element(const Json& json) {
    PolicyElement made;
    made.id = json.at("id");
    made.documentId = json.at("document");
    made.kind = json.at("kind");
    made.name = json.at("name");
    made.aliases = json.value("aliases", std::vector<std::string>());
    made.clauseId = json.at("clause");
    made.anchor = json.value("anchor", "");
    for (const Json& member : json.value("members", Json::array()))
        made.members.push_back(
            {member.at("name"), member.value("adcode", ""), member.value("role", ""), member.value("inferred", false)});
    for (const Json& carrier : json.value("carriers", Json::array()))
        made.carriers.push_back({carrier.at("name"), carrier.value("kind", "")});
    const Json status = json.value("status", Json::object());
    made.statusClass = status.value("cls", "");
    made.statusWords = status.value("wording", "");
    for (const Json& fact : json.value("facts", Json::array())) made.facts.push_back(factFrom(fact));
    for (const Json& relation : json.value("relations", Json::array()))
        made.relations.push_back({relation.at("type"), relation.at("target"), relation.value("inferred", false)});
    return made;
}

}  // namespace

gis::Result<std::vector<PolicyElement>> elementsFromJson(const std::string& bytes, const std::string& name) {
    try {
        std::vector<PolicyElement> elements;
        const Json json = Json::parse(bytes);
        for (const Json& item : json.at("elements")) elements.push_back(element(item));
        return elements;
    } catch (const Json::exception& error) {
        return gis::fail(gis::ErrorCode::InvalidData, {name, {}, {}},
                         gis::message("layers", "the list of layout elements is damaged"),
                         gis::message("layers", "install the program's resources again"), error.what());
    }
}

gis::Result<std::vector<PolicyElement>> shippedElements() {
    const std::string name = "corpus/elements.json";
    TUCE_TRY(bytes, gis::readResource(name));
    return elementsFromJson(bytes, name);
}

}  // namespace layers
