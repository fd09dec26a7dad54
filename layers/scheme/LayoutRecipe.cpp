// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/LayoutRecipe.h"

#include <bit>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "layers/plan/LayoutElement.h"

namespace layers {

namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> textsIn(const Json& json, const char* member) {
    std::vector<std::string> texts;
    if (const auto found = json.find(member); found != json.end() && found->is_array())
        for (const Json& item : *found)
            if (item.is_string()) texts.push_back(item.get<std::string>());
    return texts;
}

std::string textIn(const Json& json, const char* member) {
    const auto found = json.find(member);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::string shapeMark(const gis::Geometry& geometry) {
    // FNV-1a over the bits: it has to tell an edit, not to withstand an attack.
    std::uint64_t mark = 0xcbf29ce484222325;
    const auto take = [&mark](std::uint64_t word) {
        for (int i = 0; i < 8; ++i, word >>= 8) mark = (mark ^ (word & 0xff)) * 0x100000001b3;
    };
    for (std::size_t i = 0; i < geometry.sequenceCount(); ++i) {
        take(geometry.sequence(i).size());
        for (const gis::Coordinate position : geometry.sequence(i)) {
            take(std::bit_cast<std::uint64_t>(position.x));
            take(std::bit_cast<std::uint64_t>(position.y));
        }
    }
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[mark >> shift & 0xf];
    return text;
}

std::string recipeText(const SchemeElement& element, const BuiltShape& shape, const gis::Geometry& geometry) {
    Json recipe;
    recipe["builder"] = shape.builder;
    recipe["parameters"] = shape.parameters;
    recipe["carriers"] = shape.carriers;
    recipe["without_boundary"] = shape.withoutBoundary;
    recipe["shape"] = shapeMark(geometry);
    recipe["element"] = Json::parse(element.json, nullptr, false);
    return recipe.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool bearsRecipe(const Layer& layer, const gis::Feature& feature) {
    const int field = layer.table.schema().indexOf(layout_field::recipe);
    return field >= 0 && !gis::toText(feature.attribute(field)).empty();
}

std::optional<LayoutRecipe> recipeOf(const Layer& layer, const gis::Feature& feature) {
    const int field = layer.table.schema().indexOf(layout_field::recipe);
    const std::string text = gis::toText(feature.attribute(field));
    if (text.empty()) return std::nullopt;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("element")) return std::nullopt;
    const auto element = elementFromJson(json["element"].dump(-1, ' ', false, Json::error_handler_t::replace), {});
    if (!element) return std::nullopt;
    LayoutRecipe recipe;
    recipe.element = *element;
    recipe.builder = textIn(json, "builder");
    recipe.carriers = textsIn(json, "carriers");
    recipe.shape = textIn(json, "shape");
    if (const auto found = json.find("parameters"); found != json.end() && found->is_object())
        for (const auto& [name, value] : found->items())
            if (value.is_number()) recipe.parameters[name] = value.get<double>();
    return recipe;
}

bool isHandEdited(const LayoutRecipe& recipe, const gis::Feature& feature) {
    return !recipe.shape.empty() && recipe.shape != shapeMark(feature.geometry());
}

}  // namespace layers
