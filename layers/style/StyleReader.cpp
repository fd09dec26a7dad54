// SPDX-License-Identifier: Apache-2.0
#include "gis/base/Resources.h"
#include "layers/style/Filter.h"
#include "layers/style/MemberReader.h"
#include "layers/style/StyleNames.h"
#include "layers/style/StyleWords.h"

namespace layers {

namespace {

constexpr MemberReader::Range lengths{0, 1000};
constexpr MemberReader::Range scales{0, 1e12};
constexpr MemberReader::Range shares{0, 1};
constexpr MemberReader::Range anyNumbers{-1e300, 1e300};
constexpr std::size_t mostDashes = 64;

void readMarker(MemberReader& reader, MarkerSymbol& marker) {
    reader.word("shape", marker.shape, markerShapeWords);
    reader.number("size_mm", marker.sizeMm, lengths);
    reader.colour("fill", marker.fill);
    reader.colour("outline", marker.outline);
    reader.number("outline_mm", marker.outlineMm, lengths);
    reader.colour("centre", marker.centre);
    reader.integer("rings", marker.rings, {1, 6});
    reader.text("svg", marker.svg);
    if (!marker.svg.empty() && !isPlainName(marker.svg))
        reader.refuse("svg", gis::message("layers", "must be the name of a shipped drawing"));
    reader.text("size_field", marker.sizeField);
    reader.number("size_value", marker.sizeValue, {1e-9, 1e15});
}

void readMarks(MemberReader& reader, LineMarks& marks) {
    reader.word("kind", marks.kind, markKindWords);
    reader.number("spacing_mm", marks.spacingMm, {0.3, 1000});
    reader.number("length_mm", marks.lengthMm, lengths);
    reader.number("width_mm", marks.widthMm, lengths);
    reader.boolean("one_sided", marks.oneSided);
    reader.object("marker", [&](MemberReader& inner) { readMarker(inner, marks.marker); });
}

void readLine(MemberReader& reader, LineSymbol& line) {
    reader.colour("colour", line.colour);
    reader.colour("end_colour", line.endColour);
    reader.number("width_mm", line.widthMm, lengths);
    reader.numbers("dash_mm", line.dashMm, lengths);
    if (line.dashMm.size() > mostDashes) reader.refuse("dash_mm", gis::message("layers", "has too many dashes"));
    reader.colour("casing_colour", line.casingColour);
    reader.number("casing_mm", line.casingMm, lengths);
    reader.number("inner_band_mm", line.innerBandMm, lengths);
    reader.colour("inner_band_colour", line.innerBandColour);
    reader.boolean("arrow", line.arrow);
    reader.number("taper_start", line.taperStart, {0, 10});
    reader.boolean("smooth", line.smooth);
    reader.boolean("arrow_at_start", line.arrowAtStart);
    reader.boolean("round_dots", line.roundDots);
    reader.number("offset_mm", line.offsetMm, {-100, 100});
    reader.number("double_gap_mm", line.doubleGapMm, {0, 100});
    reader.word("heads", line.heads, lineEndsWords);
    reader.number("head_mm", line.headMm, {0.1, 100});
    reader.object("marks", [&](MemberReader& inner) { readMarks(inner, line.marks.emplace()); });
}

void readFill(MemberReader& reader, FillSymbol& fill) {
    reader.word("pattern", fill.pattern, fillPatternWords);
    reader.colour("colour", fill.colour);
    reader.colour("pattern_colour", fill.patternColour);
    reader.number("spacing_mm", fill.spacingMm, {0.2, 1000});  // closer ones would be a grey, and very many
    if (fill.pattern == FillPattern::Markers && fill.spacingMm < 0.8)
        reader.refuse("spacing_mm", gis::message("layers", "must be at least 0.8 for markers"));
    reader.number("angle_degrees", fill.angleDegrees, {-360, 360});
    reader.number("pattern_width_mm", fill.patternWidthMm, lengths);
    reader.boolean("ground", fill.ground);
    reader.object("pattern_marker", [&](MemberReader& inner) { readMarker(inner, fill.patternMarker); });
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
    reader.word("callout", label.callout, labelCalloutWords);
    reader.number("least_size_mm", label.leastSizeMm, lengths);
    reader.number("apart_mm", label.apartMm, {0, 10000});
    reader.integer("line_letters", label.lineLetters, {0, 200});
}

void readCategory(MemberReader& reader, Category& category) {
    reader.text("value", category.value);
    reader.text("title", category.title);
    reader.object("symbol", [&](MemberReader& inner) { readSymbol(inner, category.symbol); });
    reader.object("label", [&](MemberReader& inner) { readLabel(inner, category.label.emplace()); });
    reader.number("min_scale_denominator", category.minScaleDenominator, scales);
    reader.number("max_scale_denominator", category.maxScaleDenominator, scales);
    reader.number("lower", category.lower, anyNumbers);
    reader.number("upper", category.upper, anyNumbers);
    if (category.lower > category.upper) reader.refuse("upper", gis::message("layers", "must not be below lower"));
    reader.text("filter", category.filter);
    if (category.filter.empty()) return;
    if (const auto filter = Filter::parse(category.filter); !filter) reader.refuse("filter", filter.error().problem);
}

void readStyle(MemberReader& reader, Style& style) {
    reader.text("name", style.name);
    reader.text("origin", style.origin);
    reader.word("certainty", style.certainty, certaintyWords);
    reader.integer("version", style.version, {0, 1e9});
    reader.object("symbol", [&](MemberReader& inner) { readSymbol(inner, style.symbol); });
    reader.text("title", style.title);
    reader.word("classed_by", style.classedBy, classedByWords);
    reader.text("category_field", style.categoryField);
    reader.array("categories", [&](MemberReader& inner) { readCategory(inner, style.categories.emplace_back()); });
    if (style.categories.size() > mostCategories)
        reader.refuse("categories", gis::message("layers", "has too many classes"));
    reader.boolean("others_hidden", style.othersHidden);
    reader.boolean("open_junctions", style.openJunctions);
    reader.object("label", [&](MemberReader& inner) { readLabel(inner, style.label); });
    reader.number("opacity", style.opacity, shares);
    reader.number("min_scale_denominator", style.minScaleDenominator, scales);
    reader.number("max_scale_denominator", style.maxScaleDenominator, scales);
}

}  // namespace

bool isPlainName(const std::string& name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

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
