// SPDX-License-Identifier: Apache-2.0
#include "gis/crs/Cgcs2000Zone.h"

#include <algorithm>
#include <cmath>

namespace gis {

namespace {

// EPSG numbers of the first zone of each series, and its zone number where the easting has one.
constexpr int sixDegreesNumbered = 4491;    // zones 13-23
constexpr int sixDegreesPlain = 4502;       // central meridians 75-135
constexpr int threeDegreesNumbered = 4513;  // zones 25-45
constexpr int threeDegreesPlain = 4534;     // central meridians 75-135
constexpr int firstMeridian = 75;

struct Range {
    double low;
    double high;
    bool holds(double from, double to) const { return low <= from && to <= high; }
};
constexpr Range degreesEast{73, 136};
constexpr Range degreesNorth{3, 54};
constexpr Range northings{300'000, 6'100'000};
constexpr Range plainEastings{166'000, 834'000};
constexpr Range metresInZone{100'000, 900'000};

CoordinateReferenceSystem byNumber(int epsg) {
    return CoordinateReferenceSystem::fromCode(std::to_string(epsg)).value_or(CoordinateReferenceSystem());
}

/// The zone number that both ends of a range of eastings carry, else 0.
int zoneInEasting(double low, double high) {
    const double million = 1e6;
    const int zone = static_cast<int>(std::clamp(std::floor(low / million), 0.0, 1000.0));
    return zone == static_cast<int>(std::clamp(std::floor(high / million), 0.0, 1000.0)) &&
                   metresInZone.holds(low - zone * million, high - zone * million)
               ? zone
               : 0;
}

CrsGuess guessPlane(double eastLow, double eastHigh, bool swapped) {
    CrsGuess guess;
    guess.axesSwapped = swapped;
    const int zone = zoneInEasting(eastLow, eastHigh);
    if (zone >= 25 && zone <= 45) {
        guess.candidate = byNumber(threeDegreesNumbered + zone - 25);
        guess.reason =
            message("gis", "eastings of 8 digits begin with %1, which is a 3-degree zone (central meridian %2)",
                    {std::to_string(zone), std::to_string(zone * 3)});
    } else if (zone >= 13 && zone <= 23) {
        guess.candidate = byNumber(sixDegreesNumbered + zone - 13);
        guess.reason =
            message("gis", "eastings of 8 digits begin with %1, which is a 6-degree zone (central meridian %2)",
                    {std::to_string(zone), std::to_string(zone * 6 - 3)});
    } else if (plainEastings.holds(eastLow, eastHigh)) {
        guess.reason = message("gis", "eastings of 6 digits have no zone number: the central meridian has to be told");
    } else {
        guess.axesSwapped = false;
        guess.reason = message("gis", "the numbers fit no usual coordinate reference system");
    }
    return guess;
}

}  // namespace

std::optional<ZoneDescription> cgcs2000ZoneOf(const CoordinateReferenceSystem& crs) {
    const int epsg = crs.epsg();
    constexpr int last = 4554;
    if (epsg < sixDegreesNumbered || epsg > last) return std::nullopt;
    ZoneDescription zone;
    zone.width = epsg < threeDegreesNumbered ? ZoneWidth::SixDegrees : ZoneWidth::ThreeDegrees;
    const bool isWide = zone.width == ZoneWidth::SixDegrees;
    const int plain = isWide ? sixDegreesPlain : threeDegreesPlain;
    zone.numbering = epsg < plain ? ZoneNumbering::InEasting : ZoneNumbering::None;
    const int first = epsg < plain ? (isWide ? sixDegreesNumbered : threeDegreesNumbered) : plain;
    zone.centralMeridian = firstMeridian + (epsg - first) * (isWide ? 6 : 3);
    zone.number = zoneNumber(zone.centralMeridian, zone.width);
    return zone;
}

int zoneNumber(double centralMeridianDegrees, ZoneWidth width) {
    return static_cast<int>(
        std::lround(width == ZoneWidth::ThreeDegrees ? centralMeridianDegrees / 3 : (centralMeridianDegrees + 3) / 6));
}

Result<CoordinateReferenceSystem> cgcs2000Zone(double longitudeDegrees, ZoneWidth width, ZoneNumbering numbering) {
    const bool three = width == ZoneWidth::ThreeDegrees;
    const double west = three ? 73.5 : 72;
    const double east = three ? 136.5 : 138;
    if (!(longitudeDegrees >= west && longitudeDegrees <= east)) {
        return fail(ErrorCode::InvalidArgument, {},
                    message("gis", "longitude %1 lies outside the zones of CGCS2000 (%2 to %3 degrees east)",
                            {std::to_string(longitudeDegrees), std::to_string(west), std::to_string(east)}));
    }
    // On the border of two zones the eastern one is taken, except at the end of the last.
    const int step = three ? 3 : 6;
    const int last = three ? 20 : 10;
    const int index = std::min(last, static_cast<int>(std::floor((longitudeDegrees - west) / step)));
    const bool numbered = numbering == ZoneNumbering::InEasting;
    const int base = three ? (numbered ? threeDegreesNumbered : threeDegreesPlain)
                           : (numbered ? sixDegreesNumbered : sixDegreesPlain);
    static_assert(firstMeridian == 25 * 3 && firstMeridian == 13 * 6 - 3);
    return CoordinateReferenceSystem::fromCode(std::to_string(base + index));
}

CrsGuess guessCrs(const Extent& extent) {
    if (extent.isEmpty()) return {{}, false, message("gis", "there are no coordinates to judge by")};
    const auto degrees = [](double eastLow, double eastHigh, double northLow, double northHigh) {
        return degreesEast.holds(eastLow, eastHigh) && degreesNorth.holds(northLow, northHigh);
    };
    if (degrees(extent.minX, extent.maxX, extent.minY, extent.maxY)) {
        return {CoordinateReferenceSystem::cgcs2000(), false,
                message("gis", "the numbers look like degrees of longitude and latitude")};
    }
    if (degrees(extent.minY, extent.maxY, extent.minX, extent.maxX)) {
        return {CoordinateReferenceSystem::cgcs2000(), true,
                message("gis", "the numbers look like degrees with latitude before longitude")};
    }
    if (northings.holds(extent.minY, extent.maxY) && !northings.holds(extent.minX, extent.maxX))
        return guessPlane(extent.minX, extent.maxX, false);
    if (northings.holds(extent.minX, extent.maxX) && !northings.holds(extent.minY, extent.maxY))
        return guessPlane(extent.minY, extent.maxY, true);
    // Both could be northings: an easting of 6 digits beside a northing of 7.
    if (plainEastings.holds(extent.minX, extent.maxX) && extent.minY > 900'000)
        return guessPlane(extent.minX, extent.maxX, false);
    if (plainEastings.holds(extent.minY, extent.maxY) && extent.minX > 900'000)
        return guessPlane(extent.minY, extent.maxY, true);
    return {{}, false, message("gis", "the numbers fit no usual coordinate reference system")};
}

Error crsMissing(Subject subject, const Extent& extent, const std::string& option) {
    const CrsGuess guess = guessCrs(extent);
    const std::string seen = translated(guess.reason);
    Error error;
    error.code = ErrorCode::CrsMissing;
    error.subject = std::move(subject);
    error.problem = message("gis", "the layer does not say its coordinate reference system");
    if (guess.axesSwapped) {
        error.advice = message("gis", "%1; the axes seem to be swapped, so mend the file first", {seen});
    } else if (guess.candidate.isKnown()) {
        error.advice = message("gis", "%1; if that is right, add %2 %3", {seen, option, guess.candidate.code()});
    } else {
        error.advice = message("gis", "%1; name it with %2 CODE", {seen, option});
    }
    return error;
}

}  // namespace gis
