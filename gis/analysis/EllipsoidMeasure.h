// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gis/base/Result.h"
#include "gis/crs/CoordinateReferenceSystem.h"
#include "gis/geometry/Geometry.h"

namespace gis {

/// Area by the national formula (国土调查办发〔2008〕32号, CGCS2000 ellipsoid) and geodesic length of geometries whose
/// edges are straight in `crs`. Made per job; one per thread.
///
/// An edge's term is the line integral of (λ - L0) dF(B) along the edge as it runs in its own CRS, so it is additive
/// wherever the edge is cut; quadrature error below 1e-9 relative or 1e-4 m² of the limit. Projected CRSs go through
/// PROJ's inverse; CRSs of another datum are brought to WGS 84 where PROJ knows a real shift (see CoordinateTransform),
/// else they follow `make`'s errors. An edge of more than 2·10⁹ m is beyond the bound.
class EllipsoidMeasure {
public:
    /// CrsMissing, or DatumShiftUnknown for datums other than CGCS2000 and WGS 84 unless `acceptOtherDatum`
    /// (then the CRS's own latitudes and longitudes are used as if on CGCS2000).
    static Result<EllipsoidMeasure> make(const CoordinateReferenceSystem& crs, bool acceptOtherDatum = false);
    EllipsoidMeasure(EllipsoidMeasure&&) noexcept;
    EllipsoidMeasure& operator=(EllipsoidMeasure&&) noexcept;
    ~EllipsoidMeasure();

    /// m², never negative; holes subtract; 0 for lines and points. NaN if a vertex has no latitude.
    double areaSquareMetres(const Geometry& geometry) const;
    /// m along the native-straight edges of lines; for polygons the perimeter, holes included; 0 for points.
    double lengthMetres(const Geometry& geometry) const;
    /// m along the native-straight line between two positions.
    double lengthMetres(Coordinate from, Coordinate to) const;
    /// Longitude and latitude in degrees.
    Coordinate geographic(Coordinate position) const;

private:
    struct Data;
    explicit EllipsoidMeasure(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

}  // namespace gis
