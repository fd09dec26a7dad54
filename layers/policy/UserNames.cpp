// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "layers/document/CodePoints.h"
#include "layers/policy/GazetteerReader.h"
#include "layers/policy/SqueezedText.h"

namespace layers {

namespace {

using Json = nlohmann::ordered_json;

/// What is wrong with an entry, without the entry's name.
struct WrongEntry {
    gis::Message problem;
};

const std::set<std::string>& knownMembers() {
    static const std::set<std::string> members{"id",        "name", "kind",       "level",    "adcode", "parent",
                                               "spellings", "note", "expands_to", "pitfalls", "pinyin"};
    return members;
}

std::string textOf(const Json& json, const char* member) {
    if (!json.contains(member)) return {};
    if (!json.at(member).is_string()) throw WrongEntry{gis::message("layers", "\"%1\" is no text", {member})};
    return json.at(member).get<std::string>();
}

std::vector<std::string> textsOf(const Json& json, const char* member) {
    std::vector<std::string> texts;
    if (!json.contains(member)) return texts;
    const auto isText = [](const Json& item) {
        return item.is_string() && !item.get_ref<const std::string&>().empty();
    };
    if (!json.at(member).is_array() || !std::all_of(json.at(member).begin(), json.at(member).end(), isText))
        throw WrongEntry{gis::message("layers", "\"%1\" is no list of texts", {member})};
    return json.at(member).get<std::vector<std::string>>();
}

void checkCode(const std::string& code) {
    const bool digits = std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!code.empty() && (!digits || (code.size() != 6 && code.size() != 9 && code.size() != 12)))
        throw WrongEntry{gis::message("layers", "\"adcode\" is no code of 6, 9 or 12 digits: %1", {code})};
}

std::vector<PlaceReference> referencesOf(const Json& json) {
    std::vector<PlaceReference> places;
    if (!json.contains("expands_to")) return places;
    if (!json.at("expands_to").is_array())
        throw WrongEntry{gis::message("layers", "\"%1\" is no list of places", {"expands_to"})};
    for (const Json& item : json.at("expands_to")) {
        if (!item.is_object() || textOf(item, "name").empty())
            throw WrongEntry{gis::message("layers", "a place of \"expands_to\" has no name")};
        places.push_back({textOf(item, "name"), textOf(item, "adcode")});
        checkCode(places.back().adcode);
    }
    return places;
}

std::vector<SpellingContext> contextsOf(const Json& json, const PlaceEntry& entry) {
    std::vector<SpellingContext> contexts;
    if (!json.contains("pitfalls")) return contexts;
    if (!json.at("pitfalls").is_array()) throw WrongEntry{gis::message("layers", "\"%1\" is no list", {"pitfalls"})};
    for (const Json& item : json.at("pitfalls")) {
        if (!item.is_object()) throw WrongEntry{gis::message("layers", "a pitfall is no object")};
        SpellingContext context{textOf(item, "spelling"), textsOf(item, "not_before"), textsOf(item, "not_after")};
        const auto& spellings = entry.spellings;
        if (std::find(spellings.begin(), spellings.end(), context.spelling) == spellings.end())
            throw WrongEntry{gis::message("layers", "a pitfall is about \"%1\", which is no spelling of the entry",
                                          {context.spelling})};
        if (context.notBefore.empty() && context.notAfter.empty())
            throw WrongEntry{gis::message("layers",
                                          "the pitfall of \"%1\" names neither \"not_before\" nor "
                                          "\"not_after\"",
                                          {context.spelling})};
        contexts.push_back(std::move(context));
    }
    return contexts;
}

PlaceEntry entryOf(const Json& json) {
    if (!json.is_object()) throw WrongEntry{gis::message("layers", "it is no object")};
    for (const auto& [member, value] : json.items())
        if (knownMembers().count(member) == 0)
            throw WrongEntry{gis::message("layers", "the member \"%1\" is not known", {member})};
    PlaceEntry entry{textOf(json, "id"),    textOf(json, "name"),   textOf(json, "kind"),
                     textOf(json, "level"), textOf(json, "adcode"), textsOf(json, "spellings"),
                     referencesOf(json),    textOf(json, "parent"), textsOf(json, "pinyin")};
    if (entry.name.empty()) throw WrongEntry{gis::message("layers", "it has no name")};
    checkCode(entry.adcode);
    if (entry.id.empty()) entry.id = "user/" + entry.name + (entry.adcode.empty() ? "" : "/" + entry.adcode);
    if (entry.kind.empty()) entry.kind = entry.adcode.empty() ? "place" : "admin";
    if (std::find(entry.spellings.begin(), entry.spellings.end(), entry.name) == entry.spellings.end())
        entry.spellings.insert(entry.spellings.begin(), entry.name);
    for (const std::string& spelling : entry.spellings)
        if (squeezed(spelling).size() < 2)
            throw WrongEntry{
                gis::message("layers", "the spelling \"%1\" is too short: it would be found everywhere", {spelling})};
    return entry;
}

std::string nameForPeople(const Json& json, std::size_t number) {
    const bool named = json.is_object() && json.contains("name") && json.at("name").is_string();
    return std::to_string(number) + (named ? " \"" + json.at("name").get<std::string>() + "\"" : std::string());
}

gis::Message schemaAdvice() { return gis::message("layers", "the form is told in resources/corpus/names.schema.json"); }

}  // namespace

gis::Result<UserNames> userNamesFromJson(const std::string& bytes, const std::string& path) {
    const Json json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded() || !json.is_object() || !json.contains("entries") || !json.at("entries").is_array())
        return gis::fail(gis::ErrorCode::InvalidData, {path, {}, {}},
                         gis::message("layers", "this is no list of place names: a JSON object with \"entries\""),
                         schemaAdvice());
    UserNames names;
    std::set<std::string> ids;
    std::size_t number = 0;
    for (const Json& item : json.at("entries")) {
        ++number;
        const auto wrong = [&](const gis::Message& problem) {
            return gis::fail(
                gis::ErrorCode::InvalidData, {path, {}, {}},
                gis::message("layers", "entry %1: %2", {nameForPeople(item, number), gis::translated(problem)}),
                schemaAdvice());
        };
        try {
            PlaceEntry entry = entryOf(item);
            if (!ids.insert(entry.id).second)
                return wrong(gis::message("layers", "another entry has the id \"%1\"", {entry.id}));
            std::vector<SpellingContext> contexts = contextsOf(item, entry);
            std::move(contexts.begin(), contexts.end(), std::back_inserter(names.contexts));
            names.entries.push_back(std::move(entry));
        } catch (const WrongEntry& error) {
            return wrong(error.problem);
        }
    }
    return names;
}

std::string toJson(const UserNames& names) {
    Json entries = Json::array();
    std::vector<SpellingContext> contexts = names.contexts;
    for (const PlaceEntry& entry : names.entries) {
        Json json{{"name", entry.name}};
        if (!entry.id.empty()) json["id"] = entry.id;
        if (!entry.kind.empty()) json["kind"] = entry.kind;
        if (!entry.level.empty()) json["level"] = entry.level;
        if (!entry.adcode.empty()) json["adcode"] = entry.adcode;
        if (!entry.parent.empty()) json["parent"] = entry.parent;
        json["spellings"] = entry.spellings;
        if (!entry.pinyin.empty()) json["pinyin"] = entry.pinyin;
        for (const PlaceReference& place : entry.expandsTo) {
            Json reference{{"name", place.name}};
            if (!place.adcode.empty()) reference["adcode"] = place.adcode;
            json["expands_to"].push_back(std::move(reference));
        }
        // Each is told once, with the first entry that has its spelling.
        const auto others = std::stable_partition(contexts.begin(), contexts.end(), [&](const auto& context) {
            return std::find(entry.spellings.begin(), entry.spellings.end(), context.spelling) != entry.spellings.end();
        });
        for (auto context = contexts.begin(); context != others; ++context)
            json["pitfalls"].push_back({{"spelling", context->spelling},
                                        {"not_before", context->notBefore},
                                        {"not_after", context->notAfter}});
        contexts.erase(contexts.begin(), others);
        entries.push_back(std::move(json));
    }
    return Json{{"schema", "tuce-names/1"}, {"entries", std::move(entries)}}.dump(1, ' ', false,
                                                                                  Json::error_handler_t::replace);
}

GazetteerData withUserNames(GazetteerData data, const UserNames& names) {
    data.entries.insert(data.entries.begin(), names.entries.begin(), names.entries.end());
    data.contexts.insert(data.contexts.end(), names.contexts.begin(), names.contexts.end());
    return data;
}

}  // namespace layers
