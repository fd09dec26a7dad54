// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "gis/base/Result.h"
#include "layers/policy/PlaceEntry.h"

namespace layers {

/// Finds place names in texts: leftmost, and of those the longest, so that 大足 in 大足石刻 is not the district; what
/// stands beside a name can show that it is none (SpellingContext). Blank space and Markdown marks inside a name do not
/// matter, brackets match in both widths. A short name that a
/// prefecture shares with a unit inside it means the prefecture. Of several units with one name (市中区) that one is meant whose prefecture
/// stands before it, else the one with most other units of its prefecture in the same scope, innermost first; else the
/// match is ambiguous. An immutable value, cheap to copy; any thread.
class Gazetteer {
public:
    Gazetteer();
    explicit Gazetteer(GazetteerData data);

    const std::vector<PlaceEntry>& entries() const;
    const GazetteerData& data() const;
    /// By full name or spelling; null if there is none. Of several with one spelling the first.
    const PlaceEntry* find(const std::string& name) const;
    /// Names of a UTF-8 text that stand on their own, in order. O(length of the text + names found).
    std::vector<PlaceMatch> matches(const std::string& text, const std::vector<TextScope>& scopes = {}) const;
    /// The same and those inside longer names and false ones; by start, longer first. A name inside a longer spelling
    /// of the same entry is not told again.
    std::vector<PlaceMention> mentions(const std::string& text, const std::vector<TextScope>& scopes = {}) const;
    /// Full names of the places in a text, each once, in order; without makers, brands and institutions.
    std::vector<std::string> placeNames(const std::string& text) const;
    /// Full names of the entries that fit letters typed by their pinyin, from its beginning: "cj", "changj" → 长江.
    std::set<std::string> namesReadAs(const std::string& letters) const;
    /// The administrative units a name stands for: itself, or what an abbreviation or region expands to; empty for
    /// names of other kinds and for unknown ones.
    std::vector<PlaceReference> units(const std::string& name) const;
    std::vector<PlaceReference> units(const PlaceEntry& entry) const;

private:
    struct Data;
    std::shared_ptr<const Data> m_data;
};

/// Whether the name is of a place rather than of a maker, brand or institution.
bool isPlace(const PlaceEntry& entry);

/// resources/corpus/gazetteer.json with place_contexts.json. InvalidData if one is damaged.
gis::Result<Gazetteer> shippedGazetteer();

}  // namespace layers
