// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/ElementDraft.h"

#include <algorithm>
#include <set>

#include "layers/document/CodePoints.h"
#include "layers/policy/SqueezedText.h"

namespace layers {
namespace {

constexpr std::size_t fewestWords = 8;   ///< characters by which a clause is known
constexpr std::size_t longestName = 16;  ///< characters
constexpr std::size_t shortestName = 3;
constexpr double headWord = 100;  ///< … and ending the heading at the begin of the words it is decisive
constexpr double madeWord = 4;    ///< … and behind a verb of making it is what the sentence is about
constexpr double lastWord = 3;    ///< a word that ends a phrase names the thing: 发展轴, 城市组团
constexpr char32_t hidden = U'□';

/// The kind of a carrier for what the gazetteer calls a line on the ground; null for other entries.
const char* carrierKind(const PlaceEntry& entry) {
    static constexpr std::pair<const char*, const char*> kinds[] = {
        {"river", "waterway"},   {"waterway", "waterway"},  {"railway", "railway"},  {"line_name", "railway"},
        {"channel", "corridor"}, {"highway", "expressway"}, {"mountain", "mountain"}};
    for (const auto& [kind, carrier] : kinds)
        if (entry.kind == kind) return carrier;
    return nullptr;
}

/// Collects what a text names.
class DraftMaker {
public:
    DraftMaker(const std::string& words, const DraftKnowledge& knowledge)
        : m_knowledge(knowledge), m_text(toCodePoints(words)) {}
    ElementDraft made(const std::string& words);

private:
    std::string printed(const PlaceMatch& match) const {
        return toUtf8(m_text.substr(match.start, match.end - match.start));
    }
    void addUnit(SchemePlace place, const std::string& words, gis::Message reason, bool isSure);
    bool isOne(const std::string& carrier, const std::string& other) const;
    void addCarrier(ProposedCarrier carrier);
    void addRoutes();
    void addUnknownRoutes();
    void addCarrierOf(const PlaceMention& mention);
    void add(const PlaceMention& mention, bool isFree);
    void addExpanded(const PlaceEntry& entry, const std::string& words);
    std::u32string withoutCarriers() const;
    void rankKinds(const std::u32string& text);
    std::size_t phraseBegin(std::size_t at) const;
    bool isMade(std::size_t at) const;
    std::size_t headingEnd() const;
    bool endsPhrase(std::size_t end) const { return end == m_text.size() || isMark(m_text[end]); }
    void findNames();
    std::string nameOf(const std::string& kind) const;

    const DraftKnowledge& m_knowledge;
    std::u32string m_text;
    ElementDraft m_draft;
};

void DraftMaker::addUnit(SchemePlace place, const std::string& words, gis::Message reason, bool isSure) {
    const auto known = std::find_if(m_draft.members.begin(), m_draft.members.end(), [&](const ProposedMember& member) {
        return member.place.name == place.name && member.place.adcode == place.adcode;
    });
    if (known == m_draft.members.end())
        m_draft.members.push_back({std::move(place), words, std::move(reason), isSure});
    else if (isSure && !known->isSure)
        *known = {std::move(place), words, std::move(reason), true};
}

bool DraftMaker::isOne(const std::string& carrier, const std::string& other) const {
    const KnownRoute* route = m_knowledge.geography.route(carrier);
    return carrier == other || (route != nullptr && route == m_knowledge.geography.route(other));
}

void DraftMaker::addCarrier(ProposedCarrier carrier) {
    const auto known =
        std::find_if(m_draft.carriers.begin(), m_draft.carriers.end(),
                     [&](const ProposedCarrier& other) { return isOne(carrier.carrier.name, other.carrier.name); });
    if (known == m_draft.carriers.end())
        m_draft.carriers.push_back(std::move(carrier));
    else if (carrier.isSure && (!known->isSure || carrier.words.size() > known->words.size()))
        *known = std::move(carrier);
}

/// Railways and roads that have a name in the knowledge of the ground but not in the gazetteer.
void DraftMaker::addRoutes() {
    constexpr std::size_t shortest = 3;  // characters: two stand in many words
    for (const KnownRoute& route : m_knowledge.geography.routes) {
        std::u32string longest;
        for (const std::string& name : m_knowledge.geography.namesOf(route.name))
            if (std::u32string sought = toCodePoints(name);
                sought.size() >= std::max(shortest, longest.size() + 1) && m_text.find(sought) != std::u32string::npos)
                longest = std::move(sought);
        if (longest.empty()) continue;
        const std::string words = toUtf8(longest);
        addCarrier({{words, route.kind == "river" ? "waterway" : route.kind, {}},
                    words,
                    gis::message("layers", "named “%1”", {words}),
                    m_text.find(longest),
                    true});
    }
}

void DraftMaker::addUnknownRoutes() {
    const std::u32string left = withoutCarriers();
    for (const RouteName& name : routeNames(left, m_knowledge.words)) {
        if (left.substr(name.start, name.end - name.start).find(hidden) != std::u32string::npos) continue;
        const std::string words = toUtf8(m_text.substr(name.start, name.end - name.start));
        addCarrier(
            {{words, name.kind, {}},
             words,
             gis::message("layers", "“%1” is named like a railway or road; no line of it is known here", {words}),
             name.start,
             true});
    }
    std::stable_sort(m_draft.carriers.begin(), m_draft.carriers.end(),
                     [](const ProposedCarrier& a, const ProposedCarrier& b) { return a.at < b.at; });
}

void DraftMaker::addExpanded(const PlaceEntry& entry, const std::string& words) {
    for (const PlaceReference& unit : m_knowledge.gazetteer.units(entry)) {
        const PlaceEntry* known = m_knowledge.gazetteer.find(unit.name);
        addUnit({unit.name, unit.adcode, known != nullptr ? known->level : std::string(), {}, {}, true}, words,
                gis::message("layers", "“%1” stands for it among others", {words}), false);
    }
}

void DraftMaker::addCarrierOf(const PlaceMention& mention) {
    const PlaceEntry& entry = m_knowledge.gazetteer.entries()[mention.place.entry];
    const char* kind = carrierKind(entry);
    if (mention.mentionClass == MentionClass::False || kind == nullptr) return;
    const std::string words = printed(mention.place);
    const bool isFree = mention.mentionClass == MentionClass::Free;
    addCarrier({{entry.name, kind, {}},
                words,
                isFree ? gis::message("layers", "named “%1”", {words})
                       : gis::message("layers", "“%1” stands inside a longer name", {words}),
                mention.place.start,
                isFree});
}

void DraftMaker::add(const PlaceMention& mention, bool isFree) {
    const auto& entries = m_knowledge.gazetteer.entries();
    const PlaceEntry& entry = entries[mention.place.entry];
    if (mention.mentionClass == MentionClass::False || carrierKind(entry) != nullptr) return;
    const std::string words = printed(mention.place);
    const gis::Message inside = gis::message("layers", "“%1” stands inside a longer name", {words});
    if (!entry.isAdministrative()) {
        if (isFree) addExpanded(entry, words);
        return;
    }
    std::vector<std::size_t> meanings{mention.place.entry};
    meanings.insert(meanings.end(), mention.place.others.begin(), mention.place.others.end());
    for (const std::size_t index : meanings) {
        const PlaceEntry& unit = entries[index];
        if (!unit.isAdministrative()) continue;
        const bool isSure = isFree && meanings.size() == 1;
        addUnit({unit.name, unit.adcode, unit.level, {}, {}, false}, words,
                !isFree                ? inside
                : meanings.size() == 1 ? gis::message("layers", "named “%1”", {words})
                                       : gis::message("layers", "“%1” may mean it, or another unit", {words}),
                isSure);
    }
}

/// The words without the names of carriers: 高铁 in 渝昆高铁 does not speak of a railway to be drawn.
std::u32string DraftMaker::withoutCarriers() const {
    std::u32string text = m_text;
    for (const ProposedCarrier& carrier : m_draft.carriers) {
        const std::u32string name = toCodePoints(carrier.words);
        for (std::size_t at = text.find(name); at != std::u32string::npos; at = text.find(name, at + name.size()))
            std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), name.size(), hidden);
    }
    return text;
}

void DraftMaker::rankKinds(const std::u32string& text) {
    struct Rank {
        double score;
        ProposedKind kind;
    };
    std::vector<Rank> ranks;
    const std::size_t heading = headingEnd();
    for (const auto& [kind, kindWords] : m_knowledge.kindWords) {
        Rank rank{0, {kind, {}}};
        for (const std::string& word : kindWords) {
            const std::u32string sought = toCodePoints(word);
            std::size_t times = 0;
            double score = 0;
            for (std::size_t at = text.find(sought); at != std::u32string::npos;
                 at = text.find(sought, at + sought.size())) {
                const std::size_t end = at + sought.size();
                score += static_cast<double>(sought.size());
                if (endsPhrase(end)) score += lastWord + (isMade(at) ? madeWord : 0) + (end == heading ? headWord : 0);
                ++times;
            }
            if (score <= rank.score) continue;
            rank.score = score;
            rank.kind.reason =
                times == 1 ? gis::message("layers", "the words say “%1”", {word})
                           : gis::message("layers", "the words say “%1” %2 times", {word, std::to_string(times)});
        }
        if (rank.score > 0) ranks.push_back(std::move(rank));
    }
    std::stable_sort(ranks.begin(), ranks.end(), [](const Rank& a, const Rank& b) { return a.score > b.score; });
    for (Rank& rank : ranks) m_draft.kinds.push_back(std::move(rank.kind));
}

std::size_t DraftMaker::phraseBegin(std::size_t at) const {
    while (at > 0 && !isMark(m_text[at - 1])) --at;
    return at;
}

/// Where the heading ends with which the words begin (沿长江发展轴。依托…), or the words end that are nothing else; 0 if
/// they begin with a sentence.
std::size_t DraftMaker::headingEnd() const {
    std::size_t end = 0;
    while (end < m_text.size() && !isMark(m_text[end])) ++end;
    const bool stopsThere = end == m_text.size() || isOneOf(m_text[end], U"。.：:\n\r");
    return stopsThere && end <= longestName ? end : 0;
}

bool DraftMaker::isMade(std::size_t at) const {
    const std::size_t begin = phraseBegin(at);
    return behindWords(m_text, begin, at, m_knowledge.words.making) > begin;
}

void DraftMaker::findNames() {
    for (ProposedKind& kind : m_draft.kinds) kind.name = nameOf(kind.kind);
    if (!m_draft.kinds.empty()) m_draft.name = m_draft.kinds.front().name;
}

/// What stands before a word of the kind, back to the mark before it: 江津打造沿江发展轴 is an order, the thing is
/// 沿江发展轴. Where the word ends a phrase is asked first.
std::string DraftMaker::nameOf(const std::string& kind) const {
    const auto words = m_knowledge.kindWords.find(kind);
    if (words == m_knowledge.kindWords.end()) return {};
    for (const bool asksForEnd : {true, false})
        for (const std::string& word : words->second) {
            const std::u32string sought = toCodePoints(word);
            for (std::size_t at = m_text.find(sought); at != std::u32string::npos; at = m_text.find(sought, at + 1)) {
                const std::size_t end = at + sought.size();
                if (asksForEnd && !endsPhrase(end)) continue;
                const std::size_t start = behindWords(m_text, phraseBegin(at), at, m_knowledge.words.making);
                if (end - start < shortestName || end - start > longestName) continue;
                return toUtf8(m_text.substr(start, end - start));
            }
        }
    return {};
}

ElementDraft DraftMaker::made(const std::string& words) {
    const auto mentions = m_knowledge.gazetteer.mentions(words);
    for (const PlaceMention& mention : mentions) addCarrierOf(mention);
    addRoutes();
    addUnknownRoutes();
    const std::u32string text = withoutCarriers();
    rankKinds(text);
    const bool isCarrierItself = m_draft.kinds.empty();  // a railway or road that is to be drawn: its ends are places
    if (isCarrierItself) rankKinds(m_text);
    for (const PlaceMention& mention : mentions) {
        const bool isInCarrier = text[mention.place.start] == hidden;
        add(mention, isInCarrier ? isCarrierItself : mention.mentionClass == MentionClass::Free);
    }
    findNames();
    return std::move(m_draft);
}

}  // namespace

ElementDraft elementDraft(const std::string& words, const DraftKnowledge& knowledge) {
    return DraftMaker(words, knowledge).made(words);
}

const Clause* clauseWith(const PolicyCorpus& corpus, const std::string& words) {
    const std::u32string sought = squeezed(words);
    if (sought.size() < fewestWords) return nullptr;
    const Clause* best = nullptr;
    std::size_t least = 0;
    for (const auto& document : corpus.documents())
        for (const Clause& clause : document->clauses) {
            if (clause.text.empty() && clause.heading.empty()) continue;
            const std::string head = clause.number + clause.heading;
            bool isHere = false;
            std::size_t length = 0;
            // The full stop behind a heading is not part of it.
            for (const char* stop : {"", "。"}) {
                const std::u32string whole = squeezed(head + stop + clause.text);
                length = whole.size();
                isHere = isHere || whole.find(sought) != std::u32string::npos;
            }
            if (!isHere || (best != nullptr && length >= least)) continue;
            best = &clause;
            least = length;
        }
    return best;
}

std::string freeElementId(const std::string& kind, const std::vector<std::string>& taken) {
    const std::set<std::string> known(taken.begin(), taken.end());
    for (std::size_t number = 1;; ++number)
        if (std::string id = "plan." + kind + "." + std::to_string(number); !known.contains(id)) return id;
}

}  // namespace layers
