// SPDX-License-Identifier: Apache-2.0
#include "app/session/MapTransforms.h"

#include <cmath>

namespace app {

namespace {

bool isFinite(gis::Coordinate position) { return std::isfinite(position.x) && std::isfinite(position.y); }

std::string keyOf(const gis::CoordinateReferenceSystem& crs) { return crs.code().empty() ? crs.wkt() : crs.code(); }

}  // namespace

MapTransforms::MapTransforms(gis::CoordinateReferenceSystem mapCrs) : m_mapCrs(std::move(mapCrs)) {}

const gis::CoordinateTransform* MapTransforms::between(const gis::CoordinateReferenceSystem& from,
                                                       const gis::CoordinateReferenceSystem& to) const {
    const std::string key = keyOf(from) + '>' + keyOf(to);
    const auto known = m_known.find(key);
    if (known != m_known.end()) return known->second.get();
    auto made = gis::CoordinateTransform::make(from, to, gis::DatumPolicy::AcceptBallpark);
    auto& place = m_known[key];
    if (made) place = std::make_unique<gis::CoordinateTransform>(std::move(*made));
    return place.get();
}

namespace {

gis::Geometry carried(const gis::CoordinateTransform* transform, const gis::Geometry& geometry) {
    if (transform == nullptr || transform->isIdentity()) return geometry;
    const auto moved = transform->apply(geometry);
    return moved ? *moved : gis::Geometry();
}

std::optional<gis::Coordinate> carried(const gis::CoordinateTransform* transform, gis::Coordinate position) {
    if (transform == nullptr || transform->isIdentity()) return position;
    const auto moved = transform->apply(position);
    return moved && isFinite(*moved) ? std::optional(*moved) : std::nullopt;
}

gis::Extent carried(const gis::CoordinateTransform* transform, const gis::Extent& extent) {
    if (extent.isEmpty() || transform == nullptr || transform->isIdentity()) return extent;
    const auto moved = transform->apply(extent);
    return moved ? *moved : gis::Extent{};
}

}  // namespace

// A CRS that is unknown on either side has no transform: such a layer is taken to be in the map's.

gis::Geometry MapTransforms::toMap(const gis::Geometry& geometry, const gis::CoordinateReferenceSystem& from) const {
    return carried(between(from, m_mapCrs), geometry);
}

std::optional<gis::Coordinate> MapTransforms::toMap(gis::Coordinate position,
                                                    const gis::CoordinateReferenceSystem& from) const {
    return carried(between(from, m_mapCrs), position);
}

gis::Extent MapTransforms::toMap(const gis::Extent& extent, const gis::CoordinateReferenceSystem& from) const {
    return carried(between(from, m_mapCrs), extent);
}

gis::Geometry MapTransforms::fromMap(const gis::Geometry& geometry, const gis::CoordinateReferenceSystem& to) const {
    return carried(between(m_mapCrs, to), geometry);
}

std::optional<gis::Coordinate> MapTransforms::fromMap(gis::Coordinate position,
                                                      const gis::CoordinateReferenceSystem& to) const {
    return carried(between(m_mapCrs, to), position);
}

gis::Extent MapTransforms::fromMap(const gis::Extent& extent, const gis::CoordinateReferenceSystem& to) const {
    return carried(between(m_mapCrs, to), extent);
}

std::optional<gis::Coordinate> MapTransforms::geographic(gis::Coordinate mapPosition) const {
    if (m_mapCrs.isGeographic()) return mapPosition;
    if (!m_mapCrs.isKnown()) return std::nullopt;
    return fromMap(mapPosition, gis::CoordinateReferenceSystem::cgcs2000());
}

gis::CoordinateReferenceSystem mapCrsOf(const layers::ProjectSnapshot& snapshot) {
    if (!snapshot.info.crsCode.empty())
        if (auto crs = gis::CoordinateReferenceSystem::fromCode(snapshot.info.crsCode)) return *crs;
    for (const layers::LayerPtr& layer : snapshot.layers)
        if (layer->table.crs().isKnown()) return layer->table.crs();
    return gis::CoordinateReferenceSystem::cgcs2000();
}

gis::Extent planExtentOf(const layers::ProjectSnapshot& snapshot, const MapTransforms& transforms) {
    for (const layers::LayerKind kind : {layers::LayerKind::Layout, layers::LayerKind::Boundary}) {
        gis::Extent extent;
        for (const layers::LayerPtr& layer : snapshot.layers)
            if (layer->kind == kind && layer->visible)
                extent.include(transforms.toMap(layer->extent(), layer->table.crs()));
        if (!extent.isEmpty()) return extent;
    }
    return fullExtentOf(snapshot, transforms);
}

gis::Extent fullExtentOf(const layers::ProjectSnapshot& snapshot, const MapTransforms& transforms) {
    gis::Extent visible;
    gis::Extent all;
    for (const layers::LayerPtr& layer : snapshot.layers) {
        const gis::Extent extent = transforms.toMap(layer->extent(), layer->table.crs());
        all.include(extent);
        if (layer->visible) visible.include(extent);
    }
    return visible.isEmpty() ? all : visible;
}

}  // namespace app
