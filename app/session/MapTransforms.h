// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "gis/crs/CoordinateTransform.h"
#include "layers/project/ProjectSnapshot.h"

namespace app {

/// The transforms between the map's CRS and the layers', made once and kept. Steps between datums without a known
/// shift are accepted as ballpark here: what is drawn must not vanish (numbers are the check's business). GUI thread.
class MapTransforms {
public:
    explicit MapTransforms(gis::CoordinateReferenceSystem mapCrs);
    const gis::CoordinateReferenceSystem& mapCrs() const { return m_mapCrs; }

    /// Empty geometry or nothing if a position has no image.
    gis::Geometry toMap(const gis::Geometry& geometry, const gis::CoordinateReferenceSystem& from) const;
    std::optional<gis::Coordinate> toMap(gis::Coordinate position, const gis::CoordinateReferenceSystem& from) const;
    gis::Extent toMap(const gis::Extent& extent, const gis::CoordinateReferenceSystem& from) const;
    gis::Geometry fromMap(const gis::Geometry& geometry, const gis::CoordinateReferenceSystem& to) const;
    std::optional<gis::Coordinate> fromMap(gis::Coordinate position, const gis::CoordinateReferenceSystem& to) const;
    gis::Extent fromMap(const gis::Extent& extent, const gis::CoordinateReferenceSystem& to) const;
    /// Longitude and latitude in degrees of a map position.
    std::optional<gis::Coordinate> geographic(gis::Coordinate mapPosition) const;

private:
    const gis::CoordinateTransform* between(const gis::CoordinateReferenceSystem& from,
                                            const gis::CoordinateReferenceSystem& to) const;
    gis::CoordinateReferenceSystem m_mapCrs;
    mutable std::map<std::string, std::unique_ptr<gis::CoordinateTransform>> m_known;
};

/// The CRS a plan is drawn in: its own, else that of the first layer that has one, else CGCS2000 degrees.
gis::CoordinateReferenceSystem mapCrsOf(const layers::ProjectSnapshot& snapshot);
/// The extent of what the plan is about, in the map's CRS: its layouts, else its boundaries, else fullExtentOf.
gis::Extent planExtentOf(const layers::ProjectSnapshot& snapshot, const MapTransforms& transforms);
/// The extent of the visible layers (of all, if none is visible) in the map's CRS.
gis::Extent fullExtentOf(const layers::ProjectSnapshot& snapshot, const MapTransforms& transforms);

}  // namespace app
