// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "gis/geometry/Extent.h"

namespace gis {

/// The OGC simple-feature types that Tuce keeps. Collections are taken apart when read.
enum class GeometryType { Empty, Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon };

/// Topological dimension: -1 for Empty, 0 points, 1 lines, 2 polygons.
constexpr int dimension(GeometryType type) {
    switch (type) {
        case GeometryType::Empty:
            return -1;
        case GeometryType::Point:
        case GeometryType::MultiPoint:
            return 0;
        case GeometryType::LineString:
        case GeometryType::MultiLineString:
            return 1;
        default:
            return 2;
    }
}
constexpr bool isMulti(GeometryType type) {
    return type == GeometryType::MultiPoint || type == GeometryType::MultiLineString ||
           type == GeometryType::MultiPolygon;
}

/// An immutable OGC simple-feature value; no CRS, no library handle. Copies share the coordinates; any thread.
///
/// Coordinates lie flat, in three levels: a geometry has parts, a part has sequences, a sequence has coordinates.
/// A point part has one sequence of one coordinate; a line part one sequence; a polygon part its exterior ring, then
/// its holes; rings are closed (first = last). The ring orientation is as given. The coordinates are the geometry's own,
/// or lie in an array with those of others (GeometryArray), which lives as long as any of them.
class Geometry {
public:
    Geometry();  ///< empty

    static Geometry point(Coordinate position);
    static Geometry multiPoint(std::vector<Coordinate> positions);
    static Geometry lineString(std::vector<Coordinate> line);
    static Geometry multiLineString(const std::vector<std::vector<Coordinate>>& lines);
    /// rings[0] is the exterior. Rings that are not closed are closed.
    static Geometry polygon(const std::vector<std::vector<Coordinate>>& rings);
    static Geometry multiPolygon(const std::vector<std::vector<std::vector<Coordinate>>>& polygons);

    GeometryType type() const { return m_data->type; }
    int dimension() const { return gis::dimension(m_data->type); }
    bool isEmpty() const { return m_data->coordinates.empty(); }
    const Extent& extent() const { return m_data->extent; }

    std::size_t partCount() const { return m_data->partStarts.size() - 1; }
    std::size_t sequenceCount() const { return m_data->sequenceStarts.size() - 1; }
    std::size_t coordinateCount() const { return m_data->coordinates.size(); }
    /// All coordinates of all sequences, one behind the other.
    std::span<const Coordinate> coordinates() const { return m_data->coordinates; }
    /// Half-open range of sequence indexes of a part.
    std::size_t partBegin(std::size_t part) const { return m_data->partStarts[part]; }
    std::size_t partEnd(std::size_t part) const { return m_data->partStarts[part + 1]; }
    /// The coordinates of one sequence (line or ring).
    std::span<const Coordinate> sequence(std::size_t index) const;
    std::size_t sequenceBegin(std::size_t index) const { return m_data->sequenceStarts[index]; }

    /// Same type and bit-equal coordinates in the same order.
    bool operator==(const Geometry& other) const;
    /// True if both share the same storage, so that they are equal without a look.
    bool sharesWith(const Geometry& other) const { return m_data == other.m_data; }
    /// The array that the coordinates lie in together with those of other geometries; null if they are its own.
    const std::shared_ptr<const void>& sharedArray() const { return m_data->shared; }
    /// What it takes alone: coordinates in a shared array count where they lie.
    std::size_t byteCount() const;

private:
    friend class GeometryBuilder;
    friend class GeometryArray;
    struct Data {
        GeometryType type = GeometryType::Empty;
        Extent extent;
        std::span<const Coordinate> coordinates;  ///< in `own` or in `shared`
        std::vector<std::uint32_t> sequenceStarts{0};
        std::vector<std::uint32_t> partStarts{0};
        std::vector<Coordinate> own;
        std::shared_ptr<const void> shared;
    };
    explicit Geometry(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}
    std::shared_ptr<const Data> m_data;
};

/// Collects coordinates part by part, then freezes them. Add coordinates, end each sequence, end each part.
class GeometryBuilder {
public:
    /// `dimension` 0, 1 or 2. The finished type is Multi… if there is more than one part or `multi` is set.
    explicit GeometryBuilder(int dimension, bool multi = false);
    void reserve(std::size_t coordinateCount);
    void add(Coordinate position) { m_data->own.push_back(position); }
    /// Ends a line or ring; a ring that is not closed is closed; an empty sequence is dropped.
    void endSequence();
    /// Ends a part; an empty part is dropped.
    void endPart();
    bool isEmpty() const { return m_data->own.empty(); }
    /// Freezes; the builder is empty after it.
    Geometry build();

private:
    int m_dimension;
    bool m_multi;
    std::shared_ptr<Geometry::Data> m_data;
};

}  // namespace gis
