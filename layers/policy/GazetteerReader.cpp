// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/GazetteerReader.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"
#include "layers/document/CodePoints.h"
#include "layers/policy/Gazetteer.h"

namespace layers {

namespace {

using Json = nlohmann::json;

PlaceEntry entryOf(const Json& item) {
    PlaceEntry entry{item.at("id"),
                     item.at("name"),
                     item.at("kind"),
                     item.value("level", ""),
                     item.value("adcode", ""),
                     item.value("spellings", std::vector<std::string>()),
                     {},
                     item.value("parent", ""),
                     item.value("pinyin", std::vector<std::string>())};
    for (const Json& place : item.value("expands_to", Json::array()))
        entry.expandsTo.push_back({place.at("name"), place.value("adcode", "")});
    return entry;
}

void readEntries(const Json& json, GazetteerData& data) {
    for (const Json& item : json.at("entries")) data.entries.push_back(entryOf(item));
    for (const Json& item : json.at("ambiguous"))
        data.ambiguous.push_back({item.at("spelling"), item.at("usual"), item.at("then"), item.at("beside_kind")});
    data.naming.commonWords = json.at("not_places").get<std::set<std::string>>();
}

void readContexts(const Json& json, GazetteerData& data) {
    for (const Json& item : json.at("contexts"))
        data.contexts.push_back({item.at("spelling"), item.value("not_before", std::vector<std::string>()),
                                 item.value("not_after", std::vector<std::string>())});
    data.edgeWords = json.at("edge_words").get<std::set<std::string>>();
    data.naming.commonWords.merge(json.at("common_words").get<std::set<std::string>>());
    data.naming.endings = json.at("unit_endings").get<std::vector<std::string>>();
    data.naming.peoples = json.at("peoples").get<std::vector<std::string>>();
}

bool endsWith(const std::string& text, const std::string& tail) {
    return text.size() > tail.size() && text.compare(text.size() - tail.size(), tail.size(), tail) == 0;
}

/// Cuts the first ending off that fits; whether one did.
bool cutEnding(std::string& name, const std::vector<std::string>& endings) {
    for (const std::string& ending : endings) {
        if (!endsWith(name, ending)) continue;
        name.resize(name.size() - ending.size());
        return true;
    }
    return false;
}

}  // namespace

gis::Result<Gazetteer> shippedGazetteer() {
    GazetteerData data;
    using Read = void (*)(const Json&, GazetteerData&);
    for (const auto& [name, read] : {std::pair<std::string, Read>{"corpus/gazetteer.json", readEntries},
                                     std::pair<std::string, Read>{"corpus/place_contexts.json", readContexts}}) {
        TUCE_TRY(bytes, gis::readResource(name));
        try {
            read(Json::parse(bytes), data);
        } catch (const Json::exception& error) {
            return gis::fail(gis::ErrorCode::InvalidData, {name, {}, {}},
                             gis::message("layers", "the gazetteer is damaged"),
                             gis::message("layers", "install the program's resources again"), error.what());
        }
    }
    return Gazetteer(std::move(data));
}

std::string shortUnitName(const std::string& name, const GazetteerData& data) {
    std::string brief = name;
    if (!cutEnding(brief, data.naming.endings)) return {};
    while (cutEnding(brief, data.naming.peoples)) {
    }
    if (toCodePoints(brief).size() < 2) return {};
    const bool isTold = std::any_of(data.contexts.begin(), data.contexts.end(),
                                    [&](const SpellingContext& context) { return context.spelling == brief; });
    return data.naming.commonWords.count(brief) != 0 && !isTold ? std::string() : brief;
}

std::vector<std::string> unitSpellings(const std::string& name, const GazetteerData& data) {
    std::vector<std::string> spellings;
    if (data.naming.commonWords.count(name) == 0 && toCodePoints(name).size() > 1) spellings.push_back(name);
    if (std::string brief = shortUnitName(name, data); !brief.empty()) spellings.push_back(std::move(brief));
    return spellings;
}

}  // namespace layers
