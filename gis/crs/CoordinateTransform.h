// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>

#include "gis/base/Result.h"
#include "gis/crs/CoordinateReferenceSystem.h"
#include "gis/geometry/Geometry.h"

namespace gis {

/// What to do where PROJ knows only a ballpark (null) step between two datums.
enum class DatumPolicy {
    Refuse,          ///< DatumShiftUnknown; the default everywhere
    AcceptBallpark,  ///< the user said so; the result carries a warning (error may reach 100 m)
};

/// Carries geometries from one CRS to another. Made per job, moved, never shared between threads (one each).
/// WGS 84 and CGCS2000 are taken as equal (below a few decimetres); treatsDatumsAsEqual() tells, so that the run can
/// note it once. Heights are not touched. No network grids are ever used.
class CoordinateTransform {
public:
    /// CrsMissing if either side is unknown; DatumShiftUnknown by policy.
    static Result<CoordinateTransform> make(const CoordinateReferenceSystem& from, const CoordinateReferenceSystem& to,
                                            DatumPolicy policy = DatumPolicy::Refuse);
    CoordinateTransform(CoordinateTransform&&) noexcept;
    CoordinateTransform& operator=(CoordinateTransform&&) noexcept;
    ~CoordinateTransform();

    bool isIdentity() const;
    /// True if the step crosses from WGS 84 to CGCS2000 or back.
    bool treatsDatumsAsEqual() const;
    /// True if a ballpark step was accepted by policy.
    bool isBallpark() const;

    /// Transforms vertices; edges stay straight between them. InvalidGeometry if a vertex has no image.
    Result<Geometry> apply(const Geometry& geometry) const;
    Result<Coordinate> apply(Coordinate position) const;
    /// Transforms in place; a position without an image becomes infinite. Returns false if there was one.
    bool apply(std::span<Coordinate> positions) const;
    /// The box of the transformed outline, sampled along each side (21 points each).
    Result<Extent> apply(const Extent& extent) const;

private:
    struct Data;
    explicit CoordinateTransform(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

/// The warning of a run in which WGS 84 and CGCS2000 were taken as equal (kind "datums_taken_as_equal").
Warning datumsTakenAsEqual();
/// The warning of a run in which a ballpark step was accepted (kind "ballpark_datum_shift").
Warning ballparkDatumShift(const CoordinateReferenceSystem& from, const CoordinateReferenceSystem& to);

}  // namespace gis
