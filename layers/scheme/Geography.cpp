// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/Geography.h"

#include <algorithm>
#include <map>
#include <utility>

#include "gis/base/Resources.h"
#include "layers/scheme/JsonReading.h"

namespace layers {
namespace {

constexpr const char* placesName = "sample/places.json";
constexpr const char* routesName = "sample/routes.json";
constexpr const char* ridgesName = "sample/ridges.json";

gis::Result<KnownPlace> readPlace(const JsonReading& reading) {
    TUCE_TRY(name, reading.requiredText("name"));
    TUCE_TRY(adcode, reading.text("adcode"));
    TUCE_TRY(level, reading.text("level"));
    TUCE_TRY(lon, reading.number("lon", -180, 180));
    TUCE_TRY(lat, reading.number("lat", -90, 90));
    if (!lon || !lat) return reading.wrong(lon ? "lat" : "lon", gis::message("layers", "is missing or empty"));
    return KnownPlace{adcode, name, level, {*lon, *lat}};
}

gis::Result<KnownRoute> readRoute(const JsonReading& reading, const Geography& known) {
    TUCE_TRY(name, reading.requiredText("name"));
    TUCE_TRY(kind, reading.text("kind"));
    TUCE_TRY(aliases, reading.texts("aliases"));
    TUCE_TRY(stops, reading.texts("stops"));
    for (const std::string& stop : stops)
        if (known.placeByCode(stop) == nullptr && known.placeByName(stop) == nullptr)
            return reading.wrong("stops", gis::message("layers", "name an unknown place: \"%1\"", {stop}));
    return KnownRoute{name, kind, aliases, stops};
}

gis::Result<KnownRidge> readRidge(const JsonReading& reading) {
    TUCE_TRY(name, reading.requiredText("name"));
    KnownRidge ridge{name, {}};
    const auto points = reading.json().find("points");
    const gis::Message wanted = gis::message("layers", "must be an array of at least two [longitude, latitude] pairs");
    if (points == reading.json().end() || !points->is_array() || points->size() < 2)
        return reading.wrong("points", wanted);
    for (const auto& point : *points) {
        if (!point.is_array() || point.size() != 2 || !point[0].is_number() || !point[1].is_number())
            return reading.wrong("points", wanted);
        ridge.points.push_back({point[0].get<double>(), point[1].get<double>()});
    }
    return ridge;
}

/// What the gazetteer calls lines that run on the ground, and the kind of a route that each is.
constexpr std::pair<const char*, const char*> lineKinds[] = {{"river", "river"},
                                                             {"waterway", "river"},
                                                             {"railway", "railway"},
                                                             {"line_name", "railway"},
                                                             {"highway", "expressway"}};

const char* routeKindOf(const PlaceEntry& entry) {
    for (const auto& [kind, routeKind] : lineKinds)
        if (entry.kind == kind) return routeKind;
    return nullptr;
}

}  // namespace

bool KnownRoute::isCalled(const std::string& called) const {
    return name == called || std::find(aliases.begin(), aliases.end(), called) != aliases.end();
}

const KnownPlace* Geography::placeByCode(const std::string& adcode) const {
    if (adcode.empty()) return nullptr;
    for (const KnownPlace& place : places)
        if (place.adcode == adcode) return &place;
    return nullptr;
}

const KnownPlace* Geography::placeByName(const std::string& name) const {
    const KnownPlace* found = nullptr;
    for (const KnownPlace& place : places) {
        if (place.name != name) continue;
        if (found != nullptr) return nullptr;
        found = &place;
    }
    return found;
}

std::string Geography::unitName(const std::string& adcode) const {
    for (auto table = unitTables.rbegin(); table != unitTables.rend(); ++table)
        if (const auto unit = table->names.find(adcode); unit != table->names.end()) return unit->second;
    return {};
}

bool Geography::isNoCode(const std::string& adcode) const {
    constexpr std::size_t digits = 6, ofProvince = 2;
    if (adcode.size() != digits || adcode.ends_with("00") || !unitName(adcode).empty()) return false;
    const auto isSame = [&](const UnitName& unit) { return unit.adcode == adcode; };
    for (const UnitChange& change : unitChanges)
        if (std::ranges::any_of(change.from, isSame) || std::ranges::any_of(change.to, isSame)) return false;
    const std::string province = adcode.substr(0, ofProvince);
    return std::ranges::any_of(unitTables, [&](const UnitTable& table) {
        const auto first = table.names.lower_bound(province);
        return first != table.names.end() && first->first.starts_with(province);
    });
}

const KnownRoute* Geography::route(const std::string& name) const {
    for (const KnownRoute& route : routes)
        if (route.isCalled(name)) return &route;
    return nullptr;
}

const KnownRidge* Geography::ridge(const std::string& name) const {
    for (const KnownRidge& ridge : ridges)
        if (ridge.name == name) return &ridge;
    return nullptr;
}

std::vector<std::string> Geography::namesOf(const std::string& carrier) const {
    std::vector<std::string> names{carrier};
    if (const KnownRoute* known = route(carrier)) {
        names.push_back(known->name);
        names.insert(names.end(), known->aliases.begin(), known->aliases.end());
    }
    return names;
}

Geography Geography::withNames(const Gazetteer& gazetteer) const {
    Geography more = *this;
    std::map<std::string, std::size_t> known;  // the first route of a name keeps it
    const auto learn = [&known](const std::string& name, std::size_t route) { known.emplace(name, route); };
    for (std::size_t i = 0; i < more.routes.size(); ++i) {
        learn(more.routes[i].name, i);
        for (const std::string& alias : more.routes[i].aliases) learn(alias, i);
    }
    for (const PlaceEntry& entry : gazetteer.entries()) {
        const char* kind = routeKindOf(entry);
        if (kind == nullptr) continue;
        std::vector<std::string> names{entry.name};
        names.insert(names.end(), entry.spellings.begin(), entry.spellings.end());
        const auto same =
            std::find_if(names.begin(), names.end(), [&](const auto& name) { return known.contains(name); });
        if (same == names.end()) more.routes.push_back({entry.name, kind, {}, {}});
        const std::size_t route = same == names.end() ? more.routes.size() - 1 : known.at(*same);
        for (const std::string& name : names) {
            const bool isNew = known.emplace(name, route).second;
            if (isNew && name != more.routes[route].name) more.routes[route].aliases.push_back(name);
        }
    }
    return more;
}

gis::Result<Geography> geographyFromJson(const std::string& places, const std::string& routes,
                                         const std::string& ridges) {
    Geography known;
    TUCE_TRY(placeDocument, parsedObject(places, placesName));
    TUCE_TRY(placeItems, JsonReading(placeDocument, placesName, {}).objects("places"));
    for (const JsonReading& item : placeItems) {
        TUCE_TRY(place, readPlace(item));
        known.places.push_back(place);
    }
    TUCE_TRY(routeDocument, parsedObject(routes, routesName));
    TUCE_TRY(routeItems, JsonReading(routeDocument, routesName, {}).objects("routes"));
    for (const JsonReading& item : routeItems) {
        TUCE_TRY(route, readRoute(item, known));
        known.routes.push_back(route);
    }
    TUCE_TRY(ridgeDocument, parsedObject(ridges, ridgesName));
    TUCE_TRY(ridgeItems, JsonReading(ridgeDocument, ridgesName, {}).objects("ridges"));
    for (const JsonReading& item : ridgeItems) {
        TUCE_TRY(ridge, readRidge(item));
        known.ridges.push_back(ridge);
    }
    return known;
}

gis::Result<Geography> shippedGeography() {
    TUCE_TRY(places, gis::readResource(placesName));
    TUCE_TRY(routes, gis::readResource(routesName));
    TUCE_TRY(ridges, gis::readResource(ridgesName));
    TUCE_TRY(known, geographyFromJson(places, routes, ridges));
    TUCE_TRY(changes, shippedUnitChanges());
    known.unitChanges = changes;
    TUCE_TRY(tables, shippedUnitTables());
    known.unitTables = tables;
    TUCE_TRY(gazetteer, shippedGazetteer());
    return known.withNames(gazetteer);
}

}  // namespace layers
