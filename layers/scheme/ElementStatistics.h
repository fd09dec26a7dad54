// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "layers/scheme/LayoutBuilder.h"

namespace layers {

/// Which facts are an area or a length, and their units in m² and m. The indicators from
/// resources/schemes/fact_indicators.json, the units from corpus/figures.json.
struct FactUnits {
    struct Measure {
        std::vector<std::string> indicators;
        std::map<std::string, double> units;
        /// The first measured or approximate fact of this measure, in m² or m; nothing if the paper prints none.
        std::optional<double> printed(const std::vector<SchemeFact>& facts) const;
        /// The fact that it is; null if none.
        const SchemeFact* printedFact(const std::vector<SchemeFact>& facts) const;
    };
    Measure area, length;
};
gis::Result<FactUnits> shippedFactUnits();

/// What the drawn shape of an element measures beside what its paper prints.
struct ElementStatistics {
    std::string id;
    std::optional<double> areaSquareMetres;  ///< national formula (gis/analysis); of areas
    std::optional<double> lengthMetres;      ///< geodesic; of lines
    std::optional<double> printedSquareMetres;
    std::optional<double> printedMetres;
    std::size_t members = 0;
    std::size_t membersWithoutBoundary = 0;
    /// Measured over printed; nothing where either is missing.
    std::optional<double> areaRatio() const;
    std::optional<double> lengthRatio() const;
};

/// One for each element of the scheme, in its order; `layout` is what was built of it. A schematic shape's area says
/// nothing of the ground, only of the drawing. Errors: a CRS without a way to latitude and longitude. Pure; any thread.
gis::Result<std::vector<ElementStatistics>> elementStatistics(const Scheme& scheme, const BuiltLayout& layout,
                                                              const FactUnits& units,
                                                              const gis::JobControl& control = {});

}  // namespace layers
