// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

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
    std::string parent{};               ///< full name of the unit above, where it is told
    std::vector<std::string> pinyin{};  ///< Mandarin readings, a blank between syllables: "cháng jiāng"

    bool isAdministrative() const { return kind == "admin" || kind == "admin_like"; }
    bool operator==(const PlaceEntry&) const = default;
};

/// A spelling with two meanings, decided by its neighbour in a list: 綦江 is a river between rivers.
struct AmbiguousSpelling {
    std::string spelling;
    std::string usual;       ///< entry id
    std::string then;        ///< entry id where the neighbour joined by 、 is of `besideKind`
    std::string besideKind;  ///< a kind of entries
};

/// Words beside a spelling that show it is no place there: 通川 not after 畅 (畅通川渝), 大竹 not before 海 (大竹海).
struct SpellingContext {
    std::string spelling;
    std::vector<std::string> notBefore;  ///< texts that follow it
    std::vector<std::string> notAfter;   ///< texts that stand before it
};

/// How the name of an administrative unit is shortened, and which short names are common words.
struct UnitNaming {
    std::set<std::string> commonWords;  ///< 合作, 平安 …: the unit is meant only by its full name
    std::vector<std::string> endings;   ///< 自治县, 市, 区, 县 …: longer ones first
    std::vector<std::string> peoples;   ///< 土家族 …: fall away before 自治县
};

/// All that a Gazetteer is made of.
struct GazetteerData {
    std::vector<PlaceEntry> entries;
    std::vector<AmbiguousSpelling> ambiguous;
    std::vector<SpellingContext> contexts;
    /// Words of two characters. A name of two is none where its first one ends such a word and its last one begins
    /// another: 高县 in 提高县域.
    std::set<std::string> edgeWords;
    UnitNaming naming;
};

/// A name in a text; offsets are code points, end exclusive.
struct PlaceMatch {
    std::size_t entry = 0;  ///< index in Gazetteer::entries()
    std::size_t start = 0;
    std::size_t end = 0;
    std::vector<std::size_t> others{};  ///< entries that it may be as well: neither words nor context decide
    bool isAmbiguous() const { return !others.empty(); }
    bool operator==(const PlaceMatch&) const = default;
};

/// How the characters of a name stand in a text. The words of toText() are stable.
enum class MentionClass {
    Free,       ///< on its own: the place is meant
    InFeature,  ///< inside a longer name: 万州 in 万州五桥机场
    False,      ///< the same characters, not this place: 渝北 in 成渝北线
};
std::string toText(MentionClass mentionClass);  ///< "free", "in_feature", "false"

struct PlaceMention {
    PlaceMatch place;
    MentionClass mentionClass = MentionClass::Free;
    bool operator==(const PlaceMention&) const = default;
};

/// A stretch of a text in which names explain one another: a clause. Code points, end exclusive.
struct TextScope {
    std::size_t start = 0;
    std::size_t end = 0;
};

}  // namespace layers
