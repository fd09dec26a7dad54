// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "layers/style/StyleWords.h"

namespace layers {

namespace {

using Json = nlohmann::ordered_json;

// Members that came later are written where they differ from their default, so that plain styles stay short.

Json written(const MarkerSymbol& marker) {
    const MarkerSymbol usual;
    Json json{{"shape", wordOf(marker.shape, markerShapeWords)},
              {"size_mm", marker.sizeMm},
              {"fill", toText(marker.fill)},
              {"outline", toText(marker.outline)},
              {"outline_mm", marker.outlineMm},
              {"centre", toText(marker.centre)}};
    if (marker.rings != usual.rings) json["rings"] = marker.rings;
    if (!marker.svg.empty()) json["svg"] = marker.svg;
    if (!marker.sizeField.empty()) json["size_field"] = marker.sizeField;
    if (marker.sizeValue != usual.sizeValue) json["size_value"] = marker.sizeValue;
    return json;
}

Json written(const LineMarks& marks) {
    return {{"kind", wordOf(marks.kind, markKindWords)},
            {"spacing_mm", marks.spacingMm},
            {"length_mm", marks.lengthMm},
            {"width_mm", marks.widthMm},
            {"one_sided", marks.oneSided},
            {"marker", written(marks.marker)}};
}

Json written(const LineSymbol& line) {
    const LineSymbol usual;
    Json json{{"colour", toText(line.colour)},
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
    if (line.arrowAtStart) json["arrow_at_start"] = true;
    if (line.roundDots) json["round_dots"] = true;
    if (line.offsetMm != 0) json["offset_mm"] = line.offsetMm;
    if (line.doubleGapMm != 0) json["double_gap_mm"] = line.doubleGapMm;
    if (line.heads != LineEnds::None) json["heads"] = wordOf(line.heads, lineEndsWords);
    if (line.headMm != usual.headMm) json["head_mm"] = line.headMm;
    if (line.marks) json["marks"] = written(*line.marks);
    return json;
}

Json written(const FillSymbol& fill) {
    Json json{{"pattern", wordOf(fill.pattern, fillPatternWords)},
              {"colour", toText(fill.colour)},
              {"pattern_colour", toText(fill.patternColour)},
              {"spacing_mm", fill.spacingMm},
              {"angle_degrees", fill.angleDegrees},
              {"pattern_width_mm", fill.patternWidthMm},
              {"ground", fill.ground}};
    if (!(fill.patternMarker == FillSymbol{}.patternMarker)) json["pattern_marker"] = written(fill.patternMarker);
    return json;
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
            {"priority", label.priority},
            {"callout", wordOf(label.callout, labelCalloutWords)},
            {"least_size_mm", label.leastSizeMm},
            {"apart_mm", label.apartMm},
            {"line_letters", label.lineLetters}};
}

Json written(const Category& category) {
    Json json{{"value", category.value}, {"title", category.title}, {"symbol", written(category.symbol)}};
    if (category.label) json["label"] = written(*category.label);
    json["min_scale_denominator"] = category.minScaleDenominator;
    json["max_scale_denominator"] = category.maxScaleDenominator;
    if (category.lower != 0 || category.upper != 0) {
        json["lower"] = category.lower;
        json["upper"] = category.upper;
    }
    if (!category.filter.empty()) json["filter"] = category.filter;
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
    if (style.certainty != Certainty::Unsaid) json["certainty"] = wordOf(style.certainty, certaintyWords);
    json["symbol"] = written(style.symbol);
    json["title"] = style.title;
    if (style.classedBy != ClassedBy::Value) json["classed_by"] = wordOf(style.classedBy, classedByWords);
    json["category_field"] = style.categoryField;
    json["categories"] = Json::array();
    for (const Category& category : style.categories) json["categories"].push_back(written(category));
    if (style.othersHidden) json["others_hidden"] = true;
    if (style.openJunctions) json["open_junctions"] = true;
    json["label"] = written(style.label);
    json["opacity"] = style.opacity;
    json["min_scale_denominator"] = style.minScaleDenominator;
    json["max_scale_denominator"] = style.maxScaleDenominator;
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace layers
