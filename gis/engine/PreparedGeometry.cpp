// SPDX-License-Identifier: Apache-2.0
#include "gis/engine/PreparedGeometry.h"

#include "gis/engine/Geos.h"

namespace gis {

struct PreparedGeometry::Data {
    Extent extent;
    geos::GeometryHandle geometry;  // outlives `prepared`, which points into it
    geos::PreparedHandle prepared;
};

PreparedGeometry::PreparedGeometry(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
PreparedGeometry::PreparedGeometry(PreparedGeometry&&) noexcept = default;
PreparedGeometry& PreparedGeometry::operator=(PreparedGeometry&&) noexcept = default;
PreparedGeometry::~PreparedGeometry() = default;

Result<PreparedGeometry> PreparedGeometry::make(const Geometry& geometry) {
    auto data = std::make_unique<Data>();
    TUCE_TRY(handle, geos::toGeos(geometry));
    data->extent = geometry.extent();
    data->geometry = std::move(handle);
    data->prepared.reset(GEOSPrepare_r(geos::context(), data->geometry.get()));
    if (!data->prepared) return geos::failure(message("gis", "the geometry cannot be prepared"));
    return PreparedGeometry(std::move(data));
}

namespace {

using Predicate = char (*)(GEOSContextHandle_t, const GEOSPreparedGeometry*, const GEOSGeometry*);

Result<bool> ask(Predicate predicate, const GEOSPreparedGeometry* prepared, const Geometry& other) {
    TUCE_TRY(handle, geos::toGeos(other));
    const char told = predicate(geos::context(), prepared, handle.get());
    if (told == 2) return geos::failure(message("gis", "the two geometries cannot be compared"));
    return told == 1;
}

}  // namespace

Result<bool> PreparedGeometry::intersects(const Geometry& other) const {
    if (!m_data->extent.meets(other.extent())) return false;
    return ask(GEOSPreparedIntersects_r, m_data->prepared.get(), other);
}

Result<bool> PreparedGeometry::contains(const Geometry& other) const {
    if (!m_data->extent.contains(other.extent()) || other.isEmpty()) return false;
    return ask(GEOSPreparedContains_r, m_data->prepared.get(), other);
}

Result<bool> PreparedGeometry::covers(const Geometry& other) const {
    if (!m_data->extent.contains(other.extent()) || other.isEmpty()) return false;
    return ask(GEOSPreparedCovers_r, m_data->prepared.get(), other);
}

Result<bool> PreparedGeometry::touches(const Geometry& other) const {
    if (!m_data->extent.meets(other.extent())) return false;
    return ask(GEOSPreparedTouches_r, m_data->prepared.get(), other);
}

Result<double> PreparedGeometry::distance(const Geometry& other) const {
    if (m_data->extent.isEmpty() || other.isEmpty())
        return fail(ErrorCode::InvalidGeometry, {}, message("gis", "an empty geometry has no distance"));
    TUCE_TRY(handle, geos::toGeos(other));
    double distance = 0;
    if (GEOSPreparedDistance_r(geos::context(), m_data->prepared.get(), handle.get(), &distance) == 0)
        return geos::failure(message("gis", "the distance of the two geometries cannot be found"));
    return distance;
}

}  // namespace gis
