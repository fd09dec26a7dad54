// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

#include "gis/analysis/EllipsoidMeasure.h"
#include "gis/overlap/AreaForm.h"
#include "layers/check/RedLineCheck.h"

namespace layers {

/// Areas, lengths and distances of one run in the CRS of a plan layer, by the method that was chosen. One per thread.
class CheckMeasure {
public:
    /// CrsMissing for an unknown CRS; InvalidArgument for Planar in a CRS that is not projected; the errors of
    /// EllipsoidMeasure::make.
    static gis::Result<CheckMeasure> make(const CheckOptions& options, const gis::CoordinateReferenceSystem& crs);

    /// The form by which areas within `extent` are summed along boundaries; nothing where none fits (see nationalForm).
    std::optional<gis::AreaForm> formFor(const gis::Extent& extent) const;
    /// Metres per unit of a projected CRS.
    double metresPerUnit() const { return m_metresPerUnit; }

    double areaSquareMetres(const gis::Geometry& geometry) const;
    double lengthMetres(const gis::Geometry& geometry) const;
    /// Along the native-straight line between two positions.
    double distanceMetres(gis::Coordinate from, gis::Coordinate to) const;

    /// Metres per unit of the coordinates in both directions at a place, from short steps.
    struct Scale {
        double x = 1;
        double y = 1;
    };
    Scale scaleAt(gis::Coordinate place) const;
    /// At the corners and the middle of a box.
    std::array<Scale, 5> scalesOver(const gis::Extent& box) const;
    /// True if a unit is as long in x as in y everywhere (taken so for projected CRSs).
    bool isEven() const { return !m_geographic; }

private:
    CheckMeasure() = default;
    std::optional<gis::EllipsoidMeasure> m_ellipsoid;  ///< none: planar
    double m_metresPerUnit = 1;
    bool m_geographic = false;
};

}  // namespace layers
