// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/ClauseCorrection.h"

#include <algorithm>
#include <optional>

#include "layers/document/CodePoints.h"
#include "layers/policy/SqueezedText.h"

namespace layers {

namespace {

constexpr std::size_t wordsLength = 24;

/// Where the words begin; of several places the one nearest to `nearTo`.
std::optional<std::size_t> placeWithin(std::u32string_view text, const std::string& words, std::size_t nearTo) {
    const SqueezedText all = squeezedText(text);
    const std::u32string sought = squeezed(words);
    if (sought.empty()) return std::nullopt;
    std::optional<std::size_t> best;
    const auto off = [nearTo](std::size_t place) { return place > nearTo ? place - nearTo : nearTo - place; };
    for (std::size_t at = all.text.find(sought); at != std::u32string::npos; at = all.text.find(sought, at + 1))
        if (!best || off(all.places[at]) < off(*best)) best = all.places[at];
    return best;
}

/// The same; a long text is looked through near the place first.
std::optional<std::size_t> placeOf(const std::u32string& text, const std::string& words, std::size_t nearTo) {
    constexpr std::size_t window = 10'000;
    if (text.size() > 4 * window && nearTo < text.size()) {
        const std::size_t from = nearTo > window ? nearTo - window : 0;
        if (const auto place = placeWithin(std::u32string_view(text).substr(from, 2 * window), words, nearTo - from))
            return from + *place;
    }
    return placeWithin(text, words, nearTo);
}

/// A document's text and the stretch that is a clause's own: up to the next clause of any level.
class Stretches {
public:
    explicit Stretches(const PolicyDocument& document) : m_document(document), m_text(toCodePoints(document.text)) {}

    const std::u32string& text() const { return m_text; }
    std::size_t ownEnd(std::size_t clause) const {
        const auto& clauses = m_document.clauses;
        std::size_t end = std::max(clauses[clause].end, clauses[clause].bodyStart);
        for (const Clause& other : clauses)
            if (hasPlace(other) && other.start > clauses[clause].start) end = std::min(end, other.start);
        return end;
    }
    std::size_t trimmedEnd(std::size_t start, std::size_t end) const {
        end = std::min(end, m_text.size());
        while (end > start && isSpace(m_text[end - 1])) --end;
        return end;
    }
    std::string trimmed(std::size_t start, std::size_t end) const {
        end = trimmedEnd(start, end);
        while (start < end && isSpace(m_text[start])) ++start;
        return start < end ? toUtf8(std::u32string_view(m_text).substr(start, end - start)) : std::string();
    }
    static bool hasPlace(const Clause& clause) { return clause.end > clause.start; }

private:
    const PolicyDocument& m_document;
    std::u32string m_text;
};

gis::Result<CorrectedDocument> lost(const PolicyDocument& document, const ClauseCorrection& correction) {
    return gis::fail(gis::ErrorCode::NotFound, {},
                     gis::message("layers", "the words \"%1\" do not stand at a clause of %2",
                                  {correction.words, document.title.empty() ? document.id : document.title}));
}

std::optional<std::size_t> clauseAt(const PolicyDocument& document, std::size_t start) {
    for (std::size_t i = 0; i < document.clauses.size(); ++i)
        if (Stretches::hasPlace(document.clauses[i]) && document.clauses[i].start == start) return i;
    return std::nullopt;
}

/// The clause whose own text holds a place: the last one that begins before it.
std::optional<std::size_t> clauseAround(const PolicyDocument& document, std::size_t place) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < document.clauses.size(); ++i) {
        const Clause& clause = document.clauses[i];
        if (Stretches::hasPlace(clause) && clause.start < place && place < clause.end &&
            (!found || clause.start >= document.clauses[*found].start))
            found = i;
    }
    return found;
}

/// The clause that is printed last before a place.
std::optional<std::size_t> clauseBefore(const PolicyDocument& document, std::size_t place) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < document.clauses.size(); ++i) {
        const Clause& clause = document.clauses[i];
        if (Stretches::hasPlace(clause) && clause.start < place &&
            (!found || clause.start >= document.clauses[*found].start))
            found = i;
    }
    return found;
}

std::string parentPath(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

void countAgain(PolicyDocument& document) {
    int sequence = 0;
    for (Clause& clause : document.clauses) clause.sequence = ++sequence;
}

std::string freeClauseId(const PolicyDocument& document, const std::string& wished) {
    const auto isTaken = [&document](const std::string& id) {
        return std::any_of(document.clauses.begin(), document.clauses.end(),
                           [&id](const Clause& clause) { return clause.id == id; });
    };
    std::string id = wished;
    for (int n = 2; isTaken(id); ++n) id = wished + "#" + std::to_string(n);
    return id;
}

/// Behind a word that stands at a place, and the blank space and closing marks after it; the place itself else.
std::size_t behind(const std::u32string& text, std::size_t place, const std::string& word, std::u32string_view marks) {
    const std::u32string wanted = toCodePoints(word);
    if (wanted.empty() || text.compare(place, wanted.size(), wanted) != 0) return place;
    place += wanted.size();
    while (place < text.size() && (isOneOf(text[place], marks) || text[place] == U' ' || text[place] == U'　')) ++place;
    return place;
}

/// Where the stretch around a place ends that no clause holds: at the next clause.
std::size_t outsideEnd(const PolicyDocument& document, const Stretches& stretches, std::size_t place) {
    std::size_t end = stretches.text().size();
    for (const Clause& clause : document.clauses)
        if (Stretches::hasPlace(clause) && clause.start > place) end = std::min(end, clause.start);
    return stretches.trimmedEnd(place, end);
}

/// A clause of its own from words that stand in none.
CorrectedDocument clauseOutside(const PolicyDocument& document, const Stretches& stretches,
                                const ClauseCorrection& correction, std::size_t place) {
    CorrectedDocument made{document, {}, {}};
    Clause added;
    added.documentId = document.id;
    const auto first = std::find_if(document.clauses.begin(), document.clauses.end(),
                                    [](const Clause& clause) { return clause.level != "preamble"; });
    added.level = first == document.clauses.end() ? "clause" : first->level;
    added.number = correction.number;
    added.heading = correction.heading;
    added.path = correction.number.empty() ? "+" : correction.number;
    added.id = freeClauseId(document, document.id.empty() ? added.path : document.id + "/" + added.path);
    added.warnings = {"by_hand"};
    added.start = place;
    added.headingStart = behind(stretches.text(), place, correction.number, U"、.．");
    added.bodyStart = behind(stretches.text(), added.headingStart, correction.heading, U"。：:，,\n\r");
    added.end = outsideEnd(document, stretches, place);
    added.text = stretches.trimmed(added.headingStart, added.end);
    made.clauseId = added.id;
    const auto before = clauseBefore(document, place);
    const auto at = made.document.clauses.begin() + static_cast<std::ptrdiff_t>(before ? *before + 1 : 0);
    made.document.clauses.insert(at, std::move(added));
    countAgain(made.document);
    return made;
}

gis::Result<CorrectedDocument> take(const PolicyDocument& document, const ClauseCorrection& correction) {
    const Stretches stretches(document);
    const auto place = placeOf(stretches.text(), correction.words, correction.nearTo);
    if (!place || clauseAround(document, *place) || clauseAt(document, *place)) return lost(document, correction);
    const auto previous = clauseBefore(document, *place);
    if (!previous)
        return gis::fail(
            gis::ErrorCode::InvalidArgument, {},
            gis::message("layers", "no clause stands before \"%1\" that it could be joined to", {correction.words}),
            gis::message("layers", "begin a new clause with these words"));
    CorrectedDocument made{document, document.clauses[*previous].id, {}};
    const std::size_t end = outsideEnd(document, stretches, *place);
    const std::size_t oldEnd = document.clauses[*previous].end;
    for (Clause& holder : made.document.clauses)
        if (holder.start <= document.clauses[*previous].start && holder.end >= oldEnd && Stretches::hasPlace(holder))
            holder.end = std::max(holder.end, end);
    Clause& before = made.document.clauses[*previous];
    before.text = stretches.trimmed(before.headingStart, end);
    return made;
}

gis::Result<CorrectedDocument> split(const PolicyDocument& document, const ClauseCorrection& correction) {
    const Stretches stretches(document);
    const auto place = placeOf(stretches.text(), correction.words, correction.nearTo);
    const auto around = place ? clauseAround(document, *place) : std::nullopt;
    if (!around && place && !clauseAt(document, *place)) return clauseOutside(document, stretches, correction, *place);
    if (!around) return lost(document, correction);
    if (clauseAt(document, *place) || *place < document.clauses[*around].bodyStart)
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "a clause begins at \"%1\" already", {correction.words}));
    CorrectedDocument made{document, {}, {}};
    const std::size_t ownEnd = stretches.ownEnd(*around);
    Clause& before = made.document.clauses[*around];
    Clause added = before;
    added.key = 0;
    added.number = correction.number;
    added.heading = correction.heading;
    added.summary.clear();
    added.places.clear();
    added.warnings = {"by_hand"};
    added.occurrence = 1;
    added.path = parentPath(before.path) + (correction.number.empty() ? before.number + "+" : correction.number);
    added.id = freeClauseId(document, document.id.empty() ? added.path : document.id + "/" + added.path);
    added.start = *place;
    added.headingStart = behind(stretches.text(), *place, correction.number, U"、.．");
    added.bodyStart = behind(stretches.text(), added.headingStart, correction.heading, U"。：:，,\n\r");
    added.text = stretches.trimmed(added.headingStart, ownEnd);
    before.text = stretches.trimmed(before.headingStart, *place);
    before.end = stretches.trimmedEnd(before.start, *place);
    made.clauseId = added.id;
    made.document.clauses.insert(made.document.clauses.begin() + static_cast<std::ptrdiff_t>(*around) + 1,
                                 std::move(added));
    countAgain(made.document);
    return made;
}

gis::Result<CorrectedDocument> join(const PolicyDocument& document, const ClauseCorrection& correction) {
    const Stretches stretches(document);
    const auto place = placeOf(stretches.text(), correction.words, correction.nearTo);
    const auto index = place ? clauseAt(document, *place) : std::nullopt;
    if (!index) return lost(document, correction);
    const auto previous = clauseBefore(document, *place);
    if (!previous)
        return gis::fail(
            gis::ErrorCode::InvalidArgument, {},
            gis::message("layers", "no clause stands before \"%1\" that it could be joined to", {correction.words}));
    CorrectedDocument made{document, {}, {}};
    const Clause& gone = document.clauses[*index];
    const std::size_t oldEnd = document.clauses[*previous].end;
    // What held the clause before now holds the words of the joined one, and what lay below them.
    for (Clause& holder : made.document.clauses)
        if (holder.start <= document.clauses[*previous].start && holder.end >= oldEnd && Stretches::hasPlace(holder))
            holder.end = std::max(holder.end, gone.end);
    Clause& before = made.document.clauses[*previous];
    before.text = stretches.trimmed(before.headingStart, stretches.ownEnd(*index));
    for (const std::string& name : gone.places)
        if (std::find(before.places.begin(), before.places.end(), name) == before.places.end())
            before.places.push_back(name);
    made.clauseId = before.id;
    made.removedClauseId = gone.id;
    made.document.clauses.erase(made.document.clauses.begin() + static_cast<std::ptrdiff_t>(*index));
    countAgain(made.document);
    return made;
}

gis::Result<CorrectedDocument> name(const PolicyDocument& document, const ClauseCorrection& correction) {
    const Stretches stretches(document);
    const auto place = placeOf(stretches.text(), correction.words, correction.nearTo);
    const auto index = place ? clauseAt(document, *place) : std::nullopt;
    if (!index) return lost(document, correction);
    CorrectedDocument made{document, document.clauses[*index].id, {}};
    Clause& clause = made.document.clauses[*index];
    const std::string old = clause.path;
    clause.number = correction.number;
    clause.heading = correction.heading;
    if (!correction.number.empty()) clause.path = parentPath(old) + correction.number;
    // What lies below keeps its place under it.
    for (Clause& below : made.document.clauses)
        if (below.start > clause.start && below.end <= clause.end && below.path.rfind(old + "/", 0) == 0)
            below.path = clause.path + below.path.substr(old.size());
    return made;
}

}  // namespace

bool isByHand(const Clause& clause) {
    return std::find(clause.warnings.begin(), clause.warnings.end(), "by_hand") != clause.warnings.end();
}

std::string wordsOf(const PolicyDocument& document, const Clause& clause) {
    if (!Stretches::hasPlace(clause)) return {};
    // The window asks for this: a long text is not decoded for a few words of it.
    const auto behind = [&text = document.text](std::size_t at, std::size_t characters) {
        const auto begins = [&text](std::size_t i) { return (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U; };
        for (; at < text.size(); ++at)
            if (begins(at) && characters-- == 0) break;
        return at;
    };
    const std::size_t from = behind(0, clause.start);
    return document.text.substr(from, behind(from, wordsLength) - from);
}

gis::Result<CorrectedDocument> corrected(const PolicyDocument& document, const ClauseCorrection& correction) {
    if (document.text.empty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "only clauses of an imported text can be corrected"),
                         gis::message("layers", "import the document first"));
    switch (correction.kind) {
        case CorrectionKind::Split:
            return split(document, correction);
        case CorrectionKind::Join:
            return join(document, correction);
        case CorrectionKind::Take:
            return take(document, correction);
        case CorrectionKind::Name:
            break;
    }
    return name(document, correction);
}

PolicyDocument correctedAgain(PolicyDocument document, const std::vector<ClauseCorrection>& corrections) {
    for (const ClauseCorrection& correction : corrections) {
        auto made = corrected(document, correction);
        if (made)
            document = std::move(made->document);
        else
            document.warnings.push_back("correction_lost: " + correction.words);
    }
    return document;
}

}  // namespace layers
