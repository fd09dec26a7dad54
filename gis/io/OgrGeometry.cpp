// SPDX-License-Identifier: Apache-2.0
#include "gis/io/OgrGeometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gis::gdal {

namespace {

constexpr int stride = sizeof(Coordinate);
constexpr int deepestNesting = 32;

/// Takes an OGR geometry apart into the parts of one dimension.
class PartCollector {
public:
    PartCollector(int wanted, GeometryBuilder& builder, std::vector<Coordinate>& scratch)
        : m_wanted(wanted), m_builder(builder), m_scratch(scratch) {}

    void collect(OGRGeometryH geometry, int depth = 0) {
        if (OGR_G_IsEmpty(geometry) != 0 || depth > deepestNesting) return;
        const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
        if (type == wkbPoint || type == wkbLineString || type == wkbLinearRing) {
            if (m_wanted == (type == wkbPoint ? 0 : 1)) addPart(geometry);
        } else if (type == wkbPolygon || type == wkbTriangle) {
            if (m_wanted == 2) addPolygon(geometry);
        } else {
            const int members = OGR_G_GetGeometryCount(geometry);
            for (int i = 0; i < members; ++i) collect(OGR_G_GetGeometryRef(geometry, i), depth + 1);
        }
    }

private:
    void addSequence(OGRGeometryH curve) {
        const int count = OGR_G_GetPointCount(curve);
        if (count <= 0) return;
        m_scratch.resize(static_cast<std::size_t>(count));
        OGR_G_GetPoints(curve, &m_scratch.data()->x, stride, &m_scratch.data()->y, stride, nullptr, 0);
        for (const Coordinate c : m_scratch) m_builder.add(c);
        m_builder.endSequence();
    }
    void addPart(OGRGeometryH curve) {
        addSequence(curve);
        m_builder.endPart();
    }
    void addPolygon(OGRGeometryH polygon) {
        const int rings = OGR_G_GetGeometryCount(polygon);
        // Without an exterior the first hole would take its place.
        if (rings == 0 || OGR_G_GetPointCount(OGR_G_GetGeometryRef(polygon, 0)) == 0) return;
        for (int i = 0; i < rings; ++i) addSequence(OGR_G_GetGeometryRef(polygon, i));
        m_builder.endPart();
    }
    int m_wanted;
    GeometryBuilder& m_builder;
    std::vector<Coordinate>& m_scratch;
};

struct Dimensions {
    int highest = -1;
    int lowest = 3;
};

void lookAtDimensions(OGRGeometryH geometry, Dimensions& found, int depth = 0) {
    if (OGR_G_IsEmpty(geometry) != 0 || depth > deepestNesting) return;
    if (wkbFlatten(OGR_G_GetGeometryType(geometry)) == wkbGeometryCollection) {
        const int members = OGR_G_GetGeometryCount(geometry);
        for (int i = 0; i < members; ++i) lookAtDimensions(OGR_G_GetGeometryRef(geometry, i), found, depth + 1);
        return;
    }
    const int dimension = std::min(OGR_G_GetDimension(geometry), 2);
    found.highest = std::max(found.highest, dimension);
    found.lowest = std::min(found.lowest, dimension);
}

}  // namespace

Geometry fromOgr(OGRGeometryH geometry, GeometryLosses& losses, std::vector<Coordinate>& scratch) {
    if (geometry == nullptr) return {};
    const OGRwkbGeometryType type = OGR_G_GetGeometryType(geometry);
    losses.heights = losses.heights || OGR_GT_HasZ(type) != 0 || OGR_GT_HasM(type) != 0;
    GeometryHandle straight;
    if (OGR_G_HasCurveGeometry(geometry, 1) != 0) {
        losses.curves = true;
        straight.reset(OGR_G_GetLinearGeometry(geometry, 0, nullptr));  // OGR's default: a vertex every 4 degrees
        geometry = straight.get();
        if (geometry == nullptr) return {};
    }
    Dimensions dimensions;
    lookAtDimensions(geometry, dimensions);
    if (dimensions.highest < 0) return {};
    losses.lowerParts = losses.lowerParts || dimensions.lowest < dimensions.highest;
    const bool multi = isMulti(typeFromOgr(OGR_G_GetGeometryType(geometry)));
    GeometryBuilder builder(dimensions.highest, multi);
    PartCollector(dimensions.highest, builder, scratch).collect(geometry);
    Geometry built = builder.build();
    losses.notFinite =
        losses.notFinite || std::any_of(built.coordinates().begin(), built.coordinates().end(),
                                        [](Coordinate c) { return !std::isfinite(c.x) || !std::isfinite(c.y); });
    return built;
}

namespace {

OGRGeometryH curveOf(OGRwkbGeometryType type, std::span<const Coordinate> coordinates) {
    OGRGeometryH curve = OGR_G_CreateGeometry(type);
    OGR_G_SetPoints(curve, static_cast<int>(coordinates.size()), &coordinates.data()->x, stride, &coordinates.data()->y,
                    stride, nullptr, 0);
    return curve;
}

OGRGeometryH partOf(const Geometry& geometry, std::size_t part) {
    const std::size_t first = geometry.partBegin(part);
    if (geometry.dimension() == 0) {
        OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
        OGR_G_SetPoint_2D(point, 0, geometry.sequence(first).front().x, geometry.sequence(first).front().y);
        return point;
    }
    if (geometry.dimension() == 1) return curveOf(wkbLineString, geometry.sequence(first));
    OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
    for (std::size_t i = first; i < geometry.partEnd(part); ++i)
        OGR_G_AddGeometryDirectly(polygon, curveOf(wkbLinearRing, geometry.sequence(i)));
    return polygon;
}

}  // namespace

GeometryHandle toOgr(const Geometry& geometry, bool multi) {
    if (geometry.isEmpty()) return nullptr;
    if (!multi && !isMulti(geometry.type())) return GeometryHandle(partOf(geometry, 0));
    constexpr std::array<OGRwkbGeometryType, 3> types{wkbMultiPoint, wkbMultiLineString, wkbMultiPolygon};
    GeometryHandle whole(OGR_G_CreateGeometry(types[static_cast<std::size_t>(geometry.dimension())]));
    for (std::size_t part = 0; part < geometry.partCount(); ++part)
        OGR_G_AddGeometryDirectly(whole.get(), partOf(geometry, part));
    return whole;
}

GeometryType typeFromOgr(OGRwkbGeometryType type) {
    switch (OGR_GT_GetLinear(wkbFlatten(type))) {
        case wkbPoint:
            return GeometryType::Point;
        case wkbMultiPoint:
            return GeometryType::MultiPoint;
        case wkbLineString:
            return GeometryType::LineString;
        case wkbMultiLineString:
            return GeometryType::MultiLineString;
        case wkbPolygon:
        case wkbTriangle:
            return GeometryType::Polygon;
        case wkbMultiPolygon:
        case wkbTIN:
        case wkbPolyhedralSurface:
            return GeometryType::MultiPolygon;
        default:
            return GeometryType::Empty;
    }
}

OGRwkbGeometryType typeToOgr(GeometryType type) {
    switch (type) {
        case GeometryType::Point:
            return wkbPoint;
        case GeometryType::MultiPoint:
            return wkbMultiPoint;
        case GeometryType::LineString:
            return wkbLineString;
        case GeometryType::MultiLineString:
            return wkbMultiLineString;
        case GeometryType::Polygon:
            return wkbPolygon;
        case GeometryType::MultiPolygon:
            return wkbMultiPolygon;
        default:
            return wkbUnknown;
    }
}

std::string typeName(OGRwkbGeometryType type) {
    const OGRwkbGeometryType flat = wkbFlatten(type);
    if (flat == wkbNone) return "None";
    if (flat == wkbUnknown) return "Unknown";
    std::string name = OGRGeometryTypeToName(flat);
    name.erase(std::remove(name.begin(), name.end(), ' '), name.end());
    if (OGR_GT_HasZ(type) != 0) name += OGR_GT_HasM(type) != 0 ? " ZM" : " Z";
    if (OGR_GT_HasZ(type) == 0 && OGR_GT_HasM(type) != 0) name += " M";
    return name;
}

}  // namespace gis::gdal
