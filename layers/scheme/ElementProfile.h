// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/project/ChangeSet.h"
#include "layers/scheme/Scheme.h"

namespace layers {

/// What is said of an element, apart from what shapes it: the form in the window.
struct ElementProfile {
    std::string name, shortName;
    std::vector<std::string> aliases;
    std::string statusWording, statusClass;
    int rank = 0;  ///< 0: none
    std::vector<SchemeFact> facts;
    std::vector<SchemeRelation> relations;
    bool operator==(const ElementProfile&) const = default;
};
ElementProfile profileOf(const SchemeElement& element);

/// Sets the members alone: for an element that nobody wrote yet.
void setProfile(SchemeElement& element, const ElementProfile& profile);

/// The element with this profile, its JSON with it; whatever else is written there, of a fact and of a relation too,
/// stays. An element without facts then says so, where it had some. InvalidData as schemeFromJson. Pure.
gis::Result<SchemeElement> withProfile(const SchemeElement& element, const ElementProfile& profile);
/// True if the element itself says what its facts are, be it that it has none.
bool statesFacts(const SchemeElement& element);

/// One undoable step that gives an element of the plan this profile: in the recipe of every feature built from it
/// (with its name, rank and status, as far as they were the element's) and in every scheme that the plan keeps and that
/// has it. No shape changes. One that is neither drawn nor kept is kept from then on, in the scheme `keptAs`. Empty if
/// nothing changes. Refused for a linked layer, InvalidData as schemeFromJson. Pure; any thread.
gis::Result<ChangeSet> profileChange(const SnapshotPtr& plan, const SchemeElement& element,
                                     const ElementProfile& profile, const std::string& keptAs);

}  // namespace layers
