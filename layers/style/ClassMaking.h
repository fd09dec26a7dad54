// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/feature/FeatureTable.h"
#include "layers/style/ClassBreaks.h"
#include "layers/style/ColourRamp.h"
#include "layers/style/Style.h"

namespace layers {

/// How classes are to be made from a field's values.
struct ClassWish {
    std::string field;
    Symbol base;                     ///< each class is this symbol with a colour of the ramp
    int dimension = 2;               ///< of the features: which part of the symbol takes the colour
    std::optional<ColourRamp> ramp;  ///< none: the colours of the base
    BreakMethod method = BreakMethod::NaturalBreaks;
    int count = 5;
    /// Markers' sizes or lines' widths from the least class to the greatest, mm; none: those of the base.
    std::optional<std::pair<double, double>> sizesMm;
};

inline constexpr std::size_t mostValueClasses = 200;

/// One class for each value, numbers in their order, then texts; features without a value have no class. NotFound for
/// a field that the table does not have, InvalidArgument for more than mostValueClasses values or none.
gis::Result<std::vector<Category>> classesByValue(const gis::FeatureTable& table, const ClassWish& wish);
/// Classes of numbers from the least to the greatest, titled "10 – 20". Errors: as above, and those of classBreaks.
gis::Result<std::vector<Category>> classesByRange(const gis::FeatureTable& table, const ClassWish& wish);
/// A symbol in another colour; the parts keep their transparency.
Symbol recoloured(Symbol symbol, Colour colour, int dimension);

}  // namespace layers
