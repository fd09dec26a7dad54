// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layers/policy/Clause.h"
#include "layers/policy/Gazetteer.h"

namespace layers {

/// A name in a document and the innermost clause around it; no clause in front matter and page furniture.
struct PlaceInDocument {
    PlaceMention mention;
    const Clause* clause = nullptr;  ///< lives as long as the document
};

/// All names of a document's text, by start. Names that several units bear are decided by the clause, the clauses above
/// it, the document. Pure.
std::vector<PlaceInDocument> placesOf(const PolicyDocument& document, const Gazetteer& gazetteer);

}  // namespace layers
