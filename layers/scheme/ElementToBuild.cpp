// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/ElementToBuild.h"

#include <algorithm>

#include "layers/scheme/JoinedThings.h"

namespace layers {
namespace {

constexpr const char* unionBuilder = "union";

bool isNamed(const SchemeElement& element, const SchemePlace& place) {
    return std::ranges::any_of(element.members, [&](const SchemePlace& known) { return isSamePlace(known, place); });
}

void warn(gis::Warnings& warnings, const char* kind, const SchemeElement& element, gis::Message text) {
    warnings.push_back({kind, {{}, {}, element.id}, std::move(text)});
}

void takeMembersOfParts(const Scheme& scheme, SchemeElement& element, gis::Warnings& warnings) {
    const auto parts = schemeOfWholes(scheme, {element.id});
    if (!parts) return;
    for (const SchemeElement& part : parts->elements)
        for (SchemePlace member : part.members) {
            member.inferred = true;
            if (!isNamed(element, member)) element.members.push_back(std::move(member));
        }
    if (element.members.empty()) return;
    element.json = elementToJson(element);  // so that a recipe made of it knows them without the scheme
    warn(warnings, "members_of_parts", element,
         gis::message("layers", "it names no place itself, so the %1 places of its parts are taken",
                      {std::to_string(element.members.size())}));
}

}  // namespace

SchemeElement elementToBuild(const Scheme& scheme, const SchemeElement& element, const LayoutKind& kind,
                             gis::Warnings& warnings) {
    SchemeElement once = element;
    once.members.clear();
    for (const SchemePlace& member : element.members) {
        if (isNamed(once, member))
            warn(warnings, "member_twice", element,
                 gis::message("layers", "it names %1 twice; counted once", {member.name}));
        else
            once.members.push_back(member);
    }
    const bool isWhole = once.members.empty() && once.carriers.empty();
    if (isWhole && !kind.builders.empty() && kind.builders.front() == unionBuilder)
        takeMembersOfParts(scheme, once, warnings);
    return once;
}

}  // namespace layers
