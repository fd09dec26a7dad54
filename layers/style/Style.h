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

enum class MarkerShape { Circle, Ring, Square, Diamond, Triangle, Star, Hexagon, Concentric, Svg };

/// All lengths of a symbol are millimetres on paper, so that screen and paper agree.
struct MarkerSymbol {
    MarkerShape shape = MarkerShape::Circle;
    double sizeMm = 2;  ///< across; with `sizeField` that of `sizeValue`
    Colour fill{};
    Colour outline{255, 255, 255, 255};
    double outlineMm = 0.3;
    Colour centre{};          ///< alpha 0: no dot in the middle
    int rings = 2;            ///< of concentric circles, 1..6
    std::string svg{};        ///< name of a shipped drawing, resources/symbols/<svg>.svg, for MarkerShape::Svg
    std::string sizeField{};  ///< graded: area in proportion to this number; empty: all alike
    double sizeValue = 1;     ///< the number that has sizeMm
    bool operator==(const MarkerSymbol&) const = default;
};

enum class LineEnds { None, End, Start, Both };
enum class MarkKind { Ticks, Markers };

/// What is repeated along a line: ticks across it (railways) or markers.
struct LineMarks {
    MarkKind kind = MarkKind::Ticks;
    double spacingMm = 4;   ///< from mark to mark; the first stands at half of it
    double lengthMm = 1.6;  ///< of a tick
    double widthMm = 0.2;   ///< of a tick
    bool oneSided = false;  ///< ticks on the right side of the line's direction alone; of polygons: inward
    MarkerSymbol marker;    ///< for MarkKind::Markers; stands upright
    bool operator==(const LineMarks&) const = default;
};

/// How lines and the outlines of polygons are drawn.
struct LineSymbol {
    Colour colour;
    double widthMm = 0.3;
    std::vector<double> dashMm;  ///< on, off, on, off …; empty: solid
    Colour casingColour{255, 255, 255, 255};
    double casingMm = 0;     ///< on each side; 0: none
    double innerBandMm = 0;  ///< soft band on the inner side of a boundary; 0: none
    Colour innerBandColour{};
    bool arrow = false;               ///< lines are bodies with an arrow head at the end
    double taperStart = 1;            ///< width at the start, with two heads in the middle, as a share of widthMm
    bool smooth = false;              ///< drawn as a smooth curve through the vertices
    Colour endColour{0, 0, 0, 0};     ///< the body runs from `colour` to this one towards the head; alpha 0: no change
    bool arrowAtStart = false;        ///< the body has a head at its start too
    bool roundDots = false;           ///< dashes not longer than the line is wide are round dots (chains of boundaries)
    double offsetMm = 0;              ///< to the right of the line's direction; of polygons: inward. Not for bodies
    double doubleGapMm = 0;           ///< clear space between two lines of widthMm each; 0: one line. Not for bodies
    LineEnds heads = LineEnds::None;  ///< small arrow heads of a plain line; not for bodies and polygons
    double headMm = 2;                ///< their length
    std::optional<LineMarks> marks{};  ///< repeated along the line
    bool operator==(const LineSymbol&) const = default;
};

enum class FillPattern { None, Solid, Hatch, CrossHatch, Dots, Markers };

struct FillSymbol {
    FillPattern pattern = FillPattern::Solid;
    Colour colour;         ///< of the ground
    Colour patternColour;  ///< of hatch lines or dots
    double spacingMm = 1.5;
    double angleDegrees = 45;
    double patternWidthMm = 0.15;
    bool ground = false;  ///< painted below all layers: the light ground of a planning range amid muted surroundings
    MarkerSymbol patternMarker{MarkerShape::Circle, 1};  ///< for FillPattern::Markers
    bool operator==(const FillSymbol&) const = default;
};

struct Symbol {
    std::optional<FillSymbol> fill;
    std::optional<LineSymbol> line;  ///< line features, and the outline of polygons
    std::optional<MarkerSymbol> marker;
    bool operator==(const Symbol&) const = default;
};

enum class LabelPlacement { Around, Inside, AlongLine };
/// How a name that finds no free place near its feature is tied to it from further away.
enum class LabelCallout { None, Line, Box };

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
    LabelCallout callout = LabelCallout::None;
    double leastSizeMm = 0;  ///< lines and areas whose box is smaller on paper bear no name; 0: no limit
    double apartMm = 120;    ///< lines and areas of one name bear it at least so far apart; 0: each bears it
    int lineLetters = 0;     ///< in one line, then the name goes on in the next; 0: as the room asks
    bool operator==(const LabelStyle&) const = default;
};

/// What the classes of a style go by. Without a field, Value means one symbol for all features.
enum class ClassedBy { Value, Range, Rule };

/// One class of a style. Which features it has: by value, those whose field has `value`; by range, those whose field
/// is a number in [lower, upper]; by rule, all. A filter (see Filter.h) narrows each of these.
struct Category {
    std::string value;
    std::string title;  ///< in the legend
    Symbol symbol;
    std::optional<LabelStyle> label;  ///< instead of the style's own
    double minScaleDenominator = 0;   ///< drawn only at scales with denominators in [min, max]; 0: no limit
    double maxScaleDenominator = 0;
    double lower = 0;
    double upper = 0;
    std::string filter{};  ///< empty: no condition
    bool operator==(const Category&) const = default;
};

/// How sure it is that a style follows a drawing specification; shown wherever the style is offered.
enum class Certainty { Unsaid, Low, Medium, High };

/// How a layer is drawn. The JSON form of this value is the truth; QML is derived from it and never read back.
struct Style {
    std::string name;
    std::string origin;  ///< where it comes from and how sure, e.g. "默认样式, 未对照规范"
    Certainty certainty = Certainty::Unsaid;
    int version = 1;
    Symbol symbol;      ///< for features without a class
    std::string title;  ///< legend entry of `symbol`; empty: the layer's name
    ClassedBy classedBy = ClassedBy::Value;
    std::string categoryField;         ///< of values and ranges; empty: none, so only rules have classes
    std::vector<Category> categories;  ///< from the top: the first that fits counts, is painted last, heads the legend
    bool othersHidden = false;         ///< features without a class are not drawn
    bool openJunctions = false;        ///< casings of all classes lie below all lines, so that roads of several join
    LabelStyle label;
    double opacity = 1;  ///< 0..1, multiplied into the symbols
    double minScaleDenominator = 0;
    double maxScaleDenominator = 0;
    bool operator==(const Style&) const = default;

    /// True if features have different symbols.
    bool hasClasses() const { return classedBy == ClassedBy::Rule || !categoryField.empty(); }
    /// The first class of an attribute value; nullptr for the default symbol.
    const Category* categoryOf(const std::string& value) const;
};

/// Room for more would only slow down drawing and reading; styles beyond are refused.
inline constexpr std::size_t mostCategories = 2000;

std::string toJson(const Style& style);
/// InvalidData names the member that is wrong; unknown members are refused.
gis::Result<Style> styleFromJson(const std::string& json);
/// A style that ships: resources/styles/<name>.json. NotFound.
gis::Result<Style> shippedStyle(const std::string& name);

}  // namespace layers
