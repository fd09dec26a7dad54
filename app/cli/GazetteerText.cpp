// SPDX-License-Identifier: Apache-2.0
#include "app/cli/GazetteerText.h"

#include <algorithm>
#include <map>
#include <set>

#include "layers/document/CodePoints.h"
#include "layers/report/CsvText.h"

namespace cli {

namespace {

using layers::MentionClass;

std::string printed(const std::u32string& text, const layers::PlaceMatch& place) {
    return layers::toUtf8(std::u32string_view(text).substr(place.start, place.end - place.start));
}

/// The printed form without the line break that may stand inside.
std::string spelling(const std::string& printedForm) {
    std::u32string kept;
    for (const char32_t c : layers::toCodePoints(printedForm))
        if (!layers::isSpace(c) && c != U'*' && c != U'#') kept += c;
    return layers::toUtf8(kept);
}

struct Tally {
    int free = 0;
    int inFeature = 0;
    std::map<std::string, int> spellings;
};

Json placeJson(const layers::PlaceEntry& entry, const Tally& tally) {
    Json json{{"id", entry.id}, {"name", entry.name}, {"kind", entry.kind}};
    if (!entry.level.empty()) json["level"] = entry.level;
    if (!entry.adcode.empty()) json["adcode"] = entry.adcode;
    json["count"] = tally.free;
    json["in_feature"] = tally.inFeature;
    json["spellings"] = tally.spellings;
    for (const layers::PlaceReference& place : entry.expandsTo)
        json["expands_to"].push_back({{"name", place.name}, {"adcode", place.adcode}});
    return json;
}

Json mentionJson(const layers::PlaceInDocument& found, const std::u32string& text, const layers::Gazetteer& gazetteer) {
    const layers::PlaceMatch& place = found.mention.place;
    const layers::PlaceEntry& entry = gazetteer.entries()[place.entry];
    Json json{{"clause", found.clause != nullptr ? Json(found.clause->id) : Json(nullptr)},
              {"number", found.clause != nullptr ? Json(found.clause->number) : Json(nullptr)},
              {"entry", entry.id},
              {"name", entry.name},
              {"text", printed(text, place)},
              {"start", place.start},
              {"end", place.end},
              {"class", layers::toText(found.mention.mentionClass)}};
    for (const std::size_t other : place.others) json["or"].push_back(gazetteer.entries()[other].id);
    return json;
}

Json documentJson(const NamedDocument& named, const layers::Gazetteer& gazetteer) {
    const layers::PolicyDocument& document = named.document;
    const std::u32string text = layers::toCodePoints(document.text);
    Json mentions = Json::array();
    Json warnings = document.warnings;
    std::map<std::size_t, Tally> tallies;
    for (const layers::PlaceInDocument& found : named.places) {
        mentions.push_back(mentionJson(found, text, gazetteer));
        const layers::PlaceMatch& place = found.mention.place;
        if (found.mention.mentionClass == MentionClass::InFeature) ++tallies[place.entry].inFeature;
        if (found.mention.mentionClass != MentionClass::Free) continue;
        ++tallies[place.entry].free;
        ++tallies[place.entry].spellings[spelling(printed(text, place))];
        if (place.isAmbiguous())
            warnings.push_back("name_ambiguous: " + printed(text, place) + " " + std::to_string(place.start));
    }
    Json places = Json::array();
    for (const auto& [entry, tally] : tallies) places.push_back(placeJson(gazetteer.entries()[entry], tally));
    return Json{{"document",
                 {{"title", document.title},
                  {"number", document.number},
                  {"encoding", document.encoding},
                  {"text_sha256", document.textSha256},
                  {"length", document.length}}},
                {"places", std::move(places)},
                {"mentions", std::move(mentions)},
                {"warnings", std::move(warnings)}};
}

/// "万州区 3、长江": the free ones of a clause, in order.
std::string placesLine(const std::vector<const layers::PlaceInDocument*>& found, const layers::Gazetteer& gazetteer) {
    std::vector<std::size_t> order;
    std::map<std::size_t, int> counts;
    for (const layers::PlaceInDocument* place : found)
        if (++counts[place->mention.place.entry] == 1) order.push_back(place->mention.place.entry);
    std::string line;
    for (const std::size_t entry : order) {
        line += (line.empty() ? "" : "、") + gazetteer.entries()[entry].name;
        if (counts[entry] > 1) line += " " + std::to_string(counts[entry]);
    }
    return line;
}

std::string csvCell(const std::string& text) {
    const std::string safe = layers::spreadsheetSafe(text);
    if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

}  // namespace

Json placesJson(const std::vector<NamedDocument>& documents, const layers::Gazetteer& gazetteer) {
    if (documents.size() == 1) return documentJson(documents.front(), gazetteer);
    Json all = Json::array();
    for (const NamedDocument& document : documents) all.push_back(documentJson(document, gazetteer));
    return all;
}

std::string placesOutline(const NamedDocument& document, const layers::Gazetteer& gazetteer) {
    std::map<const layers::Clause*, std::vector<const layers::PlaceInDocument*>> byClause;
    std::set<std::size_t> entries;
    std::size_t mentions = 0;
    for (const layers::PlaceInDocument& found : document.places) {
        if (found.mention.mentionClass != MentionClass::Free) continue;
        byClause[found.clause].push_back(&found);
        entries.insert(found.mention.place.entry);
        ++mentions;
    }
    std::string outline = document.document.title;
    if (const auto outside = byClause.find(nullptr); outside != byClause.end())
        outline += "\n" + tr("outside of the clauses") + ": " + placesLine(outside->second, gazetteer);
    for (const layers::Clause& clause : document.document.clauses) {
        const auto found = byClause.find(&clause);
        if (found == byClause.end()) continue;
        outline += "\n" + clause.number + " " + clause.heading + ": " + placesLine(found->second, gazetteer);
    }
    return outline + "\n" +
           gis::translated(gis::message("cli", "%1 places, named %2 times",
                                        {std::to_string(entries.size()), std::to_string(mentions)}));
}

std::string mentionsCsv(const std::vector<NamedDocument>& documents, const layers::Gazetteer& gazetteer) {
    std::string csv = "document,clause,number,entry,name,kind,adcode,text,start,end,class\n";
    for (const NamedDocument& named : documents) {
        const std::u32string text = layers::toCodePoints(named.document.text);
        for (const layers::PlaceInDocument& found : named.places) {
            const layers::PlaceMatch& place = found.mention.place;
            const layers::PlaceEntry& entry = gazetteer.entries()[place.entry];
            for (const std::string& cell :
                 {named.document.title, found.clause != nullptr ? found.clause->id : std::string(),
                  found.clause != nullptr ? found.clause->number : std::string(), entry.id, entry.name, entry.kind,
                  entry.adcode, printed(text, place), std::to_string(place.start), std::to_string(place.end)})
                csv += csvCell(cell) + ",";
            csv += layers::toText(found.mention.mentionClass) + "\n";
        }
    }
    return csv;
}

gis::Warnings undecidedNames(const NamedDocument& document, const layers::Gazetteer& gazetteer,
                             const std::string& path) {
    gis::Warnings warnings;
    std::set<std::string> told;
    for (const layers::PlaceInDocument& found : document.places) {
        const layers::PlaceMatch& place = found.mention.place;
        if (found.mention.mentionClass != MentionClass::Free || !place.isAmbiguous()) continue;
        const std::string clause = found.clause != nullptr ? found.clause->number : std::string();
        const layers::PlaceEntry& entry = gazetteer.entries()[place.entry];
        std::string codes = entry.adcode.empty() ? entry.id : entry.adcode;
        for (const std::size_t other : place.others) {
            const layers::PlaceEntry& meant = gazetteer.entries()[other];
            codes += "、" + (meant.adcode.empty() ? meant.id : meant.adcode);
        }
        if (!told.insert(clause + entry.name).second) continue;
        warnings.push_back({"name_ambiguous",
                            {path, {}, {}},
                            gis::message("cli", "%1 in %2 may be any of %3; no other name beside it decides",
                                         {entry.name, clause, codes})});
    }
    return warnings;
}

}  // namespace cli
