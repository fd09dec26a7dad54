// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layers/policy/Clause.h"
#include "layers/policy/Gazetteer.h"
#include "layers/policy/TextFigures.h"

namespace layers {

/// Administrative units by code (or, without a code, by name), with their names for people.
class PlaceSet {
public:
    void add(const PlaceReference& place);
    bool isEmpty() const { return m_names.empty(); }
    /// The unit itself or one that holds it: the prefecture 511700 holds the county 511703.
    bool covers(const PlaceReference& place) const;
    bool holds(const PlaceReference& place) const { return m_names.count(keyOf(place)) != 0; }
    std::vector<PlaceReference> places() const;  ///< in the order they were added

private:
    static const std::string& keyOf(const PlaceReference& place) {
        return place.adcode.empty() ? place.name : place.adcode;
    }
    std::map<std::string, std::string> m_names;
    std::vector<PlaceReference> m_order;
};

/// Units that a clause prints: from its text where there is one, else from the index; provinces left out, for they are
/// the setting, and units that act (由万州区人民政府负责), for these are not what is planned. `matches` and `bodies` are
/// those of the text.
PlaceSet printedPlaces(const Clause& clause, const Gazetteer& gazetteer, const std::vector<PlaceMatch>& matches,
                       const std::vector<TextBody>& bodies);
/// The same with units that act, with provinces, and what abbreviations and regions stand for.
PlaceSet meantPlaces(const Clause& clause, const Gazetteer& gazetteer, const std::vector<PlaceMatch>& matches);
/// The members of a feature one by one, as they are written.
std::vector<std::string> memberPieces(const std::string& members);
/// Members of a feature, written with 、 or another comma between. Names that the gazetteer does not know stay names.
PlaceSet memberPlaces(const std::string& members, const Gazetteer& gazetteer);

}  // namespace layers
