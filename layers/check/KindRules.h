// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/Result.h"
#include "layers/plan/Layer.h"

namespace layers {

/// Which kinds of plan features a control layer's direction does not fit, and what holds for them instead: an
/// ecological corridor is meant to lie in the red line. Data with their origin; a const value; any thread.
class KindRules {
public:
    struct Rule {
        std::vector<ControlType> controlTypes;
        std::vector<std::string> kinds;
        RuleDirection direction = RuleDirection::Inform;
        std::string reason;  ///< words of the data
    };

    /// InvalidData names what is wrong.
    static gis::Result<KindRules> fromJson(const std::string& json);

    /// The first rule that sets another direction than `rule` has; null if none does.
    const Rule* ruleFor(const std::string& kind, const ControlRule& rule) const;
    const std::vector<Rule>& rules() const { return m_rules; }
    const std::string& origin() const { return m_origin; }  ///< whose defaults they are
    const std::string& certainty() const { return m_certainty; }
    const std::string& kindField() const { return m_kindField; }

private:
    std::vector<Rule> m_rules;
    std::string m_origin, m_certainty, m_kindField;
};

/// resources/rules/kind_directions.json, read once; without rules if it cannot be read.
std::shared_ptr<const KindRules> shippedKindRules();

}  // namespace layers
