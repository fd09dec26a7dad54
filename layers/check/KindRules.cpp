// SPDX-License-Identifier: Apache-2.0
#include "layers/check/KindRules.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"

namespace layers {

namespace {

using Json = nlohmann::json;

KindRules::Rule ruleFrom(const Json& entry) {
    KindRules::Rule rule;
    for (const Json& word : entry.at("control_types")) {
        const auto type = controlTypeFromText(word.get<std::string>());
        if (!type) throw std::runtime_error("control_types");
        rule.controlTypes.push_back(*type);
    }
    rule.kinds = entry.at("kinds").get<std::vector<std::string>>();
    const auto direction = ruleDirectionFromText(entry.at("direction").get<std::string>());
    if (!direction) throw std::runtime_error("direction");
    rule.direction = *direction;
    rule.reason = entry.at("reason").get<std::string>();
    return rule;
}

template <class Item>
bool holds(const std::vector<Item>& items, const Item& wanted) {
    return std::find(items.begin(), items.end(), wanted) != items.end();
}

}  // namespace

gis::Result<KindRules> KindRules::fromJson(const std::string& json) {
    try {
        const Json document = Json::parse(json);
        KindRules made;
        made.m_origin = document.at("origin").get<std::string>();
        made.m_certainty = document.at("certainty").get<std::string>();
        made.m_kindField = document.at("kind_field").get<std::string>();
        for (const Json& entry : document.at("rules")) made.m_rules.push_back(ruleFrom(entry));
        return made;
    } catch (const std::exception& error) {
        return gis::fail(gis::ErrorCode::InvalidData, {}, gis::message("layers", "the rule data are not as expected"),
                         {}, error.what());
    }
}

const KindRules::Rule* KindRules::ruleFor(const std::string& kind, const ControlRule& rule) const {
    if (kind.empty()) return nullptr;
    for (const Rule& one : m_rules)
        if (one.direction != rule.direction && holds(one.controlTypes, rule.type) && holds(one.kinds, kind))
            return &one;
    return nullptr;
}

std::shared_ptr<const KindRules> shippedKindRules() {
    static const auto shipped = [] {
        const auto json = gis::readResource("rules/kind_directions.json");
        auto read = json ? KindRules::fromJson(*json) : gis::Result<KindRules>();
        return std::make_shared<const KindRules>(read ? std::move(*read) : KindRules());
    }();
    return shipped;
}

}  // namespace layers
