// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "layers/style/StyleWords.h"

namespace layers {

namespace {

using Json = nlohmann::ordered_json;

Json written(const LineSymbol& line) {
    return {{"colour", toText(line.colour)},
            {"end_colour", toText(line.endColour)},
            {"width_mm", line.widthMm},
            {"dash_mm", line.dashMm},
            {"casing_colour", toText(line.casingColour)},
            {"casing_mm", line.casingMm},
            {"inner_band_mm", line.innerBandMm},
            {"inner_band_colour", toText(line.innerBandColour)},
            {"arrow", line.arrow},
            {"taper_start", line.taperStart},
            {"smooth", line.smooth}};
}

Json written(const FillSymbol& fill) {
    return {{"pattern", wordOf(fill.pattern, fillPatternWords)},
            {"colour", toText(fill.colour)},
            {"pattern_colour", toText(fill.patternColour)},
            {"spacing_mm", fill.spacingMm},
            {"angle_degrees", fill.angleDegrees},
            {"pattern_width_mm", fill.patternWidthMm},
            {"ground", fill.ground}};
}

Json written(const MarkerSymbol& marker) {
    return {{"shape", wordOf(marker.shape, markerShapeWords)},
            {"size_mm", marker.sizeMm},
            {"fill", toText(marker.fill)},
            {"outline", toText(marker.outline)},
            {"outline_mm", marker.outlineMm},
            {"centre", toText(marker.centre)}};
}

Json written(const Symbol& symbol) {
    Json json = Json::object();
    if (symbol.fill) json["fill"] = written(*symbol.fill);
    if (symbol.line) json["line"] = written(*symbol.line);
    if (symbol.marker) json["marker"] = written(*symbol.marker);
    return json;
}

Json written(const LabelStyle& label) {
    return {{"field", label.field},
            {"size_pt", label.sizePt},
            {"bold", label.bold},
            {"colour", toText(label.colour)},
            {"halo_colour", toText(label.haloColour)},
            {"halo_mm", label.haloMm},
            {"letter_spacing", label.letterSpacing},
            {"placement", wordOf(label.placement, labelPlacementWords)},
            {"priority", label.priority}};
}

Json written(const Category& category) {
    Json json{{"value", category.value}, {"title", category.title}, {"symbol", written(category.symbol)}};
    if (category.label) json["label"] = written(*category.label);
    json["min_scale_denominator"] = category.minScaleDenominator;
    json["max_scale_denominator"] = category.maxScaleDenominator;
    return json;
}

}  // namespace

const Category* Style::categoryOf(const std::string& value) const {
    for (const Category& category : categories)
        if (category.value == value) return &category;
    return nullptr;
}

std::string toJson(const Style& style) {
    Json json{{"name", style.name}, {"version", style.version}, {"origin", style.origin}};
    json["symbol"] = written(style.symbol);
    json["title"] = style.title;
    json["category_field"] = style.categoryField;
    json["categories"] = Json::array();
    for (const Category& category : style.categories) json["categories"].push_back(written(category));
    json["label"] = written(style.label);
    json["opacity"] = style.opacity;
    json["min_scale_denominator"] = style.minScaleDenominator;
    json["max_scale_denominator"] = style.maxScaleDenominator;
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace layers
