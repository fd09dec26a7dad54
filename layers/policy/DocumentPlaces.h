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

/// Finds Clause::places anew where a clause has other words than the one with its id in `before`. Pure but for `document`.
void findPlacesAnew(PolicyDocument& document, const PolicyDocument& before, const Gazetteer& gazetteer);

/// Carries Clause::places of clauses with a text from one set of names to another: what both find stays, in its order,
/// and so does what neither finds but the index knows. False if nothing changes. Pure but for `document`.
bool changePlaces(PolicyDocument& document, const Gazetteer& from, const Gazetteer& to);

}  // namespace layers
