// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/Gazetteer.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "layers/document/CodePoints.h"
#include "layers/policy/PinyinReading.h"
#include "layers/policy/PlaceContext.h"
#include "layers/policy/SpellingAutomaton.h"
#include "layers/policy/SqueezedText.h"

namespace layers {

namespace {

using Hit = SpellingAutomaton::Hit;

/// What a spelling stands for and what must not stand beside it.
struct Spelling {
    std::vector<std::size_t> entries;
    std::vector<std::u32string> notBefore;
    std::vector<std::u32string> notAfter;
    bool hasRule = false;  ///< the first entry is usual, the second meant beside `besideKind`
    std::string besideKind;

    bool isFalse(std::u32string_view text, const Hit& hit) const {
        const auto follows = [&](const std::u32string& word) { return text.substr(hit.end, word.size()) == word; };
        const auto precedes = [&](const std::u32string& word) {
            return hit.start >= word.size() && text.substr(hit.start - word.size(), word.size()) == word;
        };
        return std::any_of(notBefore.begin(), notBefore.end(), follows) ||
               std::any_of(notAfter.begin(), notAfter.end(), precedes);
    }
};

/// One code speaks for one unit, whoever names it; without codes the name and the kind do.
bool isSameEntry(const PlaceEntry& a, const PlaceEntry& b) {
    if (a.adcode.empty() || b.adcode.empty()) return a.name == b.name && a.kind == b.kind;
    return a.adcode == b.adcode;
}

}  // namespace

std::string toText(MentionClass mentionClass) {
    switch (mentionClass) {
        case MentionClass::Free:
            return "free";
        case MentionClass::InFeature:
            return "in_feature";
        case MentionClass::False:
            break;
    }
    return "false";
}

bool isPlace(const PlaceEntry& entry) {
    return entry.kind != "brand" && entry.kind != "culture" && entry.kind != "company" && entry.kind != "institution";
}

struct Gazetteer::Data {
    GazetteerData source;
    std::unordered_map<std::string, std::size_t> byName;
    std::vector<Spelling> spellings;
    std::unordered_set<std::uint64_t> edgeWords;
    SpellingAutomaton automaton;

    explicit Data(GazetteerData data = {}) : source(std::move(data)) {
        std::vector<std::u32string> words;
        std::map<std::u32string, std::size_t> places;
        const auto spelling = [&](const std::string& text) -> Spelling& {
            const auto [place, isNew] = places.emplace(squeezed(text), words.size());
            if (isNew) {
                words.push_back(place->first);
                spellings.emplace_back();
            }
            return spellings[place->second];
        };
        addAmbiguous(spelling);
        for (std::size_t i = 0; i < source.entries.size(); ++i) byName.emplace(source.entries[i].name, i);
        for (std::size_t i = 0; i < source.entries.size(); ++i)
            for (const std::string& text : source.entries[i].spellings) {
                byName.emplace(text, i);
                addEntry(spelling(text), i);
            }
        for (const SpellingContext& context : source.contexts) {
            const auto known = places.find(squeezed(context.spelling));
            if (known == places.end()) continue;
            for (const std::string& word : context.notBefore)
                spellings[known->second].notBefore.push_back(squeezed(word));
            for (const std::string& word : context.notAfter)
                spellings[known->second].notAfter.push_back(squeezed(word));
        }
        for (const std::string& word : source.edgeWords)
            if (const std::u32string pair = toCodePoints(word); pair.size() == 2)
                edgeWords.insert(keyOf(pair[0], pair[1]));
        automaton = SpellingAutomaton(words);
    }

    static std::uint64_t keyOf(char32_t first, char32_t second) {
        return static_cast<std::uint64_t>(first) << 32U | static_cast<std::uint64_t>(second);
    }
    /// What stands beside the spelling shows that it is no place, or the end of a word and the begin of another.
    bool isFalse(std::u32string_view text, const Hit& hit) const {
        if (spellings[hit.word].isFalse(text, hit)) return true;
        if (hit.end - hit.start != 2 || hit.start == 0 || hit.end >= text.size()) return false;
        return edgeWords.count(keyOf(text[hit.start - 1], text[hit.start])) != 0 &&
               edgeWords.count(keyOf(text[hit.end - 1], text[hit.end])) != 0;
    }

    template <class SpellingOf>
    void addAmbiguous(SpellingOf spelling) {
        std::unordered_map<std::string, std::size_t> byId;
        for (std::size_t i = 0; i < source.entries.size(); ++i) byId.emplace(source.entries[i].id, i);
        for (const AmbiguousSpelling& item : source.ambiguous) {
            const auto usual = byId.find(item.usual);
            const auto then = byId.find(item.then);
            if (usual == byId.end() || then == byId.end()) continue;
            Spelling& made = spelling(item.spelling);
            made.entries = {usual->second, then->second};
            made.hasRule = true;
            made.besideKind = item.besideKind;
        }
    }
    void addEntry(Spelling& spelling, std::size_t entry) const {
        const bool known = std::any_of(spelling.entries.begin(), spelling.entries.end(), [&](std::size_t other) {
            return other == entry || isSameEntry(source.entries[other], source.entries[entry]);
        });
        if (!known && !spelling.hasRule) spelling.entries.push_back(entry);
    }

    /// Whether the neighbour in a list joined by 、 is of that kind.
    bool isBeside(const std::u32string& text, const Hit& left, const Hit& right, const Hit& neighbour,
                  const std::string& kind) const {
        return right.start == left.end + 1 && text[left.end] == U'、' &&
               source.entries[spellings[neighbour.word].entries.front()].kind == kind;
    }

    /// Leftmost of the true hits, and of those of one start the longest, none over another.
    std::vector<Hit> chosen(const std::vector<Hit>& hits, const std::vector<bool>& isFalse) const {
        std::vector<Hit> sorted;
        for (std::size_t i = 0; i < hits.size(); ++i)
            if (!isFalse[i]) sorted.push_back(hits[i]);
        std::sort(sorted.begin(), sorted.end(),
                  [](const Hit& a, const Hit& b) { return a.start != b.start ? a.start < b.start : a.end > b.end; });
        std::vector<Hit> kept;
        for (const Hit& hit : sorted)
            if (kept.empty() || hit.start >= kept.back().end) kept.push_back(hit);
        return kept;
    }

    std::vector<PlaceMatch> matchesOf(const std::u32string& text, const std::vector<Hit>& kept) const {
        std::vector<PlaceMatch> found;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const Spelling& spelling = spellings[kept[i].word];
            PlaceMatch match{spelling.entries.front(), kept[i].start, kept[i].end, {}};
            if (spelling.hasRule) {
                const bool before = i > 0 && isBeside(text, kept[i - 1], kept[i], kept[i - 1], spelling.besideKind);
                const bool after =
                    i + 1 < kept.size() && isBeside(text, kept[i], kept[i + 1], kept[i + 1], spelling.besideKind);
                if (before || after) match.entry = spelling.entries[1];
            } else {
                match.others.assign(spelling.entries.begin() + 1, spelling.entries.end());
            }
            found.push_back(std::move(match));
        }
        decideByLevel(found, source.entries);
        decideByPrefectureBefore(found, source.entries);
        return found;
    }

    static void restore(std::vector<PlaceMatch>& matches, const std::vector<std::size_t>& places) {
        for (PlaceMatch& match : matches) {
            match.end = places[match.end - 1] + 1;
            match.start = places[match.start];
        }
    }
};

namespace {

/// All that was found in one text, in characters of the squeezed text.
struct Scan {
    SqueezedText seen;
    std::vector<Hit> hits;
    std::vector<bool> isFalse;
    std::vector<Hit> kept;
};

template <class Data>
Scan scanned(const Data& data, const std::string& text) {
    Scan scan{squeezedText(text), {}, {}, {}};
    scan.hits = data.automaton.hits(scan.seen.text);
    scan.isFalse.reserve(scan.hits.size());
    for (const Hit& hit : scan.hits) scan.isFalse.push_back(data.isFalse(scan.seen.text, hit));
    scan.kept = data.chosen(scan.hits, scan.isFalse);
    return scan;
}

/// The match that holds all of the hit, or null.
const PlaceMatch* matchAround(const Scan& scan, const std::vector<PlaceMatch>& matches, const Hit& hit) {
    const auto behind = std::upper_bound(scan.kept.begin(), scan.kept.end(), hit.start,
                                         [](std::size_t start, const Hit& kept) { return start < kept.start; });
    if (behind == scan.kept.begin() || (behind - 1)->end < hit.end) return nullptr;
    return &matches[static_cast<std::size_t>(behind - 1 - scan.kept.begin())];
}

/// The class of a hit read as that entry, or nothing where it is one of several that may be meant.
std::vector<PlaceMention> mentionsOf(const Scan& scan, const Spelling& spelling, const Hit& hit, bool isFalse,
                                     const PlaceMatch* around, bool isWhole) {
    std::vector<PlaceMention> made;
    for (std::size_t i = 0; i < spelling.entries.size(); ++i) {
        PlaceMention mention;
        mention.place = {spelling.entries[i], scan.seen.places[hit.start], scan.seen.places[hit.end - 1] + 1, {}};
        mention.mentionClass = MentionClass::False;
        if (!isFalse && around != nullptr && isWhole) {
            if (mention.place.entry == around->entry) {
                mention.mentionClass = MentionClass::Free;
                mention.place.others = around->others;
            } else if (around->isAmbiguous()) {
                continue;
            }
        } else if (!isFalse && around != nullptr && i == 0) {
            mention.mentionClass = MentionClass::InFeature;
        }
        made.push_back(std::move(mention));
    }
    return made;
}

void dropInsideOwn(std::vector<PlaceMention>& mentions) {
    std::sort(mentions.begin(), mentions.end(), [](const PlaceMention& a, const PlaceMention& b) {
        if (a.place.entry != b.place.entry) return a.place.entry < b.place.entry;
        return a.place.start != b.place.start ? a.place.start < b.place.start : a.place.end > b.place.end;
    });
    std::vector<PlaceMention> kept;
    for (PlaceMention& mention : mentions)
        if (kept.empty() || kept.back().place.entry != mention.place.entry || kept.back().place.end < mention.place.end)
            kept.push_back(std::move(mention));
    std::sort(kept.begin(), kept.end(), [](const PlaceMention& a, const PlaceMention& b) {
        if (a.place.start != b.place.start) return a.place.start < b.place.start;
        return a.place.end != b.place.end ? a.place.end > b.place.end : a.place.entry < b.place.entry;
    });
    mentions = std::move(kept);
}

}  // namespace

Gazetteer::Gazetteer() : m_data(std::make_shared<const Data>()) {}

Gazetteer::Gazetteer(GazetteerData data) : m_data(std::make_shared<const Data>(std::move(data))) {}

const std::vector<PlaceEntry>& Gazetteer::entries() const { return m_data->source.entries; }

const GazetteerData& Gazetteer::data() const { return m_data->source; }

const PlaceEntry* Gazetteer::find(const std::string& name) const {
    const auto found = m_data->byName.find(name);
    return found == m_data->byName.end() ? nullptr : &m_data->source.entries[found->second];
}

std::set<std::string> Gazetteer::namesReadAs(const std::string& letters) const {
    std::set<std::string> names;
    for (const PlaceEntry& entry : entries())
        if (std::any_of(entry.pinyin.begin(), entry.pinyin.end(), [&letters](const std::string& reading) {
                return readingFit(letters, reading) >= ReadingFit::Begins;
            }))
            names.insert(entry.name);
    return names;
}

std::vector<PlaceMatch> Gazetteer::matches(const std::string& text, const std::vector<TextScope>& scopes) const {
    const Scan scan = scanned(*m_data, text);
    std::vector<PlaceMatch> found = m_data->matchesOf(scan.seen.text, scan.kept);
    Data::restore(found, scan.seen.places);
    decideByScope(found, entries(), scopes);
    return found;
}

std::vector<PlaceMention> Gazetteer::mentions(const std::string& text, const std::vector<TextScope>& scopes) const {
    const Scan scan = scanned(*m_data, text);
    std::vector<PlaceMatch> found = m_data->matchesOf(scan.seen.text, scan.kept);
    Data::restore(found, scan.seen.places);
    decideByScope(found, entries(), scopes);
    std::vector<PlaceMention> mentions;
    for (std::size_t i = 0; i < scan.hits.size(); ++i) {
        const Hit& hit = scan.hits[i];
        const PlaceMatch* around = matchAround(scan, found, hit);
        const bool isWhole = around != nullptr && around->start == scan.seen.places[hit.start] &&
                             around->end == scan.seen.places[hit.end - 1] + 1;
        auto made = mentionsOf(scan, m_data->spellings[hit.word], hit, scan.isFalse[i], around, isWhole);
        std::move(made.begin(), made.end(), std::back_inserter(mentions));
    }
    dropInsideOwn(mentions);
    return mentions;
}

std::vector<std::string> Gazetteer::placeNames(const std::string& text) const {
    std::vector<std::string> names;
    for (const PlaceMatch& match : matches(text)) {
        const PlaceEntry& entry = entries()[match.entry];
        const bool known = std::find(names.begin(), names.end(), entry.name) != names.end();
        if (isPlace(entry) && !known) names.push_back(entry.name);
    }
    return names;
}

std::vector<PlaceReference> Gazetteer::units(const std::string& name) const {
    const PlaceEntry* entry = find(name);
    return entry == nullptr ? std::vector<PlaceReference>() : units(*entry);
}

std::vector<PlaceReference> Gazetteer::units(const PlaceEntry& entry) const {
    if (entry.isAdministrative()) return {{entry.name, entry.adcode}};
    return entry.expandsTo;
}

}  // namespace layers
