// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/cli/Context.h"
#include "layers/policy/Clause.h"

namespace cli {

/// The JSON of `clauses`: one document as an object, several as an array of them; keys as CLI.md says.
Json clausesJson(const std::vector<layers::PolicyDocument>& documents);

/// A document as an outline for people: title, number, issuers, dates, then one indented line for each clause.
std::string clauseOutline(const layers::PolicyDocument& document);

}  // namespace cli
