// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gis/base/Result.h"
#include "gis/feature/Feature.h"

namespace layers {

struct FilterNode;

/// A condition on the fields of a feature, as people write it: `population >= 50 and not (level in ('县', '区'))`.
///
/// Operands are fields (bare words or "in double quotes"), numbers, texts ('in single quotes', a quote inside doubled),
/// true, false and null. Operators: = <> != < <= > >=, [not] in (…), [not] like with % and _, is [not] null, and, or,
/// not, parentheses; words in any case. A text that is a number compares as one with a number; a comparison with null
/// is neither true nor false, as in SQL. Nothing in it can run, call or read anything else. A value; any thread.
class Filter {
public:
    /// InvalidData names the character, counted from one, where the reading failed. Refuses more than 4,000 bytes and
    /// more than 60 levels of nesting.
    static gis::Result<Filter> parse(const std::string& text);

    /// The same condition, ready for features of that schema; fields that are not in it are null.
    Filter boundTo(const gis::Schema& schema) const;
    /// Whether the condition is true for a feature of the schema it is bound to. Unbound, all fields are null.
    bool matches(const gis::Feature& feature) const;

    /// Names of the fields it asks for, each once, in order of appearance.
    std::vector<std::string> fields() const;
    /// In one way of writing, which QGIS reads too.
    std::string toText() const;

private:
    explicit Filter(std::shared_ptr<const FilterNode> root) : m_root(std::move(root)) {}
    std::shared_ptr<const FilterNode> m_root;
};

}  // namespace layers
