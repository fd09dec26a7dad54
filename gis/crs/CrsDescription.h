// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

#include "gis/crs/ProjHandles.h"

namespace gis {

/// What is asked of a CRS, read out of PROJ once, so that the value needs no handle afterwards.
struct CrsDescription {
    enum class Kind { Unknown, Geographic, Projected };
    Kind kind = Kind::Unknown;
    std::string code;
    int epsg = 0;
    std::string name;
    std::string wkt;
    DatumFamily family = DatumFamily::Unknown;
    std::string datumName;
    double metresPerUnit = 0;
    double centralMeridian = std::numeric_limits<double>::quiet_NaN();
};

/// Whether a definition came out of PROJ's database or out of somebody's text, which may claim a wrong id.
enum class Origin { Database, Text };

/// Cuts bound, compound and 3D CRSs down to the horizontal one, finds its EPSG code where there is a sure one, and
/// reads the rest. CrsUnknown for what is not horizontal. `text` is named in errors.
Result<CrsDescription> describeCrs(PJ_CONTEXT* context, proj::Object crs, const std::string& text, Origin origin);

/// The family of a CRS's datum, by datum name, else by the names of the CRS, else by the ellipsoid (the signs of the
/// old Chinese datums: Krassowsky 6378245, IUGG 1975 6378140).
DatumFamily datumFamilyOf(PJ_CONTEXT* context, const PJ* crs);

}  // namespace gis
