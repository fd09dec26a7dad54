// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/Result.h"

namespace layers {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;
    bool operator==(const Colour&) const = default;
};
/// "#rrggbb" or "#rrggbbaa". InvalidData otherwise.
gis::Result<Colour> parseColour(const std::string& text);
std::string toText(Colour colour);

/// All lengths of a symbol are millimetres on paper, so that screen and paper agree.
struct LineSymbol {
    Colour colour;
    double widthMm = 0.3;
    std::vector<double> dashMm;  ///< on, off, on, off …; empty: solid
    Colour casingColour{255, 255, 255, 255};
    double casingMm = 0;     ///< on each side; 0: none
    double innerBandMm = 0;  ///< soft band on the inner side of a boundary; 0: none
    Colour innerBandColour{};
    bool arrow = false;            ///< arrow head at the end
    double taperStart = 1;         ///< width at the start as a share of widthMm (an axis grows towards its head)
    bool smooth = false;           ///< drawn as a smooth curve through the vertices
    Colour endColour{0, 0, 0, 0};  ///< the body runs from `colour` to this one towards the head; alpha 0: no change
    bool operator==(const LineSymbol&) const = default;
};

enum class FillPattern { None, Solid, Hatch, CrossHatch, Dots };

struct FillSymbol {
    FillPattern pattern = FillPattern::Solid;
    Colour colour;         ///< of the ground
    Colour patternColour;  ///< of hatch lines or dots
    double spacingMm = 1.5;
    double angleDegrees = 45;
    double patternWidthMm = 0.15;
    bool ground = false;  ///< painted below all layers: the light ground of a planning range amid muted surroundings
    bool operator==(const FillSymbol&) const = default;
};

enum class MarkerShape { Circle, Ring, Square, Diamond, Triangle, Star, Hexagon };

struct MarkerSymbol {
    MarkerShape shape = MarkerShape::Circle;
    double sizeMm = 2;
    Colour fill;
    Colour outline{255, 255, 255, 255};
    double outlineMm = 0.3;
    Colour centre{};  ///< alpha 0: no dot in the middle
    bool operator==(const MarkerSymbol&) const = default;
};

struct Symbol {
    std::optional<FillSymbol> fill;
    std::optional<LineSymbol> line;  ///< line features, and the outline of polygons
    std::optional<MarkerSymbol> marker;
    bool operator==(const Symbol&) const = default;
};

enum class LabelPlacement { Around, Inside, AlongLine };

struct LabelStyle {
    std::string field;  ///< attribute shown; empty: no labels
    double sizePt = 8;
    bool bold = false;
    Colour colour;
    Colour haloColour{255, 255, 255, 230};
    double haloMm = 0.4;
    double letterSpacing = 0;  ///< in em
    LabelPlacement placement = LabelPlacement::Around;
    int priority = 50;  ///< greater is placed first
    bool operator==(const LabelStyle&) const = default;
};

/// One class of a categorised style: features whose field has this value.
struct Category {
    std::string value;
    std::string title;  ///< in the legend
    Symbol symbol;
    std::optional<LabelStyle> label;  ///< instead of the style's own
    double minScaleDenominator = 0;   ///< drawn only at scales with denominators in [min, max]; 0: no limit
    double maxScaleDenominator = 0;
    bool operator==(const Category&) const = default;
};

/// How a layer is drawn. The JSON form of this value is the truth; QML is derived from it and never read back.
struct Style {
    std::string name;
    std::string origin;  ///< where it comes from and how sure, e.g. "默认样式, 未对照规范"
    int version = 1;
    Symbol symbol;                     ///< for features without a category
    std::string title;                 ///< legend entry of `symbol`; empty: the layer's name
    std::string categoryField;         ///< empty: single symbol
    std::vector<Category> categories;  ///< from the top: the first is painted last and heads the legend
    LabelStyle label;
    double opacity = 1;  ///< 0..1, multiplied into the symbols
    double minScaleDenominator = 0;
    double maxScaleDenominator = 0;
    bool operator==(const Style&) const = default;

    /// The class of an attribute value; nullptr for the default symbol.
    const Category* categoryOf(const std::string& value) const;
};

std::string toJson(const Style& style);
/// InvalidData names the member that is wrong; unknown members are refused.
gis::Result<Style> styleFromJson(const std::string& json);
/// A style that ships: resources/styles/<name>.json. NotFound.
gis::Result<Style> shippedStyle(const std::string& name);

}  // namespace layers
