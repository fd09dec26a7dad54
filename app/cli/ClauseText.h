// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/Context.h"
#include "layers/policy/Clause.h"

namespace cli {

/// A document with what its reading told.
struct ReadClauses {
    layers::PolicyDocument document;
    gis::Warnings warnings;
};

/// Takes a part of an output.
using TextSink = std::function<void(std::string_view)>;

/// The JSON of `clauses`: one document as an object, several as an array of them; keys as CLI.md says, and "outside" with
/// what stands in no clause, "notices" with all that reading told. Handed over clause by clause: as one tree a long
/// document would take ten times its size.
void writeClausesJson(const std::vector<ReadClauses>& documents, const TextSink& sink);

/// A document as an outline for people: title, number, issuers, dates, then one indented line for each clause.
std::string clauseOutline(const layers::PolicyDocument& document);

}  // namespace cli
