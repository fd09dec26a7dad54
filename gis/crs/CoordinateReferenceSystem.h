// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "gis/base/Result.h"

namespace gis {

/// Datum families that the rules of Chinese planning data tell apart (domain rule: only these two are taken as equal).
enum class DatumFamily { Unknown, Cgcs2000, Wgs84, Beijing54, Xian80, NewBeijing54, Other };

/// Names a CRS (ISO 19111) by authority code or WKT2. An immutable value; any thread. Coordinates that go with it
/// are always in the traditional GIS order (x east or longitude, y north or latitude), whatever the authority says.
class CoordinateReferenceSystem {
public:
    CoordinateReferenceSystem();  ///< unknown: the layer does not say

    /// "EPSG:4545", "4545" or an OGC URN. CrsUnknown if PROJ does not know it or it is not a 2D/3D horizontal CRS.
    static Result<CoordinateReferenceSystem> fromCode(const std::string& code);
    /// WKT1 (also ESRI's) or WKT2. An authority code is found by comparison where there is a sure one.
    static Result<CoordinateReferenceSystem> fromWkt(const std::string& wkt);
    static CoordinateReferenceSystem cgcs2000();  ///< EPSG:4490
    static CoordinateReferenceSystem wgs84();     ///< EPSG:4326

    bool isKnown() const;
    bool isGeographic() const;  ///< coordinates are degrees
    bool isProjected() const;
    /// "EPSG:4545", or empty if there is no sure code.
    const std::string& code() const;
    /// EPSG number, 0 if none.
    int epsg() const;
    const std::string& name() const;
    /// WKT2:2019, one line; empty if unknown.
    const std::string& wkt() const;
    /// WKT1 as GDAL writes it (OGC 01-009), one line, for formats that ask for it; empty where WKT1 cannot say it.
    std::string wkt1() const;
    DatumFamily datumFamily() const;
    const std::string& datumName() const;
    /// Metres in one unit of a projected CRS; 0 for a geographic one.
    double metresPerUnit() const;
    /// Central meridian in degrees for a Gauss-Krüger (transverse Mercator) CRS, else NaN.
    double centralMeridian() const;

    /// The geographic CRS that a projected one is built on; a geographic one itself. Unknown for unknown.
    CoordinateReferenceSystem geographicBase() const;

    /// The same CRS apart from axis order and name.
    bool operator==(const CoordinateReferenceSystem& other) const;

private:
    struct Data;
    explicit CoordinateReferenceSystem(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> m_data;
};

}  // namespace gis
