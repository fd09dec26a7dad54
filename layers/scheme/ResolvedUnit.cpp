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

/// All of them, if all are loaded.
std::vector<const BaseUnit*> allLoaded(const BaseLayers& base, const std::vector<UnitName>& names) {
    std::vector<const BaseUnit*> units;
    for (const UnitName& name : names)
        if (const BaseUnit* unit = loaded(base, name)) units.push_back(unit);
    return units.size() == names.size() ? units : std::vector<const BaseUnit*>();
}

/// What took the place of a unit, if it is loaded.
ResolvedUnit successors(const BaseLayers& base, UnitName unit) {
    const auto& changes = base.geography().unitChanges;
    bool isLarger = false;
    for (int step = 0; step < mostChanges; ++step) {
        const auto change = std::find_if(changes.begin(), changes.end(), [&](const UnitChange& one) {
            return std::any_of(one.from.begin(), one.from.end(),
                               [&](const UnitName& from) { return isCalled(from, unit.adcode, unit.name); });
        });
        if (change == changes.end()) break;
        isLarger = isLarger || change->from.size() > 1;
        if (auto units = allLoaded(base, change->to); !units.empty()) return {std::move(units), &*change, isLarger};
        if (change->to.size() != 1) break;
        unit = change->to.front();
    }
    return {};
}

/// What a unit was made of or cut out of, if all of it is loaded; an older layer has that.
ResolvedUnit predecessors(const BaseLayers& base, const SchemePlace& place) {
    for (const UnitChange& change : base.geography().unitChanges) {
        const auto isMeant = [&](const UnitName& to) { return isCalled(to, place.adcode, place.name); };
        if (std::ranges::none_of(change.to, isMeant)) continue;
        if (auto units = allLoaded(base, change.from); !units.empty())
            return {std::move(units), &change, change.to.size() > 1};
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
        resolved.isLarger = resolved.change != nullptr && resolved.change->from.size() > 1;
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
    resolved = successors(base, {place.adcode, place.name});
    return resolved.units.empty() ? predecessors(base, place) : resolved;
}

const UnitChange* movedBoundary(const BaseLayers& base, const SchemePlace& place, const std::string& date) {
    const auto isLoaded = [&](const UnitName& unit) { return loaded(base, unit) != nullptr; };
    for (const UnitChange& change : base.geography().unitChanges) {
        const auto isMeant = [&](const UnitName& unit) { return isCalled(unit, place.adcode, place.name); };
        if (std::ranges::none_of(change.moved, isMeant)) continue;
        const bool hasNew = std::ranges::any_of(change.to, isLoaded);
        const bool hasOld = std::ranges::any_of(change.from, isLoaded);
        if (hasNew != hasOld && hasNew != (date >= change.date)) return &change;
    }
    return nullptr;
}

}  // namespace layers
