// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/Result.h"
#include "layers/plan/Layer.h"

namespace layers {

/// What the rules about one kind of control line ask for, as data with a date and a degree of certainty ("high",
/// "medium", "low"). Words for people, in the language of the data.
struct ControlTypeRule {
    struct Kind {
        std::string number, text, certainty;
    };
    struct Case {
        std::string when, paper, certainty;
    };
    ControlType type = ControlType::Other;
    std::string title, basis, date, certainty, statement, kindsTitle;
    std::vector<Kind> kinds;
    std::vector<Case> cases;
};

struct RuleBook {
    std::string checked;  ///< date on which the data were looked at last
    std::string note;
    std::vector<ControlTypeRule> rules;

    const ControlTypeRule* ruleFor(ControlType type) const;  ///< null if none
};

/// InvalidData names what is wrong.
gis::Result<RuleBook> ruleBookFromJson(const std::string& json);
/// resources/rules/control_rules.json.
gis::Result<RuleBook> shippedRuleBook();

}  // namespace layers
