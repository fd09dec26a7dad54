// SPDX-License-Identifier: Apache-2.0
#include "layers/style/ClassMaking.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "layers/style/FieldNumbers.h"

namespace layers {

namespace {

Colour withAlpha(Colour colour, std::uint8_t alpha) {
    colour.alpha = alpha;
    return colour;
}

/// A little darker, for outlines.
Colour deeper(Colour colour) {
    const auto part = [](std::uint8_t value) { return static_cast<std::uint8_t>(value * 0.62); };
    return {part(colour.red), part(colour.green), part(colour.blue), colour.alpha};
}

gis::Result<int> fieldIn(const gis::FeatureTable& table, const std::string& name) {
    const int field = table.schema().indexOf(name);
    if (field >= 0) return field;
    return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "there is no field \"%1\"", {name}));
}

void dress(std::vector<Category>& classes, const ClassWish& wish) {
    const auto colours = wish.ramp ? coloursOf(*wish.ramp, classes.size()) : std::vector<Colour>();
    for (std::size_t index = 0; index < classes.size(); ++index) {
        Symbol& symbol = classes[index].symbol;
        symbol = wish.base;
        if (!colours.empty()) symbol = recoloured(symbol, colours[index], wish.dimension);
        if (!wish.sizesMm) continue;
        const double share =
            classes.size() < 2 ? 1 : static_cast<double>(index) / static_cast<double>(classes.size() - 1);
        const double size = wish.sizesMm->first + (wish.sizesMm->second - wish.sizesMm->first) * share;
        if (wish.dimension == 0 && symbol.marker) symbol.marker->sizeMm = size;
        if (wish.dimension == 1 && symbol.line) symbol.line->widthMm = size;
    }
}

/// As many digits as tell the limits of a class apart.
int digitsFor(const std::vector<double>& breaks) {
    double least = INFINITY;
    for (std::size_t index = 0; index + 1 < breaks.size(); ++index)
        if (breaks[index + 1] > breaks[index]) least = std::min(least, breaks[index + 1] - breaks[index]);
    if (!std::isfinite(least)) return 2;
    return std::clamp(1 - static_cast<int>(std::floor(std::log10(least))), 0, 9);
}

std::string written(double number, int digits) {
    std::string text = fmt::format("{:.{}f}", number, digits);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

}  // namespace

Symbol recoloured(Symbol symbol, Colour colour, int dimension) {
    if (dimension == 0 && symbol.marker) {
        symbol.marker->fill = withAlpha(colour, std::max<std::uint8_t>(symbol.marker->fill.alpha, 64));
        if (symbol.marker->shape == MarkerShape::Ring || symbol.marker->shape == MarkerShape::Concentric)
            symbol.marker->outline = colour;
    }
    if (dimension == 1 && symbol.line) symbol.line->colour = withAlpha(colour, symbol.line->colour.alpha);
    if (dimension == 2 && symbol.fill) {
        FillSymbol& fill = *symbol.fill;
        const bool isPlain = fill.pattern == FillPattern::Solid || fill.pattern == FillPattern::None;
        if (fill.pattern == FillPattern::None) fill.pattern = FillPattern::Solid;
        fill.colour = withAlpha(colour, std::max<std::uint8_t>(fill.colour.alpha, 64));
        if (!isPlain) fill.patternColour = withAlpha(deeper(colour), fill.patternColour.alpha);
        fill.patternMarker.fill = withAlpha(deeper(colour), fill.patternMarker.fill.alpha);
        if (symbol.line) symbol.line->colour = withAlpha(deeper(colour), symbol.line->colour.alpha);
    }
    return symbol;
}

gis::Result<std::vector<Category>> classesByValue(const gis::FeatureTable& table, const ClassWish& wish) {
    TUCE_TRY(field, fieldIn(table, wish.field));
    // Numbers first and in their order, then texts.
    std::set<std::pair<double, std::string>> values;
    for (const gis::Feature& feature : table) {
        const std::string text = gis::toText(feature.attribute(field));
        if (text.empty()) continue;
        constexpr double behindAll = std::numeric_limits<double>::infinity();
        values.emplace(numberOf(feature.attribute(field)).value_or(behindAll), text);
        if (values.size() > mostValueClasses)
            return gis::fail(gis::ErrorCode::InvalidArgument, {},
                             gis::message("layers", "the field \"%1\" has more than %2 different values",
                                          {wish.field, std::to_string(mostValueClasses)}),
                             gis::message("layers", "Choose another field, or classes by range or by rules."));
    }
    if (values.empty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "the field \"%1\" is empty everywhere", {wish.field}));
    std::vector<Category> classes;
    for (const auto& [number, text] : values) {
        Category& made = classes.emplace_back();
        made.value = made.title = text;
    }
    dress(classes, wish);
    return classes;
}

gis::Result<std::vector<Category>> classesByRange(const gis::FeatureTable& table, const ClassWish& wish) {
    TUCE_TRY(field, fieldIn(table, wish.field));
    TUCE_TRY(breaks, classBreaks(numbersOf(table, field), wish.count, wish.method));
    const int digits = digitsFor(breaks);
    std::vector<Category> classes;
    for (std::size_t index = 0; index + 1 < breaks.size(); ++index) {
        Category& made = classes.emplace_back();
        made.lower = breaks[index];
        made.upper = breaks[index + 1];
        made.title = made.lower == made.upper ? written(made.lower, digits)
                                              : written(made.lower, digits) + " – " + written(made.upper, digits);
    }
    dress(classes, wish);
    return classes;
}

}  // namespace layers
