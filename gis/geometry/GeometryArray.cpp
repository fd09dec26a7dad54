// SPDX-License-Identifier: Apache-2.0
#include "gis/geometry/GeometryArray.h"

namespace gis {

namespace {

GeometryType typeOf(int dimension, bool multi) {
    constexpr GeometryType single[] = {GeometryType::Point, GeometryType::LineString, GeometryType::Polygon};
    constexpr GeometryType several[] = {GeometryType::MultiPoint, GeometryType::MultiLineString,
                                        GeometryType::MultiPolygon};
    return multi ? several[dimension] : single[dimension];
}

}  // namespace

void GeometryArray::clear() {
    m_coordinates.cutTo(0);
    m_sequenceEnds.cutTo(0);
    m_partEnds.cutTo(0);
    m_shapes.cutTo(0);
    m_shapeBegin = m_sequenceBegin = 0;
}

void GeometryArray::beginShape(int dimension, bool multi) {
    m_dimension = dimension;
    m_multi = multi;
    m_shapeBegin = m_sequenceBegin = m_coordinates.size();
    m_sequences = m_parts = m_sequencesOfParts = 0;
}

void GeometryArray::endSequence() {
    if (m_coordinates.size() == m_sequenceBegin) return;
    const Coordinate first = m_coordinates[m_sequenceBegin];
    if (m_dimension == 2 && m_coordinates.back() != first) m_coordinates.push_back(first);
    m_sequenceBegin = m_coordinates.size();
    m_sequenceEnds.push_back(static_cast<std::uint32_t>(m_sequenceBegin - m_shapeBegin));
    ++m_sequences;
}

void GeometryArray::endPart() {
    endSequence();
    if (m_sequences == m_sequencesOfParts) return;
    m_sequencesOfParts = m_sequences;
    m_partEnds.push_back(m_sequences);
    ++m_parts;
}

void GeometryArray::endShape() {
    endPart();
    Shape shape;
    if (m_parts > 0) {
        shape.type = typeOf(m_dimension, m_multi || m_parts > 1);
        for (const Coordinate c : m_coordinates.items().subspan(m_shapeBegin)) shape.extent.include(c);
    }
    shape.sequences = m_sequences;
    shape.parts = m_parts;
    m_shapes.push_back(shape);
}

void GeometryArray::append(GeometryArray& other) {
    m_coordinates.append(other.m_coordinates.items());
    m_sequenceEnds.append(other.m_sequenceEnds.items());
    m_partEnds.append(other.m_partEnds.items());
    m_shapes.append(other.m_shapes.items());
    other.clear();
}

std::vector<Geometry> GeometryArray::build() {
    m_coordinates.shrinkToFit();
    const auto array = std::make_shared<const GrowingArray<Coordinate>>(std::move(m_coordinates));
    const Coordinate* coordinate = array->begin();
    const std::uint32_t *sequence = m_sequenceEnds.begin(), *part = m_partEnds.begin();
    std::vector<Geometry> geometries;
    geometries.reserve(m_shapes.size());
    for (const Shape& shape : m_shapes) {
        if (shape.type == GeometryType::Empty) {
            geometries.emplace_back();
            continue;
        }
        auto data = std::make_shared<Geometry::Data>();
        data->type = shape.type;
        data->extent = shape.extent;
        data->sequenceStarts.reserve(shape.sequences + std::size_t{1});
        data->sequenceStarts.insert(data->sequenceStarts.end(), sequence, sequence + shape.sequences);
        data->partStarts.reserve(shape.parts + std::size_t{1});
        data->partStarts.insert(data->partStarts.end(), part, part + shape.parts);
        data->coordinates = {coordinate, data->sequenceStarts.back()};
        data->shared = array;
        coordinate += data->coordinates.size();
        sequence += shape.sequences;
        part += shape.parts;
        geometries.push_back(Geometry(std::shared_ptr<const Geometry::Data>(std::move(data))));
    }
    *this = GeometryArray();
    return geometries;
}

}  // namespace gis
