// SPDX-License-Identifier: Apache-2.0
#include "layers/report/RuleBook.h"

#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"

namespace layers {

namespace {

using Json = nlohmann::json;

std::string text(const Json& object, const char* member) { return object.at(member).get<std::string>(); }

ControlTypeRule ruleFrom(const Json& entry) {
    ControlTypeRule rule;
    const auto type = controlTypeFromText(text(entry, "control_type"));
    if (!type) throw std::runtime_error("control_type");
    rule.type = *type;
    rule.title = text(entry, "title");
    rule.basis = text(entry, "basis");
    rule.date = text(entry, "date");
    rule.certainty = text(entry, "certainty");
    rule.statement = text(entry, "statement");
    rule.kindsTitle = text(entry, "kinds_title");
    for (const Json& kind : entry.at("kinds"))
        rule.kinds.push_back({text(kind, "number"), text(kind, "text"), text(kind, "certainty")});
    for (const Json& one : entry.at("cases"))
        rule.cases.push_back({text(one, "case"), text(one, "paper"), text(one, "certainty")});
    return rule;
}

}  // namespace

const ControlTypeRule* RuleBook::ruleFor(ControlType type) const {
    for (const ControlTypeRule& rule : rules)
        if (rule.type == type) return &rule;
    return nullptr;
}

gis::Result<RuleBook> ruleBookFromJson(const std::string& json) {
    try {
        const Json document = Json::parse(json);
        RuleBook book;
        book.checked = text(document, "checked");
        book.note = text(document, "note");
        for (const Json& entry : document.at("rules")) book.rules.push_back(ruleFrom(entry));
        return book;
    } catch (const std::exception& error) {
        return gis::fail(gis::ErrorCode::InvalidData, {}, gis::message("layers", "the rule data are not as expected"),
                         {}, error.what());
    }
}

gis::Result<RuleBook> shippedRuleBook() {
    TUCE_TRY(json, gis::readResource("rules/control_rules.json"));
    return ruleBookFromJson(json);
}

}  // namespace layers
