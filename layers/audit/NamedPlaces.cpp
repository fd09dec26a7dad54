// SPDX-License-Identifier: Apache-2.0
#include "layers/audit/NamedPlaces.h"

#include "layers/document/CodePoints.h"

namespace layers {

namespace {

bool isProvince(const std::string& adcode) { return adcode.size() == 6 && adcode.compare(2, 4, "0000") == 0; }

/// What a clause names; a name that several units bear and nothing decides is left out, and so are names within bodies.
std::vector<const PlaceEntry*> namedEntries(const Clause& clause, const Gazetteer& gazetteer,
                                            const std::vector<PlaceMatch>& matches,
                                            const std::vector<TextBody>& bodies) {
    std::vector<const PlaceEntry*> entries;
    if (clause.text.empty()) {
        for (const std::string& name : clause.places)
            if (const PlaceEntry* entry = gazetteer.find(name)) entries.push_back(entry);
        return entries;
    }
    auto body = bodies.begin();
    for (const PlaceMatch& match : matches) {
        while (body != bodies.end() && body->end <= match.start) ++body;
        if (body != bodies.end() && body->start <= match.start && match.end < body->end) continue;
        const PlaceEntry& entry = gazetteer.entries()[match.entry];
        if (!match.isAmbiguous() && isPlace(entry)) entries.push_back(&entry);
    }
    return entries;
}

}  // namespace

void PlaceSet::add(const PlaceReference& place) {
    if (place.name.empty() || !m_names.emplace(keyOf(place), place.name).second) return;
    m_order.push_back(place);
}

bool PlaceSet::covers(const PlaceReference& place) const {
    if (holds(place)) return true;
    if (place.adcode.size() < 6) return false;
    for (const char* zeros : {"00", "0000"}) {
        const std::string wider = place.adcode.substr(0, 6 - std::string(zeros).size()) + zeros;
        if (m_names.count(wider) != 0) return true;
    }
    return false;
}

std::vector<PlaceReference> PlaceSet::places() const { return m_order; }

PlaceSet printedPlaces(const Clause& clause, const Gazetteer& gazetteer, const std::vector<PlaceMatch>& matches,
                       const std::vector<TextBody>& bodies) {
    PlaceSet places;
    for (const PlaceEntry* entry : namedEntries(clause, gazetteer, matches, bodies))
        if (entry->isAdministrative() && !isProvince(entry->adcode)) places.add({entry->name, entry->adcode});
    return places;
}

PlaceSet meantPlaces(const Clause& clause, const Gazetteer& gazetteer, const std::vector<PlaceMatch>& matches) {
    PlaceSet places;
    for (const PlaceEntry* entry : namedEntries(clause, gazetteer, matches, {}))
        for (const PlaceReference& unit : gazetteer.units(*entry)) places.add(unit);
    return places;
}

std::vector<std::string> memberPieces(const std::string& members) {
    std::vector<std::string> pieces;
    std::u32string name;
    const auto finish = [&] {
        if (!name.empty()) pieces.push_back(toUtf8(name));
        name.clear();
    };
    for (const char32_t c : toCodePoints(members)) {
        if (isOneOf(c, U"、，,；;|") || isLineEnd(c))
            finish();
        else if (!isSpace(c))
            name += c;
    }
    finish();
    return pieces;
}

PlaceSet memberPlaces(const std::string& members, const Gazetteer& gazetteer) {
    PlaceSet places;
    for (const std::string& name : memberPieces(members)) {
        const auto units = gazetteer.units(name);
        if (units.empty()) places.add({name, {}});
        for (const PlaceReference& unit : units) places.add(unit);
    }
    return places;
}

}  // namespace layers
