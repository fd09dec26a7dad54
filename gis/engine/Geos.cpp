// SPDX-License-Identifier: Apache-2.0
#include "gis/engine/Geos.h"

#include <cmath>

namespace gis::geos {

namespace {

/// One thread's GEOS context with the words of its last failure.
class ThreadContext {
public:
    ThreadContext() : m_handle(GEOS_init_r()) {
        GEOSContext_setErrorMessageHandler_r(m_handle, &ThreadContext::remember, &m_message);
        GEOSContext_setNoticeMessageHandler_r(m_handle, &ThreadContext::ignore, nullptr);
    }
    ThreadContext(const ThreadContext&) = delete;
    ThreadContext& operator=(const ThreadContext&) = delete;
    ~ThreadContext() { GEOS_finish_r(m_handle); }

    GEOSContextHandle_t handle() const { return m_handle; }
    std::string takeMessage() { return std::exchange(m_message, {}); }

private:
    static void remember(const char* text, void* message) { *static_cast<std::string*>(message) = text; }
    static void ignore(const char*, void*) {}
    GEOSContextHandle_t m_handle;
    std::string m_message;
};

ThreadContext& threadContext() {
    thread_local ThreadContext own;
    return own;
}

}  // namespace

GEOSContextHandle_t context() { return threadContext().handle(); }

std::string takeMessage() { return threadContext().takeMessage(); }

tl::unexpected<Error> failure(Message problem) {
    return fail(ErrorCode::InvalidGeometry, {}, std::move(problem), {}, takeMessage());
}

bool isFinite(const Geometry& geometry) {
    for (const Coordinate c : geometry.coordinates())
        if (!std::isfinite(c.x) || !std::isfinite(c.y)) return false;
    return true;
}

namespace {

static_assert(sizeof(Coordinate) == 2 * sizeof(double), "coordinates are copied as pairs of doubles");

GEOSCoordSequence* sequenceOf(const Geometry& geometry, std::size_t index) {
    const auto coordinates = geometry.sequence(index);
    return GEOSCoordSeq_copyFromBuffer_r(context(), &coordinates.data()->x, static_cast<unsigned>(coordinates.size()),
                                         0, 0);
}

/// GEOS takes the ring's ownership; null if the ring is too short.
GEOSGeometry* ringOf(const Geometry& geometry, std::size_t index) {
    return GEOSGeom_createLinearRing_r(context(), sequenceOf(geometry, index));
}

GeometryHandle polygonOf(const Geometry& geometry, std::size_t part) {
    std::vector<GeometryHandle> rings;
    for (std::size_t i = geometry.partBegin(part); i < geometry.partEnd(part); ++i) {
        rings.emplace_back(ringOf(geometry, i));
        if (!rings.back()) return nullptr;
    }
    std::vector<GEOSGeometry*> holes;
    for (std::size_t i = 1; i < rings.size(); ++i) holes.push_back(rings[i].release());
    return GeometryHandle(GEOSGeom_createPolygon_r(context(), rings.front().release(), holes.data(),
                                                   static_cast<unsigned>(holes.size())));
}

GeometryHandle partOf(const Geometry& geometry, std::size_t part) {
    const std::size_t first = geometry.partBegin(part);
    switch (geometry.dimension()) {
        case 0: {
            const Coordinate c = geometry.sequence(first).front();
            return GeometryHandle(GEOSGeom_createPointFromXY_r(context(), c.x, c.y));
        }
        case 1:
            return GeometryHandle(GEOSGeom_createLineString_r(context(), sequenceOf(geometry, first)));
        default:
            return polygonOf(geometry, part);
    }
}

int collectionType(int dimension) {
    constexpr int types[] = {GEOS_MULTIPOINT, GEOS_MULTILINESTRING, GEOS_MULTIPOLYGON};
    return types[dimension];
}

GeometryHandle collect(int type, std::vector<GeometryHandle> members) {
    std::vector<GEOSGeometry*> raw;
    raw.reserve(members.size());
    for (GeometryHandle& member : members) raw.push_back(member.release());
    return GeometryHandle(GEOSGeom_createCollection_r(context(), type, raw.data(), static_cast<unsigned>(raw.size())));
}

GeometryHandle convert(const Geometry& geometry) {
    if (geometry.isEmpty()) return GeometryHandle(GEOSGeom_createEmptyCollection_r(context(), GEOS_GEOMETRYCOLLECTION));
    if (!isMulti(geometry.type())) return partOf(geometry, 0);
    std::vector<GeometryHandle> parts;
    parts.reserve(geometry.partCount());
    for (std::size_t i = 0; i < geometry.partCount(); ++i) {
        parts.push_back(partOf(geometry, i));
        if (!parts.back()) return nullptr;
    }
    return collect(collectionType(geometry.dimension()), std::move(parts));
}

}  // namespace

Result<GeometryHandle> toGeos(const Geometry& geometry) {
    if (!isFinite(geometry))
        return fail(ErrorCode::InvalidGeometry, {}, message("gis", "a coordinate is not a finite number"));
    GeometryHandle handle = convert(geometry);
    if (!handle) return failure(message("gis", "the geometry has a line or ring with too few points"));
    return handle;
}

Result<GeometryHandle> toGeosCollection(const std::vector<Geometry>& geometries) {
    std::vector<GeometryHandle> members;
    members.reserve(geometries.size());
    for (const Geometry& geometry : geometries) {
        TUCE_TRY(member, toGeos(geometry));
        members.push_back(std::move(member));
    }
    GeometryHandle handle = collect(GEOS_GEOMETRYCOLLECTION, std::move(members));
    if (!handle) return failure(message("gis", "the geometries cannot be collected"));
    return handle;
}

namespace {

void addSequence(const GEOSGeometry& line, GeometryBuilder& builder) {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(context(), &line);
    unsigned count = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(context(), sequence, &count) == 0 || count == 0) return;
    std::vector<Coordinate> coordinates(count);
    GEOSCoordSeq_copyToBuffer_r(context(), sequence, &coordinates.data()->x, 0, 0);
    for (const Coordinate c : coordinates) builder.add(c);
    builder.endSequence();
}

void addPart(const GEOSGeometry& part, GeometryBuilder& builder) {
    if (GEOSGeomTypeId_r(context(), &part) != GEOS_POLYGON) {
        addSequence(part, builder);
    } else {
        addSequence(*GEOSGetExteriorRing_r(context(), &part), builder);
        const int holes = GEOSGetNumInteriorRings_r(context(), &part);
        for (int i = 0; i < holes; ++i) addSequence(*GEOSGetInteriorRingN_r(context(), &part, i), builder);
    }
    builder.endPart();
}

bool isCollection(int type) { return type >= GEOS_MULTIPOINT; }

int dimensionOf(const GEOSGeometry& single) {
    switch (GEOSGeomTypeId_r(context(), &single)) {
        case GEOS_POINT:
            return 0;
        case GEOS_POLYGON:
            return 2;
        default:
            return 1;
    }
}

template <class Visit>
void eachSingle(const GEOSGeometry& geometry, const Visit& visit) {
    if (GEOSisEmpty_r(context(), &geometry) != 0) return;
    if (!isCollection(GEOSGeomTypeId_r(context(), &geometry))) {
        visit(geometry);
        return;
    }
    const int count = GEOSGetNumGeometries_r(context(), &geometry);
    for (int i = 0; i < count; ++i) eachSingle(*GEOSGetGeometryN_r(context(), &geometry, i), visit);
}

}  // namespace

Geometry fromGeos(const GEOSGeometry& geometry, int keep) {
    if (keep < 0) eachSingle(geometry, [&](const GEOSGeometry& g) { keep = std::max(keep, dimensionOf(g)); });
    if (keep < 0) return {};
    const int type = GEOSGeomTypeId_r(context(), &geometry);
    GeometryBuilder builder(keep, isCollection(type) && type != GEOS_GEOMETRYCOLLECTION);
    eachSingle(geometry, [&](const GEOSGeometry& g) {
        if (dimensionOf(g) == keep) addPart(g, builder);
    });
    return builder.build();
}

Result<Geometry> answer(const GEOSGeometry* geometry, const Message& problem, int keep) {
    const GeometryHandle owner(const_cast<GEOSGeometry*>(geometry));
    if (!owner) return failure(problem);
    return fromGeos(*owner, keep);
}

}  // namespace gis::geos
