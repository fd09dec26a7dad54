// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/policy/Clause.h"
#include "layers/policy/ClauseHeads.h"

namespace layers {

/// Judges the order of numbers and gives occurrences, ids and warnings, which are also returned. `heads` are those of
/// the clauses, one each. Rows begin anew in every annex.
std::vector<std::string> judgeNumbering(std::vector<Clause>& clauses, const std::vector<ClauseHead>& heads,
                                        const std::string& documentId);

}  // namespace layers
