// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"
#include "layers/document/CodePoints.h"
#include "layers/policy/TextFigures.h"

namespace layers {

namespace {

using Json = nlohmann::json;
using Bounds = std::vector<std::pair<std::u32string, FigureBound>>;

// So that the first word that fits is the right one: 万平方公里 before 平方公里.
template <class Items, class Word>
void longestFirst(Items& items, Word word) {
    std::stable_sort(items.begin(), items.end(),
                     [&word](const auto& a, const auto& b) { return word(a).size() > word(b).size(); });
}

Bounds boundsFrom(const Json& json) {
    Bounds bounds;
    for (const auto& [name, bound] :
         {std::pair{"at_least", FigureBound::AtLeast}, {"at_most", FigureBound::AtMost}, {"about", FigureBound::About}})
        for (const Json& word : json.at(name)) bounds.emplace_back(toCodePoints(word.get<std::string>()), bound);
    longestFirst(bounds, [](const auto& pair) -> const std::u32string& { return pair.first; });
    return bounds;
}

std::vector<std::u32string> wordsFrom(const Json& json) {
    std::vector<std::u32string> words;
    for (const Json& word : json) words.push_back(toCodePoints(word.get<std::string>()));
    longestFirst(words, [](const std::u32string& word) -> const std::u32string& { return word; });
    return words;
}

FigureWords wordsOf(const Json& json) {
    FigureWords words;
    for (const Json& unit : json.at("units"))
        words.units.push_back(
            {toCodePoints(unit.at("unit").get<std::string>()), unit.at("quantity"), unit.at("factor").get<double>()});
    longestFirst(words.units, [](const FigureWords::Unit& unit) -> const std::u32string& { return unit.word; });
    words.before = boundsFrom(json.at("bounds_before"));
    words.after = boundsFrom(json.at("bounds_after"));
    words.notSizesBefore = wordsFrom(json.at("not_sizes").at("before"));
    words.notSizesAfter = wordsFrom(json.at("not_sizes").at("after"));
    const Json& bodies = json.at("bodies");
    words.bodyListsAfter = wordsFrom(bodies.at("lists_after"));
    words.bodyListEndsWith = wordsFrom(bodies.at("list_ends_with"));
    words.bodyNamesEndWith = wordsFrom(bodies.at("names_end_with"));
    return words;
}

}  // namespace

std::string toText(FigureBound bound) {
    switch (bound) {
        case FigureBound::AtLeast:
            return "at_least";
        case FigureBound::AtMost:
            return "at_most";
        case FigureBound::About:
            return "about";
        case FigureBound::Exact:
            break;
    }
    return "exact";
}

gis::Result<FigureWords> shippedFigureWords() {
    const std::string name = "corpus/figures.json";
    TUCE_TRY(bytes, gis::readResource(name));
    try {
        return wordsOf(Json::parse(bytes));
    } catch (const Json::exception& error) {
        return gis::fail(gis::ErrorCode::InvalidData, {name, {}, {}},
                         gis::message("layers", "the list of units and figures is damaged"),
                         gis::message("layers", "install the program's resources again"), error.what());
    }
}

}  // namespace layers
