// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/DocumentPlaces.h"

#include <algorithm>
#include <unordered_map>

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

void findPlacesAnew(PolicyDocument& document, const PolicyDocument& before, const Gazetteer& gazetteer) {
    std::unordered_map<std::string, const Clause*> held;
    for (const Clause& clause : before.clauses) held.emplace(clause.id, &clause);
    for (Clause& clause : document.clauses) {
        const auto same = held.find(clause.id);
        if (same == held.end() || same->second->text != clause.text) clause.places = gazetteer.placeNames(clause.text);
    }
}

bool changePlaces(PolicyDocument& document, const Gazetteer& from, const Gazetteer& to) {
    const auto holds = [](const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    bool changed = false;
    for (Clause& clause : document.clauses) {
        if (clause.text.empty()) continue;
        const std::vector<std::string> old = from.placeNames(clause.text);
        const std::vector<std::string> fresh = to.placeNames(clause.text);
        if (old == fresh) continue;
        std::vector<std::string> places = clause.places;
        std::erase_if(places, [&](const std::string& name) { return holds(old, name) && !holds(fresh, name); });
        for (const std::string& name : fresh)
            if (!holds(old, name) && !holds(places, name)) places.push_back(name);
        changed = changed || places != clause.places;
        clause.places = std::move(places);
    }
    return changed;
}

}  // namespace layers
