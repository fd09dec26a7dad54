// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/RouteNames.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"
#include "layers/document/CodePoints.h"

namespace layers {
namespace {

constexpr std::size_t shortestStem = 2;  ///< characters: 渝昆
constexpr std::size_t longestStem = 9;   ///< 重庆至昆明 and a little more

struct Ending {
    std::u32string word;
    std::string kind;
};

/// Long ones first: 高速公路 ends no name that ends with 高速.
std::vector<Ending> endingsOf(const DraftWords& words) {
    std::vector<Ending> endings;
    for (const auto& [kind, list] : words.routeEndings)
        for (const std::string& word : list) endings.push_back({toCodePoints(word), kind});
    std::stable_sort(endings.begin(), endings.end(),
                     [](const Ending& a, const Ending& b) { return a.word.size() > b.word.size(); });
    return endings;
}

bool stands(std::u32string_view text, std::size_t at, const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [&](const std::string& word) {
        const std::u32string sought = toCodePoints(word);
        return text.substr(std::min(at, text.size()), sought.size()) == sought;
    });
}

bool isName(std::u32string_view stem, const DraftWords& words) {
    if (stem.size() < shortestStem || stem.size() > longestStem) return false;
    return std::ranges::none_of(words.commonRoutes, [&](const std::string& word) {
        return stem.find(toCodePoints(word)) != std::u32string_view::npos;
    });
}

}  // namespace

gis::Result<DraftWords> shippedDraftWords() {
    const std::string name = "corpus/drafts.json";
    TUCE_TRY(bytes, gis::readResource(name));
    try {
        const auto json = nlohmann::json::parse(bytes);
        DraftWords words;
        json.at("making").get_to(words.making);
        json.at("joining").get_to(words.joining);
        json.at("route_endings").get_to(words.routeEndings);
        json.at("common_routes").get_to(words.commonRoutes);
        json.at("not_behind").get_to(words.notBehind);
        return words;
    } catch (const nlohmann::json::exception& error) {
        return gis::fail(gis::ErrorCode::InvalidData, {name, {}, {}},
                         gis::message("layers", "the words by which elements are drafted are damaged"),
                         gis::message("layers", "install the program's resources again"), error.what());
    }
}

bool isMark(char32_t sign) {
    static constexpr std::u32string_view marks = U"，。、；：！？“”‘’《》（）(),.;:\n\r\t 　";
    return marks.find(sign) != std::u32string_view::npos;
}

std::size_t behindWords(std::u32string_view text, std::size_t start, std::size_t end,
                        const std::vector<std::string>& words) {
    std::size_t behind = start;
    for (const std::string& word : words) {
        const std::u32string sought = toCodePoints(word);
        for (std::size_t at = text.find(sought, start); at < end && at + sought.size() <= end;
             at = text.find(sought, at + 1))
            behind = std::max(behind, at + sought.size());
    }
    return behind;
}

std::vector<RouteName> routeNames(std::u32string_view text, const DraftWords& words) {
    const std::vector<Ending> endings = endingsOf(words);
    std::vector<RouteName> names;
    std::size_t begin = 0;  // of the phrase, or behind the name before
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (isMark(text[at])) {
            begin = at + 1;
            continue;
        }
        const auto ending = std::ranges::find_if(
            endings, [&](const Ending& one) { return text.substr(at, one.word.size()) == one.word; });
        if (ending == endings.end()) continue;
        const std::size_t end = at + ending->word.size();
        std::size_t start = behindWords(text, begin, at, words.making);
        start = behindWords(text, start, at, words.joining);
        if (isName(text.substr(start, at - start), words) && !stands(text, end, words.notBehind))
            names.push_back({start, end, ending->kind});
        begin = end;
        at = end - 1;
    }
    return names;
}

}  // namespace layers
