// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gis/base/Result.h"
#include "gis/feature/Value.h"

namespace layers {

/// A field or a literal.
struct FilterOperand {
    std::string field;  ///< empty: a literal
    int index = -1;     ///< of the field, once bound
    gis::Value literal{};
};

enum class FilterOperator {
    And,
    Or,
    Not,
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Like,
    IsNull
};

/// One step of a condition: And, Or and Not have children, the others operands, the first of which is asked about.
struct FilterNode {
    FilterOperator what = FilterOperator::And;
    std::vector<std::shared_ptr<const FilterNode>> children{};
    std::vector<FilterOperand> operands{};
};
using FilterNodePtr = std::shared_ptr<const FilterNode>;

/// Errors: see Filter::parse.
gis::Result<FilterNodePtr> parseFilter(const std::string& text);

}  // namespace layers
