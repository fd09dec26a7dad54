// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gis/base/Ids.h"
#include "gis/crs/CoordinateReferenceSystem.h"
#include "gis/geometry/Extent.h"

namespace layers {

/// What a sheet's legend says of one class.
struct LegendItem {
    std::string key;    ///< the class's own title, by which it is known
    std::string title;  ///< shown instead of it; empty: its own
    bool isShown = true;
    bool operator==(const LegendItem&) const = default;
};

/// One map sheet, as a value stored with the plan. Lengths are millimetres on paper.
struct PrintLayout {
    std::int64_t id = 0;
    std::string name;  ///< unique within the project; also the file name of --all
    std::string title;
    double paperWidthMm = 420;  ///< A3 landscape
    double paperHeightMm = 297;
    std::string crsCode;               ///< of the map frame, e.g. "EPSG:4545"
    gis::Extent extent;                ///< wished extent in that CRS; the frame shows at least this
    double scaleDenominator = 0;       ///< 0: the smallest round scale that shows `extent`
    std::vector<gis::LayerId> layers;  ///< what is drawn; empty: all visible ones
    std::string basis;                 ///< 依据: document number and clause
    std::string author;                ///< 编制单位
    std::string date;
    std::vector<std::string> notes;  ///< sources and cautions, a line each
    bool showsLegend = true;
    /// Entries of the legend in this order. Classes that lie in the map and are not named follow in their usual
    /// order, so that nothing drawn is missing by accident; those that do not lie in the map are passed over.
    std::vector<LegendItem> legend;
    bool showsScaleBar = true;
    bool showsNorthArrow = true;
    bool operator==(const PrintLayout&) const = default;
};

std::string toJson(const PrintLayout& layout);
gis::Result<PrintLayout> printLayoutFromJson(const std::string& json);

}  // namespace layers
