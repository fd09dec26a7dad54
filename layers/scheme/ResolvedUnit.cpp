// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/ResolvedUnit.h"

#include <algorithm>

namespace layers {
namespace {

/// A code or name may change more than once; more steps than this would be a ring in the data.
constexpr int mostChanges = 4;

bool isCalled(const UnitName& unit, const std::string& adcode, const std::string& name) {
    return adcode.empty() || unit.adcode.empty() ? unit.name == name : unit.adcode == adcode;
}

const BaseUnit* loaded(const BaseLayers& base, const UnitName& unit) {
    if (!unit.adcode.empty()) return base.unitByCode(unit.adcode);
    return base.unitByName(unit.name);
}

/// What took the place of a unit, as far as it is loaded.
const BaseUnit* successor(const BaseLayers& base, UnitName unit, const UnitChange*& through) {
    const auto& changes = base.geography().unitChanges;
    for (int step = 0; step < mostChanges; ++step) {
        const auto change = std::find_if(changes.begin(), changes.end(), [&](const UnitChange& one) {
            return std::any_of(one.from.begin(), one.from.end(),
                               [&](const UnitName& from) { return isCalled(from, unit.adcode, unit.name); });
        });
        if (change == changes.end() || change->to.size() != 1) return nullptr;
        unit = change->to.front();
        through = &*change;
        if (const BaseUnit* found = loaded(base, unit)) return found;
    }
    return nullptr;
}

/// What a unit was made of, if all of it is loaded; an older layer has that.
std::vector<const BaseUnit*> predecessors(const BaseLayers& base, const SchemePlace& place,
                                          const UnitChange*& through) {
    for (const UnitChange& change : base.geography().unitChanges) {
        if (change.to.size() != 1 || !isCalled(change.to.front(), place.adcode, place.name)) continue;
        std::vector<const BaseUnit*> parts;
        for (const UnitName& from : change.from)
            if (const BaseUnit* part = loaded(base, from)) parts.push_back(part);
        if (parts.size() != change.from.size()) continue;
        through = &change;
        return parts;
    }
    return {};
}

/// A code that stood for another unit before: the place carries that unit's name.
const UnitChange* reusedCode(const BaseLayers& base, const SchemePlace& place, const BaseUnit& found) {
    if (found.name.empty() || found.name == place.name) return nullptr;
    for (const UnitChange& change : base.geography().unitChanges)
        for (const UnitName& from : change.from)
            if (from.adcode == place.adcode && from.name == place.name) return &change;
    return nullptr;
}

const BaseUnit* byNameAlone(const BaseLayers& base, const SchemePlace& place) {
    if (!place.withinAdcode.empty()) return base.unitByName(place.name, place.withinAdcode);
    if (const BaseUnit* unit = base.unitByName(place.name)) return unit;
    for (const BaseUnit& above : base.units())
        if (!above.name.empty() && place.name.size() > above.name.size() && place.name.starts_with(above.name))
            if (const BaseUnit* unit = base.unitByName(place.name.substr(above.name.size()), above.adcode)) return unit;
    return nullptr;
}

ResolvedUnit byCode(const BaseLayers& base, const SchemePlace& place) {
    ResolvedUnit resolved;
    if (const BaseUnit* unit = base.unitByCode(place.adcode)) {
        resolved.units = {unit};
        resolved.change = reusedCode(base, place, *unit);
        return resolved;
    }
    resolved.units = base.unitsBelow(place.adcode);
    if (!resolved.units.empty()) return resolved;
    // Layers without codes: the name will do if it is the only one of its kind.
    if (const BaseUnit* unit = base.unitByName(place.name); unit != nullptr && unit->adcode.empty())
        resolved.units = {unit};
    return resolved;
}

}  // namespace

ResolvedUnit resolvedUnit(const BaseLayers& base, const SchemePlace& place) {
    ResolvedUnit resolved;
    if (!place.adcode.empty())
        resolved = byCode(base, place);
    else if (const BaseUnit* unit = byNameAlone(base, place))
        resolved.units = {unit};
    if (!resolved.units.empty()) return resolved;
    const UnitChange* change = nullptr;
    if (const BaseUnit* unit = successor(base, {place.adcode, place.name}, change)) return {{unit}, change};
    auto parts = predecessors(base, place, change);
    return {parts, parts.empty() ? nullptr : change};
}

}  // namespace layers
