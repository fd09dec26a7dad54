// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/BaseInPlane.h"

#include <algorithm>

#include "gis/engine/Overlay.h"

namespace layers {
namespace {

/// A road that comes in more pieces than this is merged at its shared ends first: stringing pieces together by their
/// distance takes the square of their number.
constexpr std::size_t fewParts = 64;

}  // namespace

gis::Result<BaseInPlane> BaseInPlane::make(const BaseLayers& base, const gis::CoordinateReferenceSystem& crs) {
    BaseInPlane plane(base, crs);
    TUCE_TRY(back, gis::CoordinateTransform::make(crs, gis::CoordinateReferenceSystem::cgcs2000()));
    plane.m_toDegrees = std::make_unique<gis::CoordinateTransform>(std::move(back));
    return plane;
}

bool BaseInPlane::treatedDatumsAsEqual() const {
    return std::any_of(m_steps.begin(), m_steps.end(),
                       [](const Step& step) { return step.transform.treatsDatumsAsEqual(); });
}

gis::Result<gis::Geometry> BaseInPlane::carried(const gis::Geometry& geometry,
                                                const gis::CoordinateReferenceSystem& from) {
    auto step = std::find_if(m_steps.begin(), m_steps.end(), [&](const Step& known) { return known.from == from; });
    if (step == m_steps.end()) {
        TUCE_TRY(transform, gis::CoordinateTransform::make(from, m_crs));
        m_steps.push_back({from, std::move(transform)});
        step = std::prev(m_steps.end());
    }
    return step->transform.apply(geometry);
}

gis::Result<gis::Coordinate> BaseInPlane::fromDegrees(gis::Coordinate degrees) {
    TUCE_TRY(point, carried(gis::Geometry::point(degrees), gis::CoordinateReferenceSystem::cgcs2000()));
    return point.coordinates().front();
}

gis::Result<gis::Coordinate> BaseInPlane::toDegrees(gis::Coordinate position) { return m_toDegrees->apply(position); }

gis::Result<std::optional<gis::Geometry>> BaseInPlane::areaOf(const SchemePlace& place) {
    const std::string key = place.adcode + "/" + place.name + "/" + place.withinAdcode;
    if (const auto known = m_areas.find(key); known != m_areas.end()) return known->second;
    std::vector<gis::Geometry> parts;
    for (const BaseUnit* part : resolvedUnit(m_base, place).units) {
        TUCE_TRY(moved, carried(part->area, part->crs));
        parts.push_back(moved);
    }
    std::optional<gis::Geometry> area;
    if (parts.size() == 1) {
        area = parts.front();
    } else if (!parts.empty()) {
        TUCE_TRY(joined, gis::unionAll(parts));
        area = joined;
    }
    m_areas[key] = area;
    return area;
}

gis::Result<std::optional<gis::Coordinate>> BaseInPlane::seatOf(const SchemePlace& place) {
    const Geography& known = m_base.geography();
    const KnownPlace* seat = place.adcode.empty() ? known.placeByName(place.name) : known.placeByCode(place.adcode);
    if (seat == nullptr && !place.adcode.empty())
        if (const ResolvedUnit unit = resolvedUnit(m_base, place); unit.change != nullptr && unit.units.size() == 1)
            seat = known.placeByCode(unit.units.front()->adcode);
    if (seat != nullptr) {
        TUCE_TRY(position, fromDegrees(seat->position));
        return std::optional(position);
    }
    if (const BaseShape* point = m_base.pointByCode(place.adcode)) {
        TUCE_TRY(moved, carried(point->shape, point->crs));
        return std::optional(moved.coordinates().front());
    }
    TUCE_TRY(area, areaOf(place));
    if (!area) return std::optional<gis::Coordinate>();
    TUCE_TRY(inside, gis::pointOnSurface(*area));
    return std::optional(inside);
}

gis::Result<std::optional<gis::Coordinate>> BaseInPlane::pointCalled(const std::string& name) {
    const BaseShape* point = m_base.pointByName(name);
    if (point == nullptr || point->shape.isEmpty()) return std::optional<gis::Coordinate>();
    TUCE_TRY(moved, carried(point->shape, point->crs));
    return std::optional(moved.coordinates().front());
}

gis::Result<std::vector<gis::Geometry>> BaseInPlane::builtUpIn(const gis::Extent& box) {
    if (!m_builtUp) {
        std::vector<gis::Geometry> all;
        for (const BaseShape& land : m_base.builtUp()) {
            TUCE_TRY(moved, carried(land.shape, land.crs));
            all.push_back(moved);
        }
        m_builtUp = std::move(all);
    }
    std::vector<gis::Geometry> found;
    for (const gis::Geometry& land : *m_builtUp)
        if (land.extent().meets(box)) found.push_back(land);
    return found;
}

namespace {

/// In either direction: the same river in two layers is one river.
bool contains(const std::vector<LinePath>& paths, const LinePath& path) {
    return std::any_of(paths.begin(), paths.end(), [&path](const LinePath& known) {
        return known.size() == path.size() && (known == path || std::equal(known.begin(), known.end(), path.rbegin()));
    });
}

}  // namespace

gis::Result<std::vector<LinePath>> BaseInPlane::linesOf(const std::string& carrier, const std::string& layer) {
    std::vector<LinePath> paths;
    for (const BaseShape* line : m_base.linesCalled(m_base.lineName(carrier), layer)) {
        TUCE_TRY(moved, carried(line->shape, line->crs));
        for (LinePath& part : pathsOf(moved))
            if (!contains(paths, part)) paths.push_back(std::move(part));
    }
    if (paths.size() <= fewParts) return paths;
    TUCE_TRY(merged, gis::mergedLines(geometryOf(paths)));
    return pathsOf(merged);
}

gis::Result<std::vector<gis::Geometry>> BaseInPlane::watersOf(const std::string& carrier) {
    std::vector<gis::Geometry> waters;
    for (const BaseShape* water : m_base.watersCalled(carrier)) {
        TUCE_TRY(moved, carried(water->shape, water->crs));
        waters.push_back(moved);
    }
    return waters;
}

gis::Result<BaseInPlane::Network> BaseInPlane::networkFor(const std::string& carrier, const std::string& kind,
                                                          const gis::Extent& box) {
    Network network;
    for (const BaseShape* line : m_base.networkFor(carrier, kind)) {
        auto known = m_networkLines.find(line);
        if (known == m_networkLines.end()) {
            TUCE_TRY(moved, carried(line->shape, line->crs));
            known = m_networkLines.emplace(line, std::move(moved)).first;
        }
        if (!known->second.extent().meets(box)) continue;
        for (LinePath& part : pathsOf(known->second)) network[line->layer].push_back(std::move(part));
    }
    return network;
}

gis::Result<std::vector<std::pair<std::string, gis::Coordinate>>> BaseInPlane::stopsOf(const std::string& carrier) {
    std::vector<std::pair<std::string, gis::Coordinate>> stops;
    const KnownRoute* route = m_base.geography().route(carrier);
    if (route == nullptr) return stops;
    for (const std::string& stop : route->stops) {
        const KnownPlace* place = m_base.geography().placeByCode(stop);
        if (place == nullptr) place = m_base.geography().placeByName(stop);
        if (place == nullptr) continue;
        TUCE_TRY(position, fromDegrees(place->position));
        stops.emplace_back(stop, position);
    }
    return stops;
}

gis::Result<LinePath> BaseInPlane::ridgeOf(const std::string& carrier) {
    LinePath course;
    if (const KnownRidge* ridge = m_base.geography().ridge(carrier)) {
        for (const gis::Coordinate& point : ridge->points) {
            TUCE_TRY(position, fromDegrees(point));
            course.push_back(position);
        }
    }
    return course;
}

}  // namespace layers
