// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/base/Result.h"
#include "layers/scheme/SchemeStatement.h"

namespace layers {

/// A place as a scheme names it: an administrative unit by code, or anything by its name alone.
struct SchemePlace {
    std::string name;
    std::string adcode;  ///< GB/T 2260; empty if it has none
    std::string level;   ///< province, prefecture, county, township …; may be empty
    std::string role;
    std::string withinAdcode;  ///< the unit that encloses a place without a code of its own
    bool inferred = false;     ///< not printed in the clause
    bool operator==(const SchemePlace&) const = default;
};
/// By name and code, whatever is said of its role: a name alone is that of several places.
inline bool isSamePlace(const SchemePlace& a, const SchemePlace& b) { return a.name == b.name && a.adcode == b.adcode; }

/// A river, railway, road or ridge that an element runs along.
struct SchemeCarrier {
    std::string name;
    std::string kind;  ///< waterway, railway, expressway, corridor, mountain
    std::string role;
    std::string layer{};  ///< that it was picked from: only its lines are meant; empty: those of any layer
    bool isSupporting() const { return role == "supporting"; }
    bool operator==(const SchemeCarrier&) const = default;
};

/// What the paper names of an element where somebody decided otherwise; AsNamed.h.
struct NamedParts {
    std::vector<SchemeCarrier> carriers;
    std::vector<SchemePlace> members;
    std::optional<double> widthKm, radiusKm;
    bool operator==(const NamedParts&) const = default;
};

/// One element of a layout as the paper tells it, with the parameters of its shape. No coordinates.
struct SchemeElement {
    std::string id;
    std::string documentId;
    std::string kind;  ///< a word of resources/schemes/kinds.json
    std::string name;
    std::string shortName;  ///< for labels; may be empty
    std::vector<std::string> aliases;
    std::string clauseId;
    std::string clauseNumber;   ///< "(五)"; may be empty
    std::string clauseHeading;  ///< may be empty
    SchemeQuote quote;          ///< the printed words that it rests on
    std::string statusWording;  ///< the paper's verb, shortened
    std::string statusClass;    ///< a word of StatusClasses; not derivable from the wording
    std::vector<SchemeFact> facts;
    std::vector<SchemeRelation> relations;
    bool inferred = false;              ///< the paper names its parts, not the thing itself
    std::string decidedBy;              ///< who decided the drawn shape; empty: the rule of its kind
    std::optional<NamedParts> asNamed;  ///< the paper's, where carriers, members or measures are others now
    std::vector<SchemeCarrier> carriers;
    std::vector<SchemePlace> members;
    std::optional<SchemePlace> start;   ///< where a path begins beyond its members
    std::optional<SchemePlace> finish;  ///< and where it ends
    int rank = 0;
    bool schematic = false;
    std::optional<double> widthKm;  ///< parameters given here win over those of the kind
    std::optional<double> radiusKm;
    std::optional<double> anchorKm;
    std::optional<double> joinKm;
    std::optional<double> gapKm;
    std::optional<double> generaliseKm;
    std::string json;  ///< the element as written, one line; goes into the feature's recipe
    const std::string& label() const { return shortName.empty() ? name : shortName; }
    bool operator==(const SchemeElement&) const = default;
};

struct Scheme {
    std::string title;
    std::string note;
    std::vector<SchemeDocument> documents;
    std::vector<SchemeElement> elements;
    const SchemeElement* element(const std::string& id) const;    ///< null if none
    const SchemeDocument* document(const std::string& id) const;  ///< null if none
    bool operator==(const Scheme&) const = default;
};

/// Reads the JSON described by resources/schemes/scheme.schema.json; a file of the form domain-layouts/1 or
/// tuce-elements/1 loads too, one of another form is InvalidData.
/// Keys that it does not know are kept in SchemeElement::json and have no effect. InvalidData names the element and the
/// member that is wrong. `name` is told in errors.
gis::Result<Scheme> schemeFromJson(const std::string& bytes, const std::string& name);
/// One element, as a member of "elements" is written.
gis::Result<SchemeElement> elementFromJson(const std::string& bytes, const std::string& name);

/// The scheme as its JSON (tuce-scheme/1), one element a line; schemeFromJson reads it back equal. An element that was
/// not changed since it was read is written as it was; one that was changed keeps the keys that nobody knows.
std::string schemeToJson(const Scheme& scheme);
/// One element, one line.
std::string elementToJson(const SchemeElement& element);

}  // namespace layers
