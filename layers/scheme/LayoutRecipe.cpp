// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/LayoutRecipe.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "gis/engine/Overlay.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/LinePath.h"

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

std::optional<ShapeMeasures> measuresIn(const Json& json) {
    const auto found = json.find("measures");
    if (found == json.end() || !found->is_array() || found->size() != 5) return std::nullopt;
    if (!std::ranges::all_of(*found, [](const Json& number) { return number.is_number(); })) return std::nullopt;
    const auto at = [&found](std::size_t index) { return (*found)[index].get<double>(); };
    return ShapeMeasures{gis::Extent{at(0), at(1), at(2), at(3)}, at(4)};
}

constexpr const char* handMember = "hand";

std::optional<HandShape> handIn(const Json& json) {
    const auto found = json.find(handMember);
    if (found == json.end() || !found->is_object()) return std::nullopt;
    HandShape hand{textIn(*found, "wkt"), textIn(*found, "who"), textIn(*found, "when")};
    return hand.wkt.empty() ? std::nullopt : std::optional(std::move(hand));
}

std::string line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

ShapeMeasures measuresOf(const gis::Geometry& geometry) {
    ShapeMeasures measures{geometry.extent(), 0};
    if (geometry.dimension() == 2)
        measures.size = gis::planeArea(geometry);
    else if (geometry.dimension() == 0)
        measures.size = static_cast<double>(geometry.partCount());
    else
        for (const LinePath& path : pathsOf(geometry)) measures.size += pathLength(path);
    return measures;
}

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
    if (!shape.inferredCarriers.empty()) recipe["inferred"] = shape.inferredCarriers;
    recipe["without_boundary"] = shape.withoutBoundary;
    recipe["shape"] = shapeMark(geometry);
    if (const ShapeMeasures measures = measuresOf(geometry); !measures.extent.isEmpty())
        recipe["measures"] = {measures.extent.minX, measures.extent.minY, measures.extent.maxX, measures.extent.maxY,
                              measures.size};
    recipe["element"] = Json::parse(element.json, nullptr, false);
    return line(recipe);
}

std::string withHandShape(const std::string& recipe, const std::optional<HandShape>& hand) {
    Json json = Json::parse(recipe, nullptr, false);
    if (!json.is_object()) return recipe;
    json.erase(handMember);
    if (hand) json[handMember] = {{"wkt", hand->wkt}, {"who", hand->who}, {"when", hand->when}};
    return line(json);
}

std::string withElement(const std::string& recipe, const SchemeElement& element) {
    Json json = Json::parse(recipe, nullptr, false);
    if (!json.is_object()) return recipe;
    json["element"] = Json::parse(element.json, nullptr, false);
    return line(json);
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
    recipe.measures = measuresIn(json);
    recipe.withoutBoundary = textsIn(json, "without_boundary");
    recipe.inferred = textsIn(json, "inferred");
    recipe.hand = handIn(json);
    if (const auto found = json.find("parameters"); found != json.end() && found->is_object())
        for (const auto& [name, value] : found->items())
            if (value.is_number()) recipe.parameters[name] = value.get<double>();
    return recipe;
}

bool mayBeMadeByHand(const LayoutRecipe& recipe, const gis::Feature& feature) {
    return recipe.shape.empty() || isHandEdited(recipe, feature);
}

bool isHandEdited(const LayoutRecipe& recipe, const gis::Feature& feature) {
    return !recipe.shape.empty() && recipe.shape != shapeMark(feature.geometry());
}

}  // namespace layers
