// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "gis/base/Result.h"

namespace layers {

/// A place that an abbreviation or a region stands for.
struct PlaceReference {
    std::string name;
    std::string adcode;
    bool operator==(const PlaceReference&) const = default;
};

/// A name of the gazetteer with all the ways it is written.
struct PlaceEntry {
    std::string id;
    std::string name;    ///< full name: "万州区"
    std::string kind;    ///< admin, region, abbreviation, river, mountain, railway …
    std::string level;   ///< of administrative units: province, prefecture, county, township
    std::string adcode;  ///< of administrative units
    std::vector<std::string> spellings;
    std::vector<PlaceReference> expandsTo;

    bool isAdministrative() const { return kind == "admin" || kind == "admin_like"; }
    bool operator==(const PlaceEntry&) const = default;
};

/// A name in a text; offsets are code points, end exclusive.
struct PlaceMatch {
    std::size_t entry = 0;  ///< index in Gazetteer::entries()
    std::size_t start = 0;
    std::size_t end = 0;
    bool operator==(const PlaceMatch&) const = default;
};

/// A spelling with two meanings, decided by its neighbour in a list: 綦江 is a river between rivers.
struct AmbiguousSpelling {
    std::string spelling;
    std::string usual;       ///< entry id
    std::string then;        ///< entry id where the neighbour joined by 、 is of `besideKind`
    std::string besideKind;  ///< a kind of entries
};

/// Finds place names in texts: leftmost, and of those the longest, so that 大足 in 大足石刻 is not the district. Blank
/// space and Markdown marks inside a name do not matter, brackets match in both widths. An immutable value, cheap to
/// copy; any thread.
class Gazetteer {
public:
    Gazetteer();
    Gazetteer(std::vector<PlaceEntry> entries, std::vector<AmbiguousSpelling> ambiguous);

    const std::vector<PlaceEntry>& entries() const;
    /// By full name or spelling; null if there is none. Of several with one spelling the first.
    const PlaceEntry* find(const std::string& name) const;
    /// All names of a UTF-8 text in order. O(length of the text times the longest spelling).
    std::vector<PlaceMatch> matches(const std::string& text) const;
    /// Full names of the places in a text, each once, in order; without makers, brands and institutions.
    std::vector<std::string> placeNames(const std::string& text) const;
    /// The administrative units a name stands for: itself, or what an abbreviation or region expands to; empty for
    /// names of other kinds and for unknown ones.
    std::vector<PlaceReference> units(const std::string& name) const;

private:
    struct Data;
    std::shared_ptr<const Data> m_data;
};

/// resources/corpus/gazetteer.json. InvalidData if it is damaged.
gis::Result<Gazetteer> shippedGazetteer();

}  // namespace layers
