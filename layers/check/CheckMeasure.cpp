// SPDX-License-Identifier: Apache-2.0
#include "layers/check/CheckMeasure.h"

#include <algorithm>
#include <cmath>

#include "gis/analysis/NationalForm.h"
#include "gis/engine/Overlay.h"

namespace layers {

gis::Result<CheckMeasure> CheckMeasure::make(const CheckOptions& options, const gis::CoordinateReferenceSystem& crs) {
    CheckMeasure measure;
    measure.m_geographic = crs.isGeographic();
    if (crs.isProjected()) measure.m_metresPerUnit = crs.metresPerUnit();
    if (options.area == AreaMethod::Ellipsoid) {
        const bool acceptOther = options.datumPolicy == gis::DatumPolicy::AcceptBallpark;
        TUCE_TRY(ellipsoid, gis::EllipsoidMeasure::make(crs, acceptOther));
        measure.m_ellipsoid = std::move(ellipsoid);
    } else if (!crs.isProjected()) {
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "planar areas need a projected coordinate system, not %1",
                                      {crs.isKnown() ? crs.name() : std::string("?")}),
                         gis::message("layers", "measure on the ellipsoid, or transform the plan layer first"));
    }
    return measure;
}

namespace {

// Outward to a coarse grid, so that the live check and the bulk check of about the same place use the very same form.
gis::Extent snapped(const gis::Extent& box) {
    const double step = std::exp2(std::ceil(std::log2(std::max({box.width(), box.height(), 1e-3}))) - 2);
    return {std::floor(box.minX / step) * step, std::floor(box.minY / step) * step, std::ceil(box.maxX / step) * step,
            std::ceil(box.maxY / step) * step};
}

gis::Extent snappedByAxis(const gis::Extent& box, int fineness) {
    const auto stepOf = [fineness](double size) {
        return std::exp2(std::ceil(std::log2(std::max(size, 1e-3))) - fineness);
    };
    const double x = stepOf(box.width()), y = stepOf(box.height());
    return {std::floor(box.minX / x) * x, std::floor(box.minY / y) * y, std::ceil(box.maxX / x) * x,
            std::ceil(box.maxY / y) * y};
}

}  // namespace

std::optional<gis::AreaForm> CheckMeasure::formFor(const gis::Extent& extent) const {
    if (!m_ellipsoid) return gis::AreaForm();
    if (extent.isEmpty()) return std::nullopt;
    if (auto form = gis::nationalForm(*m_ellipsoid, snapped(extent))) return form;
    // A step that fits the width of a wide, low box may reach beyond a pole.
    for (const int fineness : {2, 4, 6})
        if (auto form = gis::nationalForm(*m_ellipsoid, snappedByAxis(extent, fineness))) return form;
    return std::nullopt;
}

double CheckMeasure::areaSquareMetres(const gis::Geometry& geometry) const {
    if (m_ellipsoid) return m_ellipsoid->areaSquareMetres(geometry);
    return std::fabs(gis::planeArea(geometry)) * m_metresPerUnit * m_metresPerUnit;
}

double CheckMeasure::lengthMetres(const gis::Geometry& geometry) const {
    return m_ellipsoid ? m_ellipsoid->lengthMetres(geometry) : gis::planeLength(geometry) * m_metresPerUnit;
}

double CheckMeasure::distanceMetres(gis::Coordinate from, gis::Coordinate to) const {
    if (m_ellipsoid) return m_ellipsoid->lengthMetres(from, to);
    return std::hypot(to.x - from.x, to.y - from.y) * m_metresPerUnit;
}

CheckMeasure::Scale CheckMeasure::scaleAt(gis::Coordinate place) const {
    if (!m_ellipsoid) return {m_metresPerUnit, m_metresPerUnit};
    const double step = m_geographic ? 1e-3 : 100 / m_metresPerUnit;
    // At a pole a degree of longitude has no length; the steps stay this side of it.
    if (m_geographic) place.y = std::clamp(place.y, -89.9, 89.9);
    return {m_ellipsoid->lengthMetres(place, {place.x + step, place.y}) / step,
            m_ellipsoid->lengthMetres(place, {place.x, place.y + step}) / step};
}

std::array<CheckMeasure::Scale, 5> CheckMeasure::scalesOver(const gis::Extent& box) const {
    return {scaleAt({box.minX, box.minY}), scaleAt({box.maxX, box.minY}), scaleAt({box.minX, box.maxY}),
            scaleAt({box.maxX, box.maxY}), scaleAt(box.centre())};
}

}  // namespace layers
