// SPDX-License-Identifier: Apache-2.0
#include "layers/workflow/SampleRecipe.h"

#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"

namespace layers {

namespace {

constexpr const char* fileName = "sample/sample.json";
using Json = nlohmann::json;

gis::Result<SampleRecipe::LayerEntry> layerEntry(const Json& json) {
    SampleRecipe::LayerEntry entry;
    entry.file = json.at("file");
    entry.sourceLayer = json.at("layer");
    entry.name = json.at("name");
    entry.style = json.at("style");
    entry.note = json.at("note");
    entry.idField = json.value("id_field", "");
    entry.nameField = json.value("name_field", "");
    TUCE_TRY(kind, layerKindFromText(json.at("kind")));
    entry.kind = kind;
    if (kind == LayerKind::ControlLine) {
        TUCE_TRY(type, controlTypeFromText(json.at("control_type")));
        TUCE_TRY(direction, ruleDirectionFromText(json.at("direction")));
        entry.control = {type, direction};
    }
    return entry;
}

gis::Result<SampleRecipe> recipeOf(const Json& json) {
    SampleRecipe recipe;
    recipe.title = json.at("title");
    recipe.crsCode = json.at("crs");
    recipe.date = json.at("date");
    recipe.author = json.at("author");
    recipe.placesName = json.at("places").at("name");
    recipe.placesStyle = json.at("places").at("style");
    recipe.placesNote = json.at("places").at("note");
    for (const Json& layer : json.at("layers")) {
        TUCE_TRY(entry, layerEntry(layer));
        recipe.layers.push_back(std::move(entry));
    }
    recipe.hiddenOnSheets = json.at("hidden_on_sheets").get<std::vector<std::string>>();
    recipe.notes = json.at("notes").get<std::vector<std::string>>();
    for (const Json& scheme : json.at("schemes"))
        recipe.schemes.push_back({scheme.at("file"), scheme.at("sheet"), scheme.at("title"), scheme.at("basis")});
    return recipe;
}

}  // namespace

gis::Result<SampleRecipe> sampleRecipe() {
    TUCE_TRY(bytes, gis::readResource(fileName));
    try {
        return recipeOf(Json::parse(bytes));
    } catch (const Json::exception& error) {
        return gis::fail(gis::ErrorCode::InvalidData, {fileName, {}, {}},
                         gis::message("layers", "the list of the sample is damaged"),
                         gis::message("layers", "install the program again"), error.what());
    }
}

}  // namespace layers
