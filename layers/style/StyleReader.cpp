// SPDX-License-Identifier: Apache-2.0
#include "gis/base/Resources.h"
#include "layers/style/MemberReader.h"
#include "layers/style/StyleWords.h"

namespace layers {

namespace {

constexpr MemberReader::Range lengths{0, 1000};
constexpr MemberReader::Range scales{0, 1e12};
constexpr MemberReader::Range shares{0, 1};

void readLine(MemberReader& reader, LineSymbol& line) {
    reader.colour("colour", line.colour);
    reader.colour("end_colour", line.endColour);
    reader.number("width_mm", line.widthMm, lengths);
    reader.numbers("dash_mm", line.dashMm, lengths);
    reader.colour("casing_colour", line.casingColour);
    reader.number("casing_mm", line.casingMm, lengths);
    reader.number("inner_band_mm", line.innerBandMm, lengths);
    reader.colour("inner_band_colour", line.innerBandColour);
    reader.boolean("arrow", line.arrow);
    reader.number("taper_start", line.taperStart, {0, 10});
    reader.boolean("smooth", line.smooth);
}

void readFill(MemberReader& reader, FillSymbol& fill) {
    reader.word("pattern", fill.pattern, fillPatternWords);
    reader.colour("colour", fill.colour);
    reader.colour("pattern_colour", fill.patternColour);
    reader.number("spacing_mm", fill.spacingMm, {0.2, 1000});  // closer ones would be a grey, and very many
    reader.number("angle_degrees", fill.angleDegrees, {-360, 360});
    reader.number("pattern_width_mm", fill.patternWidthMm, lengths);
    reader.boolean("ground", fill.ground);
}

void readMarker(MemberReader& reader, MarkerSymbol& marker) {
    reader.word("shape", marker.shape, markerShapeWords);
    reader.number("size_mm", marker.sizeMm, lengths);
    reader.colour("fill", marker.fill);
    reader.colour("outline", marker.outline);
    reader.number("outline_mm", marker.outlineMm, lengths);
    reader.colour("centre", marker.centre);
}

void readSymbol(MemberReader& reader, Symbol& symbol) {
    reader.object("fill", [&](MemberReader& inner) { readFill(inner, symbol.fill.emplace()); });
    reader.object("line", [&](MemberReader& inner) { readLine(inner, symbol.line.emplace()); });
    reader.object("marker", [&](MemberReader& inner) { readMarker(inner, symbol.marker.emplace()); });
}

void readLabel(MemberReader& reader, LabelStyle& label) {
    reader.text("field", label.field);
    reader.number("size_pt", label.sizePt, {1, 400});
    reader.boolean("bold", label.bold);
    reader.colour("colour", label.colour);
    reader.colour("halo_colour", label.haloColour);
    reader.number("halo_mm", label.haloMm, lengths);
    reader.number("letter_spacing", label.letterSpacing, {-1, 20});
    reader.word("placement", label.placement, labelPlacementWords);
    reader.integer("priority", label.priority, {-1000, 1000});
}

void readCategory(MemberReader& reader, Category& category) {
    reader.text("value", category.value);
    reader.text("title", category.title);
    reader.object("symbol", [&](MemberReader& inner) { readSymbol(inner, category.symbol); });
    reader.object("label", [&](MemberReader& inner) { readLabel(inner, category.label.emplace()); });
    reader.number("min_scale_denominator", category.minScaleDenominator, scales);
    reader.number("max_scale_denominator", category.maxScaleDenominator, scales);
}

void readStyle(MemberReader& reader, Style& style) {
    reader.text("name", style.name);
    reader.text("origin", style.origin);
    reader.integer("version", style.version, {0, 1e9});
    reader.object("symbol", [&](MemberReader& inner) { readSymbol(inner, style.symbol); });
    reader.text("title", style.title);
    reader.text("category_field", style.categoryField);
    reader.array("categories", [&](MemberReader& inner) { readCategory(inner, style.categories.emplace_back()); });
    reader.object("label", [&](MemberReader& inner) { readLabel(inner, style.label); });
    reader.number("opacity", style.opacity, shares);
    reader.number("min_scale_denominator", style.minScaleDenominator, scales);
    reader.number("max_scale_denominator", style.maxScaleDenominator, scales);
}

bool isPlainName(const std::string& name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

}  // namespace

gis::Result<Style> styleFromJson(const std::string& json) {
    const auto parsed = MemberReader::Json::parse(json, nullptr, false);
    if (parsed.is_discarded())
        return gis::fail(gis::ErrorCode::InvalidData, {}, gis::message("layers", "the style is not JSON"));
    std::optional<gis::Error> firstError;
    Style style;
    MemberReader reader(parsed, {}, firstError);
    if (!firstError) readStyle(reader, style);
    reader.finish();
    if (firstError) return tl::unexpected<gis::Error>(std::move(*firstError));
    return style;
}

gis::Result<Style> shippedStyle(const std::string& name) {
    const std::string file = "styles/" + name + ".json";
    if (!isPlainName(name))
        return gis::fail(gis::ErrorCode::NotFound, {file, {}, {}},
                         gis::message("layers", "there is no such shipped style"));
    TUCE_TRY(json, gis::readResource(file));
    auto style = styleFromJson(json);
    if (!style) style.error().subject.path = file;
    return style;
}

}  // namespace layers
