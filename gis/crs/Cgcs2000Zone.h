// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "gis/crs/CoordinateReferenceSystem.h"
#include "gis/geometry/Geometry.h"

namespace gis {

enum class ZoneWidth { ThreeDegrees, SixDegrees };
enum class ZoneNumbering { None, InEasting };

/// The CGCS2000 Gauss-Krüger zone whose central meridian is nearest to a longitude (EPSG 4491-4554).
/// InvalidArgument outside 73.5°E..136.5°E (3°) or 72°E..138°E (6°).
Result<CoordinateReferenceSystem> cgcs2000Zone(double longitudeDegrees, ZoneWidth width = ZoneWidth::ThreeDegrees,
                                               ZoneNumbering numbering = ZoneNumbering::None);
/// What a CGCS2000 Gauss-Krüger CRS is.
struct ZoneDescription {
    ZoneWidth width = ZoneWidth::ThreeDegrees;
    ZoneNumbering numbering = ZoneNumbering::None;
    int number = 0;           ///< as zoneNumber()
    int centralMeridian = 0;  ///< degrees east
};
/// By the EPSG number (4491-4554); nothing for any other CRS.
std::optional<ZoneDescription> cgcs2000ZoneOf(const CoordinateReferenceSystem& crs);
/// Its zone number: 3° zone = CM / 3, 6° zone = (CM + 3) / 6.
int zoneNumber(double centralMeridianDegrees, ZoneWidth width);

/// What the size of the numbers says about a layer without CRS (domain heuristics 1.4). A proposal, never applied
/// by itself: `candidate` may be unknown, `reason` says what was seen.
struct CrsGuess {
    CoordinateReferenceSystem candidate;
    bool axesSwapped = false;
    Message reason;
};
CrsGuess guessCrs(const Extent& extent);

/// The CrsMissing of a layer: what its numbers look like, and that `option` (as "--crs") tells the CRS. The guess is put
/// into words in the language of the moment.
Error crsMissing(Subject subject, const Extent& extent, const std::string& option);

}  // namespace gis
