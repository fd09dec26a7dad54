// SPDX-License-Identifier: Apache-2.0
#include "gis/geometry/Geometry.h"

#include <algorithm>

namespace gis {

Geometry::Geometry() {
    static const auto empty = std::make_shared<const Data>();
    m_data = empty;
}

Geometry Geometry::point(Coordinate position) { return multiPoint({position}); }

Geometry Geometry::multiPoint(std::vector<Coordinate> positions) {
    GeometryBuilder builder(0);
    for (const Coordinate c : positions) {
        builder.add(c);
        builder.endSequence();
        builder.endPart();
    }
    return builder.build();
}

Geometry Geometry::lineString(std::vector<Coordinate> line) { return multiLineString({std::move(line)}); }

Geometry Geometry::multiLineString(const std::vector<std::vector<Coordinate>>& lines) {
    GeometryBuilder builder(1);
    for (const auto& line : lines) {
        for (const Coordinate c : line) builder.add(c);
        builder.endSequence();
        builder.endPart();
    }
    return builder.build();
}

Geometry Geometry::polygon(const std::vector<std::vector<Coordinate>>& rings) { return multiPolygon({rings}); }

Geometry Geometry::multiPolygon(const std::vector<std::vector<std::vector<Coordinate>>>& polygons) {
    GeometryBuilder builder(2);
    for (const auto& rings : polygons) {
        for (const auto& ring : rings) {
            for (const Coordinate c : ring) builder.add(c);
            builder.endSequence();
        }
        builder.endPart();
    }
    return builder.build();
}

std::span<const Coordinate> Geometry::sequence(std::size_t index) const {
    const std::size_t begin = m_data->sequenceStarts[index];
    const std::size_t end = m_data->sequenceStarts[index + 1];
    return m_data->coordinates.subspan(begin, end - begin);
}

bool Geometry::operator==(const Geometry& other) const {
    return m_data == other.m_data ||
           (m_data->type == other.m_data->type && std::ranges::equal(m_data->coordinates, other.m_data->coordinates) &&
            m_data->sequenceStarts == other.m_data->sequenceStarts && m_data->partStarts == other.m_data->partStarts);
}

std::size_t Geometry::byteCount() const {
    return sizeof(Data) + m_data->own.capacity() * sizeof(Coordinate) +
           (m_data->sequenceStarts.capacity() + m_data->partStarts.capacity()) * sizeof(std::uint32_t);
}

GeometryBuilder::GeometryBuilder(int dimension, bool multi)
    : m_dimension(dimension), m_multi(multi), m_data(std::make_shared<Geometry::Data>()) {}

void GeometryBuilder::reserve(std::size_t coordinateCount) { m_data->own.reserve(coordinateCount); }

void GeometryBuilder::endSequence() {
    auto& coordinates = m_data->own;
    const std::size_t begin = m_data->sequenceStarts.back();
    if (coordinates.size() == begin) return;
    const Coordinate first = coordinates[begin];
    if (m_dimension == 2 && coordinates.back() != first) coordinates.push_back(first);
    m_data->sequenceStarts.push_back(static_cast<std::uint32_t>(coordinates.size()));
}

void GeometryBuilder::endPart() {
    endSequence();
    const auto sequences = static_cast<std::uint32_t>(m_data->sequenceStarts.size() - 1);
    if (sequences > m_data->partStarts.back()) m_data->partStarts.push_back(sequences);
}

Geometry GeometryBuilder::build() {
    endPart();
    const bool multi = m_multi || m_data->partStarts.size() > 2;
    auto& coordinates = m_data->own;
    // Room that growing left over is given back where it is much.
    if (coordinates.capacity() - coordinates.size() > coordinates.size() / 8 + 16) coordinates.shrink_to_fit();
    m_data->coordinates = coordinates;
    if (!coordinates.empty()) {
        constexpr GeometryType single[] = {GeometryType::Point, GeometryType::LineString, GeometryType::Polygon};
        constexpr GeometryType several[] = {GeometryType::MultiPoint, GeometryType::MultiLineString,
                                            GeometryType::MultiPolygon};
        m_data->type = multi ? several[m_dimension] : single[m_dimension];
        for (const Coordinate c : coordinates) m_data->extent.include(c);
    }
    Geometry built(std::shared_ptr<const Geometry::Data>(std::move(m_data)));
    m_data = std::make_shared<Geometry::Data>();
    return built;
}

}  // namespace gis
