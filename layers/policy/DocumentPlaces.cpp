// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/DocumentPlaces.h"

#include <algorithm>

namespace layers {

std::vector<PlaceInDocument> placesOf(const PolicyDocument& document, const Gazetteer& gazetteer) {
    std::vector<const Clause*> clauses;
    std::vector<TextScope> scopes;
    for (const Clause& clause : document.clauses)
        if (clause.end > clause.start) clauses.push_back(&clause);
    // Outer clauses first: of those that begin at one place the longer one holds the other.
    std::stable_sort(clauses.begin(), clauses.end(), [](const Clause* a, const Clause* b) {
        return a->start != b->start ? a->start < b->start : a->end > b->end;
    });
    for (const Clause* clause : clauses) scopes.push_back({clause->start, clause->end});
    std::vector<PlaceInDocument> places;
    std::vector<const Clause*> open;
    auto next = clauses.begin();
    for (PlaceMention& mention : gazetteer.mentions(document.text, scopes)) {
        while (next != clauses.end() && (*next)->start <= mention.place.start) open.push_back(*next++);
        while (!open.empty() && open.back()->end <= mention.place.start) open.pop_back();
        places.push_back({std::move(mention), open.empty() ? nullptr : open.back()});
    }
    return places;
}

}  // namespace layers
