// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/Gazetteer.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "gis/base/Resources.h"
#include "layers/policy/CodePoints.h"

namespace layers {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

char32_t folded(char32_t c) { return c == U'（' ? U'(' : c == U'）' ? U')' : c; }

bool isIgnored(char32_t c) { return isSpace(c) || c == U'*' || c == U'#'; }

/// A text as the matcher sees it, and where each character stands in the original.
struct Squeezed {
    std::u32string text;
    std::vector<std::size_t> places;
};

Squeezed squeezed(const std::string& utf8) {
    const std::u32string all = toCodePoints(utf8);
    Squeezed made;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (isIgnored(all[i])) continue;
        made.text += folded(all[i]);
        made.places.push_back(i);
    }
    return made;
}

/// Spellings as a tree of characters. Edges lie in one hash table keyed by node and character.
class Trie {
public:
    void add(const std::u32string& spelling, std::uint32_t entry) {
        std::uint32_t node = 0;
        for (const char32_t c : spelling) {
            const auto [edge, isNew] = m_edges.emplace(key(node, c), static_cast<std::uint32_t>(m_entries.size()));
            if (isNew) m_entries.push_back(none);
            node = edge->second;
        }
        if (node != 0 && m_entries[node] == none) m_entries[node] = entry;
    }
    struct Hit {
        std::uint32_t entry = none;
        std::size_t length = 0;
    };
    Hit longestAt(std::u32string_view text, std::size_t position) const {
        Hit hit;
        std::uint32_t node = 0;
        for (std::size_t i = position; i < text.size(); ++i) {
            const auto edge = m_edges.find(key(node, text[i]));
            if (edge == m_edges.end()) break;
            node = edge->second;
            if (m_entries[node] != none) hit = {m_entries[node], i + 1 - position};
        }
        return hit;
    }

private:
    static std::uint64_t key(std::uint32_t node, char32_t c) {
        return (static_cast<std::uint64_t>(node) << 32U) | static_cast<std::uint64_t>(c);
    }
    std::unordered_map<std::uint64_t, std::uint32_t> m_edges;
    std::vector<std::uint32_t> m_entries{none};
};

bool isPlace(const PlaceEntry& entry) {
    return entry.kind != "brand" && entry.kind != "culture" && entry.kind != "company" && entry.kind != "institution";
}

}  // namespace

struct Gazetteer::Data {
    struct Choice {
        std::uint32_t then;
        std::string besideKind;
    };
    std::vector<PlaceEntry> entries;
    std::unordered_map<std::string, std::size_t> byName;
    std::unordered_map<std::string, std::uint32_t> byId;
    std::unordered_map<std::u32string, Choice> ambiguous;
    Trie trie;

    /// Whether the neighbour in a list joined by 、 is of that kind.
    bool isBeside(const std::u32string& text, const PlaceMatch& left, const PlaceMatch& right,
                  const PlaceMatch& neighbour, const std::string& kind) const {
        return right.start == left.end + 1 && text[left.end] == U'、' && entries[neighbour.entry].kind == kind;
    }
    void decideAmbiguous(const std::u32string& text, std::vector<PlaceMatch>& found) const {
        if (ambiguous.empty()) return;
        for (std::size_t i = 0; i < found.size(); ++i) {
            PlaceMatch& match = found[i];
            const auto choice = ambiguous.find(text.substr(match.start, match.end - match.start));
            if (choice == ambiguous.end()) continue;
            const std::string& kind = choice->second.besideKind;
            const bool before = i > 0 && isBeside(text, found[i - 1], match, found[i - 1], kind);
            const bool after = i + 1 < found.size() && isBeside(text, match, found[i + 1], found[i + 1], kind);
            if (before || after) match.entry = choice->second.then;
        }
    }
};

Gazetteer::Gazetteer() : m_data(std::make_shared<const Data>()) {}

Gazetteer::Gazetteer(std::vector<PlaceEntry> entries, std::vector<AmbiguousSpelling> ambiguous) {
    auto data = std::make_shared<Data>();
    data->entries = std::move(entries);
    for (std::size_t i = 0; i < data->entries.size(); ++i)
        data->byId.emplace(data->entries[i].id, static_cast<std::uint32_t>(i));
    for (const AmbiguousSpelling& item : ambiguous) {
        const auto usual = data->byId.find(item.usual);
        const auto then = data->byId.find(item.then);
        if (usual == data->byId.end() || then == data->byId.end()) continue;
        const std::u32string spelling = squeezed(item.spelling).text;
        data->trie.add(spelling, usual->second);
        data->ambiguous.emplace(spelling, Data::Choice{then->second, item.besideKind});
    }
    for (std::size_t i = 0; i < data->entries.size(); ++i) data->byName.emplace(data->entries[i].name, i);
    for (std::size_t i = 0; i < data->entries.size(); ++i)
        for (const std::string& spelling : data->entries[i].spellings) {
            data->byName.emplace(spelling, i);
            data->trie.add(squeezed(spelling).text, static_cast<std::uint32_t>(i));
        }
    m_data = std::move(data);
}

const std::vector<PlaceEntry>& Gazetteer::entries() const { return m_data->entries; }

const PlaceEntry* Gazetteer::find(const std::string& name) const {
    const auto found = m_data->byName.find(name);
    return found == m_data->byName.end() ? nullptr : &m_data->entries[found->second];
}

std::vector<PlaceMatch> Gazetteer::matches(const std::string& text) const {
    const Squeezed seen = squeezed(text);
    std::vector<PlaceMatch> found;
    for (std::size_t i = 0; i < seen.text.size();) {
        const auto hit = m_data->trie.longestAt(seen.text, i);
        if (hit.length == 0) {
            ++i;
            continue;
        }
        found.push_back({hit.entry, i, i + hit.length});
        i += hit.length;
    }
    m_data->decideAmbiguous(seen.text, found);
    for (PlaceMatch& match : found) {
        match.end = seen.places[match.end - 1] + 1;
        match.start = seen.places[match.start];
    }
    return found;
}

std::vector<std::string> Gazetteer::placeNames(const std::string& text) const {
    std::vector<std::string> names;
    for (const PlaceMatch& match : matches(text)) {
        const PlaceEntry& entry = m_data->entries[match.entry];
        const bool known = std::find(names.begin(), names.end(), entry.name) != names.end();
        if (isPlace(entry) && !known) names.push_back(entry.name);
    }
    return names;
}

std::vector<PlaceReference> Gazetteer::units(const std::string& name) const {
    const PlaceEntry* entry = find(name);
    if (entry == nullptr) return {};
    if (entry->isAdministrative()) return {{entry->name, entry->adcode}};
    return entry->expandsTo;
}

gis::Result<Gazetteer> shippedGazetteer() {
    using Json = nlohmann::json;
    const std::string name = "corpus/gazetteer.json";
    TUCE_TRY(bytes, gis::readResource(name));
    try {
        const Json json = Json::parse(bytes);
        std::vector<PlaceEntry> entries;
        for (const Json& item : json.at("entries")) {
            PlaceEntry entry{item.at("id"),
                             item.at("name"),
                             item.at("kind"),
                             item.value("level", ""),
                             item.value("adcode", ""),
                             item.value("spellings", std::vector<std::string>()),
                             {}};
            for (const Json& place : item.value("expands_to", Json::array()))
                entry.expandsTo.push_back({place.at("name"), place.value("adcode", "")});
            entries.push_back(std::move(entry));
        }
        std::vector<AmbiguousSpelling> ambiguous;
        for (const Json& item : json.at("ambiguous"))
            ambiguous.push_back({item.at("spelling"), item.at("usual"), item.at("then"), item.at("beside_kind")});
        return Gazetteer(std::move(entries), std::move(ambiguous));
    } catch (const Json::exception& error) {
        return gis::fail(gis::ErrorCode::InvalidData, {name, {}, {}},
                         gis::message("layers", "the gazetteer is damaged"),
                         gis::message("layers", "install the program's resources again"), error.what());
    }
}

}  // namespace layers
