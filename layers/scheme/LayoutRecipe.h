// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "layers/plan/Layer.h"
#include "layers/scheme/BuildContext.h"
#include "layers/scheme/Scheme.h"

namespace layers {

/// Where a shape lies and how large it is, in its CRS: square units, units, or the number of points.
struct ShapeMeasures {
    gis::Extent extent;
    double size = 0;
};
ShapeMeasures measuresOf(const gis::Geometry& geometry);

/// A shape made by hand that gave way to one built again; it can be taken back.
struct HandShape {
    std::string wkt;  ///< in the CRS of the layer
    std::string who, when;
    bool operator==(const HandShape&) const = default;
};

/// What a built feature was made from: enough to make it again, to explain it, and to know whether its shape was
/// changed by hand since. A value.
struct LayoutRecipe {
    SchemeElement element;
    std::string builder;                       ///< path, band, disc, union, points, corridor, barrier
    std::map<std::string, double> parameters;  ///< in km, as used
    std::vector<std::string> carriers;         ///< those that shaped it
    std::string shape;                         ///< mark of the geometry as built; empty if not known
    std::optional<ShapeMeasures> measures;     ///< of the geometry as built; older recipes have none
    std::vector<std::string> inferred;         ///< of the carriers those that follow lines of other names
    std::vector<std::string> withoutBoundary;  ///< members shown by their seat
    std::optional<HandShape> hand;             ///< kept beside
};

/// The JSON that goes into the field `recipe`; `geometry` is the feature's, in the CRS of its layer.
std::string recipeText(const SchemeElement& element, const BuiltShape& shape, const gis::Geometry& geometry);

/// The same recipe with another shape kept beside, or none; one that is damaged stays as it is.
std::string withHandShape(const std::string& recipe, const std::optional<HandShape>& hand);
/// The same recipe of an element told in other words; one that is damaged stays as it is.
std::string withElement(const std::string& recipe, const SchemeElement& element);

/// The recipe of a feature; nothing if it was drawn by hand, detached, or its recipe is damaged.
std::optional<LayoutRecipe> recipeOf(const Layer& layer, const gis::Feature& feature);

/// Whether something is written where the recipe stands, damaged or not: quick, for many features.
bool bearsRecipe(const Layer& layer, const gis::Feature& feature);

/// True if the shape was made by hand, or if that cannot be told: what replaces it must keep it.
bool mayBeMadeByHand(const LayoutRecipe& recipe, const gis::Feature& feature);
/// True if the geometry is not the one that was built (moved, a vertex changed). False for recipes of older plans that
/// bear no mark of their shape: of these it cannot be told.
bool isHandEdited(const LayoutRecipe& recipe, const gis::Feature& feature);

/// A mark that two geometries share if, as good as certainly, their coordinates are equal bit by bit.
std::string shapeMark(const gis::Geometry& geometry);

}  // namespace layers
