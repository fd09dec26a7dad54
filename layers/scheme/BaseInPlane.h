// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "gis/crs/CoordinateTransform.h"
#include "layers/scheme/BaseLayers.h"
#include "layers/scheme/LinePath.h"
#include "layers/scheme/ResolvedUnit.h"
#include "layers/scheme/Scheme.h"

namespace layers {

/// The base layers seen in one projected CRS (metres). Made per job, on one thread.
class BaseInPlane {
public:
    /// `crs` must be projected in metres. Fails if the knowledge in degrees has no way to it.
    static gis::Result<BaseInPlane> make(const BaseLayers& base, const gis::CoordinateReferenceSystem& crs);

    const BaseLayers& base() const { return m_base; }
    const gis::CoordinateReferenceSystem& crs() const { return m_crs; }

    /// The unit's polygon; for a prefecture that has none itself the union of the units below it, for a code
    /// that is no longer or not yet valid what it became or was made of (ResolvedUnit.h); nothing if no boundary is
    /// loaded.
    gis::Result<std::optional<gis::Geometry>> areaOf(const SchemePlace& place);
    /// The units that areaOf joins, and the dated change of code or name through which it finds them.
    ResolvedUnit unitsOf(const SchemePlace& place) const { return resolvedUnit(m_base, place); }
    /// The seat: the known one, else a loaded point of that code, else a point inside the unit; nothing if unknown.
    gis::Result<std::optional<gis::Coordinate>> seatOf(const SchemePlace& place);
    /// A loaded point that is called so; nothing if there is none or several.
    gis::Result<std::optional<gis::Coordinate>> pointCalled(const std::string& name);
    /// Loaded built-up land that meets the box.
    gis::Result<std::vector<gis::Geometry>> builtUpIn(const gis::Extent& box);
    /// The loaded lines of a carrier, called as BaseLayers::lineName() finds; of those of several layers only the ones of
    /// `layer`, where it has any.
    gis::Result<std::vector<LinePath>> linesOf(const std::string& carrier, const std::string& layer = {});
    /// The loaded lines that a carrier of no loaded name may follow and that meet the box, by layer.
    using Network = std::map<std::string, std::vector<LinePath>>;
    gis::Result<Network> networkFor(const std::string& carrier, const std::string& kind, const gis::Extent& box);
    /// The loaded water of that name as polygons.
    gis::Result<std::vector<gis::Geometry>> watersOf(const std::string& carrier);
    /// Seats of the stops of a known route, in order; empty if there is none. Stops without a seat are left out.
    gis::Result<std::vector<std::pair<std::string, gis::Coordinate>>> stopsOf(const std::string& carrier);
    /// The course of a known ridge; empty if there is none.
    gis::Result<LinePath> ridgeOf(const std::string& carrier);

    /// Degrees of CGCS2000 into the plane and back.
    gis::Result<gis::Coordinate> fromDegrees(gis::Coordinate degrees);
    gis::Result<gis::Coordinate> toDegrees(gis::Coordinate position);
    /// True once a WGS 84 layer was carried to CGCS2000 as if they were the same.
    bool treatedDatumsAsEqual() const;

private:
    BaseInPlane(BaseLayers base, gis::CoordinateReferenceSystem crs) : m_base(std::move(base)), m_crs(std::move(crs)) {}
    gis::Result<gis::Geometry> carried(const gis::Geometry& geometry, const gis::CoordinateReferenceSystem& from);

    struct Step {
        gis::CoordinateReferenceSystem from;
        gis::CoordinateTransform transform;
    };
    BaseLayers m_base;
    gis::CoordinateReferenceSystem m_crs;
    std::vector<Step> m_steps;
    std::unique_ptr<gis::CoordinateTransform> m_toDegrees;
    std::map<std::string, std::optional<gis::Geometry>> m_areas;  ///< by code, name and enclosing unit
    std::optional<std::vector<gis::Geometry>> m_builtUp;          ///< once it was asked for
    std::map<const BaseShape*, gis::Geometry> m_networkLines;     ///< those that were asked for
};

}  // namespace layers
