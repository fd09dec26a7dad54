// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/IdleParts.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "gis/feature/Value.h"

namespace layers {
namespace {

constexpr const char* mountainKind = "mountain";

/// What a code means: as loaded, else as known; empty if nobody knows it.
std::string nameOfCode(const BaseLayers& base, const std::string& adcode) {
    if (const BaseUnit* unit = base.unitByCode(adcode); unit != nullptr && !unit->name.empty()) return unit->name;
    if (const KnownPlace* place = base.geography().placeByCode(adcode)) return place->name;
    return base.geography().unitName(adcode);
}

/// The code of another unit that bears the name; empty if there is none, or if the name is that of several.
std::string otherCode(const BaseLayers& base, const SchemePlace& place) {
    if (const BaseUnit* unit = base.unitByName(place.name); unit != nullptr && unit->adcode != place.adcode)
        return unit->adcode;
    const KnownPlace* known = base.geography().placeByName(place.name);
    return known != nullptr && known->adcode != place.adcode ? known->adcode : std::string();
}

/// Under this code the unit was or will be called so, at some date.
bool isDatedName(const BaseLayers& base, const SchemePlace& place) {
    const auto names = [&](const std::vector<UnitName>& units) {
        return std::ranges::any_of(
            units, [&](const UnitName& unit) { return unit.adcode == place.adcode && unit.name == place.name; });
    };
    return std::ranges::any_of(base.geography().unitChanges,
                               [&](const UnitChange& change) { return names(change.from) || names(change.to); });
}

bool sharesAWord(const std::string& a, const std::string& b) {
    constexpr std::size_t character = 3;  // bytes of a Chinese one
    for (std::size_t i = 0; i + character <= std::min(a.size(), 2 * character); i += character)
        if (b.find(a.substr(i, character)) != std::string::npos) return true;
    return false;
}

/// 东兴区 and 内江市东兴区 are both 511011; 内江市市中区 is not 市中区 of 乐山市.
bool isNameOf(const BaseLayers& base, const SchemePlace& place, const std::string& meant) {
    if (!place.name.ends_with(meant)) return false;
    const std::string above = place.name.substr(0, place.name.size() - meant.size());
    if (above.empty()) return true;
    constexpr std::size_t prefecture = 4, province = 2;
    const std::string near = nameOfCode(base, place.adcode.substr(0, prefecture) + "00");
    const std::string far = nameOfCode(base, place.adcode.substr(0, province) + "0000");
    return above == near || above == far || (!near.empty() && above == far + near);
}

void warnOfMismatch(BuildContext& context, const SchemePlace& place) {
    const BaseLayers& base = context.plane.base();
    if (base.unitByCode(place.adcode) == nullptr && base.geography().isNoCode(place.adcode))
        return context.warn("member_code_unknown",
                            gis::message("layers", "the code %2 of %1 is in no table of codes and in no boundary layer",
                                         {place.name, place.adcode}));
    const std::string meant = nameOfCode(base, place.adcode);
    if (meant.empty() || isNameOf(base, place, meant) || isDatedName(base, place)) return;
    if (const std::string other = otherCode(base, place); !other.empty())
        context.warn("member_code_mismatch",
                     gis::message("layers",
                                  "%1 is called so, but its code %2 is that of %3 (%1 has %4); the code is used, so %3 "
                                  "is taken",
                                  {place.name, place.adcode, meant, other}));
    else if (base.countOfName(place.name) > 1 || !sharesAWord(place.name, meant))
        context.warn(
            "member_code_mismatch",
            gis::message("layers", "%1 is called so, but its code %2 is that of %3; the code is used, so %3 is taken",
                         {place.name, place.adcode, meant}));
}

bool runsAlongCarriers(const std::string& builder) {
    return builder == "path" || builder == "band" || builder == "corridor" || builder == "barrier";
}

}  // namespace

void warnOfMismatches(BuildContext& context) {
    for (const SchemePlace& member : context.element.members)
        if (!member.adcode.empty()) warnOfMismatch(context, member);
    for (const auto& end : {context.element.start, context.element.finish})
        if (end && !end->adcode.empty()) warnOfMismatch(context, *end);
}

std::vector<std::string> placesOffPath(const BuildContext& context, const std::vector<LinePath>& path,
                                       const std::vector<SeatedPlace>& places) {
    std::vector<std::string> off;
    const double greatest = context.metres("anchor_km").value_or(0);
    if (greatest <= 0) return off;
    for (const SeatedPlace& place : places) {
        double distance = std::numeric_limits<double>::infinity();
        for (const LinePath& part : path)
            if (!part.empty()) distance = std::min(distance, nearestOnPath(part, place.seat).distance);
        if (!std::isfinite(distance) || distance <= greatest) continue;
        off.push_back(place.place.name);
        context.warn("member_off_path",
                     gis::message("layers", "%1 lies %2 km off the path, farther than %3 km, so it takes no part",
                                  {place.place.name, gis::toPlainDecimal(std::round(distance / 1000)),
                                   gis::toPlainDecimal(greatest / 1000)}));
    }
    return off;
}

std::vector<std::string> idleCarriers(const BuildContext& context, const BuiltShape& shape) {
    std::vector<std::string> idle;
    if (!runsAlongCarriers(shape.builder)) return idle;
    for (const SchemeCarrier& carrier : context.element.carriers) {
        if (std::ranges::find(shape.carriers, carrier.name) != shape.carriers.end()) continue;
        idle.push_back(carrier.name);
        if (carrier.isSupporting())
            context.warn(
                "carrier_not_used",
                gis::message("layers", "%1 only supports it, so it takes no part in the shape", {carrier.name}));
        else if ((carrier.kind == mountainKind) != (shape.builder == "barrier"))
            context.warn(
                "carrier_not_used",
                gis::message("layers", "%1 is of a kind that this shape does not run along, so it takes no part",
                             {carrier.name}));
    }
    return idle;
}

}  // namespace layers
