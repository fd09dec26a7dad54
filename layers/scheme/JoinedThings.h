// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/scheme/Scheme.h"

namespace layers {

/// What one paper says of a thing.
struct ThingStatement {
    std::string elementId;
    std::string documentId;
    std::string documentTitle;
    std::string date;  ///< of the paper; empty where it is not known
    bool dateInferred = false;
    bool joinInferred = false;  ///< that it is the same thing is not printed
    bool operator==(const ThingStatement&) const = default;
};

/// One thing of the ground with what each paper says of it, oldest first, undated last.
struct JoinedThing {
    std::vector<ThingStatement> statements;
    bool operator==(const JoinedThing&) const = default;
};

/// The elements joined by same_as, in the order of their first element; each element occurs once. A relation whose
/// target is not in the scheme joins nothing. Pure.
std::vector<JoinedThing> joinedThings(const Scheme& scheme);

/// One of several statements of a thing, and how its members differ from those of the statement before.
struct ComparedStatement {
    ThingStatement statement;
    SchemeElement element;
    std::vector<std::string> added, leftOut;  ///< members by name; none for the first
};
/// What each paper says of the thing that an element is, oldest first; empty if only one speaks of it, or if the scheme
/// has no such element. A statement without members is compared with nothing. Pure.
std::vector<ComparedStatement> statementsOf(const Scheme& scheme, const std::string& elementId);

/// The elements that are a part (part_of) of a whole, in the scheme's order; ids. Pure.
std::vector<std::string> partsOf(const Scheme& scheme, const std::string& wholeId);
/// The wholes that at least one element says it is a part of and that are in the scheme, in its order; ids.
std::vector<std::string> wholesOf(const Scheme& scheme);

/// The scheme with these elements and all that is, directly or through others, a part of them; order and documents stay.
/// NotFound names an id that the scheme does not have.
gis::Result<Scheme> schemeOfWholes(const Scheme& scheme, const std::vector<std::string>& wholeIds);

}  // namespace layers
